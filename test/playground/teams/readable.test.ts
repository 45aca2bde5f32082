import { describe, expect, test } from "@jest/globals";
import { readCard, readPost, readText } from "../../../playground/teams/readable.ts";

const card = (...body: readonly object[]): Readonly<Record<string, unknown>> => ({ body });

describe("what a message says by itself", () => {
  test.each([
    ["**bold**, _slanted_ and ~~gone~~", "bold, slanted and gone"],
    ["a*b*c 2 * 3 * 4 snake_case_name", "a*b*c 2 * 3 * 4 snake_case_name"],
    ["[the plan](https://example.org)", "the plan"],
    ["<at>Liaison</at>\u00a0hi", "@Liaison hi"],
    ["one<br>two &lt;b&gt;", "one\ntwo <b>"],
    ["\\*as typed\\*", "*as typed*"],
  ])("%j is read as %j", (text, read) => {
    expect(readText({ text })).toBe(read);
  });

  test("plain text is read as it is", () => {
    expect(readText({ text: "**x** <b>", textFormat: "plain" })).toBe("**x** <b>");
  });
});

describe("a card", () => {
  test("is read in order: columns one after the other, facts with their names, rows as rows", () => {
    const read = readCard(
      card(
        { type: "TextBlock", text: "**Plan**" },
        {
          type: "ColumnSet",
          columns: [
            { items: [{ type: "TextBlock", text: "left" }] },
            {
              items: [
                { type: "RichTextBlock", inlines: ["*ri", { type: "TextRun", text: "ght*" }] },
              ],
            },
          ],
        },
        { type: "FactSet", facts: [{ title: "Due", value: "Fri" }] },
        { type: "Image", url: "x", altText: "An open book" },
        {
          type: "Table",
          rows: [{ cells: ["a", "b"].map((text) => ({ items: [{ type: "TextBlock", text }] })) }],
        },
        { type: "TextBlock", text: "hidden", isVisible: false },
        { type: "Input.Text", id: "a", label: "not read here" },
      ),
    );

    expect(read.split("\n")).toEqual([
      "Plan",
      "left",
      "*right*",
      "Due: Fri",
      "An open book",
      "a | b",
    ]);
  });

  test("that says what stands above it is not read twice", () => {
    const cards = [
      card({ type: "TextBlock", text: "Saved as g-41" }, { type: "TextBlock", text: "Due" }),
    ];

    expect(readPost("Saved as g-41", cards)).toBe("Saved as g-41\nDue");
    expect(readPost("Hello", cards)).toBe("Hello\nSaved as g-41\nDue");
    expect(readPost("Hello", [])).toBe("Hello");
  });
});
