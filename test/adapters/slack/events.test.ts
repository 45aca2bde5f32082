import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { readEvent } from "../../../adapters/slack/events.ts";
import type { Payload } from "../../../adapters/slack/payload.ts";
import { readVia } from "../../../adapters/slack/via.ts";

const INSTALLED = { team: "T0TAMARACK", bot: "U0LIAISON" };
const LIBRARIAN = "slack:T0TAMARACK/U0ABLIB00";
const CHANNEL = "slack:T0TAMARACK/C0AB00000";
const RESPONSE_URL = "https://hooks.slack.com/actions/T0TAMARACK/1/abc";

/** A request as it was recorded. */
const recorded = (name: string): Payload =>
  JSON.parse(
    readFileSync(new URL(`../../fixtures/slack/${name}.json`, import.meta.url), "utf8"),
  ) as Payload;

const notification = (event: object): Payload => ({
  type: "event_callback",
  event_id: "Ev1",
  event: event as NonNullable<Payload["event"]>,
});

const read = (body: Payload) => readEvent(body, INSTALLED);
const viaOf = (body: Payload) => readVia(read(body)?.via ?? "{}");

describe("recorded requests", () => {
  test("a slash command is the words after its slash, unescaped once", () => {
    expect(read(recorded("command"))).toMatchObject({
      type: "command",
      text: "goal 5 < 6 & more",
      id: "1.2.abc",
      tenant: "slack:T0TAMARACK",
      from: LIBRARIAN,
      channel: CHANNEL,
    });
    expect(viaOf(recorded("command"))).toEqual({
      user: "U0ABLIB00",
      trigger: "1.2.abc",
      origin: { responseUrl: RESPONSE_URL, channel: "C0AB00000" },
    });
  });

  test("a press on a message names the message", () => {
    const body = recorded("press-message");

    expect(read(body)).toMatchObject({ type: "action", action: "goal.done", value: "g-1" });
    expect(read(body)?.channel).toBeNull();
    expect(viaOf(body).origin).toEqual({
      responseUrl: RESPONSE_URL,
      channel: body.container?.channel_id,
      message: body.container?.message_ts,
    });
  });

  test("a press on a private message knows that only its response URL changes it", () => {
    expect(viaOf(recorded("press-ephemeral")).origin).toMatchObject({
      ephemeral: true,
      responseUrl: RESPONSE_URL,
    });
  });

  test("a press in the home comes from no channel", () => {
    const body = recorded("press-home");

    expect(read(body)).toMatchObject({ type: "action", action: "goal.done", channel: null });
    expect(viaOf(body)).toMatchObject({ origin: { home: true }, homeHash: body.view?.hash });
    expect(viaOf(body).view).toBeUndefined();
  });

  test("a press in a dialog knows the dialog and where that came from", () => {
    const body = recorded("press-dialog");

    expect(viaOf(body)).toMatchObject({
      origin: { home: true },
      view: { id: body.view?.id, depth: 1 },
    });
  });

  test("a submitted form brings its context and every answer", () => {
    expect(read(recorded("submission"))).toMatchObject({
      type: "form",
      form: "goal",
      context: "g-1",
      instance: "i-1",
      channel: CHANNEL,
      answers: {
        title: "Read more",
        due: "May 14",
        who: ["slack:T0TAMARACK/U0ABIT000"],
        where: CHANNEL,
        horizon: "long",
      },
    });
  });

  test("a live input that changed brings what stands in the form, and under which ids", () => {
    expect(read(recorded("change"))).toMatchObject({
      type: "change",
      form: "goal",
      context: "g-1",
      answers: { title: "Read more", due: "May 14", who: [], where: "", horizon: "short" },
    });
    expect(viaOf(recorded("change"))).toMatchObject({
      instance: "i-1",
      ids: { due: "goal.due" },
    });
  });

  test("a shortcut on a message brings what people read in it", () => {
    expect(read(recorded("shortcut-message"))).toMatchObject({
      type: "shortcut",
      shortcut: "log_as_goal",
      text: "Look at <b> & https://example.org",
      channel: CHANNEL,
    });
  });

  test("a home that was opened is one of no channel", () => {
    expect(read(recorded("home-opened"))).toMatchObject({
      type: "home",
      id: "Ev1",
      from: LIBRARIAN,
      channel: null,
    });
  });

  test("a direct message is a command that is answered in place", () => {
    expect(read(recorded("message-im"))).toMatchObject({
      type: "command",
      text: "goal list",
      channel: null,
    });
    expect(viaOf(recorded("message-im")).origin).toMatchObject({ typed: true });
  });

  test.each(["<@U0LIAISON>  goal list", "@Liaison goal list", "liaison: goal list"])(
    "a direct message that calls the bot by name, as in “%s”, is the same without it",
    (text) => {
      const typed = recorded("message-im");

      expect(read({ ...typed, event: { ...typed.event, type: "message", text } })).toMatchObject({
        type: "command",
        text: "goal list",
      });
    },
  );

  test("a mention is a command without the mention", () => {
    expect(read(recorded("app-mention"))).toMatchObject({
      type: "command",
      text: "goal list",
      channel: CHANNEL,
    });
    expect(viaOf(recorded("app-mention")).origin).toEqual({ channel: "C0AB00000" });
  });
});

const REPLY = {
  type: "message",
  channel_type: "group",
  channel: "C0AB00000",
  user: "U0ABLIB00",
  text: "I'm in <@U0ABIT000>",
  ts: "1.2",
  thread_ts: "1.1",
  parent_user_id: "U0LIAISON",
} as const;

describe("notifications", () => {
  test.each([
    [
      "somebody left",
      { type: "user_change", user: { id: "U0ABLIB00", deleted: true } },
      { type: "person", change: "left", from: LIBRARIAN },
    ],
    [
      "somebody changed",
      { type: "user_change", user: { id: "U0ABLIB00", deleted: false } },
      { type: "person", change: "changed", from: LIBRARIAN },
    ],
    ...["channel_archive", "channel_deleted", "channel_left", "group_archive", "group_left"].map(
      (type) =>
        [
          `${type} closes`,
          { type, channel: "C0AB00000", user: "U0ABLIB00" },
          { type: "channel", change: "closed", channel: CHANNEL },
        ] as const,
    ),
    ...["channel_unarchive", "group_unarchive"].map(
      (type) =>
        [
          `${type} opens`,
          { type, channel: "C0AB00000", user: "U0ABLIB00" },
          { type: "channel", change: "opened", channel: CHANNEL },
        ] as const,
    ),
    [
      "the bot was invited",
      {
        type: "member_joined_channel",
        channel: "C0AB00000",
        user: "U0LIAISON",
        inviter: "U0ABLIB00",
      },
      { type: "installed", channel: CHANNEL, from: "slack:T0TAMARACK/U0ABLIB00" },
    ],
    [
      "a reply in a thread of the bot",
      REPLY,
      {
        type: "said",
        thread: "slack:T0TAMARACK/C0AB00000/1.1",
        text: "I'm in @U0ABIT000",
        from: LIBRARIAN,
        channel: CHANNEL,
      },
    ],
    [
      "a reply that was also sent to the channel",
      { ...REPLY, subtype: "thread_broadcast" },
      { type: "said", thread: "slack:T0TAMARACK/C0AB00000/1.1" },
    ],
    ["the app was removed", { type: "app_uninstalled" }, { type: "uninstalled" }],
    ["its tokens were revoked", { type: "tokens_revoked", tokens: {} }, { type: "uninstalled" }],
  ])("%s", (_, event, expected) => {
    expect(read(notification(event))).toMatchObject({ id: "Ev1", ...expected });
  });

  test.each([
    ["the messages tab", { type: "app_home_opened", user: "U1", tab: "messages" }],
    ["somebody else joined", { type: "member_joined_channel", channel: "C1", user: "U1" }],
    ["the bot's own profile", { type: "user_change", user: { id: "U0LIAISON" } }],
    ["the bot's own words", { type: "message", channel_type: "im", user: "U0LIAISON", text: "x" }],
    ["another bot", { type: "message", channel_type: "im", user: "U1", bot_id: "B1", text: "x" }],
    ["an edit", { type: "message", channel_type: "im", subtype: "message_changed", channel: "D1" }],
    ["a reply in a thread of somebody else", { ...REPLY, parent_user_id: "U0ABIT000" }],
    ["the bot's own reply", { ...REPLY, user: "U0LIAISON", bot_id: "B1" }],
    ["a mention in a thread, which comes as one", { ...REPLY, text: "<@U0LIAISON> plan" }],
    ["a reply that was edited", { ...REPLY, subtype: "message_changed" }],
    ["talk in a channel", { type: "message", channel_type: "channel", user: "U1", text: "x" }],
    ["a newcomer", { type: "team_join", user: { id: "U1" } }],
    ["something new", { type: "reaction_added", user: "U1" }],
  ])("%s means nothing to the core", (_, event) => {
    expect(read(notification(event))).toBeUndefined();
  });
});

test("a request of a kind that we do not know means nothing", () => {
  expect(read({ type: "block_suggestion" })).toBeUndefined();
  expect(read({})).toBeUndefined();
});

test("a command typed with a no-break space is read as with a space", () => {
  const body = { ...recorded("command"), command: "/liaison", text: "plan\u00a02" };

  expect(read(body)).toMatchObject({ text: "plan 2" });
});

test("words beside a picture or a file are a command, a file alone is none", () => {
  const message = (text: string) =>
    read(
      notification({
        type: "message",
        subtype: "file_share",
        channel_type: "im",
        user: "U0ABLIB00",
        channel: "D1",
        text,
        files: [{}],
        ts: "1.1",
      }),
    );

  expect(message("goal Label carts by May 14")).toMatchObject({
    type: "command",
    text: "goal Label carts by May 14",
  });
  expect(message("")).toBeUndefined();
});
