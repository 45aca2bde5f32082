import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readDemo } from "../../../playground/demo.ts";
import type { Screen, Seen, SeenMessage, WorldState } from "../../../playground/contract.ts";
import {
  firstOf,
  formOf,
  type OpenPlayground,
  openPlayground,
  required,
  TEAMS_BOT,
} from "../open-playground.ts";

const LIBRARIAN = "u-wc-lib";
const TECHNICIAN = "u-wc-it";
const MANAGER = "u-wc-itm";
const CHANNEL = "Learning Commons and ICT";
const REMINDED = required(
  readDemo().people.find(({ id }) => id === TECHNICIAN),
  "technician",
).user;
const MANIFEST = {
  bots: [
    {
      commandLists: [
        { scopes: ["personal"], commands: [{ title: "goal", description: "Log a goal" }] },
      ],
    },
  ],
  composeExtensions: [
    {
      commands: [
        { id: "new", type: "action", title: "Log a goal", context: ["compose"], fetchTask: true },
        { id: "as", type: "action", title: "Log as goal", context: ["message"], fetchTask: true },
      ],
    },
  ],
  authorization: {
    permissions: { resourceSpecific: [{ name: "ChannelMessage.Read.Group", type: "Application" }] },
  },
};

let playground: OpenPlayground;
beforeAll(async () => {
  playground = await openPlayground({
    bot: TEAMS_BOT,
    teamsManifest: MANIFEST,
    env: { REMINDED },
  });
}, 60_000);
afterAll(() => playground.remove());

const say = (as: string, where: string, text: string, more: object = {}): Promise<Seen> =>
  playground.control("/say", { as, in: where, text, ...more });
const press = (as: string, message: string, button: string, more: object = {}): Promise<Seen> =>
  playground.control("/press", { as, message, button, ...more });
const submit = (as: string, form: string, answers: object): Promise<Seen> =>
  playground.control("/submit", { as, form, answers });
const seenBy = (as: string): Promise<readonly SeenMessage[]> =>
  playground.control(`/messages?as=${as}`);
const events = async (): Promise<string> =>
  (await say(MANAGER, "dm", "events?")).messages.at(-1)?.text ?? "";

async function logGoal(title: string, as = LIBRARIAN, where = CHANNEL): Promise<SeenMessage> {
  const { messages } = await say(as, where, `goal ${title}`);
  return required(messages[1], "answer of the bot");
}

describe("words", () => {
  test("a message to the bot is answered in the personal chat, in the person's time zone", async () => {
    const seen = await say(LIBRARIAN, "dm", "hello");

    expect(seen.messages.map(({ from, channel, text }) => [from, channel, text])).toEqual([
      [LIBRARIAN, "dm", "hello"],
      ["bot", "dm", "You said hello (Australia/Melbourne)"],
    ]);
  });

  test("a slash is typed like any other character", async () => {
    const seen = await say(LIBRARIAN, "dm", "/goal x");

    expect(seen.messages.at(-1)?.text).toContain("You said /goal x");
  });

  test("a new post in a channel mentions the bot, which answers in its thread", async () => {
    const [own, answer] = (await say(LIBRARIAN, `#${CHANNEL}`, "hi there")).messages;

    expect(own).toMatchObject({ text: "@Liaison hi there", thread: null, to: null });
    expect(answer).toMatchObject({ from: "bot", thread: own?.id });
  });

  test("what people say to each other reaches the bot without a mention of it", async () => {
    const post = firstOf(await say(LIBRARIAN, CHANNEL, "Carts, anybody?", { mention: false }));
    const reply = firstOf(await say(TECHNICIAN, CHANNEL, "In room 4", { thread: post.id }));

    expect([post.text, reply.text, reply.thread]).toEqual([
      "Carts, anybody?",
      "In room 4",
      post.id,
    ]);
    expect(await events()).toContain("said Carts, anybody?, said In room 4");
  });

  test("people of the tenant are mentioned by name", async () => {
    const seen = await say(LIBRARIAN, CHANNEL, "@Liaison ask @u-wc-it");

    expect(firstOf(seen).text).toBe("@Liaison ask @ICT technician, Wattle Creek");
    expect(firstOf(seen).raw).toMatchObject({
      text: "<at>Liaison</at> ask <at>ICT technician, Wattle Creek</at>",
    });
  });

  test("the bot lists who is in the channel", async () => {
    const seen = await say(LIBRARIAN, CHANNEL, "members");

    expect(seen.messages[1]?.text).toBe(
      "Teacher librarian, Wattle Creek · ICT technician, Wattle Creek · ICT manager, Wattle Creek",
    );
  });

  test("people outside the team do not see its channel", async () => {
    const principal = await playground.control<Screen>("/screen?as=u-wc-prin");

    expect(principal.channels).toEqual([]);
  });
});

describe("a card", () => {
  test("is read out with its buttons", async () => {
    const post = await logGoal("Read <b> & *more*");

    expect(post.text).toBe("Teacher librarian, Wattle Creek set a goal\nRead <b> & *more*");
    expect(post.buttons).toEqual([
      { label: "Done", action: "done", value: "1", accessibleName: "Done: Read <b> & *more*" },
      { label: "Mine", action: "mine", value: "1", accessibleName: "Mine" },
      { label: "First step", action: "First step", value: null, accessibleName: "First step" },
    ]);
  });

  test("that a press answers with is seen by the one who pressed", async () => {
    const post = await logGoal("Label the carts");

    const seen = await press(TECHNICIAN, post.id, "mine");
    const others = (await seenBy(LIBRARIAN)).find(({ id }) => id === post.id);

    expect(firstOf(seen).text).toContain("Only ICT technician, Wattle Creek sees this");
    expect(others?.text).toContain("Label the carts");
  });

  test("that the bot updates is seen by everybody, whatever one of them got", async () => {
    const post = await logGoal("Mend the lamps");
    await press(TECHNICIAN, post.id, "mine");

    const seen = await press(LIBRARIAN, post.id, "Done: Mend the lamps");
    const others = (await seenBy(TECHNICIAN)).find(({ id }) => id === post.id);

    expect(firstOf(seen)).toMatchObject({ text: "Done by Teacher librarian, Wattle Creek" });
    expect(others?.text).toBe("Done by Teacher librarian, Wattle Creek");
  });

  test("sends its fallback from a client that does not know Action.Execute", async () => {
    const post = await logGoal("Old tablets", TECHNICIAN, "dm");

    const seen = await press(TECHNICIAN, post.id, "Done", { oldClient: true });

    expect(seen.messages.at(-1)?.text).toBe('Taken: {"verb":"done","value":"1"}');
  });

  test("may answer in words only", async () => {
    await playground.control("/home", { as: TECHNICIAN });

    const seen = await press(TECHNICIAN, "home", "Whisper");

    expect(seen).toEqual({ messages: [], notice: "Hush." });
  });

  test("with inputs is a form that stands in the chat", async () => {
    const form = formOf(await say(LIBRARIAN, "dm", "form"));

    const refused = await submit(LIBRARIAN, form.id, { Due: "2027-05-14" });
    const taken = await submit(LIBRARIAN, form.id, {
      Goal: "Makers at lunch",
      Owner: [TECHNICIAN],
    });

    expect(refused.problems).toEqual({ title: "Say what you want to reach." });
    expect(taken.messages.at(-1)?.text).toMatch(
      /^Taken: .*"title":"Makers at lunch","due":"2027-05-14","owner":"[-0-9a-f]{36}"/,
    );
  });
});

describe("a dialog", () => {
  const open = async (title: string): Promise<Seen> =>
    press(LIBRARIAN, (await logGoal(title, LIBRARIAN, "dm")).id, "First step");

  test("is the answer to a press", async () => {
    const form = formOf(await open("Cite a source"));

    expect(form).toMatchObject({
      title: "A first step",
      submit: "Save",
      text: "About: Cite a source",
    });
    expect(form.inputs.map(({ id, kind, optional }) => [id, kind, optional])).toEqual([
      ["title", "text", false],
      ["due", "date", true],
      ["horizon", "choice", true],
      ["owner", "people", true],
    ]);
    expect(form.buttons.map(({ label }) => label)).toEqual(["Never mind"]);
  });

  test("is not sent while the client finds something missing or too long", async () => {
    const form = formOf(await open("Nothing yet"));

    const empty = await submit(LIBRARIAN, form.id, {});
    const long = await submit(LIBRARIAN, form.id, { Goal: "x".repeat(50) });

    expect(empty.problems).toEqual({ title: "Say what you want to reach." });
    expect(long.problems).toEqual({ title: "Please shorten this by 10 characters." });
  });

  test("may be answered with the next one, whose problems are read beside the inputs", async () => {
    const form = formOf(await open("Twice"));

    const again = await submit(LIBRARIAN, form.id, { Goal: "again", Horizon: "Long" });

    expect(again.problems).toEqual({ title: "Another word, please." });
    expect(formOf(again).inputs.map(({ value }) => value)).toEqual(["again", null, null, []]);
  });

  test("closes when it was taken, and what was filled in arrives", async () => {
    const form = formOf(await open("Taken"));
    await playground.control("/change", {
      as: LIBRARIAN,
      form: form.id,
      answers: { Goal: "Typed", Owner: "ICT technician, Wattle Creek" },
    });

    await submit(LIBRARIAN, form.id, { Horizon: "Short" });
    const { form: left } = await playground.control<Screen>(`/screen?as=${LIBRARIAN}`);

    expect(left).toBeNull();
    expect(await events()).toMatch(
      /task\/submit \{"kind":"submit","title":"Typed","owner":"[-0-9a-f]{36}","horizon":"short"\}/,
    );
  });

  test("may end with a sentence, and is closed by the person", async () => {
    const told = formOf(await submit(LIBRARIAN, formOf(await open("Told")).id, { Goal: "tell" }));

    await playground.control("/close", { as: LIBRARIAN, form: told.id });
    const { form } = await playground.control<Screen>(`/screen?as=${LIBRARIAN}`);

    expect(told).toMatchObject({ text: "Told.", submit: null, inputs: [] });
    expect(form).toBeNull();
  });

  test("opens from the compose box and from a message's menu", async () => {
    const post = firstOf(await say(LIBRARIAN, CHANNEL, "Fix <this>", { mention: false }));

    const blank = await playground.control("/shortcut", { as: TECHNICIAN, shortcut: "Log a goal" });
    const filled = await playground.control("/shortcut", {
      as: TECHNICIAN,
      shortcut: "Log as goal",
      message: post.id,
    });
    await submit(TECHNICIAN, formOf(filled).id, { Goal: "From a message" });

    expect(formOf(blank)).toMatchObject({ title: "Log a goal", text: "About: " });
    expect(formOf(filled).text).toContain("Fix &lt;this&gt;");
    expect(await events()).toContain("composeExtension/submitAction");
  });
});

describe("the home", () => {
  test("is the bot's answer to the word home", async () => {
    const seen = await playground.control("/home", { as: MANAGER });
    const screen = await playground.control<Screen>(`/screen?as=${MANAGER}`);

    expect(seen.home).toMatchObject({ text: "Your goals" });
    expect(screen.home?.id).toBe(seen.home?.id);
  });
});

describe("time and administration", () => {
  test("what the bot sends by itself is seen, and ticks the story", async () => {
    const moved = await playground.control<{ sent: SeenMessage[] }>("/clock", { to: "next" });
    const { story } = await playground.control<Screen>(`/screen?as=${TECHNICIAN}`);

    expect(moved.sent.map(({ to, channel, text }) => [to, channel, text])).toEqual([
      [TECHNICIAN, "dm", "Reminder 1"],
    ]);
    expect(story.find(({ id }) => id === "nudge")?.done).toBe(true);
  });

  test("a person removes the app and adds it again; the bot is told without a time zone", async () => {
    await playground.control("/install", { as: "u-wc-y7", installed: false });
    const { installed } = await playground.control<Screen>("/screen?as=u-wc-y7");
    const refused = await playground.refused("/say", { as: "u-wc-y7", in: "dm", text: "hi" });
    await playground.control("/install", { as: "u-wc-y7", installed: true });

    expect(installed).toBe(false);
    expect(refused).toMatchObject({ status: 409 });
    expect(refused.body.error).toContain("/control/install adds it");
    expect(await events()).toContain(
      "installationUpdate remove (no zone), installationUpdate add (no zone), conversationUpdate bot (no zone)",
    );
  });

  test("teams are archived, and people join, leave and lose their accounts", async () => {
    const member = (person: string, isIn: boolean): Promise<unknown> =>
      playground.control("/membership", { channel: CHANNEL, person, member: isIn });
    await playground.control("/archive", { channel: CHANNEL, archived: true });
    const refused = await playground.refused("/say", { as: LIBRARIAN, in: CHANNEL, text: "x" });
    await playground.control("/archive", { channel: CHANNEL, archived: false });
    await member("u-wc-y7", true);
    await member("u-wc-y7", false);
    await playground.control("/deactivate", { person: TECHNICIAN, deactivated: true });
    const { channels } = await playground.control<WorldState>("/state");
    await playground.control("/deactivate", { person: TECHNICIAN, deactivated: false });

    expect(refused.status).toBe(409);
    expect(channels.find(({ name }) => name === CHANNEL)?.members).toEqual([LIBRARIAN, MANAGER]);
    const told = ["teamArchived", "teamUnarchived", "teamMemberAdded", "teamMemberRemoved"];
    expect(await events()).toContain(
      [...told, "teamMemberRemoved", "teamMemberAdded"]
        .map((event) => `conversationUpdate ${event} (no zone)`)
        .join(", "),
    );
  });

  test("the state lists what can be typed and used there", async () => {
    const { commands, shortcuts, people } = await playground.control<WorldState>("/state");

    expect(commands.filter(({ platform }) => platform === "teams")).toEqual([
      { name: "goal", hint: "Log a goal", platform: "teams" },
    ]);
    expect(shortcuts.filter(({ platform }) => platform === "teams")).toEqual([
      { name: "Log a goal", onMessage: false, platform: "teams" },
      { name: "Log as goal", onMessage: true, platform: "teams" },
    ]);
    expect(people.filter(({ id }) => id.includes("@")).map(({ id }) => id)).toEqual([
      "u-tv-lib@teams",
      "u-tv-it@teams",
    ]);
  });
});

describe("what is not there is a 404 that names what is", () => {
  test.each<readonly [string, string, object, string]>([
    ["a channel", "/say", { in: "Lunch", text: "x" }, `#${CHANNEL}, dm`],
    ["a message", "/press", { message: "19:x:1", button: "Done" }, "The latest they see: "],
    ["a form", "/submit", { form: "T0" }, "has no form open"],
    ["a shortcut", "/shortcut", { shortcut: "Fly" }, "“Log as goal”"],
    ["a thread in a chat", "/say", { in: "dm", text: "x", thread: "?" }, "sees no message"],
  ])("%s", async (_what, path, body, words) => {
    const refused = await playground.refused(path, { as: MANAGER, ...body });

    expect(refused.status).toBe(404);
    expect(refused.body.error).toContain(words);
  });
});
