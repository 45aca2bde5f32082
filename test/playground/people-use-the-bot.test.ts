import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Screen, Seen, SeenMessage, WorldState } from "../../playground/contract.ts";
import {
  firstOf,
  formOf,
  logGoal,
  type OpenPlayground,
  openPlayground,
  required,
} from "./open-playground.ts";

const LIBRARIAN = "u-ab-lib";
const TECHNICIAN = "u-ab-it";
const CHANNEL = "C0AB00000";

let playground: OpenPlayground;
beforeAll(async () => {
  playground = await openPlayground();
}, 60_000);
afterAll(() => playground.remove());

const say = (as: string, where: string, text: string, thread?: string): Promise<Seen> =>
  playground.control("/say", { as, in: where, text, ...(thread ? { thread } : {}) });
const submit = (form: string, answers: Record<string, unknown>): Promise<Seen> =>
  playground.control("/submit", { as: LIBRARIAN, form, answers });
const press = (as: string, message: string, button: string): Promise<Seen> =>
  playground.control("/press", { as, message, button });

describe("a form", () => {
  test("is opened by a command, refused with sentences, then submitted", async () => {
    const asked = await say(LIBRARIAN, "#alder-library-tech", "/goal Read <b> & more");
    const form = formOf(asked);
    const refused = await submit(form.id, { Goal: "x" });
    const taken = await submit(form.id, { goal: "Cite a source", Due: "2027-05-14" });

    expect(form).toMatchObject({ title: "Log a goal", submit: "Save" });
    expect(form.text).toBe("What do you want to reach?");
    expect(form.inputs.map(({ id, kind, optional }) => [id, kind, optional])).toEqual([
      ["goal", "text", false],
      ["due", "date", true],
      ["owner", "people", true],
      ["kind", "choice", true],
    ]);
    expect(form.inputs[0]?.value).toBe("Read &lt;b&gt; &amp; more");
    expect(refused.problems).toEqual({ goal: "Too short." });
    expect(formOf(refused).inputs[0]?.problem).toBe("Too short.");
    expect(taken.form).toBeUndefined();
    expect(firstOf(taken)).toMatchObject({
      channel: CHANNEL,
      from: "bot",
      to: null,
      text: "@School librarian, Alder Bend set a goal: Cite a source",
    });
  });

  test("keeps what stands in inputs that are left out", async () => {
    const form = formOf(await say(LIBRARIAN, "dm", "/goal"));
    await submit(form.id, { Goal: "x", Owner: TECHNICIAN });

    const screen = await playground.control<Screen>(`/screen?as=${LIBRARIAN}`);

    expect(screen.form?.inputs.find(({ id }) => id === "owner")?.value).toBe(TECHNICIAN);
  });

  test("does not bother the bot when a required input is empty or a text too long", async () => {
    const form = formOf(await say(LIBRARIAN, "dm", "/goal"));

    const empty = await submit(form.id, { Goal: "" });
    const long = await submit(form.id, { Goal: "x".repeat(510) });

    expect(empty.problems).toEqual({ goal: "Please complete this required field." });
    expect(long.problems).toEqual({ goal: "Please shorten this by 10 characters." });
  });

  test("tells the bot of a live input, and what a person typed stays", async () => {
    const form = formOf(await say(LIBRARIAN, "dm", "/goal"));

    const changed = await playground.control("/change", {
      as: LIBRARIAN,
      form: form.id,
      answers: { Goal: "Typed", Horizon: "Long" },
    });

    expect(formOf(changed).inputs.map(({ value }) => value)).toEqual(["Typed", null, null, "long"]);
  });

  test("can be closed, and the bot hears of it", async () => {
    const form = formOf(await say(LIBRARIAN, "dm", "/goal"));

    await playground.control("/close", { as: LIBRARIAN, form: form.id });
    const screen = await playground.control<Screen>(`/screen?as=${LIBRARIAN}`);
    const heard = await say(LIBRARIAN, "dm", "events?");

    expect(screen.form).toBeNull();
    expect(heard.messages.at(-1)?.text).toContain("view_closed");
  });

  test("opens from a message shortcut with the message's text", async () => {
    const message = firstOf(await say(LIBRARIAN, CHANNEL, "Let us label the carts"));

    const asked = await playground.control("/shortcut", {
      as: TECHNICIAN,
      shortcut: "Log as goal",
      message: message.id,
    });

    expect(formOf(asked).inputs[0]?.value).toBe("Let us label the carts");
  });
});

describe("a button", () => {
  test("changes the message for everybody in the channel", async () => {
    const message = await logGoal(playground, "Label the carts");

    const seen = await press(TECHNICIAN, message.id, "Done: Label the carts");
    const asSeen = await playground.control<readonly SeenMessage[]>(
      `/messages?as=${LIBRARIAN}&in=alder-library-tech`,
    );

    expect(firstOf(seen)).toMatchObject({ id: message.id, text: "open Done.", buttons: [] });
    expect(asSeen.find(({ id }) => id === message.id)?.text).toBe("open Done.");
  });

  test("may answer only the one who pressed it", async () => {
    const message = await logGoal(playground, "Whisper");

    const seen = await press(TECHNICIAN, message.id, "hush");
    const others = await playground.control<readonly SeenMessage[]>(`/messages?as=${LIBRARIAN}`);

    expect(firstOf(seen)).toMatchObject({ text: "Only you.", private: true, to: TECHNICIAN });
    expect(others.map(({ id }) => id)).not.toContain(firstOf(seen).id);
  });

  test("is found on the home, which the bot draws when it is opened", async () => {
    const opened = await playground.control("/home", { as: TECHNICIAN });

    const home = required(opened.home, "home");
    const pressed = await press(TECHNICIAN, home.id, "Whisper");

    expect(home.text).toBe("Your goals");
    expect(firstOf(pressed).private).toBe(true);
  });
});

describe("words", () => {
  test("a command may answer only its author, with what was typed", async () => {
    const seen = await say(LIBRARIAN, CHANNEL, "/goal echo *bold* <!channel>");

    expect(firstOf(seen)).toMatchObject({ private: true, text: "bold <!channel>" });
  });

  test("a command escapes mentions as its manifest asks", async () => {
    const form = formOf(
      await say(LIBRARIAN, "dm", "/goal for @Site technician, Alder Bend in #alder-library-tech"),
    );

    expect(form.inputs[0]?.value).toBe("for <@U0ABIT000|ab-it> in <#C0AB00000|alder-library-tech>");
  });

  test("a message to the bot is answered in the direct conversation", async () => {
    const seen = await say(LIBRARIAN, "dm", "hello");

    expect(seen.messages.map(({ from, channel, text }) => [from, channel, text])).toEqual([
      [LIBRARIAN, "dm", "hello"],
      ["bot", "dm", "You said hello (0)"],
    ]);
  });

  test("a mention is answered in a thread, and a reply stays in it", async () => {
    // Others post in the first school's channel, and Slack takes only a few a second there.
    const channel = "#tvhs-library-tech";
    const seen = await say("u-tv-lib", channel, "hey @Liaison, are you there?");
    const [own, answer] = seen.messages;

    const reply = await say("u-tv-it", channel, "me too", required(answer, "answer").id);

    expect(own?.text).toBe("hey @Liaison, are you there?");
    expect(answer).toMatchObject({
      thread: own?.id,
      text: "Yes, @School librarian, Tamarack Valley High?",
    });
    expect(firstOf(reply).thread).toBe(own?.id);
  });

  test("people outside a channel do not see it", async () => {
    await say(LIBRARIAN, CHANNEL, "among us");

    const principal = await playground.control<Screen>("/screen?as=u-ab-prin");

    expect(principal.channels).toEqual([]);
  });
});

describe("time and administration", () => {
  test("the clock moves through every timer and shows what was sent", async () => {
    const { next } = await playground.control<WorldState>("/state");
    const moved = await playground.control<{ now: string; sent: SeenMessage[] }>("/clock", {
      to: "next",
    });

    expect(moved.now).toBe(next);
    expect(moved.sent).toHaveLength(1);
    expect(moved.sent[0]).toMatchObject({ at: next, channel: "dm", to: TECHNICIAN });
  });

  test("the story is ticked by what was seen", async () => {
    await playground.control("/clock", { to: "next" });

    const { story } = await playground.control<Screen>(`/screen?as=${LIBRARIAN}`);

    expect(story.find(({ id }) => id === "nudge")?.done).toBe(true);
    expect(story.find(({ id }) => id === "joint")?.done).toBe(false);
  });

  test("an archived channel refuses people and the bot, and the bot hears of it", async () => {
    await playground.control("/archive", { channel: "tvhs-library-tech", archived: true });

    const refused = await playground.refused("/say", {
      as: "u-tv-lib",
      in: "tvhs-library-tech",
      text: "hello?",
    });
    const posted = await playground.slack("chat.postMessage", { channel: "C0TV00000", text: "x" });
    await playground.control("/archive", { channel: "tvhs-library-tech", archived: false });
    const heard = await say("u-tv-lib", "dm", "events?");

    expect(refused.status).toBe(409);
    expect(posted.body["error"]).toBe("is_archived");
    expect(heard.messages.at(-1)?.text).toContain("channel_archive channel_unarchive");
  });

  test("a deactivated person cannot act, nor be written to", async () => {
    await playground.control("/deactivate", { person: "u-tv-sci", deactivated: true });

    const refused = await playground.refused("/home", { as: "u-tv-sci" });
    const posted = await playground.slack("chat.postMessage", { channel: "U0TVSCI00", text: "x" });

    expect(refused.status).toBe(409);
    expect(refused.body.error).toContain("is deactivated");
    expect(posted.body["error"]).toBe("user_disabled");
  });

  test("the bot can be taken out of a channel", async () => {
    await playground.control("/membership", {
      channel: "tvhs-library-tech",
      person: "bot",
      member: false,
    });

    const posted = await playground.slack("chat.postMessage", { channel: "C0TV00000", text: "x" });
    await playground.control("/membership", {
      channel: "tvhs-library-tech",
      person: "bot",
      member: true,
    });

    expect(posted.body["error"]).toBe("not_in_channel");
  });
});
