import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { commandIn, quoted, spoken } from "../../../adapters/teams/spoken.ts";
import type { TeamsActivity } from "../../../adapters/teams/activity.ts";
import { anyEvent, malformed } from "../malformed.ts";
import { openTeams, type Teams } from "./open-teams.ts";
import { ADA, BEN, BOT, CHANNEL, TEAM, TENANT } from "./stand-in.ts";

let teams: Teams;
beforeAll(async () => {
  teams = await openTeams();
});
afterAll(async () => {
  await teams.stop();
});

const FORM = {
  form: "goal",
  title: "A goal",
  submit: "Save",
  cancel: "Cancel",
  context: "",
  inputs: [
    { id: "title", label: "Goal", type: "text" },
    { id: "who", label: "Who", type: "people" },
    { id: "when", label: "When", type: "days", endLabel: "To" },
    { id: "kind", label: "Kind", type: "choices", options: [{ label: "A", value: "a" }] },
  ],
};
const filled = (carried: object) => ({
  title: "Read",
  who: "aaaa-1,bbbb-2",
  when: "2027-03-02",
  liaison: carried,
});
const submitted = filled({ kind: "submit", form: FORM, instance: "i-1", note: "n" });
const pressed = { liaison: { kind: "action", action: "goal.done", value: "g-1" } };
const BASE = {
  id: "a-1",
  serviceUrl: "",
  from: ADA,
  recipient: { id: BOT, name: "Liaison" },
  conversation: { id: `a:${ADA.id}`, tenantId: TENANT, conversationType: "personal" },
  channelData: { tenant: { id: TENANT } },
  locale: "en-US",
  localTimezone: "America/Chicago",
};
const IN_CHANNEL = {
  ...BASE,
  conversation: { id: `${CHANNEL};messageid=1700`, tenantId: TENANT, conversationType: "channel" },
  channelData: {
    tenant: { id: TENANT },
    team: { id: TEAM, name: "Tamarack" },
    channel: { id: CHANNEL, name: "Library" },
  },
};
const invoke = (name: string, value: object) => ({ ...BASE, type: "invoke", name, value });
/** An activity of each kind, whole. */
const WHOLE: readonly object[] = [
  { ...BASE, type: "message", text: "goal list", entities: [], attachments: [] },
  {
    ...BASE,
    type: "message",
    text: "",
    attachments: [{ contentType: "text/html", content: "<p>goal list</p>" }],
  },
  {
    ...IN_CHANNEL,
    type: "message",
    text: "<at>Liaison</at> goal",
    entities: [{ type: "mention", text: "<at>Liaison</at>", mentioned: { id: BOT } }],
  },
  { ...IN_CHANNEL, type: "message", text: "we did it" },
  { ...BASE, type: "message", value: submitted, replyToId: "1700" },
  { ...invoke("adaptiveCard/action", { action: { data: pressed } }), replyToId: "1700" },
  invoke("adaptiveCard/action", { action: { data: submitted } }),
  invoke("adaptiveCard/action", { action: { data: { liaison: { kind: "cancel", note: "n" } } } }),
  invoke("task/fetch", { data: pressed }),
  invoke("task/submit", { data: submitted }),
  invoke("task/submit", {
    data: filled({ kind: "change", form: FORM, instance: "i-1", note: "n" }),
  }),
  invoke("composeExtension/fetchTask", {
    commandId: "log_as_goal:message",
    commandContext: "message",
    messagePayload: { body: { content: "<p>Read</p>", contentType: "html" } },
  }),
  invoke("composeExtension/submitAction", { data: submitted }),
  invoke("fileConsent/invoke", {
    type: "fileUpload",
    action: "accept",
    context: { liaison: { action: "plan.file", value: "p", name: "plan.csv" } },
    uploadInfo: {
      contentUrl: "https://x",
      name: "plan.csv",
      uploadUrl: "https://x/1",
      uniqueId: "1",
      fileType: "csv",
    },
  }),
  invoke("fileConsent/invoke", { type: "fileUpload", action: "decline", context: {} }),
  { ...BASE, type: "installationUpdate", action: "add" },
  {
    ...IN_CHANNEL,
    type: "conversationUpdate",
    membersAdded: [BEN, { id: BOT }],
    membersRemoved: [ADA],
  },
  {
    ...IN_CHANNEL,
    type: "conversationUpdate",
    channelData: { ...IN_CHANNEL.channelData, eventType: "channelDeleted" },
  },
  { ...BASE, type: "messageReaction" },
];

/** All that Teams is told; 501 is its word for what a bot knows nothing of. */
const ANSWERS = [200, 400, 403, 501];

test("a well-signed activity of any shape is answered, and nothing breaks", async () => {
  const ada = teams.as(ADA);
  let n = 0;
  await fc.assert(
    fc.asyncProperty(malformed(WHOLE), async (body) => {
      const id = { id: `any-${String(n++)}` };
      const { status } = await ada.send({
        ...body,
        ...("id" in body && body.id === "a-1" ? id : {}),
        channelId: "msteams",
        serviceUrl: teams.standIn.url,
      });

      expect(ANSWERS).toContain(status);
    }),
    { numRuns: 500 },
  );
  await teams.platform.idle();
  expect(teams.core.accepted.length).toBeGreaterThan(50);
  for (const event of teams.core.accepted) expect(anyEvent.parse(event)).toBeTruthy();
  expect(teams.log.lines.filter(({ level }) => level === "error")).toEqual([]);
});

test("of ten thousand people in one form a hundred are looked up", async () => {
  const who = Array.from({ length: 10_000 }, (_, n) => `stranger-${String(n)}`).join(",");
  const before = teams.standIn.calls.length;
  const { status } = await teams.as(ADA).invoke("task/submit", { data: { ...submitted, who } });

  expect(status).toBe(200);
  expect(teams.standIn.calls.length - before).toBeLessThanOrEqual(1_000);
});

test("an activity that is nested a hundred thousand times is refused", async () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const response = await fetch(teams.endpoint, {
    method: "POST",
    headers: { authorization: `Bearer ${teams.standIn.token()}` },
    body: JSON.stringify({
      ...WHOLE[5],
      channelId: "msteams",
      serviceUrl: teams.standIn.url,
    }).replace('"value":{', `"value":{"deep":${deep},`),
  });

  expect(response.status).toBe(400);
});

describe("nothing of a request that cannot be read stands in the log", () => {
  const said = (): string =>
    JSON.stringify(
      teams.log.lines.map(({ fields, message }) => [fields, message, String(fields["error"])]),
    );
  const post = async (body: string, token: string): Promise<number> => {
    const headers = { authorization: `Bearer ${token}` };
    return (await fetch(teams.endpoint, { method: "POST", headers, body })).status;
  };

  test.each([
    ["half an object", '{"classified": "secret'],
    ["a word", '"classified secret"'],
    ["an object of something else", '{"classified": "secret"}'],
    ["a number", "7"],
    ["null", "null"],
    ["nothing", ""],
  ])("neither of %s", async (_, body) => {
    expect([400, 401]).toContain(await post(body, teams.standIn.token()));
    expect(said()).not.toMatch(/classified|secret/u);
  });

  test("nor of a token", async () => {
    const encoded = Buffer.from("classified").toString("base64url");
    const body = JSON.stringify({ ...WHOLE[0], channelId: "msteams" });

    expect(await post(body, `${encoded}.${encoded}.${encoded}`)).toBe(401);
    expect(said()).not.toContain("classified");
  });
});

describe("half a megabyte of one sign are read in one pass", () => {
  const SIGNS = [
    "<",
    "<br ",
    "<at x ",
    "<at>",
    "</at>",
    "<at></at",
    "&nbsp;",
    "&",
    " ",
    "\n",
    "\u2028",
    "/",
    "@liaison ",
    ",",
    "<p",
    "</p",
    "</h1",
    "<!--",
  ];

  test.each(SIGNS)("%j, wherever it stands", async (sign) => {
    const ada = teams.as(ADA);
    const most = sign.repeat(300_000 / Buffer.byteLength(JSON.stringify(sign)));
    const html = [{ contentType: "text/html", content: most }];
    const bodies = [
      { ...BASE, type: "message", text: most },
      { ...BASE, type: "message", text: "", attachments: html },
      { ...IN_CHANNEL, type: "message", text: most },
      invoke("composeExtension/fetchTask", {
        commandId: "log_as_goal:message",
        commandContext: "message",
        messagePayload: { body: { content: most, contentType: "html" } },
      }),
      invoke("task/submit", { data: { ...submitted, title: most, who: most, when: most } }),
    ];
    for (const [n, body] of bodies.entries()) {
      const id = `${sign}-${String(n)}`;
      const whole = { ...body, id, channelId: "msteams", serviceUrl: teams.standIn.url };
      expect((await ada.send(whole)).status).toBe(200);
    }
  });

  test.each(SIGNS)("%j", (sign) => {
    const text = sign.repeat(500_000 / sign.length);
    const message = { ...BASE, type: "message", text, entities: [] } as unknown as TeamsActivity;
    const html = [{ contentType: "text/html", content: text }];

    expect(typeof spoken(message)).toBe("string");
    expect(typeof commandIn(text)).toBe("string");
    expect(typeof spoken({ ...message, text: "", attachments: html })).toBe("string");
    expect(typeof quoted(text, "html")).toBe("string");
    expect(typeof quoted(text, "text")).toBe("string");
  });
});
