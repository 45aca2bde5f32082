import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import {
  firstOf,
  formOf,
  type OpenPlayground,
  openPlayground,
  required,
} from "../open-playground.ts";

const CHANNEL = "C0AB00000";
const OTHER_CHANNEL = "C0TV00000";
const LIBRARIAN = "U0ABLIB00";

let playground: OpenPlayground;
beforeAll(async () => {
  playground = await openPlayground();
}, 60_000);
afterAll(() => playground.remove());

const slack = async (
  method: string,
  args: Record<string, unknown>,
): Promise<Record<string, unknown>> => (await playground.slack(method, args)).body;
/** Each conversation takes one message a second, so tests use different ones. */
const REFUSED = "U0DITDIR0";
const LONG = Array.from({ length: 6 }, () => ({
  type: "section",
  text: { type: "mrkdwn", text: "x".repeat(2900) },
}));
const modal = (blocks: unknown[] = []): Record<string, unknown> => ({
  type: "modal",
  title: { type: "plain_text", text: "T" },
  blocks,
});

describe("who calls", () => {
  test.each([
    ["a wrong token", "auth.test", "xoxb-else", "invalid_auth"],
    ["a method Slack does not have", "chat.shout", undefined, "unknown_method"],
  ])("%s is refused", async (_what, method, token, error) => {
    const { body } = await playground.slack(method, {}, token);

    expect(body).toMatchObject({ ok: false, error });
  });

  test("no token at all is refused", async () => {
    const response = await fetch(`${playground.url}/slack/api/auth.test`, { method: "POST" });

    expect(await response.json()).toEqual({ ok: false, error: "not_authed" });
  });

  test("the bot learns who it is and who is there", async () => {
    const me = await slack("auth.test", {});
    const info = await slack("users.info", { user: "U0ABIT000", include_locale: true });
    const members = await slack("conversations.members", { channel: CHANNEL });

    expect(me).toMatchObject({ team_id: "T0TAMARACK", user_id: "U0LIAISON" });
    expect(info["user"]).toMatchObject({
      tz: "America/Chicago",
      tz_offset: -21_600,
      locale: "es-LA",
      profile: { display_name: "Site technician, Alder Bend" },
    });
    expect(members["members"]).toEqual(["U0LIAISON", LIBRARIAN, "U0ABIT000"]);
  });

  test("do-not-disturb is at the times that a person chose, or never", async () => {
    const choose = async (times: object | null) =>
      await fetch(`${playground.url}/control/dnd`, {
        method: "POST",
        body: JSON.stringify({ person: "u-ab-it", times }),
      });
    await choose({ from: "08:00", to: "10:00" });
    const chosen = await slack("dnd.teamInfo", { users: "U0ABIT000" });
    await choose(null);

    expect(chosen["users"]).toEqual({
      U0ABIT000: {
        dnd_enabled: true,
        next_dnd_start_ts: Date.parse("2027-03-02T08:00:00-06:00") / 1000,
        next_dnd_end_ts: Date.parse("2027-03-02T10:00:00-06:00") / 1000,
      },
    });
    expect(await slack("dnd.info", { user: "U0ABIT000" })).toMatchObject({ dnd_enabled: false });
  });

  test("do-not-disturb spans the night in the person's zone", async () => {
    const info = await slack("dnd.info", { user: LIBRARIAN });

    expect(info).toMatchObject({
      dnd_enabled: true,
      next_dnd_start_ts: Date.parse("2027-03-02T22:00:00-06:00") / 1000,
      next_dnd_end_ts: Date.parse("2027-03-03T08:00:00-06:00") / 1000,
    });
  });
});

describe("posting", () => {
  test.each<readonly [string, string, object]>([
    ["in an unknown channel", "channel_not_found", { channel: "C0NOWHERE" }],
    ["without text", "no_text", { text: "" }],
    ["under a message that is not there", "thread_not_found", { thread_ts: "1.000001" }],
    [
      "with half its metadata",
      "invalid_metadata_format",
      { channel: "U0DFILTER", metadata: { event_type: "e" } },
    ],
    [
      "with more than 13,200 characters in blocks",
      "msg_blocks_too_long",
      { channel: "U0DFILTER", blocks: LONG },
    ],
  ])("%s is refused", async (_what, error, more) => {
    const answer = await slack("chat.postMessage", { channel: REFUSED, text: "x", ...more });

    expect(answer).toMatchObject({ ok: false, error });
  });

  test("names every block that Slack would not take", async () => {
    const answer = await slack("chat.postMessage", {
      channel: "U0DCOORD0",
      text: "x",
      blocks: [{ type: "header", text: { type: "mrkdwn", text: "h" } }, { type: "carousel" }],
    });

    expect(answer).toMatchObject({
      ok: false,
      error: "invalid_blocks",
      response_metadata: {
        messages: [
          "[ERROR] must be one of: plain_text [json-pointer:/blocks/0/text/type]",
          "[ERROR] unsupported type: carousel [json-pointer:/blocks/1]",
        ],
      },
    });
  });

  test("cuts a text over 40,000 characters and says so", async () => {
    const answer = await slack("chat.postMessage", {
      channel: "U0TVPRIN0",
      text: "x".repeat(40_001),
    });

    expect(answer).toMatchObject({ ok: true, warning: "message_truncated" });
    expect((answer["message"] as { text: string }).text).toHaveLength(40_000);
  });

  test("takes a burst in one channel, then one a second, and other channels meanwhile", async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 4; count += 1) {
      const { status } = await playground.slack("chat.postMessage", {
        channel: "U0TVSCI00",
        text: "x",
      });
      statuses.push(status);
    }
    const elsewhere = await playground.slack("chat.postMessage", {
      channel: OTHER_CHANNEL,
      text: "x",
    });

    expect(statuses).toEqual([200, 200, 200, 429]);
    expect(elsewhere.status).toBe(200);
  });

  test("shows metadata in history only when it is asked for", async () => {
    const metadata = { event_type: "liaison", event_payload: { key: "k" } };
    await slack("chat.postMessage", { channel: "U0ABT4000", text: "kept", metadata });

    const query = { channel: "D0ABT4000", limit: 1 };
    const bare = await slack("conversations.history", query);
    const full = await slack("conversations.history", { ...query, include_all_metadata: true });

    expect(bare["messages"]).toEqual([expect.not.objectContaining({ metadata })]);
    expect(full["messages"]).toEqual([expect.objectContaining({ metadata })]);
  });

  test("keeps ephemeral messages out of history and refuses to change them", async () => {
    const sent = await slack("chat.postEphemeral", {
      channel: CHANNEL,
      user: LIBRARIAN,
      text: "psst",
    });

    const changed = await slack("chat.update", {
      channel: CHANNEL,
      ts: sent["message_ts"],
      text: "x",
    });
    const stranger = await slack("chat.postEphemeral", {
      channel: CHANNEL,
      user: "U0TVLIB00",
      text: "psst",
    });
    const history = await slack("conversations.history", { channel: CHANNEL });

    expect(changed["error"]).toBe("message_not_found");
    expect(stranger["error"]).toBe("user_not_in_channel");
    expect(JSON.stringify(history)).not.toContain("psst");
  });

  test("an update without blocks keeps those there were", async () => {
    const blocks = [{ type: "divider", block_id: "d" }];
    const sent = await slack("chat.postMessage", { channel: "U0ABREL00", text: "a", blocks });

    const changed = await slack("chat.update", {
      channel: sent["channel"],
      ts: sent["ts"],
      text: "b",
    });

    expect(changed["message"]).toMatchObject({ text: "b", blocks });
  });
});

describe("views", () => {
  test("a made-up trigger is refused", async () => {
    const answer = await slack("views.open", { trigger_id: "1.1.abc", view: modal() });

    expect(answer["error"]).toBe("invalid_trigger_id");
  });

  test("a stale hash is refused", async () => {
    const view = { type: "home", blocks: [{ type: "divider" }] };
    await slack("views.publish", { user_id: LIBRARIAN, view });

    const answer = await slack("views.publish", { user_id: LIBRARIAN, view, hash: "1.old" });

    expect(answer["error"]).toBe("hash_conflict");
  });

  test("what a view may not hold is named with its place", async () => {
    const input = {
      type: "input",
      label: { type: "plain_text", text: "L" },
      element: { type: "plain_text_input" },
    };
    const home = { type: "home", blocks: [input, { type: "markdown", text: "x" }] };

    const answer = await slack("views.publish", { user_id: LIBRARIAN, view: home });

    expect(answer).toMatchObject({
      error: "invalid_arguments",
      response_metadata: {
        messages: ["[ERROR] unsupported type: markdown [json-pointer:/view/blocks/1]"],
      },
    });
  });
});

describe("addresses", () => {
  test("a response URL is used up after five answers", async () => {
    const asked = await playground.control("/say", {
      as: "u-tv-its",
      in: "dm",
      text: "/goal url",
    });
    const url = required(formOf(asked).inputs[0]?.value, "response URL");
    const answers: number[] = [];
    for (let count = 0; count < 6; count += 1) {
      const response = await fetch(String(url), {
        method: "POST",
        body: JSON.stringify({ text: `answer ${count}` }),
      });
      answers.push(response.status);
    }

    expect(answers).toEqual([200, 200, 200, 200, 200, 404]);
  });

  test("a file is announced, sent and shared", async () => {
    const begun = await slack("files.getUploadURLExternal", { filename: "goals.csv", length: 4 });
    const sent = await fetch(String(begun["upload_url"]), { method: "POST", body: "a,b\n" });
    const early = await slack("files.completeUploadExternal", { files: [{ id: "F0NONE" }] });
    const done = await slack("files.completeUploadExternal", {
      files: [{ id: begun["file_id"] }],
      channel_id: OTHER_CHANNEL,
    });
    const seen = await playground.control<{ text: string }[]>("/messages?as=u-tv-lib");

    expect(sent.status).toBe(200);
    expect(early["error"]).toBe("file_not_found");
    expect(done["ok"]).toBe(true);
    expect(seen.at(-1)?.text).toBe("goals.csv");
  });
});

test("a private answer to a command is seen by its author alone", async () => {
  const seen = await playground.control("/say", {
    as: "u-tv-it",
    in: "tvhs-library-tech",
    text: "/goal echo hush",
  });

  expect(firstOf(seen)).toMatchObject({ private: true, to: "u-tv-it", text: "hush" });
});
