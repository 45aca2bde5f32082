import { describe, expect, test } from "@jest/globals";
import type { Form, Input } from "../src/card.ts";
import { inLanguageOf } from "../src/plain-outcomes.ts";
import { brief } from "../src/texts/brief.ts";
import { textsFor } from "../src/texts/index.ts";

const line = (id: string, more: Partial<Extract<Input, { type: "text" }>> = {}): Input => ({
  type: "text",
  id,
  label: `Label ${id}`,
  ...more,
});

const shown = (inputs: readonly Input[]): readonly Input[] => {
  const form: Form = {
    form: "goal",
    title: brief("Log a goal"),
    submit: brief("Save"),
    cancel: brief("Cancel"),
    context: "",
    inputs,
  };
  const outcome = inLanguageOf(textsFor("fr", "UTC"), { type: "ask", form });
  return outcome.type === "ask" ? outcome.form.inputs : [];
};

describe("a long form", () => {
  const optional = { optional: true } as const;

  test("says above all what has to be filled in, where some of it is not seen at once", () => {
    const inputs = [line("a"), ...["b", "c", "d"].map((id) => line(id, optional)), line("e")];

    expect(shown(inputs)).toEqual([
      { type: "note", text: "À remplir\u00A0: Label a · Label e" },
      ...inputs,
    ]);
  });

  test.each<[string, readonly Input[]]>([
    ["is short", [line("a"), line("b")]],
    [
      "has all that is needed at its top",
      [line("a"), ..."bcde".split("").map((id) => line(id, optional))],
    ],
    [
      "has everything filled in below",
      [line("a"), line("b"), line("c"), line("d"), line("e", { value: "x" })],
    ],
  ])("says nothing when it %s", (_, inputs) => {
    expect(shown(inputs)).toEqual(inputs);
  });
});
