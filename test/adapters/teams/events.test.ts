import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { tenantOf, type TeamsActivity } from "../../../adapters/teams/activity.ts";
import { carriedBy, peopleIn, readEvents } from "../../../adapters/teams/events.ts";
import { readVia } from "../../../adapters/teams/via.ts";
import type { Address } from "../../../src/team/person.ts";
import { TENANT } from "./stand-in.ts";

const ADA = `teams:${TENANT}/29:1ada`;
const BEN = `teams:${TENANT}/29:1ben` as Address;
const CHANNEL = `teams:${TENANT}/19:library@thread.tacv2`;
const GENERAL = `teams:${TENANT}/19:general@thread.tacv2`;

/** An activity as it was recorded, with other people's ids and words. */
const recorded = (name: string): TeamsActivity =>
  JSON.parse(
    readFileSync(new URL(`../../fixtures/teams/${name}.json`, import.meta.url), "utf8"),
  ) as TeamsActivity;

const read = (activity: TeamsActivity) =>
  readEvents(activity, { tenant: TENANT, people: new Map([["bbbb-2", BEN]]) });
const readOne = (name: string) => read(recorded(name))[0];
const viaOf = (name: string) => readVia(readOne(name)?.via ?? "{}");

describe("a file that was offered", () => {
  test("and allowed is the press that made it, once for each address it is to go to", () => {
    const event = readOne("file-accept");
    expect(event).toMatchObject({
      type: "action",
      action: "printing.files",
      value: "p-ab|p-ab/2026-27|html",
      from: ADA,
      channel: null,
    });
    expect(viaOf("file-accept")).toMatchObject({
      by: "file",
      message: "1740927600200",
      upload: { file: "Alder-Bend-2026-27-plan.html", name: "Alder-Bend-2026-27-plan 1.html" },
    });
    expect(read({ ...recorded("file-accept"), id: "f:again" })[0]?.id).toBe(event?.id);
  });

  test("and declined is nothing to the core", () => {
    expect(readOne("file-decline")).toBeUndefined();
  });
});

describe("what is typed", () => {
  test("in the personal chat it is a command, without its slash and Teams' escapes", () => {
    expect(readOne("message-personal")).toMatchObject({
      id: "a:1personal/1740927600123",
      type: "command",
      text: "goal Tom & Jerry read by May 14",
      tenant: `teams:${TENANT}`,
      from: ADA,
      channel: null,
    });
    expect(viaOf("message-personal")).toEqual({
      by: "typed",
      serviceUrl: "https://smba.trafficmanager.net/amer/",
      tenant: TENANT,
      user: "29:1ada",
      conversation: "a:1personal",
      isPersonal: true,
      locale: "es",
    });
  });

  test("with a mention it is one in a channel; others are named as they are read", () => {
    expect(readOne("mention")).toMatchObject({
      type: "command",
      text: "goal list with @Ben Ode",
      channel: CHANNEL,
    });
    expect(viaOf("mention")).toMatchObject({
      isPersonal: false,
      conversation: "19:library@thread.tacv2;messageid=1740927600125",
    });
  });

  test("in a thread without a mention it was said below the message that opened it", () => {
    expect(readOne("thread-reply")).toMatchObject({
      type: "said",
      thread: `${CHANNEL}/1740927600125`,
      text: "We can start on Monday <after> lunch",
      channel: CHANNEL,
    });
  });

  test.each(["channel-chatter", "message-picture", "reaction"])(
    "%s means nothing to the bot",
    (name) => {
      expect(read(recorded(name))).toEqual([]);
    },
  );

  test.each(["home", "/home", "Liaison home", "HOME", "liaison: home"])(
    "“%s” asks for the home",
    (text) => {
      expect(read({ ...recorded("message-personal"), text })).toMatchObject([
        { type: "home", channel: null },
      ]);
    },
  );

  test.each([
    ["liaison plan", "plan"],
    ["/liaison plan", "plan"],
    ["Liaison", ""],
    ["/goal", "goal"],
    ["goal liaison work", "goal liaison work"],
    ["liaisons", "liaisons"],
  ])("“%s” is the command “%s”", (text, command) => {
    expect(read({ ...recorded("message-personal"), text })).toMatchObject([
      { type: "command", text: command },
    ]);
  });

  test("what a bot writes means nothing", () => {
    const activity = recorded("message-personal");

    expect(read({ ...activity, from: { id: "28:other" } })).toEqual([]);
  });

  test("the same minute in two chats makes two events", () => {
    const here = recorded("message-personal");
    const there = { ...here, conversation: { ...here.conversation, id: "a:1other" } };

    expect(read(here)[0]?.id).not.toBe(read(there)[0]?.id);
  });
});

describe("what is pressed", () => {
  test("a button brings its action and value, and names its message", () => {
    expect(readOne("execute")).toMatchObject({
      type: "action",
      action: "goal.done",
      value: "g-1|2",
      from: ADA,
      channel: CHANNEL,
    });
    expect(viaOf("execute")).toMatchObject({ by: "card", message: "1740927600125" });
  });

  test("in clients that know no better it comes as a message", () => {
    expect(readOne("submit-fallback")).toMatchObject({ type: "action", action: "goal.done" });
    expect(viaOf("submit-fallback")).toMatchObject({ by: "card", message: "1740927600100" });
  });

  test("what opens a dialog is an action that a dialog answers", () => {
    expect(readOne("task-fetch")).toMatchObject({ type: "action", action: "goal.edit" });
    expect(viaOf("task-fetch").by).toBe("fetch");
  });

  test("a dialog brings its answers, with people and channels as addresses", () => {
    expect(peopleIn(recorded("task-submit"))).toEqual(["bbbb-2", "nobody"]);
    expect(readOne("task-submit")).toMatchObject({
      type: "form",
      form: "goal",
      context: "g-1|draft",
      instance: "i-1",
      answers: {
        title: "Cite sources",
        with: [BEN, `teams:${TENANT}/nobody`],
        where: `teams:${TENANT}/19:other@thread.tacv2`,
        why: "",
      },
      channel: CHANNEL,
    });
    expect(viaOf("task-submit")).toMatchObject({
      by: "dialog",
      message: "1740927600125",
      form: { instance: "i-1", form: { form: "goal" } },
    });
  });

  test("a form that stands in the chat is about the channel it was asked for in", () => {
    expect(readOne("form-in-chat")).toMatchObject({ type: "form", channel: CHANNEL });
    expect(viaOf("form-in-chat")).toMatchObject({ by: "card", isPersonal: true });
  });

  test("a form that is read along is a change", () => {
    expect(readOne("check-form")).toMatchObject({
      type: "change",
      form: "goal",
      answers: { title: "Cite", with: [], where: "", why: "" },
    });
  });

  test("what a client made up is nothing of ours", () => {
    const activity = recorded("execute");
    for (const data of [undefined, null, 7, {}, { liaison: "x" }, { liaison: { kind: "admin" } }])
      expect(read({ ...activity, value: { action: { data } } })).toEqual([]);
  });

  test("an origin that a client made up is no place", () => {
    const activity = recorded("form-in-chat");
    const changed = JSON.parse(
      JSON.stringify(activity).replace(/"note":"[^}]*\}"/u, '"note":"{\\"conversation\\":7}"'),
    ) as TeamsActivity;

    expect(carriedBy(changed)).toBeDefined();
    expect(read(changed)).toMatchObject([{ type: "form", channel: null }]);
  });
});

describe("the message extension", () => {
  test("from the compose box it is the shortcut without a text", () => {
    expect(readOne("extension-compose")).toMatchObject({
      type: "shortcut",
      shortcut: "log_as_goal",
      text: "",
    });
  });

  test("on a message it is the shortcut with the words of the message", () => {
    expect(readOne("extension-message")).toMatchObject({
      type: "shortcut",
      shortcut: "log_as_goal",
      text: "Fourth graders & citing\nby May 14?",
    });
    expect(viaOf("extension-message").message).toBeUndefined();
  });

  test("in a chat of two people is answered in the person's own chat with the bot", () => {
    const activity = recorded("extension-message");
    const conversation = {
      id: "19:aaaa_bbbb@unq.gbl.spaces",
      conversationType: "personal",
      tenantId: TENANT,
    } as const;

    const [event] = read({ ...activity, conversation });

    expect(event).toMatchObject({ type: "shortcut", channel: null });
    expect(readVia(event?.via ?? "{}").isPersonal).toBe(false);
  });

  test("a command of it is typed for the person", () => {
    expect(readOne("extension-command")).toMatchObject({ type: "command", text: "plan add" });
  });
});

describe("what Teams tells by itself", () => {
  test.each([
    ["install-personal", { type: "installed", channel: null, from: ADA }],
    ["install-team", { type: "installed", channel: GENERAL }],
    ["upgrade", { type: "installed" }],
    ["uninstall", { type: "uninstalled", channel: null }],
    ["bot-removed", { type: "channel", change: "closed", channel: GENERAL }],
    ["bot-added", { type: "channel", change: "opened", channel: GENERAL }],
    ["channel-deleted", { type: "channel", change: "closed", channel: CHANNEL }],
    ["channel-restored", { type: "channel", change: "opened", channel: CHANNEL }],
    ["channel-renamed", { type: "channel", change: "opened", channel: CHANNEL }],
    ["team-archived", { type: "channel", change: "closed", channel: GENERAL }],
    ["member-left", { type: "person", change: "left", from: BEN }],
  ])("%s", (name, event) => {
    expect(read(recorded(name))).toMatchObject([event]);
  });

  test("each of several who came is an event of their own", () => {
    const events = read(recorded("members-came"));

    expect(events).toMatchObject([
      { type: "person", change: "changed", from: BEN },
      { type: "person", change: "changed", from: `teams:${TENANT}/29:1cy` },
    ]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(2);
  });

  test("leaving for an upgrade is no farewell", () => {
    expect(read(recorded("upgrade-leaves"))).toEqual([]);
  });

  test("what has no id is still known again", () => {
    const activity = { ...recorded("channel-deleted"), id: undefined } as unknown as TeamsActivity;
    const [first] = read(activity);

    expect(read(activity)[0]?.id).toBe(first?.id);
    expect(read({ ...activity, timestamp: "later" })[0]?.id).not.toBe(first?.id);
  });
});

describe("the tenant", () => {
  const activity = recorded("message-personal");

  test("is what the activity says", () => {
    expect(tenantOf(activity)).toBe(TENANT);
  });

  test("is nobody's when it says two, or none", () => {
    const { conversation } = activity;

    expect(tenantOf({ ...activity, conversation: { ...conversation, tenantId: "other" } })).toBe(
      undefined,
    );
    expect(tenantOf({ ...activity, channelData: {}, conversation: { id: "a:1" } })).toBe(undefined);
  });
});

test.each([
  ["<div>goal Label carts by May 14</div>", "goal Label carts by May 14"],
  ["<p>goal Label&nbsp;carts</p>", "goal Label carts"],
])("a private message that is only HTML, %j, is read as what it says", (content, text) => {
  const typed = { ...recorded("message-personal"), text: "" };
  const attachments = [{ contentType: "text/html", content }];

  expect(read({ ...typed, attachments })).toMatchObject([{ type: "command", text }]);
});
