import { describe, expect, test } from "@jest/globals";
import type { SeenForm, SeenInput } from "../../../playground/contract.ts";
import {
  changed,
  fieldOf,
  sameAnswer,
  seenOf,
  stillTyped,
} from "../../../playground/page/form/field.ts";

const POOL = { people: [{ value: "u-ab-it", label: "Site technician" }], channels: [] };

function input(id: string, some: Partial<SeenInput> = {}): SeenInput {
  return {
    id,
    label: id,
    kind: "text",
    hint: null,
    optional: false,
    value: null,
    options: null,
    problem: null,
    live: false,
    ...some,
  };
}

function form(...inputs: readonly SeenInput[]): SeenForm {
  return { id: "f", title: "", submit: null, text: "", inputs, buttons: [], raw: {} };
}

const block = (id: string, element: object) =>
  ({
    type: "input",
    block_id: id,
    label: { type: "plain_text", text: id },
    element,
  }) as Parameters<typeof seenOf>[1];

describe("an input of a dialog", () => {
  test.each([
    ["plain_text_input", {}, "line"],
    ["plain_text_input", { multiline: true }, "lines"],
    ["number_input", {}, "line"],
    ["datepicker", {}, "date"],
    ["timepicker", {}, "time"],
    ["radio_buttons", { options: [] }, "radio"],
    ["static_select", { options: [] }, "select"],
    ["users_select", {}, "select"],
    ["multi_users_select", {}, "checks"],
    ["checkboxes", { options: [] }, "checks"],
    ["multi_static_select", { options: [] }, "checks"],
    ["conversations_select", {}, "select"],
  ])("%s %o is drawn as %s", (type, more, as) => {
    const element = { type, action_id: "a", ...more };

    expect(fieldOf(input("x"), block("x", element), POOL).control.as).toBe(as);
  });

  test("a people picker without options offers the colleagues", () => {
    const field = fieldOf(input("x"), block("x", { type: "users_select" }), POOL);

    expect(field.control).toMatchObject({ choices: POOL.people });
  });

  test("of another platform is drawn by its kind", () => {
    expect(fieldOf(input("x", { kind: "date" }), null, POOL).control.as).toBe("date");
  });

  test("belongs to the block with its id, or else with its label", () => {
    const due = input("due", { label: "By when?" });

    expect(seenOf(form(due), block("due", { type: "plain_text_input" }))).toBe(due);
    expect(seenOf(form(due), block("other", { type: "datepicker", action_id: "due" }))).toBe(due);
    expect(seenOf(form(due), block("By when?", { type: "plain_text_input" }))).toBe(due);
    expect(seenOf(form(due), block("none", { type: "plain_text_input" }))).toBeUndefined();
  });
});

describe("what was typed", () => {
  test("an empty text, an empty list and nothing say the same", () => {
    expect(sameAnswer("", null)).toBe(true);
    expect(sameAnswer([], null)).toBe(true);
    expect(sameAnswer(["a"], ["a"])).toBe(true);
    expect(sameAnswer("a", null)).toBe(false);
  });

  test("only what differs from the form is sent", () => {
    const open = form(input("title", { value: "Badges" }), input("why"), input("due"));

    expect(changed(open, { title: "Badges", why: "", due: "May 14" })).toEqual({ due: "May 14" });
  });

  test("stays when the bot draws the form again", () => {
    const before = form(input("title"), input("due"));

    expect(stillTyped({ title: "Bad" }, {}, before, form(input("title"), input("due")))).toEqual({
      title: "Bad",
    });
  });

  test("stays when the bot echoes an older version of it", () => {
    const after = form(input("due", { value: "in 3" }));

    expect(stillTyped({ due: "in 3 weeks" }, { due: "in 3" }, form(input("due")), after)).toEqual({
      due: "in 3 weeks",
    });
  });

  test("gives way where the bot itself fills the input in", () => {
    const after = form(input("due", { value: "14 May" }));

    expect(stillTyped({ due: "may" }, {}, form(input("due")), after)).toEqual({});
  });

  test("goes with an input that is gone", () => {
    expect(stillTyped({ due: "May 14" }, {}, form(input("due")), form(input("why")))).toEqual({});
  });
});
