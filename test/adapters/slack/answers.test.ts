import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { messageAddress, placeAddress } from "../../../adapters/slack/address.ts";
import { actions, type Card, type Form } from "../../../src/card.ts";
import type { ChatEvent, Delivery, Outcome } from "../../../src/ports.ts";
import { type Actor, openSlack, type Slack } from "./open-slack.ts";
import { CHANNEL, LIBRARIAN, TEAM } from "./stand-in.ts";
import { brief } from "../../../src/texts/brief.ts";

const ME = "u-ab-lib";
const FORM: Form = {
  form: "goal",
  title: brief("Log a goal"),
  submit: brief("Save"),
  cancel: brief("Cancel"),
  context: "g-1",
  inputs: [
    { type: "text", id: "title", label: "What?", value: "Read more" },
    { type: "text", id: "due", label: "Due?", live: true, optional: true },
  ],
};
const ask: Outcome = { type: "ask", form: FORM };
const card = (title: string): Card => ({
  title,
  body: [
    actions(
      { label: "Done", action: "goal.done", value: "g-1" },
      { label: "Edit", action: "goal.edit", value: "g-1" },
    ),
  ],
});
const reply = (title: string): Outcome => ({ type: "reply", card: card(title) });
const plain = (title: string): Outcome => ({ type: "reply", card: { title, body: [] } });

let slack: Slack;
let me: Actor;
beforeEach(async () => {
  slack = await openSlack();
  me = slack.as(ME);
});
afterEach(async () => {
  await slack.stop();
});

const delivery = (more: Partial<Delivery> = {}): Delivery => ({
  key: "k",
  kind: "nudge.digest",
  to: placeAddress(TEAM, LIBRARIAN),
  card: card("This week"),
  thread: null,
  replaces: null,
  triedAt: null,
  ...more,
});

/** Decides by the kind of event, and for actions by their name. */
const decide = (table: Readonly<Record<string, Outcome>>): void => {
  slack.core.on(
    (event) =>
      (event.type === "action" ? table[event.action] : undefined) ??
      table[event.type] ?? { type: "nothing" },
  );
};
const home: Outcome = { type: "home", card: card("Home") };

describe("files", () => {
  const files: Outcome = {
    type: "files",
    files: [
      { name: "plan.html", title: "The plan", content: "<p>Élan</p>" },
      { name: "plan.csv", title: "The table", content: "a,b" },
    ],
    card: { title: "They are in our chat", body: [] },
    otherwise: { title: "No files here", body: [] },
  };

  test("come into the direct chat of who asked, whole", async () => {
    decide({ command: files });

    await me.say("@Liaison plan export");
    const direct = (await slack.messages(ME)).filter(({ to }) => to === ME);
    const text = JSON.stringify(direct.map(({ raw }) => raw));
    const [, url = ""] = /<(http[^|]+)\|plan\.html>/u.exec(text) ?? [];

    expect(text).toContain("They are in our chat");
    expect(await (await fetch(url)).text()).toBe("<p>Élan</p>");
  });

  test("that Slack does not take are answered by what else there is", async () => {
    decide({ command: files });
    await slack.control("fault", {
      platform: "slack",
      kind: "blocked",
      times: 1,
      match: "files.completeUploadExternal",
    });

    const seen = await me.say("@Liaison plan export");

    expect(seen.messages.at(-1)?.text).toContain("No files here");
  });
});

describe("words typed to the bot", () => {
  test("a direct message is answered by an ordinary one", async () => {
    decide({ command: plain("Your goals") });

    const seen = await me.say("goal list", "dm");

    expect(slack.core.accepted).toMatchObject([{ type: "command", text: "goal list" }]);
    expect(seen.messages.at(-1)).toMatchObject({ from: "bot", private: false });
  });

  test("a mention is answered for who asked", async () => {
    decide({ command: plain("Your goals") });

    const seen = await me.say("@Liaison goal list");

    expect(slack.core.accepted).toMatchObject([{ type: "command", text: "goal list" }]);
    expect(seen.messages.at(-1)).toMatchObject({ from: "bot", private: true });
  });

  test("a form cannot be opened by words, so a button opens it", async () => {
    decide({ command: ask, form: plain("Saved") });
    const seen = await me.say("goal add", "dm");
    expect(seen.form).toBeUndefined();

    const opened = await me.press(seen.messages.at(-1)?.id, "Open the form");

    expect(opened.form?.title).toBe("Log a goal");
    expect(slack.core.accepted).toMatchObject([
      { type: "command", text: "goal add" },
      { type: "command", text: "goal add" },
    ]);
    await me.submit(opened.form?.id, { title: "Cite" });
    expect((await slack.messages(ME)).at(-1)?.text).toContain("Saved");
  });
});

describe("when a trigger expired", () => {
  test("a command's form waits behind a button", async () => {
    slack.core.on((event) => {
      if (slack.core.accepted.length === 1) slack.later(4_000);
      return event.type === "command" ? ask : { type: "nothing" };
    });

    const seen = await me.say("/goal add");
    expect(seen.form).toBeUndefined();
    expect(seen.messages[0]?.text).toContain('The form "Log a goal" is ready for you');
    const opened = await me.press(seen.messages[0]?.id, "Open the form");

    expect(opened.form?.title).toBe("Log a goal");
  });

  test("after a restart the outcome of an old event still reaches the person", async () => {
    decide({});
    await me.say("/goal add");
    const event = slack.event(0);
    const platform = await slack.restart();
    slack.later(60_000);

    await platform.perform(event, ask);
    await platform.perform(event, plain("Late, not never"));

    const texts = (await slack.messages(ME)).map(({ text }) => text).join("\n");
    expect(texts).toContain("is ready for you");
    expect(texts).toContain("Late, not never");
  });

  test("an answer whose response URL ran out comes another way", async () => {
    decide({});
    await me.say("/goal add");
    const event = slack.event(0);
    slack.later(31 * 60_000);

    await slack.platform.perform(event, plain("Late, not never"));

    expect((await slack.messages(ME)).at(-1)).toMatchObject({ private: true, channel: CHANNEL });
  });

  test("a form that was submitted before a crash is answered after it", async () => {
    decide({ command: ask, form: { type: "nothing" } });
    const { form } = await me.say("/goal add");
    await me.submit(form?.id, { title: "Cite" });
    const event = slack.event(1);

    await slack.platform.perform(event, { type: "invalid", problems: { title: "Too long." } });
    await slack.platform.perform(event, plain("Saved"));

    const texts = (await slack.messages(ME)).map(({ text }) => text).join("\n");
    expect(texts).toContain("Not saved yet");
    expect(texts).toContain("Saved");
  });
});

describe("posted messages", () => {
  test("a press replaces the message for all who see it", async () => {
    decide({ "goal.done": { type: "replace", card: { title: "Done", body: [] } } });
    await slack.platform.send(delivery({ to: placeAddress(TEAM, CHANNEL) }));
    const posted = (await slack.messages(ME)).at(-1);

    await me.press(posted?.id, "Done");

    const messages = await slack.messages("u-ab-it");
    expect(messages.map(({ text }) => text.split("\n")[0])).toEqual(["Done"]);
  });

  test("a form that came from a message replaces that message", async () => {
    decide({ "goal.edit": ask, form: { type: "replace", card: { title: "Edited", body: [] } } });
    await slack.platform.send(delivery());
    const posted = (await slack.messages(ME)).at(-1);

    const { form } = await me.press(posted?.id, "Edit");
    await me.submit(form?.id, { title: "Cite" });

    expect((await slack.messages(ME)).map(({ text }) => text.split("\n")[0])).toEqual(["Edited"]);
  });

  test("one that is gone is answered beside", async () => {
    decide({});
    const { message } = await slack.platform.send(delivery());
    await me.press((await slack.messages(ME)).at(-1)?.id, "Done");
    const event = slack.event(0);
    const [, channel = "", ts = ""] = message.split("/");
    slack.world.messages.delete(`${channel}:${ts}`);

    await slack.platform.perform(event, { type: "replace", card: { title: "Done", body: [] } });

    expect((await slack.messages(ME)).at(-1)?.text).toContain("Done");
    expect(message).toBe(messageAddress(TEAM, channel, ts));
  });

  test("a shortcut on a message asks with its text and is answered where it stands", async () => {
    decide({ shortcut: ask, form: plain("Saved") });
    await me.say("Cite <sources> & more");
    const said = (await slack.messages(ME)).at(-1);

    const seen = await slack.control("shortcut", {
      as: ME,
      shortcut: "log_as_goal",
      message: said?.id,
    });
    await me.submit(seen.form?.id, { title: "Cite" });

    expect(slack.core.accepted[0]).toMatchObject({ text: "Cite <sources> & more" });
    expect((await slack.messages(ME)).at(-1)).toMatchObject({ private: true, channel: CHANNEL });
  });
});

describe("when nothing can be stored", () => {
  beforeEach(() => {
    decide({ home, command: reply("Hello") });
  });

  test("a press is told so, in the person's language", async () => {
    const said = await slack.control("say", { as: "u-ab-it", in: CHANNEL, text: "/goal x" });
    slack.core.failWith(new Error("The disk is full"));

    const seen = await slack.control("press", {
      as: "u-ab-it",
      message: said.messages[0]?.id,
      button: "Done",
    });

    expect(seen.messages.at(-1)?.text).toContain("no cambió nada");
    expect(slack.log.lines).toMatchObject([{ level: "error" }]);
  });

  test("an event is sent again by Slack, and done then", async () => {
    slack.core.failWith(new Error("The disk is full"));
    let tries = 0;
    const accept = slack.core.accept.bind(slack.core);
    Object.assign(slack.core, {
      accept: async (event: ChatEvent) => {
        tries += 1;
        if (tries === 2) slack.core.failWith(null);
        return await accept(event);
      },
    });

    await slack.home(ME);

    expect(tries).toBe(2);
    expect((await slack.screen(ME)).home?.text).toContain("Home");
  });
});

test("an answer that Slack limits is said a moment later", async () => {
  decide({ command: plain("Hello") });

  for (const word of ["one", "two", "three", "four", "five"]) await me.say(word, "dm");

  const answers = (await slack.messages(ME)).filter(({ from }) => from === "bot");
  expect(answers).toHaveLength(5);
});
