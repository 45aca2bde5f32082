import { afterEach, describe, expect, test } from "@jest/globals";
import { placeAddress } from "../../../adapters/teams/address.ts";
import type { TeamsOptions } from "../../../adapters/teams/platform.ts";
import { actions, type Button, type Card, type Form } from "../../../src/card.ts";
import type { Outcome } from "../../../src/ports.ts";
import { cardOf, type Client, type Reply, wordsOf } from "./client.ts";
import { openTeams, type Teams } from "./open-teams.ts";
import { ADA, CHANNEL, TENANT } from "./stand-in.ts";
import { brief } from "../../../src/texts/brief.ts";

const card = (title: string, ...buttons: readonly Button[]): Card => ({
  title,
  body: buttons.length > 0 ? [actions(...buttons)] : [],
});
const FORM: Form = {
  form: "goal",
  title: brief("Log a goal"),
  submit: brief("Save"),
  cancel: brief("Cancel"),
  context: "g-1",
  inputs: [{ type: "text", id: "title", label: "What?", value: "Read" }],
};
const DONE: Button = { label: "Done", action: "goal.done", value: "g-1" };
const EDIT: Button = { label: "Edit", action: "goal.edit", value: "g-1", asks: true };

let teams: Teams;
let ada: Client;
async function open(options: Partial<TeamsOptions> = {}): Promise<void> {
  teams = await openTeams(options);
  ada = teams.as(ADA);
}
afterEach(async () => {
  await teams.stop();
});

const chat = (): readonly string[] => ada.messages().map((post) => wordsOf(cardOf(post)));
const channel = (): readonly string[] => ada.messages(CHANNEL).map((post) => wordsOf(cardOf(post)));

async function shown(...buttons: readonly Button[]): Promise<void> {
  await teams.platform.send({
    key: "k",
    kind: "test",
    to: placeAddress(TENANT, CHANNEL),
    card: card("Goal", ...buttons),
    thread: null,
    replaces: null,
    triedAt: null,
  });
}

/** A decision that is made when the test says so. */
function pending(): { readonly outcome: Promise<Outcome>; decide(outcome: Outcome): void } {
  let settle: (outcome: Outcome) => void = () => undefined;
  const outcome = new Promise<Outcome>((resolve) => (settle = resolve));
  return { outcome, decide: settle };
}

/** Waits until the bot answered that often, whatever it goes on with. */
async function answered(count: number): Promise<void> {
  while (ada.replies.length < count) await new Promise(setImmediate);
}

const said = ({ body }: Reply): unknown =>
  body?.["value"] ?? (body?.["task"] as typeof body)?.["value"];

describe("a decision that takes longer than Teams waits", () => {
  test("on a press is answered in time, and carried out when it is made", async () => {
    await open({ decideWithinMs: 50 });
    await shown(DONE);
    const late = pending();
    teams.core.on(() => late.outcome);

    const pressing = ada.press("Done");
    await answered(1);
    late.decide({ type: "replace", card: card("Well done") });
    const reply = await pressing;

    expect(said(reply)).toEqual(expect.stringContaining("longer than usual"));
    expect(channel()).toEqual(["Well done"]);
    expect(teams.core.finished).toEqual([teams.event(0).id]);
  });

  test("on what opens a dialog leaves the form in the person's own chat", async () => {
    await open({ decideWithinMs: 50 });
    await shown(EDIT);
    const late = pending();
    teams.core.on(({ type }) =>
      type === "action" ? late.outcome : { type: "replace", card: card("Saved") },
    );

    const pressing = ada.press("Edit");
    await answered(1);
    late.decide({ type: "ask", form: FORM });

    expect(said(await pressing)).toEqual(expect.stringContaining("longer than usual"));
    expect(chat()).toEqual([expect.stringContaining("Log a goal")]);
    await ada.submit({ title: "Cite" });
    expect(chat()).toEqual(["Saved"]);
    expect(teams.event(1)).toMatchObject({ channel: placeAddress(TENANT, CHANNEL) });
  });

  test("on a form keeps what was typed for the changes it needs", async () => {
    await open({ decideWithinMs: 1_500 });
    await shown(EDIT);
    const late = pending();
    teams.core.on(({ type }) => (type === "action" ? { type: "ask", form: FORM } : late.outcome));
    await ada.press("Edit");

    const submitting = ada.submit({ title: "Much too long" });
    await answered(2);
    late.decide({ type: "invalid", problems: { title: "Too long." } });
    await submitting;

    expect(chat()).toEqual([expect.stringContaining("Too long.")]);
    expect(JSON.stringify(cardOf(ada.messages()[0] ?? never()))).toContain("Much too long");
  });
});

describe("an invoke that comes again", () => {
  test("while the first is being decided acts once and gets the same answer", async () => {
    await open({ decideWithinMs: 50 });
    await shown(DONE);
    const late = pending();
    teams.core.on(() => late.outcome);

    const first = ada.press("Done");
    await answered(1);
    const second = ada.press("Done");
    await answered(2);
    late.decide({ type: "replace", card: card("Well done") });

    expect((await second).body).toEqual((await first).body);
    expect(teams.core.accepted).toHaveLength(1);
    expect(channel()).toEqual(["Well done"]);
  });

  test("under its old id is known after the answer too", async () => {
    await open();
    await shown(DONE);
    let count = 0;
    teams.core.on(() => ({ type: "reply", card: card(`Done ${String(++count)}`) }));

    const first = await ada.press("Done", { id: "f:replayed" });
    const again = await ada.press("Done", { id: "f:replayed" });

    expect(again.body).toEqual(first.body);
    expect(chat()).toEqual(["Done 1"]);
  });

  test("after a restart is answered kindly and does nothing", async () => {
    await open();
    await shown(DONE, EDIT);
    teams.core.on(({ type }) =>
      type === "action" ? { type: "ask", form: FORM } : { type: "nothing" },
    );
    await ada.press("Done", { id: "f:press" });
    await ada.press("Edit", { id: "f:dialog" });
    await teams.restart();
    const before = chat().length;

    const press = await ada.press("Done", { id: "f:press" });
    const dialog = await ada.press("Edit", { id: "f:dialog" });

    for (const reply of [press, dialog])
      expect(said(reply)).toEqual(expect.stringContaining("safe with me"));
    expect(teams.core.accepted).toHaveLength(2);
    expect(chat()).toHaveLength(before);
  });

  test("as a second press on what was answered is a new one for the core to see", async () => {
    await open();
    await shown(DONE);
    let count = 0;
    teams.core.on(() => ({ type: "reply", card: card(count++ === 0 ? "Done" : "Done before") }));

    await ada.press("Done");
    await ada.press("Done");

    expect(chat()).toEqual(["Done", "Done before"]);
  });

  test("from a client that submits a form twice at once saves it once", async () => {
    await open({ decideWithinMs: 1_500 });
    await shown(EDIT);
    const late = pending();
    teams.core.on(({ type }) => (type === "action" ? { type: "ask", form: FORM } : late.outcome));
    await ada.press("Edit");

    const first = ada.submit({ title: "Cite" });
    const second = ada.submit({ title: "Cite" });
    await answered(3);
    late.decide({ type: "reply", card: card("Saved") });
    await Promise.all([first, second]);

    expect(teams.core.accepted.filter(({ type }) => type === "form")).toHaveLength(1);
    expect(chat()).toEqual(["Saved"]);
  });

  test("from one that submits twice in turn names the one form it was opened as", async () => {
    await open();
    await shown(EDIT);
    teams.core.on(({ type }) =>
      type === "action" ? { type: "ask", form: FORM } : { type: "nothing" },
    );
    await ada.press("Edit");
    const open2 = JSON.stringify(ada.dialog);

    await ada.submit({ title: "Cite" });
    const { form, instance, note } = carriedIn(open2);
    await ada.invoke("task/submit", {
      data: { title: "Cite", liaison: { kind: "submit", form, instance, note } },
    });

    expect(teams.core.accepted.slice(1)).toMatchObject([
      { type: "form", instance },
      { type: "form", instance },
    ]);
  });
});

describe("what a stopped process left behind", () => {
  test.each<[string, Outcome, string]>([
    ["an answer", { type: "reply", card: card("Your plan") }, "Your plan"],
    ["a form", { type: "ask", form: FORM }, "Log a goal"],
    ["a home", { type: "home", card: card("Your home") }, "Your home"],
  ])("%s is shown where it can be: in the person's own chat", async (_, outcome, words) => {
    await open();
    await ada.say("plan", CHANNEL);
    const event = teams.event(0);
    await teams.restart();

    await teams.platform.perform(event, outcome);

    expect(chat().at(-1)).toContain(words);
    expect(channel()).toEqual([]);
  });

  test("a card that was pressed is replaced", async () => {
    await open();
    await shown(DONE);
    await ada.press("Done");
    await teams.restart();

    await teams.platform.perform(teams.event(0), { type: "replace", card: card("Well done") });

    expect(channel()).toEqual(["Well done"]);
  });

  test("an answer that Teams does not take now is for later; one it never takes is left", async () => {
    await open();
    await ada.say("plan");
    const answer = { type: "reply", card: card("Your plan") } as const;
    teams.standIn.fault({ status: 500 });
    await expect(teams.platform.perform(teams.event(0), answer)).rejects.toMatchObject({
      fate: "uncertain",
    });
    teams.standIn.fault({ status: 403, subCode: "MessageWritesBlocked" });

    await teams.platform.perform(teams.event(0), answer);

    expect(chat()).toEqual([]);
  });
});

test("an answer that has to wait a moment is given then", async () => {
  await open();
  teams.core.on(() => ({ type: "reply", card: card("Your plan") }));
  teams.standIn.fault({ status: 429, headers: { "retry-after": "0" } });

  await ada.say("plan");

  expect(chat()).toEqual(["Your plan"]);
});

test("stopping waits for what was taken in", async () => {
  await open();
  const late = pending();
  teams.core.on(() => late.outcome);
  const saying = ada.say("plan");
  await answered(1);
  late.decide({ type: "reply", card: card("Your plan") });

  await teams.platform.stop();
  await saying;

  expect(chat()).toEqual(["Your plan"]);
  expect(teams.core.finished).toEqual([teams.event(0).id]);
});

function carriedIn(drawn: string): { form: unknown; instance: string; note: string } {
  const [, carried = "{}"] =
    /"liaison":(\{"kind":"submit".*?"note":"(?:[^"\\]|\\.)*"\})/u.exec(drawn) ?? [];
  return JSON.parse(carried) as { form: unknown; instance: string; note: string };
}

function never(): never {
  throw new Error("Nothing is there");
}
