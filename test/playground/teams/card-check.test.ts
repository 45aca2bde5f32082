import { describe, expect, test } from "@jest/globals";
import { checkCard } from "../../../playground/teams/card-check.ts";

const card = (more: object): object => ({
  type: "AdaptiveCard",
  version: "1.5",
  body: [{ type: "TextBlock", text: "x" }],
  ...more,
});
const withBody = (...body: readonly object[]): object => card({ body });
const withActions = (...actions: readonly object[]): object => card({ actions });

describe("a card that Teams draws", () => {
  test.each<readonly [string, object]>([
    ["text", card({})],
    ["a button alone", card({ body: [], actions: [{ type: "Action.Submit", title: "Go" }] })],
    [
      "nested containers",
      withBody({
        type: "ColumnSet",
        columns: [{ items: [{ type: "Container", items: [{ type: "TextBlock", text: "x" }] }] }],
      }),
    ],
    ["an unknown element with a fallback", withBody({ type: "Chart", fallback: "drop" })],
    [
      "a people picker",
      withBody({
        type: "Input.ChoiceSet",
        id: "who",
        choices: [],
        "choices.data": { type: "Data.Query", dataset: "graph.microsoft.com/users" },
      }),
    ],
    [
      "more actions in the overflow menu",
      withActions(
        ...Array.from({ length: 7 }, (_, index) => ({
          type: "Action.Submit",
          title: String(index),
          ...(index > 3 ? { mode: "secondary" } : {}),
        })),
      ),
    ],
  ])("%s", (_what, given) => {
    expect(checkCard(given)).toEqual([]);
  });
});

describe("a card that Teams does not draw", () => {
  test.each<readonly [string, unknown, string]>([
    ["no object", "card", "card: must be an object"],
    ["another type", card({ type: "HeroCard" }), "card: `type` must be AdaptiveCard"],
    ["a version that is no text", card({ version: 1.5 }), "card: `version` must be"],
    ["a newer version", card({ version: "1.6" }), "card: Teams draws no version 1.6 of bots"],
    ["nothing in it", card({ body: [] }), "card: has neither `body` nor `actions`"],
    ["text that is missing", withBody({ type: "TextBlock" }), "card[0]: TextBlock needs `text`"],
    [
      "empty runs",
      withBody({ type: "RichTextBlock", inlines: [] }),
      "card[0]: RichTextBlock needs",
    ],
    [
      "half a fact",
      withBody({ type: "FactSet", facts: [{ title: "Due" }] }),
      "card[0].facts[0]: needs `title` and `value`",
    ],
    ["an input without an id", withBody({ type: "Input.Text" }), "card[0]: Input.Text needs `id`"],
    [
      "inputs of one id",
      withBody({ type: "Input.Text", id: "a" }, { type: "Input.Date", id: "a" }),
      "card: two inputs have the id “a”",
    ],
    [
      "a choice of nothing",
      withBody({ type: "Input.ChoiceSet", id: "a", choices: [] }),
      "card[0]: Input.ChoiceSet needs `choices`",
    ],
    [
      "a requirement that is not explained",
      withBody({ type: "Input.Text", id: "a", label: "A", isRequired: true }),
      "card[0]: a required input needs `errorMessage`",
    ],
    [
      "an unknown action",
      withActions({ type: "Action.Http", title: "x" }),
      "card.actions[0]: Teams knows no action “Action.Http”",
    ],
    [
      "a link to nowhere",
      withActions({ type: "Action.OpenUrl", title: "x" }),
      "card.actions[0]: Action.OpenUrl needs `url`",
    ],
    [
      "seven actions in a row",
      withActions(...Array.from({ length: 7 }, () => ({ type: "Action.Submit", title: "x" }))),
      "card: 7 actions in a row, but at most 6 are shown",
    ],
    [
      "a mistake in what unfolds",
      withActions({
        type: "Action.ShowCard",
        card: { type: "AdaptiveCard", body: [{ type: "TextBlock" }] },
      }),
      "card.actions[0].card[0]: TextBlock needs `text`",
    ],
    [
      "a refresh for too many",
      card({ refresh: { userIds: Array.from({ length: 61 }, (_, index) => `29:${index}`) } }),
      "card.refresh: more than 60 people",
    ],
  ])("%s", (_what, given, words) => {
    expect(checkCard(given).join("\n")).toContain(words);
  });
});
