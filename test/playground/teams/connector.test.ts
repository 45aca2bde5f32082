import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { SeenMessage } from "../../../playground/contract.ts";
import { readDemo } from "../../../playground/demo.ts";
import { chatId, objectId } from "../../../playground/teams/ids.ts";
import { type OpenPlayground, openPlayground, required, TEAMS_BOT } from "../open-playground.ts";

const { people, tenants } = readDemo();
const userOf = (id: string): string =>
  required(
    people.find((person) => person.id === id),
    id,
  ).user;
const [wattle, tamarack] = tenants;
const TENANT = required(wattle, "tenant");
const CHANNEL = required(TENANT.channels[0], "channel").id;
const OTHER_CHANNEL = required(tamarack?.channels[0], "channel").id;
const LIBRARIAN = userOf("u-wc-lib");

let playground: OpenPlayground;
beforeAll(async () => {
  playground = await openPlayground({ bot: TEAMS_BOT, env: { REMINDED: userOf("u-wc-it") } });
}, 60_000);
afterAll(() => playground.remove());

type Body = Readonly<Record<string, unknown>>;
const message = (text: string): Body => ({ type: "message", text });
const withCard = (content: unknown): Body => ({
  type: "message",
  attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content }],
});
const chat = (person: string): string => `v3/conversations/${chatId(userOf(person))}/activities`;
const threads = (channel: string): string =>
  `v3/conversations/${encodeURIComponent(channel)}/activities`;
const createChat = (member: string, tenantId: unknown = TENANT.tenant): Body => ({
  isGroup: false,
  members: [{ id: member }],
  tenantId,
});
const codeOf = (body: Body): unknown => (body["error"] as Body | undefined)?.["code"];
const wordsOf = (body: Body): string => String((body["error"] as Body | undefined)?.["message"]);
const fault = (kind: string, match: string): Promise<unknown> =>
  playground.control("/fault", { platform: "teams", kind, times: 1, match });
const textsOf = async (as: string): Promise<readonly string[]> =>
  (await playground.control<readonly SeenMessage[]>(`/messages?as=${as}`)).map(({ text }) => text);

describe("conversations", () => {
  test("a chat is made once for each person, and takes messages", async () => {
    const first = await playground.teams("POST", "v3/conversations", createChat(LIBRARIAN));
    const again = await playground.teams("POST", "v3/conversations", createChat(LIBRARIAN));
    const id = encodeURIComponent(String(first.body["id"]));
    const sent = await playground.teams("POST", `v3/conversations/${id}/activities`, message("hi"));

    expect([first.status, first.body["id"], sent.status]).toEqual([201, again.body["id"], 201]);
    expect(await textsOf("u-wc-lib")).toContain("hi");
  });

  test("a new thread begins with its first post; replies go below it", async () => {
    const made = await playground.teams("POST", "v3/conversations", {
      isGroup: true,
      channelData: { channel: { id: CHANNEL }, tenant: { id: TENANT.tenant } },
      activity: message("a thread"),
    });
    const id = encodeURIComponent(String(made.body["id"]));
    await playground.teams("POST", `v3/conversations/${id}/activities`, message("below"));
    const seen = await playground.control<readonly SeenMessage[]>("/messages?as=u-wc-it");

    expect(made.body["id"]).toBe(`${CHANNEL};messageid=${String(made.body["activityId"])}`);
    expect(seen.find(({ text }) => text === "below")?.thread).toBe(
      seen.find(({ text }) => text === "a thread")?.id,
    );
  });

  test("a message is replaced and removed, but only by the bot itself", async () => {
    const path = chat("u-wc-prin");
    await playground.control("/say", { as: "u-wc-prin", in: "dm", text: "mine" });
    const own = (await playground.control<readonly SeenMessage[]>("/messages?as=u-wc-prin"))[0];
    const theirs = required(own, "message").id.split(":").at(-1) ?? "";
    const { body } = await playground.teams("POST", path, message("first"));
    const id = String(body["id"]);

    const replaced = await playground.teams("PUT", `${path}/${id}`, message("second"));
    const texts = await textsOf("u-wc-prin");
    const removed = await playground.teams("DELETE", `${path}/${id}`);
    const foreign = await playground.teams("PUT", `${path}/${theirs}`, message("x"));
    const gone = await playground.teams("DELETE", `${path}/${id}`);

    expect([replaced.status, removed.status, foreign.status, gone.status]).toEqual([
      200, 200, 404, 404,
    ]);
    expect(texts.at(-1)).toBe("second");
    expect(await textsOf("u-wc-prin")).not.toContain("second");
  });

  test("typing is taken and shown to nobody", async () => {
    const before = (await textsOf("u-wc-y7")).length;

    const { status } = await playground.teams("POST", chat("u-wc-y7"), { type: "typing" });

    expect(status).toBe(201);
    expect(await textsOf("u-wc-y7")).toHaveLength(before);
  });

  test.each<readonly [string, Body, number, unknown]>([
    ["nobody of the tenant", createChat("29:1stranger"), 400, "BadSyntax"],
    ["another tenant", createChat(LIBRARIAN, tamarack?.tenant), 403, "Forbidden"],
    [
      "an unknown channel",
      { channelData: { channel: { id: "19:x" } } },
      404,
      "ConversationNotFound",
    ],
    [
      "a thread without a post",
      { channelData: { channel: { id: OTHER_CHANNEL } } },
      400,
      "BadSyntax",
    ],
  ])("none is made with %s", async (_what, body, status, code) => {
    const refused = await playground.teams("POST", "v3/conversations", body);

    expect([refused.status, codeOf(refused.body)]).toEqual([status, code]);
  });

  test.each<readonly [string, string, string, number, unknown]>([
    [
      "no such conversation",
      "POST",
      "v3/conversations/a%3Ax/activities",
      404,
      "ConversationNotFound",
    ],
    [
      "no such thread",
      "POST",
      threads(`${CHANNEL};messageid=1`),
      404,
      "ActivityNotFoundInConversation",
    ],
    ["no such message", "PUT", `${threads(CHANNEL)}/1`, 404, "ActivityNotFoundInConversation"],
    ["no such call", "GET", "v3/botstate/x", 404, "NotFound"],
  ])("%s", async (_what, method, path, status, code) => {
    const body = method === "GET" ? undefined : message("x");
    const refused = await playground.teams(method, path, body);

    expect([refused.status, codeOf(refused.body)]).toEqual([status, code]);
  });
});

describe("people and teams", () => {
  const path = (channel: string): string => `v3/conversations/${encodeURIComponent(channel)}`;

  test("members are listed whole and in pages, with their ids in Teams and in Entra", async () => {
    const all = await playground.teams("GET", `${path(CHANNEL)}/pagedmembers?pageSize=1`);

    expect(all.body["members"]).toHaveLength(3);
    expect(all.body["continuationToken"]).toBeUndefined();
    expect((all.body["members"] as readonly Body[])[0]).toMatchObject({
      id: LIBRARIAN,
      aadObjectId: objectId(LIBRARIAN),
      tenantId: TENANT.tenant,
      userPrincipalName: "wc-lib@playground.invalid",
    });
  });

  test("one member is found by either id, and nobody else is", async () => {
    const byTeams = await playground.teams("GET", `${path(CHANNEL)}/members/${LIBRARIAN}`);
    const byEntra = await playground.teams(
      "GET",
      `${path(CHANNEL)}/members/${objectId(LIBRARIAN)}`,
    );
    const outside = await playground.teams("GET", `${path(CHANNEL)}/members/${userOf("u-wc-y7")}`);

    expect(byTeams.body).toEqual(byEntra.body);
    expect([outside.status, codeOf(outside.body)]).toEqual([404, "MemberNotFoundInConversation"]);
  });

  test("a team knows its name and its channels", async () => {
    const team = `v3/teams/${encodeURIComponent(TENANT.team.id)}`;
    const details = await playground.teams("GET", team);
    const channels = await playground.teams("GET", `${team}/conversations`);
    const unknown = await playground.teams("GET", "v3/teams/19%3Ax");

    expect(details.body).toMatchObject({ name: "Wattle Creek College", channelCount: 1 });
    expect(channels.body).toEqual({
      conversations: [{ id: CHANNEL, name: "Learning Commons and ICT" }],
    });
    expect(unknown.status).toBe(404);
  });
});

describe("what Teams does not take", () => {
  const card = (...body: readonly unknown[]): Body => ({
    type: "AdaptiveCard",
    version: "1.5",
    body,
  });

  test.each<readonly [string, Body, number, string]>([
    ["nothing to say", { type: "message" }, 400, "needs `text` or `attachments`"],
    ["an event", { type: "event" }, 400, "no activity of type “event”"],
    ["a card of Slack", withCard({ blocks: [] }), 400, "`type` must be AdaptiveCard"],
    [
      "an unknown element",
      withCard(card({ type: "Chart" })),
      400,
      "card[0]: Teams knows no element “Chart”",
    ],
    [
      "more than it can carry",
      withCard(card({ type: "TextBlock", text: "x".repeat(60_000) })),
      413,
      "too large",
    ],
    [
      "another kind of attachment",
      { type: "message", attachments: [{ contentType: "application/pdf" }] },
      400,
      "Teams knows no “application/pdf”",
    ],
  ])("%s", async (_what, body, status, words) => {
    const refused = await playground.teams("POST", chat("u-wc-y7"), body);

    expect(refused.status).toBe(status);
    expect(wordsOf(refused.body)).toContain(words);
  });
});

describe("where the bot may not write", () => {
  test("to somebody who removed the app", async () => {
    await playground.control("/install", { as: "u-wc-prin", installed: false });

    const sent = await playground.teams("POST", chat("u-wc-prin"), message("x"));
    const made = await playground.teams(
      "POST",
      "v3/conversations",
      createChat(userOf("u-wc-prin")),
    );
    await playground.control("/install", { as: "u-wc-prin", installed: true });

    expect(sent.status).toBe(403);
    expect(wordsOf(sent.body)).toContain('"subCode":"MessageWritesBlocked"');
    expect([made.status, codeOf(made.body)]).toEqual([403, "ForbiddenOperationException"]);
  });

  test("to a closed account, which nobody lists any more", async () => {
    await playground.control("/deactivate", { person: "u-wc-itm", deactivated: true });

    const sent = await playground.teams("POST", chat("u-wc-itm"), message("x"));
    const channel = `v3/conversations/${encodeURIComponent(CHANNEL)}`;
    const found = await playground.teams("GET", `${channel}/members/${userOf("u-wc-itm")}`);
    await playground.control("/deactivate", { person: "u-wc-itm", deactivated: false });

    expect([sent.status, found.status]).toEqual([403, 404]);
  });

  test("in a team without the app, or an archived one", async () => {
    const channel = "TVHS Library and Tech";
    const member = (isIn: boolean): Promise<unknown> =>
      playground.control("/membership", { channel, person: "bot", member: isIn });
    await member(false);
    const outside = await playground.teams("POST", threads(OTHER_CHANNEL), message("x"));
    await member(true);
    await playground.control("/archive", { channel, archived: true });
    const archived = await playground.teams("POST", threads(OTHER_CHANNEL), message("x"));
    await playground.control("/archive", { channel, archived: false });

    expect([outside.status, codeOf(outside.body)]).toEqual([403, "BotNotInConversationRoster"]);
    expect(archived.status).toBe(403);
  });
});

describe("files", () => {
  const offer: Body = {
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.teams.card.file.consent",
        name: "plan.csv",
        content: { description: "The plan", sizeInBytes: 5, acceptContext: { n: 1 } },
      },
    ],
  };

  test("are offered in a person's own chat alone", async () => {
    const inChannel = await playground.teams("POST", threads(CHANNEL), offer);

    expect([inChannel.status, codeOf(inChannel.body)]).toEqual([403, "Forbidden"]);
  });

  test("come whole and once to the address that allowing them gives", async () => {
    const as = "u-wc-itm";
    await playground.teams("POST", chat(as), offer);
    const offered = (await playground.control<readonly SeenMessage[]>(`/messages?as=${as}`)).at(-1);
    expect(offered?.buttons.map(({ label }) => label)).toEqual(["Allow", "Decline"]);
    const answer = { as, message: offered?.id };
    await playground.control("/press", { ...answer, button: "Decline" });
    await playground.control("/press", { ...answer, button: "Allow" });
    await playground.control("/say", { as, in: "dm", text: "events?" });
    const [, url = ""] = /declined, (\S+)$/u.exec((await textsOf(as)).at(-1) ?? "") ?? [];
    const put = async (range: string): Promise<number> => {
      const headers = { "content-range": range };
      return (await fetch(url, { method: "PUT", headers, body: "a;b;c" })).status;
    };

    expect([await put("bytes 0-3/4"), await put("bytes 0-4/5"), await put("bytes 0-4/5")]).toEqual([
      416, 201, 404,
    ]);
    expect(await (await fetch(url.replace("/upload/", "/file/"))).text()).toBe("a;b;c");
  });
});

describe("trouble on demand", () => {
  // In several conversations: each takes only so many messages in a second.
  test.each([
    ["429", 429, "1", threads(CHANNEL)],
    ["429-bare", 429, null, threads(CHANNEL)],
    ["412", 412, null, chat("u-wc-it")],
    ["413", 413, null, chat("u-wc-it")],
    ["503", 503, null, threads(OTHER_CHANNEL)],
    ["blocked", 403, null, threads(OTHER_CHANNEL)],
    ["archived", 403, null, threads(OTHER_CHANNEL)],
  ])("%s refuses one matching message", async (kind, status, wait, path) => {
    await fault(kind, `trouble ${kind}`);

    const met = await playground.teams("POST", path, message(`trouble ${kind}`));

    expect([met.status, met.headers.get("retry-after")]).toEqual([status, wait]);
  });

  test("500 after the message was taken leaves it there", async () => {
    await fault("500-after-accept", "u-wc-lib");

    const met = await playground.teams("POST", chat("u-wc-lib"), message("taken with 500"));

    expect(met.status).toBe(500);
    expect(await textsOf("u-wc-lib")).toContain("taken with 500");
  });

  test("a broken connection after the message was taken leaves it there", async () => {
    await fault("timeout-after-accept", "u-wc-lib");

    await expect(
      playground.teams("POST", chat("u-wc-lib"), message("taken, then broken")),
    ).rejects.toThrow("fetch failed");
    expect(await textsOf("u-wc-lib")).toContain("taken, then broken");
  });
});
