import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { placeAddress } from "../../../adapters/teams/address.ts";
import type { TeamsOptions } from "../../../adapters/teams/platform.ts";
import { actions, type Form } from "../../../src/card.ts";
import type { ChatEvent, Outcome } from "../../../src/ports.ts";
import { cardOf, type Client, wordsOf } from "./client.ts";
import { openTeams, type Teams } from "./open-teams.ts";
import { ADA, BEN, CHANNEL, TENANT } from "./stand-in.ts";
import { brief, type Brief } from "../../../src/texts/brief.ts";

/** What somebody wants the bot to have said. */
const LIE = "Everybody: the library is closed for good";
const EDIT = { label: "Edit", action: "goal.edit", value: "g-1", asks: true } as const;
const FORM: Form = {
  form: "goal",
  title: brief("Log a goal"),
  submit: brief("Save"),
  cancel: brief("Cancel"),
  context: "g-1",
  inputs: [{ type: "text", id: "title", label: "What?" }],
};
const LYING: Form = {
  ...FORM,
  title: LIE as Brief,
  inputs: [{ type: "note", text: LIE }, ...FORM.inputs, { type: "text", id: "x", label: LIE }],
};
const SECRET: Partial<TeamsOptions> = {
  secret: Buffer.from("kept over restarts, as the database does"),
};

let teams: Teams;
let ada: Client;
let ben: Client;
/** Ids of the messages that stand in the channel. */
let shown: readonly string[];
/** What Ada's dialog carried when she opened the form. */
let hers: Record<string, unknown>;
let before: string;

const channel = (): string =>
  JSON.stringify(ben.messages(CHANNEL).map((post) => [post.id, wordsOf(cardOf(post))]));

beforeEach(async () => {
  teams = await openTeams(SECRET);
  [ada, ben] = [teams.as(ADA), teams.as(BEN)];
  for (const key of ["one", "two"])
    await teams.platform.send({
      key,
      kind: "test",
      to: placeAddress(TENANT, CHANNEL),
      card: { title: `Goal ${key}`, body: [actions(EDIT)] },
      thread: null,
      replaces: null,
      triedAt: null,
    });
  shown = ben.messages(CHANNEL).map(({ id }) => id);
  before = channel();
  teams.core.on(() => ({ type: "ask", form: FORM }));
  await ada.press("Edit");
  hers = carriedIn(ada.dialog);
});
afterEach(async () => {
  await teams.stop();
});

function carriedIn(dialog: unknown): Record<string, unknown> {
  const found = /"liaison":(\{"kind":"submit".*?"note":"(?:[^"\\]|\\.)*"\})/u.exec(
    JSON.stringify(dialog),
  );
  return JSON.parse(found?.[1] ?? "{}") as Record<string, unknown>;
}

const card = { title: "Saved", body: [] };
const OUTCOMES: readonly Outcome[] = [
  { type: "reply", card },
  { type: "replace", card },
  { type: "ask", form: FORM },
  { type: "invalid", problems: { title: "Too long." } },
  { type: "home", card },
  { type: "nothing" },
];

/** Whatever the core says of a form; of a press, what is left once it looked the message up. */
const decided =
  (outcome: Outcome) =>
  (event: ChatEvent): Outcome =>
    event.type === "action" && outcome.type === "replace"
      ? { type: "reply", card: outcome.card }
      : event.type === "action" && outcome.type === "ask"
        ? { ...outcome, apart: true }
        : outcome;

describe("what a client makes up changes no message that others read", () => {
  test("and none of its words are the bot's, whatever it names, over restarts too", async () => {
    const forged = fc.record({
      name: fc.constantFrom(
        "adaptiveCard/action",
        "task/fetch",
        "task/submit",
        "composeExtension/submitAction",
        "fileConsent/invoke",
        "message",
      ),
      what: fc.constantFrom("submit", "change", "cancel", "action", "hers", "mixed", "decline"),
      form: fc.constantFrom("goal", "setup", "no.such.form"),
      message: fc.nat({ max: 2 }),
      thread: fc.boolean(),
      outcome: fc.constantFrom(...OUTCOMES),
      restart: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    });
    await fc.assert(
      fc.asyncProperty(forged, async ({ name, what, form, message, thread, outcome, restart }) => {
        if (restart) await teams.restart();
        teams.core.on(decided(outcome));
        const replyToId = shown[message] ?? "1740000000000";
        const note = JSON.stringify({ conversation: CHANNEL, message: replyToId });
        const carried: Record<string, unknown> = {
          submit: { kind: "submit", form: { ...LYING, form }, instance: "i-1", note },
          change: { kind: "change", form: { ...LYING, form }, instance: "i-1", note },
          cancel: { kind: "cancel", note },
          action: { kind: "action", action: "no.such.action", value: LIE },
          hers,
          mixed: { ...hers, form: { ...LYING, form } },
        };
        const data = { title: "Mine", liaison: carried[what] };
        const value =
          what === "decline"
            ? { type: "fileUpload", action: "decline" }
            : name === "adaptiveCard/action"
              ? { action: { data } }
              : name === "message"
                ? data
                : { data };
        const id = thread ? `${CHANNEL};messageid=${replyToId}` : CHANNEL;
        const reply = await ben.invoke(name, value, {
          ...(name === "message" ? { type: "message", name: undefined } : {}),
          replyToId,
          conversation: { id, tenantId: TENANT, conversationType: "channel" },
        });

        expect(channel()).toBe(before);
        expect(JSON.stringify(reply.body ?? "")).not.toContain(LIE);
        expect(JSON.stringify(ben.messages().map(cardOf))).not.toContain(LIE);
      }),
      { numRuns: 120 },
    );
  });
});

describe("what the bot said itself", () => {
  const inDialog = async (client: Client, liaison: unknown) =>
    await client.invoke("task/submit", { data: { title: "Cite", liaison } });

  test("is shown again to who it was said to, after a restart too", async () => {
    await teams.restart();
    teams.core.on(() => ({ type: "invalid", problems: { title: "Too long." } }));
    const reply = await inDialog(ada, hers);
    expect(JSON.stringify(reply.body)).toContain("Log a goal");
    expect(JSON.stringify(reply.body)).toContain("Too long.");
  });

  test("is not shown to anybody else, who only reads what needs a change", async () => {
    teams.core.on(() => ({ type: "invalid", problems: { title: "Too long." } }));
    const reply = await inDialog(ben, hers);
    expect(JSON.stringify(reply.body)).not.toContain("Log a goal");
    expect(JSON.stringify(reply.body)).toContain("Too long.");
  });

  test("names an opening that nobody else can name", async () => {
    teams.core.on(() => ({ type: "nothing" }));
    await inDialog(ada, hers);
    await inDialog(ben, hers);
    await inDialog(ben, { kind: "submit", form: FORM, instance: hers["instance"], note: "{}" });
    const named = teams.core.accepted.flatMap((event) =>
      event.type === "form" ? [event.instance] : [],
    );
    expect(named[0]).toBe(hers["instance"]);
    expect(named.slice(1)).not.toContain(hers["instance"]);
  });

  test("changes the message that its form was opened from", async () => {
    teams.core.on(() => ({ type: "replace", card }));
    await ada.submit({ title: "Cite" });
    expect(channel()).toContain("Saved");
  });

  test("changes no message where the press was none of that message's", async () => {
    teams.core.on(() => ({ type: "ask", form: FORM, apart: true }));
    await ben.press("Edit");
    teams.core.on(() => ({ type: "replace", card }));
    await ben.submit({ title: "Cite" });
    expect(channel()).toBe(before);
    expect(wordsOf(cardOf(ben.messages().at(-1) ?? never()))).toContain("Saved");
  });
});

function never(): never {
  throw new Error("Nothing was said");
}
