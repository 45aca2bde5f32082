import { createHmac } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readable } from "../../../adapters/slack/text.ts";
import { anyEvent, malformed } from "../malformed.ts";
import { openSlack, type Slack } from "./open-slack.ts";

let slack: Slack;
beforeAll(async () => {
  slack = await openSlack();
});
afterAll(async () => {
  await slack.stop();
});

const FORM = "application/x-www-form-urlencoded";
const JSON_TYPE = "application/json";

async function send(body: string, type: string): Promise<number> {
  const seconds = String(Math.floor(Date.now() / 1000));
  const hash = createHmac("sha256", slack.signingSecret)
    .update(`v0:${seconds}:${body}`)
    .digest("hex");
  const response = await fetch(`http://127.0.0.1:${String(slack.platform.port())}/slack/events`, {
    method: "POST",
    body,
    headers: {
      "content-type": type,
      "x-slack-request-timestamp": seconds,
      "x-slack-signature": `v0=${hash}`,
    },
  });
  await response.arrayBuffer();
  return response.status;
}
const payload = (value: string): string => new URLSearchParams({ payload: value }).toString();
const said = (): string =>
  JSON.stringify(
    slack.log.lines.map(({ fields, message }) => [fields, message, String(fields["error"])]),
  );

test.each([
  ["null", payload("null"), FORM],
  ["a number", payload("7"), FORM],
  ["a list", payload("[null]"), FORM],
  ["a word", payload('"classified"'), FORM],
  ["half of an object", payload('{"classified": "secret"'), FORM],
  ["null as JSON", "null", JSON_TYPE],
  ["half of an object as JSON", '{"classified": secret', JSON_TYPE],
  ["nothing", "", JSON_TYPE],
])(
  "a well-signed body that is %s is refused in one word, and not quoted",
  async (_, body, type) => {
    expect(await send(body, type)).toBe(400);
    expect(said()).not.toMatch(/classified|secret/u);
  },
);

test("a body of more than a megabyte is not read to its end", async () => {
  await expect(send("x".repeat(5_000_000), JSON_TYPE).catch(() => 413)).resolves.toBe(413);
});

/** A request of each kind, whole. */
const WHO = { team: { id: "T0TAMARACK" }, user: { id: "U0ABLIB00" }, trigger_id: "1.2.abc" };
const VIEW = {
  id: "V1",
  type: "modal",
  hash: "h",
  callback_id: "goal",
  private_metadata: '{"origin":{}}',
  state: { values: { title: { title: { type: "plain_text_input", value: "Read" } } } },
};
const WHOLE: readonly object[] = [
  {
    ...WHO,
    type: "block_actions",
    actions: [{ action_id: "goal.done", type: "button", value: "g-1" }],
    container: { type: "message", message_ts: "1.2", channel_id: "C1" },
  },
  {
    ...WHO,
    type: "block_actions",
    view: VIEW,
    actions: [{ action_id: "x", type: "static_select" }],
  },
  { ...WHO, type: "view_submission", view: VIEW },
  {
    ...WHO,
    type: "message_action",
    callback_id: "goal",
    message: { text: "Read", ts: "1.2" },
    channel: { id: "C1" },
  },
  {
    type: "event_callback",
    team_id: "T0TAMARACK",
    authorizations: [{ team_id: "T0TAMARACK" }],
    event_id: "Ev1",
    event: {
      type: "message",
      channel_type: "im",
      channel: "D1",
      user: "U0ABLIB00",
      text: "help",
      ts: "1.2",
    },
  },
  {
    type: "event_callback",
    team_id: "T0TAMARACK",
    event_id: "Ev2",
    event: {
      type: "app_home_opened",
      tab: "home",
      user: "U0ABLIB00",
      view: { id: "V1", type: "home", hash: "h" },
    },
  },
  {
    type: "event_callback",
    team_id: "T0TAMARACK",
    event_id: "Ev3",
    event: { type: "user_change", user: { id: "U0ABLIB00", deleted: true } },
  },
];

test("a well-signed request of any shape is answered, and nothing breaks", async () => {
  let n = 0;
  await fc.assert(
    fc.asyncProperty(malformed(WHOLE), async (body) => {
      const unique = {
        ...body,
        ...("trigger_id" in body ? { trigger_id: `t-${String(n++)}` } : {}),
      };
      const text = JSON.stringify(unique);
      const type = "event_callback" === (unique as { type?: unknown }).type ? JSON_TYPE : FORM;

      expect(await send(type === FORM ? payload(text) : text, type)).toBeLessThan(500);
    }),
    { numRuns: 300 },
  );
  await slack.platform.idle();
  expect(slack.core.accepted.length).toBeGreaterThan(50);
  for (const event of slack.core.accepted) expect(anyEvent.parse(event)).toBeTruthy();
  expect(slack.log.lines.filter(({ level }) => level === "error")).toEqual([]);
});

/** As much of one sign as a body may hold, with what else it may be read in. */
const SIGNS = [
  ...[
    "<",
    "<@",
    "<@U1|",
    "<!date^",
    "<a|",
    "<#C1 ",
    "<!subteam^x",
    ">",
    "&lt;",
    "&",
    "*",
    "_",
    "~",
  ],
  ...[
    "`",
    "```",
    " ",
    "\n",
    "\u2028",
    "\u00a0",
    "/",
    "|",
    "-",
    ".",
    "1 ",
    "http://",
    "a@",
    "é",
    "🦉",
  ],
];

test.each(SIGNS)(
  "%j as often as a body can hold it is answered wherever it stands",
  async (sign) => {
    const text = sign.repeat(200_000 / Buffer.byteLength(encodeURIComponent(sign)));
    const inMessage = JSON.stringify({
      ...WHOLE[4],
      event_id: `Ev-${sign}`,
      event: {
        type: "message",
        channel_type: "im",
        channel: "D1",
        user: "U0ABLIB00",
        text,
        ts: sign,
      },
    });
    const typed = new URLSearchParams({
      command: "/goal",
      text,
      team_id: "T0TAMARACK",
      user_id: "U0ABLIB00",
      trigger_id: `t-${sign}`,
    });
    const pointedAt = { ...WHOLE[3], trigger_id: `m-${sign}`, message: { text, ts: "1.2" } };

    expect(await send(inMessage, JSON_TYPE)).toBe(200);
    expect(await send(typed.toString(), FORM)).toBe(200);
    expect(await send(payload(JSON.stringify(pointedAt)), FORM)).toBe(200);
    expect(typeof readable(sign.repeat(500_000 / sign.length))).toBe("string");
  },
);
