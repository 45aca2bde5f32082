import { describe, expect, test } from "@jest/globals";
import { checkMessageBlocks, checkView } from "../../../playground/slack/block-kit.ts";

const plain = (length: number): object => ({ type: "plain_text", text: "x".repeat(length) });
const mrkdwn = (length: number): object => ({ type: "mrkdwn", text: "x".repeat(length) });
const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const option = (text = 1, value = "v"): object => ({ text: plain(text), value });
const button = (more: object = {}): object => ({
  type: "button",
  action_id: "a",
  text: plain(1),
  ...more,
});
const actions = (...elements: readonly unknown[]): object => ({ type: "actions", elements });
const input = (element: object, more: object = {}): object => ({
  type: "input",
  label: plain(1),
  element,
  ...more,
});
const select = (options: readonly unknown[], more: object = {}): object => ({
  type: "static_select",
  action_id: "s",
  options,
  ...more,
});
const modal = (more: object): Readonly<Record<string, unknown>> => ({
  type: "modal",
  title: plain(3),
  submit: plain(3),
  blocks: [],
  ...more,
});

describe("a message", () => {
  test.each<readonly [string, object, object]>([
    [
      "section text",
      { type: "section", text: mrkdwn(3000) },
      { type: "section", text: mrkdwn(3001) },
    ],
    [
      "section fields",
      { type: "section", fields: times(10, () => mrkdwn(2000)) },
      { type: "section", fields: times(11, () => mrkdwn(1)) },
    ],
    [
      "the length of a field",
      { type: "section", fields: [mrkdwn(2000)] },
      { type: "section", fields: [mrkdwn(2001)] },
    ],
    ["a header", { type: "header", text: plain(150) }, { type: "header", text: plain(151) }],
    [
      "context elements",
      { type: "context", elements: times(10, () => mrkdwn(1)) },
      { type: "context", elements: times(11, () => mrkdwn(1)) },
    ],
    [
      "buttons in a row",
      actions(...times(25, (index) => button({ action_id: `a${index}` }))),
      actions(...times(26, (index) => button({ action_id: `a${index}` }))),
    ],
    [
      "action ids that are unique in a block",
      actions(button(), button({ action_id: "b" })),
      actions(button(), button()),
    ],
    ["a button's text", actions(button({ text: plain(75) })), actions(button({ text: plain(76) }))],
    [
      "a button's value",
      actions(button({ value: "x".repeat(2000) })),
      actions(button({ value: "x".repeat(2001) })),
    ],
    [
      "an accessibility label",
      actions(button({ accessibility_label: "x".repeat(75) })),
      actions(button({ accessibility_label: "x".repeat(76) })),
    ],
    [
      "a button's style",
      actions(button({ style: "danger" })),
      actions(button({ style: "secondary" })),
    ],
    ["an action id", actions(button()), actions(button({ action_id: "x".repeat(256) }))],
    [
      "overflow options",
      actions({ type: "overflow", action_id: "o", options: times(5, () => option()) }),
      actions({ type: "overflow", action_id: "o", options: times(6, () => option()) }),
    ],
    [
      "select options",
      actions(select(times(100, () => option()))),
      actions(select(times(101, () => option()))),
    ],
    ["an option's text", actions(select([option(75)])), actions(select([option(76)]))],
    [
      "an option's value",
      actions(select([option(1, "v".repeat(75))])),
      actions(select([option(1, "v".repeat(76))])),
    ],
    [
      "the initial option",
      actions(select([option()], { initial_option: option() })),
      actions(select([option()], { initial_option: option(2, "w") })),
    ],
    [
      "a placeholder",
      actions(select([option()], { placeholder: plain(150) })),
      actions(select([option()], { placeholder: plain(151) })),
    ],
    [
      "a confirmation",
      actions(button({ confirm: { title: plain(100), text: mrkdwn(300) } })),
      actions(button({ confirm: { title: plain(101), text: mrkdwn(300) } })),
    ],
    [
      "an image's alternative text",
      { type: "image", image_url: "https://i.example/a.png", alt_text: "" },
      { type: "image", image_url: "https://i.example/a.png" },
    ],
    [
      "table rows",
      { type: "table", rows: times(100, () => [{ type: "raw_text", text: "x" }]) },
      { type: "table", rows: times(101, () => [{ type: "raw_text", text: "x" }]) },
    ],
    [
      "a markdown block",
      { type: "markdown", text: "x".repeat(12_000) },
      { type: "markdown", text: "x".repeat(12_001) },
    ],
    ["a block's kind", { type: "divider" }, { type: "banner" }],
    ["inputs, which only views hold", { type: "divider" }, input({ type: "plain_text_input" })],
  ])("is held to the limit of %s", (_what, taken, refused) => {
    expect(checkMessageBlocks([taken])).toEqual([]);
    expect(checkMessageBlocks([refused])).toHaveLength(1);
  });

  test("counts characters, not halves of them", () => {
    const emoji = { type: "plain_text", text: "🙂".repeat(150) };

    expect(checkMessageBlocks([{ type: "header", text: emoji }])).toEqual([]);
  });

  test("has at most fifty blocks, with ids of their own", () => {
    const blocks = times(51, () => ({ type: "divider", block_id: "same" }));

    expect(checkMessageBlocks(blocks.slice(0, 1))).toEqual([]);
    expect(checkMessageBlocks(blocks)[0]).toContain("no more than 50 items allowed");
    expect(checkMessageBlocks(blocks.slice(0, 2))[0]).toContain("already exists");
  });

  test("is not taken without a list of blocks", () => {
    expect(checkMessageBlocks("[]")).toHaveLength(1);
    expect(checkMessageBlocks(["divider"])).toHaveLength(1);
  });
});

describe("a view", () => {
  test.each<readonly [string, object, object]>([
    ["the title", { title: plain(24) }, { title: plain(25) }],
    ["the submit button", { submit: plain(24) }, { submit: plain(25) }],
    ["the close button", { close: plain(24) }, { close: plain(25) }],
    [
      "private metadata",
      { private_metadata: "x".repeat(3000) },
      { private_metadata: "x".repeat(3001) },
    ],
    ["the callback id", { callback_id: "x".repeat(255) }, { callback_id: "x".repeat(256) }],
    [
      "blocks",
      { blocks: times(100, () => ({ type: "divider" })) },
      { blocks: times(101, () => ({ type: "divider" })) },
    ],
    [
      "labels",
      { blocks: [input({ type: "plain_text_input" }, { label: plain(2000) })] },
      { blocks: [input({ type: "plain_text_input" }, { label: plain(2001) })] },
    ],
    [
      "hints",
      { blocks: [input({ type: "plain_text_input" }, { hint: plain(2000) })] },
      { blocks: [input({ type: "plain_text_input" }, { hint: plain(2001) })] },
    ],
    [
      "text inputs",
      { blocks: [input({ type: "plain_text_input", max_length: 3000 })] },
      { blocks: [input({ type: "plain_text_input", max_length: 3001 })] },
    ],
    [
      "what stands in an input",
      { blocks: [input({ type: "plain_text_input", max_length: 3, initial_value: "abc" })] },
      { blocks: [input({ type: "plain_text_input", max_length: 3, initial_value: "abcd" })] },
    ],
    [
      "radio buttons",
      { blocks: [input({ type: "radio_buttons", options: times(10, () => option()) })] },
      { blocks: [input({ type: "radio_buttons", options: times(11, () => option()) })] },
    ],
    [
      "dates",
      { blocks: [input({ type: "datepicker", initial_date: "2027-05-14" })] },
      { blocks: [input({ type: "datepicker", initial_date: "May 14" })] },
    ],
    [
      "times",
      { blocks: [input({ type: "timepicker", initial_time: "14:45" })] },
      { blocks: [input({ type: "timepicker", initial_time: "2:45 pm" })] },
    ],
    [
      "number inputs",
      { blocks: [input({ type: "number_input", is_decimal_allowed: false })] },
      { blocks: [input({ type: "number_input" })] },
    ],
    ["inputs, which are no buttons", {}, { blocks: [input(button())] }],
    [
      "a submit button where something is asked",
      {},
      { submit: undefined, blocks: [input({ type: "plain_text_input" })] },
    ],
    ["its kind", {}, { type: "popup" }],
    ["its size", {}, { private_metadata: "", state: "x".repeat(250_001) }],
  ])("is held to the limit of %s", (_what, taken, refused) => {
    expect(checkView(modal(taken))).toEqual([]);
    expect(checkView(modal(refused))).toHaveLength(1);
  });
});
