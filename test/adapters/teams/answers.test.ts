import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { placeAddress } from "../../../adapters/teams/address.ts";
import { actions, type Button, type Card, type Form } from "../../../src/card.ts";
import type { Outcome } from "../../../src/ports.ts";
import { textsFor } from "../../../src/texts/index.ts";
import { cardOf, type Client, wordsOf } from "./client.ts";
import { openTeams, type Teams } from "./open-teams.ts";
import { ADA, BOT, CHANNEL, TENANT } from "./stand-in.ts";
import { brief } from "../../../src/texts/brief.ts";

const card = (title: string, ...buttons: readonly Button[]): Card => ({
  title,
  body: buttons.length > 0 ? [actions(...buttons)] : [],
});
const reply = (title: string): Outcome => ({ type: "reply", card: card(title) });
const DONE: Button = { label: "Done", action: "goal.done", value: "g-1" };
const EDIT: Button = { label: "Edit", action: "goal.edit", value: "g-1", asks: true };
const FORM: Form = {
  form: "goal",
  title: brief("Log a goal"),
  submit: brief("Save"),
  cancel: brief("Cancel"),
  context: "g-1",
  inputs: [{ type: "text", id: "title", label: "What?", value: "Read" }],
};

let teams: Teams;
let ada: Client;
beforeEach(async () => {
  teams = await openTeams();
  ada = teams.as(ADA);
});
afterEach(async () => {
  await teams.stop();
});

const chat = (): readonly string[] => ada.messages().map((post) => wordsOf(cardOf(post)));
const channel = (): readonly string[] => ada.messages(CHANNEL).map((post) => wordsOf(cardOf(post)));

/** Puts a card with these buttons before her: in her chat, or in the channel for all. */
async function shown(place: "chat" | "channel", ...buttons: readonly Button[]): Promise<void> {
  await teams.platform.send({
    key: "k",
    kind: "test",
    to: placeAddress(TENANT, place === "chat" ? ADA.id : CHANNEL),
    card: card("Goal", ...buttons),
    thread: null,
    replaces: null,
    triedAt: null,
  });
}

describe("what is typed", () => {
  test("in the channel is answered in the person's own chat, never before others", async () => {
    teams.core.on(() => reply("Your plan"));

    await ada.say("plan", CHANNEL);

    expect(chat()).toEqual(["Your plan"]);
    expect(channel()).toEqual([]);
  });

  test("in the channel by who has no chat with the bot yet is told how to begin one", async () => {
    teams.core.on(() => reply("Your plan"));
    teams.standIn.fault({
      status: 403,
      code: "BotNotInConversationRoster",
      path: /conversations$/u,
    });

    await ada.say("plan", `${CHANNEL};messageid=17`);

    expect(chat()).toEqual([]);
    expect(channel()).toEqual([expect.stringContaining("chat of our own")]);
    expect(channel().join()).not.toContain("Your plan");
  });

  test("and asks for a form gets it in the chat, and there what came of it", async () => {
    teams.core.on(({ type }) =>
      type === "command" ? { type: "ask", form: FORM } : reply("Saved"),
    );

    await ada.say("goal add");
    expect(chat()).toEqual([expect.stringContaining("Log a goal")]);
    await ada.submit({ title: "Cite" });

    expect(chat()).toEqual(["Saved"]);
    expect(teams.event(1)).toMatchObject({ type: "form", answers: { title: "Cite" } });
  });
});

describe("a press on a card", () => {
  test("that replaces it changes it for everybody, and at once for who pressed", async () => {
    await shown("channel", DONE);
    teams.core.on(() => ({ type: "replace", card: card("Well done") }));

    const { body } = await ada.press("Done");

    expect(body).toMatchObject({
      statusCode: 200,
      type: "application/vnd.microsoft.card.adaptive",
    });
    expect(channel()).toEqual(["Well done"]);
    expect(ada.messages(CHANNEL)).toHaveLength(1);
  });

  test("in a channel that is replied to says so to who pressed alone", async () => {
    await shown("channel", DONE);
    teams.core.on(() => reply("Ben did that already"));

    const { body } = await ada.press("Done");

    expect(body).toMatchObject({
      type: "application/vnd.microsoft.activity.message",
      value: "Ben did that already",
    });
    expect(chat()).toEqual(["Ben did that already"]);
    expect(channel()).toEqual([expect.stringContaining("Goal")]);
  });

  test("whose message is gone meanwhile is answered all the same", async () => {
    await shown("chat", DONE);
    teams.core.on(() => ({ type: "replace", card: card("Well done") }));
    teams.standIn.fault({ status: 404, code: "ActivityNotFoundInConversation" });

    await ada.press("Done");

    expect(chat().at(-1)).toBe("Well done");
  });

  test("by a client without Action.Execute comes as a message, and replaces too", async () => {
    await shown("chat", DONE);
    const [post] = ada.messages();
    teams.core.on(() => ({ type: "replace", card: card("Well done") }));

    await ada.say("", undefined, {
      text: undefined,
      replyToId: post?.id,
      value: { liaison: { kind: "action", action: "goal.done", value: "g-1" } },
    });

    expect(teams.event(0)).toMatchObject({ type: "action", action: "goal.done" });
    expect(chat()).toEqual(["Well done"]);
  });

  test("from an older version of the bot is answered kindly", async () => {
    const { body } = await ada.invoke("adaptiveCard/action", { action: { data: { old: true } } });

    expect(body).toMatchObject({ statusCode: 200, value: expect.stringMatching(/\S/u) });
    expect(teams.core.accepted).toEqual([]);
  });
});

describe("dialogs", () => {
  test("a button that asks opens one, and its answer changes the card", async () => {
    await shown("channel", EDIT);
    teams.core.on(({ type }) =>
      type === "action" ? { type: "ask", form: FORM } : { type: "replace", card: card("Changed") },
    );

    await ada.press("Edit");
    expect(ada.dialog?.title).toBe("Log a goal");
    await ada.submit({ title: "Cite" });

    expect(ada.dialog).toBeUndefined();
    expect(channel()).toEqual(["Changed"]);
    expect(teams.event(1)).toMatchObject({
      type: "form",
      context: "g-1",
      answers: { title: "Cite" },
    });
  });

  test("a form that needs a change keeps what was typed, says why, and stays one form", async () => {
    await shown("chat", EDIT);
    teams.core.on(({ type }) =>
      type === "action"
        ? { type: "ask", form: FORM }
        : { type: "invalid", problems: { title: "Too long." } },
    );
    await ada.press("Edit");

    await ada.submit({ title: "Cite" });
    await ada.submit({ title: "Cite more" });

    expect(wordsOf(ada.dialog?.card ?? {})).toContain("Too long.");
    expect(JSON.stringify(ada.dialog?.card)).toContain('"value":"Cite more"');
    const instances = teams.core.accepted.flatMap((event) =>
      event.type === "form" ? [event.instance] : [],
    );
    expect(new Set(instances).size).toBe(1);
    expect(instances).toHaveLength(2);
  });

  test("a form that needs a change no longer says how it read what stood there before", async () => {
    await shown("chat", EDIT);
    const inputs: Form["inputs"] = [
      { type: "note", text: "I read this as Friday.", reading: true },
      { type: "text", id: "title", label: "Due", hint: "Like May 14", reading: "No such day" },
    ];
    teams.core.on(({ type }) =>
      type === "action"
        ? { type: "ask", form: { ...FORM, inputs } }
        : { type: "invalid", problems: { title: "That day has passed." } },
    );
    await ada.press("Edit");
    expect(wordsOf(ada.dialog?.card ?? {})).toMatch(/I read this as Friday\.[^]*No such day/u);

    await ada.submit({ title: "yesterday" });

    const said = wordsOf(ada.dialog?.card ?? {});
    expect(said).toMatch(/Like May 14[^]*That day has passed\./u);
    expect(said).not.toMatch(/I read this as|No such day/u);
  });

  test("a form in another language than Teams' own stays in it when it needs a change", async () => {
    await shown("chat", EDIT);
    teams.core.on(({ type }) =>
      type === "action"
        ? { type: "ask", form: { ...FORM, locale: "es" } }
        : { type: "invalid", problems: { title: "Muy largo." } },
    );
    await ada.press("Edit");
    expect(ada.dialog?.card).toMatchObject({ lang: "es" });

    await ada.submit({ title: "Cite" });

    expect(ada.dialog?.card).toMatchObject({ lang: "es" });
    expect(wordsOf(ada.dialog?.card ?? {})).toContain(textsFor("es", "UTC").chat.needsChange);
  });

  test("an answer of words stands in the dialog that was to open", async () => {
    await shown("chat", EDIT);
    teams.core.on(() => reply("That goal is Ben's"));

    await ada.press("Edit");

    expect(ada.dialog?.title).toBe("That goal is Ben's");
    expect(chat()).toHaveLength(1);
  });

  test("from the message extension: a form, then word of it in the person's own chat", async () => {
    teams.core.on(({ type }) =>
      type === "shortcut" ? { type: "ask", form: FORM } : reply("Saved"),
    );

    await ada.invoke("composeExtension/fetchTask", {
      commandId: "log_as_goal",
      commandContext: "compose",
    });
    expect(ada.dialog?.title).toBe("Log a goal");
    const { body } = await ada.submit({ title: "Cite" });

    expect(body).toBeUndefined();
    expect(teams.event(0)).toMatchObject({ type: "shortcut", shortcut: "log_as_goal", text: "" });
    expect(chat()).toEqual(["Saved"]);
  });

  test("a form in the chat that is given up makes room, and nothing reaches the bot", async () => {
    teams.core.on(() => ({ type: "ask", form: FORM }));
    await ada.say("goal add");

    await ada.press("Cancel");

    expect(chat()).toEqual(["Closed. Nothing was saved."]);
    expect(teams.core.accepted).toHaveLength(1);
  });

  test("a form that reads along is drawn anew in its place", async () => {
    const live: Form = {
      ...FORM,
      inputs: [{ type: "text", id: "title", label: "What?", live: true }],
    };
    teams.core.on((event) => ({
      type: "ask",
      form:
        event.type === "change"
          ? { ...live, inputs: [...live.inputs, { type: "note", text: "By Friday" }] }
          : live,
    }));
    await ada.say("goal add");

    await ada.press("Check my answers: shows how I read them before you save");

    expect(chat()).toEqual([expect.stringContaining("By Friday")]);
    expect(teams.event(1)).toMatchObject({ type: "change" });
  });
});

describe("what Teams tells of in passing", () => {
  test("language and zone of the person are kept, over a restart too", async () => {
    await ada.say("plan", undefined, { locale: "fr-CA", localTimezone: "America/Toronto" });
    await teams.restart();

    expect(await teams.platform.profile(teams.event(0).from)).toMatchObject({
      name: "Ada Lane",
      locale: "fr",
      timezone: "America/Toronto",
      active: true,
    });
  });

  test("what is told by Teams itself is stored and finished, and says nothing", async () => {
    await ada.send({
      type: "installationUpdate",
      action: "add",
      id: "f:install",
      channelId: "msteams",
      serviceUrl: teams.standIn.url,
      from: { id: ADA.id },
      recipient: { id: BOT },
      conversation: { id: ada.chat, conversationType: "personal" },
      channelData: { tenant: { id: TENANT } },
    });
    await teams.platform.idle();

    expect(teams.core.accepted).toMatchObject([{ type: "installed" }]);
    expect(teams.core.finished).toEqual([teams.event(0).id]);
    expect(chat()).toEqual([]);
  });
});
