import { describe, expect, test } from "@jest/globals";
import { type Plan, planFor, type Situation, type Step } from "../../../adapters/teams/plan.ts";
import { type By, readOrigin, type Via, writeOrigin } from "../../../adapters/teams/via.ts";
import type { Form } from "../../../src/card.ts";
import type { ChatEvent, Outcome } from "../../../src/ports.ts";
import type { Address } from "../../../src/team/person.ts";
import { textsFor } from "../../../src/texts/index.ts";
import { CHANNEL, TENANT } from "./stand-in.ts";
import { brief } from "../../../src/texts/brief.ts";

const FORM: Form = {
  form: "goal",
  title: brief("Log a goal"),
  submit: brief("Save"),
  cancel: brief("Cancel"),
  context: "g-1",
  inputs: [],
};
const CARD = { title: "Well done", body: [] };
const THREAD = `${CHANNEL};messageid=17`;

const OUTCOMES: readonly Outcome[] = [
  { type: "reply", card: CARD },
  { type: "replace", card: CARD },
  { type: "ask", form: FORM },
  { type: "invalid", problems: { title: "Too long." } },
  { type: "home", card: CARD },
  { type: "nothing" },
];

const arrival = {
  id: "e-1",
  tenant: `teams:${TENANT}` as Address,
  from: `teams:${TENANT}/29:1ada` as Address,
  channel: null,
  via: "",
};
const action: ChatEvent = { ...arrival, type: "action", action: "goal.done", value: "g-1" };
const form: ChatEvent = {
  ...arrival,
  type: "form",
  form: "goal",
  context: "g-1",
  answers: { title: "Cite" },
  instance: "i-1",
};
const change: ChatEvent = {
  ...arrival,
  type: "change",
  form: "goal",
  context: "g-1",
  answers: { title: "Cite" },
};

function situation(by: By, event: ChatEvent, more: Partial<Via> = {}): Situation {
  const isOfForm = event.type === "form" || event.type === "change";
  const via: Via = {
    by,
    serviceUrl: "https://smba.trafficmanager.net/amer/",
    tenant: TENANT,
    user: "29:1ada",
    conversation: THREAD,
    isPersonal: false,
    locale: "en",
    message: "17",
    ...(isOfForm
      ? {
          form: {
            form: FORM,
            instance: "i-1",
            note: writeOrigin({ conversation: THREAD, message: "16" }),
          },
        }
      : {}),
    ...more,
  };
  return { event, via, texts: textsFor("en", "UTC"), isHome: false };
}

const targets = (steps: readonly Step[]): readonly string[] =>
  steps.map((step) => (step.type === "update" ? `update ${step.message}` : step.type));
const titles = ({ late }: Plan): readonly string[] =>
  late.map((step) => {
    if (step.type === "home") return step.card.title;
    if (step.type !== "say" && step.type !== "update") return step.type;
    return step.content.kind === "card" ? step.content.card.title : step.content.form.title;
  });

describe("whatever the core wants, the answer fits the request", () => {
  test.each(OUTCOMES)("$type: what opens a dialog is answered by one", (outcome) => {
    expect(planFor(outcome, situation("fetch", action)).now.type).toBe("dialog");
  });

  test.each(OUTCOMES)("$type: what is done in a dialog closes it or fills it", (outcome) => {
    for (const event of [action, form, change])
      expect(["dialog", "close"]).toContain(planFor(outcome, situation("dialog", event)).now.type);
  });

  test.each(OUTCOMES)("$type: a press on a card is answered by a card or a sentence", (outcome) => {
    for (const event of [action, form, change])
      expect(["card", "notice"]).toContain(planFor(outcome, situation("card", event)).now.type);
  });

  test.each(OUTCOMES)("$type: nothing is lost when nobody waits any more", (outcome) => {
    for (const by of ["typed", "card", "fetch", "dialog"] as const)
      for (const event of [action, form]) {
        const { late } = planFor(outcome, situation(by, event));
        const isQuiet = outcome.type === "nothing";
        expect(late.length > 0 || isQuiet).toBe(true);
      }
  });

  test.each(OUTCOMES)("$type: nothing is posted where others read along", (outcome) => {
    for (const by of ["typed", "card", "fetch", "dialog"] as const)
      for (const step of planFor(outcome, situation(by, action)).late)
        expect(["say", "home", "update"]).toContain(step.type);
  });
});

describe("what a form in the chat becomes", () => {
  const chat = { conversation: "a:1", isPersonal: true, message: "99" };

  test("its answer, so that it is not sent twice", () => {
    const plan = planFor({ type: "reply", card: CARD }, situation("card", form, chat));

    expect(targets(plan.steps)).toEqual(["update 99"]);
    expect(titles(plan)).toEqual(["Well done"]);
  });

  test("no message of another conversation is changed, whatever its note says", () => {
    const plan = planFor({ type: "replace", card: CARD }, situation("card", form, chat));

    expect(targets(plan.steps)).toEqual(["update 99"]);
  });

  test("the message it was opened from is changed where that is in the same chat", () => {
    const note = writeOrigin({ conversation: "a:1", message: "98" });
    const here = { ...chat, form: { form: FORM, instance: "i-1", note } };
    const plan = planFor({ type: "replace", card: CARD }, situation("card", form, here));

    expect(targets(plan.steps)).toEqual(["update 99", "update 98"]);
    expect(titles(plan)).toEqual(["Done", "Well done"]);
  });
});

describe("forms", () => {
  test("that are opened remember where, and are each their own", () => {
    const plans = [1, 2].map(() =>
      planFor({ type: "ask", form: FORM }, situation("fetch", action)),
    );
    const contents = plans.flatMap(({ now }) =>
      now.type === "dialog" && now.content.kind === "form" ? [now.content] : [],
    );

    expect(contents.map(({ note }) => readOrigin(note))).toEqual([
      { conversation: THREAD, message: "17" },
      { conversation: THREAD, message: "17" },
    ]);
    expect(new Set(contents.map(({ instance }) => instance)).size).toBe(2);
  });

  test("that need a change, or are read along, stay the one that was opened", () => {
    const invalid = planFor(
      { type: "invalid", problems: { title: "Too long." } },
      situation("dialog", form),
    );
    const along = planFor({ type: "ask", form: FORM }, situation("dialog", change));

    for (const { now } of [invalid, along])
      expect(now).toMatchObject({ content: { kind: "form", instance: "i-1" } });
    expect(invalid.now).toMatchObject({
      content: { answers: { title: "Cite" }, problems: { title: "Too long." } },
    });
  });

  test("that lead to another one pass on where it all began", () => {
    const { now } = planFor({ type: "ask", form: FORM }, situation("dialog", form));

    expect(now.type === "dialog" && now.content.kind === "form" && now.content.note).toBe(
      writeOrigin({ conversation: THREAD, message: "16" }),
    );
  });
});

test.each(OUTCOMES)(
  "$type: a form that is read along stays open with what was typed",
  (outcome) => {
    for (const by of ["card", "dialog"] as const) {
      const { now, late } = planFor(outcome, situation(by, change));

      expect(now).toMatchObject({ content: { kind: "form", instance: "i-1" } });
      expect(targets(late)).toEqual(by === "card" ? ["update 17"] : []);
    }
  },
);

test("a home stays one: what would replace it is said instead", () => {
  const home = { ...situation("card", action), isHome: true };

  expect(targets(planFor({ type: "replace", card: CARD }, home).steps)).toEqual(["say"]);
});
