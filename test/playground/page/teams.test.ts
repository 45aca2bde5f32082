import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { SeenInput } from "../../../playground/contract.ts";
import { cardOfForm, cardsOf, wordsOf } from "../../../playground/page/teams/activity.ts";
import { htmlOf, piecesOf, plainPieces } from "../../../playground/page/teams/markdown.ts";
import { answerOf, prepared, spoken, withTyped } from "../../../playground/page/teams/prepare.ts";

const CARD = "application/vnd.microsoft.card.adaptive";

describe("a message of Teams", () => {
  test("gives its words and its cards, and nothing else", () => {
    const raw = {
      text: "a\u00a0b",
      textFormat: "plain",
      attachments: [{ contentType: "text/html" }, { contentType: CARD, content: { body: [] } }],
    };

    expect(wordsOf(raw)).toEqual({ text: "a b", formatted: false });
    expect(cardsOf(raw)).toEqual([{ body: [] }]);
  });

  test.each([undefined, null, "x", { attachments: "x" }])("%j has none", (raw) => {
    expect(wordsOf(raw).text).toBe("");
    expect(cardsOf(raw)).toEqual([]);
    expect(cardOfForm(raw)).toBeNull();
  });
});

describe("formatted text", () => {
  test.each([
    [
      "**a _b_** c",
      [{ text: "a ", bold: true }, { text: "b", bold: true, italic: true }, { text: " c" }],
    ],
    ["2 * 3 * 4", [{ text: "2 * 3 * 4" }]],
    ["snake_case_name", [{ text: "snake_case_name" }]],
    ["~~a~~ `b*c*`", [{ text: "a", strike: true }, { text: " " }, { text: "b*c*", code: true }]],
    ["[plan](https://example.org/a)", [{ text: "plan", href: "https://example.org/a" }]],
    ["[x](javascript:alert(1))", [{ text: "[x](javascript:alert(1))" }]],
    ["\\*typed\\*", [{ text: "*" }, { text: "typed" }, { text: "*" }]],
    ["<at>Liaison</at> hi", [{ text: "Liaison", mention: true }, { text: " hi" }]],
  ])("%j", (text, pieces) => {
    expect(piecesOf(text)).toEqual(pieces);
  });

  test("is plain where people wrote it, mentions aside", () => {
    expect(plainPieces("**x** <at>Ada</at>")).toEqual([
      { text: "**x** " },
      { text: "Ada", mention: true },
    ]);
  });

  test("never becomes an element of the page that was not meant", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const html = htmlOf(text).replace(/<\/?(strong|em|s|code|br)>/g, "");
        expect(
          html.replace(/<a href="https?:[^"<>]*" target="_blank" rel="noreferrer">|<\/a>/g, ""),
        ).not.toMatch(/[<>]/);
      }),
    );
  });

  test("keeps its lines and marks lists", () => {
    expect(htmlOf("one\n- two & <b>")).toBe("one<br>• two &amp; &lt;b&gt;");
  });
});

describe("a card that is drawn for a person", () => {
  const input = (more: Partial<SeenInput>): SeenInput => ({
    id: "a",
    label: "A",
    kind: "text",
    hint: null,
    optional: true,
    value: null,
    options: null,
    problem: null,
    live: false,
    ...more,
  });

  test("has in its inputs what stands there for them", () => {
    const card = { body: [{ type: "Input.Text", id: "a", value: "old" }, { type: "TextBlock" }] };

    expect(prepared(card, [input({ value: "new" })], "message")).toEqual({
      body: [{ type: "Input.Text", id: "a", value: "new" }, { type: "TextBlock" }],
    });
    expect(prepared(card, [input({ value: null })], "message")).toEqual({
      body: [{ type: "Input.Text", id: "a" }, { type: "TextBlock" }],
    });
  });

  test("offers people where Teams would look them up", () => {
    const picker = {
      type: "Input.ChoiceSet",
      id: "a",
      choices: [],
      "choices.data": { type: "Data.Query", dataset: "graph.microsoft.com/users" },
      value: "guid",
    };
    const who = input({
      kind: "people",
      value: ["u-1", "u-2"],
      options: [{ label: "Ada", value: "u-1" }],
    });

    expect(prepared(picker, [who], "dialog")).toEqual({
      type: "Input.ChoiceSet",
      id: "a",
      wrap: true,
      choices: [{ title: "Ada", value: "u-1" }],
      value: "u-1,u-2",
    });
  });

  test("takes fallbacks in dialogs only, and leaves the bot's data alone", () => {
    const fallback = { type: "Action.Submit", title: "Go" };
    const action = { type: "Action.Execute", title: "Go", fallback, data: { type: "Input.Text" } };
    const bare = { type: "Action.Execute", title: "Gone" };

    expect(prepared([action, bare], [], "message")).toEqual([action, bare]);
    expect(prepared([action, bare], [], "dialog")).toEqual([fallback]);
  });

  test.each([
    ["Done", undefined, "Done"],
    ["Done", "Done: g-1", "Done: g-1"],
    ["Done", "of g-1", "Done: of g-1"],
  ])("a button %j with the tooltip %j is called %j", (label, tooltip, name) => {
    expect(spoken(label, tooltip)).toBe(name);
  });

  test.each([
    [undefined, null],
    ["x,y", "x,y"],
  ])("what stands in an input, %j, is answered as %j", (value, answer) => {
    expect(answerOf(value, input({}))).toEqual(answer);
  });

  test("what was typed since takes the place of what the bot knows", () => {
    const inputs = [input({ id: "a", value: "old" }), input({ id: "b", value: ["x"] })];

    expect(withTyped(inputs, undefined)).toBe(inputs);
    expect(withTyped(inputs, { a: "", b: "x,y" }).map(({ value }) => value)).toEqual([
      "",
      ["x", "y"],
    ]);
    expect(withTyped(inputs, { b: undefined })[1]?.value).toEqual(["x"]);
  });

  test("several choices are answered as a list", () => {
    expect(answerOf("x,y", input({ value: [] }))).toEqual(["x", "y"]);
    expect(answerOf("", input({ value: [] }))).toEqual([]);
  });
});
