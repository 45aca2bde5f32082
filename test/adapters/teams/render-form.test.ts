import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Action, AdaptiveCard, InputElement } from "../../../adapters/teams/adaptive-card.ts";
import { chosenPeople, readAnswers, readData } from "../../../adapters/teams/data.ts";
import { sizeOf } from "../../../adapters/teams/fit.ts";
import { type FormOptions, renderForm } from "../../../adapters/teams/render-form.ts";
import { checkCard } from "../../../playground/teams/card-check.ts";
import type { Form, Input } from "../../../src/card.ts";
import type { Address } from "../../../src/team/person.ts";
import { textsFor } from "../../../src/texts/index.ts";
import { anyForm } from "../any-card.ts";
import { brief } from "../../../src/texts/brief.ts";

const address = (name: string) => `teams:t/${name}` as Address;
const options: FormOptions = {
  texts: textsFor("en", "UTC"),
  place: "dialog",
  instance: "i-1",
  note: "from the digest",
  channels: [
    { id: "19:a", name: "Library and Tech" },
    { id: "19:b", name: "WCE Partnership" },
  ],
  idOf: (of) => /^teams:t\/(.+)$/u.exec(of)?.[1],
};
const form = (inputs: readonly Input[], more: Partial<Form> = {}): Form => ({
  form: "goal",
  title: brief("Goal"),
  submit: brief("Save"),
  cancel: brief("Cancel"),
  context: "g-1",
  inputs,
  ...more,
});
const due: Input = { type: "text", id: "due", label: "Due", value: "Friday" };
const runs = { numRuns: 25 };

describe("Teams takes", () => {
  test("every form, in a dialog and in a chat, empty, filled and to be mended", () => {
    fc.assert(
      fc.property(anyForm, (any) => {
        for (const place of ["message", "dialog"] as const) {
          const problems = { q0: "x".repeat(5_000), nowhere: "*no*" };
          const answers = { q0: "y".repeat(9_000), q1: [address("29:abc")] };
          const drawn = renderForm(any, { ...options, place });
          const again = renderForm(any, { ...options, place, problems, answers });
          expect([...checkCard(drawn), ...checkCard(again)]).toEqual([]);
          expect(Math.max(sizeOf(drawn), sizeOf(again)) * 2).toBeLessThanOrEqual(72 * 1024);
        }
      }),
      runs,
    );
  });
});

describe("a form", () => {
  test("comes back with its answers, so that it can be drawn again", () => {
    const [save] = actionsIn(renderForm(form([due]), options));

    const carried = readData({ ...save?.data, due: "next week" });

    expect(carried).toEqual({
      kind: "submit",
      form: form([{ type: "text", id: "due", label: "Due" }]),
      instance: "i-1",
      note: "from the digest",
    });
  });

  test("shows what was typed, and what is wrong with it at the input and above all", () => {
    const answers = { due: "the 31st of June" };
    const problems = { due: "June has 30 days.", gone: "The goal is done." };

    const { body } = renderForm(form([due]), { ...options, answers, problems });

    expect(body[0]).toMatchObject({
      inlines: [
        { text: "Not saved yet", color: "Attention" },
        { text: expect.stringContaining("• Due: June has 30 days.\n• The goal is done.") },
      ],
    });
    expect(body.slice(1, 3)).toMatchObject([
      { type: "Input.Text", value: "the 31st of June" },
      { inlines: [{ text: "June has 30 days.", color: "Attention" }] },
    ]);
  });

  test("names the question that is to be mended, with a colon only where it ends without a sign", () => {
    const why: Input = { type: "text", id: "why", label: "Why?" };
    const problems = { due: "June has 30 days.", why: "Write a few words." };

    const said = (locale: "en" | "fr") =>
      JSON.stringify(
        renderForm(form([due, why]), { ...options, texts: textsFor(locale, "UTC"), problems })
          .body[0],
      );

    expect(said("en")).toContain("• Due: June has 30 days.\\n• Why? Write a few words.");
    expect(said("fr")).toContain("• Due\u00a0: June has 30 days.\\n• Why? Write a few words.");
  });

  test("has a button that reads it along when an input is live", () => {
    const live = form([{ ...due, live: true }]);

    const [, check] = actionsIn(renderForm(live, options));

    expect(check).toMatchObject({ type: "Action.Submit", title: "Check my answers" });
    expect(readData(check?.data)).toMatchObject({ kind: "change", instance: "i-1" });
    expect(actionsIn(renderForm(form([due]), options))).toHaveLength(1);
  });

  test("in a chat has its title and a way out that checks nothing", () => {
    const drawn = renderForm(form([due]), { ...options, place: "message" });
    const cancel = actionsIn(drawn).at(-1);

    expect(drawn.body[0]).toMatchObject({ text: "Goal", style: "heading" });
    expect(cancel).toMatchObject({ title: "Cancel", associatedInputs: "none" });
    expect(readData(cancel?.data)).toEqual({ kind: "cancel", note: "from the digest" });
  });

  test("is said in words where it cannot be drawn", () => {
    const note: Input = { type: "note", title: "g-1", text: "Cite a source" };

    expect(renderForm(form([note, due]), options).fallbackText).toBe(
      "Goal\ng-1\nCite a source\nDue",
    );
  });

  test("whose context is too long is refused, not cut", () => {
    const long = form([due], { context: "c".repeat(2_001) });

    expect(() => renderForm(long, options)).toThrow(RangeError);
  });
});

describe("an input", () => {
  const drawn = (input: Input, more: Partial<FormOptions> = {}) =>
    inputsIn(renderForm(form([input]), { ...options, ...more }))[0];

  test("must be filled in unless it is optional, and says so", () => {
    expect(drawn(due)).toMatchObject({ isRequired: true, errorMessage: "Write a few words here." });
    expect(drawn({ ...due, optional: true })).not.toHaveProperty("isRequired");
  });

  test("offers people of the whole organisation, those chosen before among them", () => {
    const people: Input = {
      type: "people",
      id: "it",
      label: "For IT",
      value: [address("29:a"), "slack:T1/U1", address("29:b")],
    };

    expect(drawn(people)).toMatchObject({
      "choices.data": { type: "Data.Query", dataset: "graph.microsoft.com/users" },
      isMultiSelect: true,
      value: "29:a,29:b",
    });
  });

  test("offers the channels that the bot is in, or says that there are none", () => {
    const channel: Input = { type: "channel", id: "ch", label: "Channel", value: address("19:b") };

    expect(drawn(channel)).toMatchObject({
      value: "19:b",
      choices: [{ title: "Library and Tech", value: "19:a" }, { value: "19:b" }],
    });
    const { body } = renderForm(form([channel]), { ...options, channels: [] });
    expect(body[0]).toMatchObject({
      inlines: [{ text: "Channel\n" }, { text: /no channel yet/u }],
    });
  });

  test("shows all options at once when that was asked for and there are few", () => {
    const open = (count: number): Input => ({
      type: "choice",
      id: "week",
      label: "Week",
      open: true,
      options: Array.from({ length: count }, (_, n) => ({ label: `W${n}`, value: String(n) })),
    });

    expect(drawn(open(5))).toMatchObject({ style: "expanded" });
    expect(drawn(open(12))).toMatchObject({ style: "compact", placeholder: "Choose one." });
  });

  test("lists no more options than fit, the chosen one among them, and says how many are left out", () => {
    const long = form([
      {
        type: "choice",
        id: "goal",
        label: "Goal",
        value: "g-149",
        options: Array.from({ length: 150 }, (_, n) => ({ label: `Goal ${n}`, value: `g-${n}` })),
      },
    ]);

    const card = renderForm(long, options);

    expect(inputsIn(card)[0]).toMatchObject({ value: "g-149" });
    expect(card.body[1]).toMatchObject({ inlines: [{ text: "and 50 more" }] });
  });

  test("named as what the card needs for itself is refused", () => {
    expect(() => drawn({ ...due, id: "liaison" })).toThrow(RangeError);
  });
});

describe("what stands in the inputs", () => {
  const asked = form([
    { type: "note", text: "Read this" },
    due,
    { type: "choice", id: "serves", label: "Serves", options: [{ label: "None", value: "" }] },
    { type: "people", id: "it", label: "For IT" },
    { type: "people", id: "library", label: "For the library" },
    { type: "channel", id: "ch", label: "Channel" },
  ]);
  const sent = {
    due: " Fri ",
    serves: "liaison.none",
    it: "aad-1, aad-2,aad-1",
    ch: "19:a",
    x: "y",
  };

  test("is read by input; what Teams left out is empty, and who cannot be found keeps the directory's id", () => {
    const people = new Map([["aad-1", address("29:a")]]);

    expect(chosenPeople(asked, sent)).toEqual(["aad-1", "aad-2"]);
    expect(readAnswers(asked, sent, people, address)).toEqual({
      due: " Fri ",
      serves: "",
      it: [address("29:a"), address("aad-2")],
      library: [],
      ch: address("19:a"),
    });
  });

  test("keeps whom the form could not show, and nobody of another tenant or platform", () => {
    const unseen = [
      address("29:b"),
      "teams:33333333-3333-4333-8333-333333333333/29:b",
      "slack:T1/U1",
      "29:b",
      "",
    ];
    const whole = form([{ type: "people", id: "it", label: "For IT", unseen }]);

    expect(readAnswers(whole, { it: "" }, new Map(), address)).toEqual({ it: [address("29:b")] });
  });

  test("is nothing when it is no record", () => {
    expect(readAnswers(form([due]), "text", new Map(), address)).toEqual({ due: "" });
  });
});

test.each([undefined, null, "text", {}, { liaison: 1 }, { liaison: { kind: "action" } }])(
  "%j is nothing of ours",
  (data) => {
    expect(readData(data)).toBeUndefined();
  },
);

const actionsIn = ({ body }: AdaptiveCard): readonly Action[] =>
  body.flatMap((element) => (element.type === "ActionSet" ? element.actions : []));

const inputsIn = ({ body }: AdaptiveCard): readonly InputElement[] =>
  body.flatMap((element) =>
    element.type === "Input.Text" || element.type === "Input.ChoiceSet" ? [element] : [],
  );
