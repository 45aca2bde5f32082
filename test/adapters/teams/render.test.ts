import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { AdaptiveCard } from "../../../adapters/teams/adaptive-card.ts";
import { readData } from "../../../adapters/teams/data.ts";
import { sizeOf } from "../../../adapters/teams/fit.ts";
import { dialogTitle, renderCard } from "../../../adapters/teams/render.ts";
import { summary } from "../../../adapters/teams/text.ts";
import { checkCard } from "../../../playground/teams/card-check.ts";
import {
  actions,
  type Button,
  type Card,
  divider,
  facts,
  heading,
  item,
  text,
} from "../../../src/card.ts";
import { textsFor } from "../../../src/texts/index.ts";
import { anyCard } from "../any-card.ts";
import { wordsOf } from "./client.ts";

const texts = textsFor("en", "UTC");
const draw = (card: Card, place: "message" | "dialog" = "message") =>
  renderCard(card, { texts, place });
const button = (more: Partial<Button> = {}): Button => ({
  label: "Done",
  action: "goal.done",
  value: "g-1",
  ...more,
});
const only = (...buttons: readonly Button[]): Card => ({ title: "t", body: [actions(...buttons)] });
const runs = { numRuns: 25 };
/** Half a message: the other 28 KB are for what surrounds the card. */
const BYTES = 72 * 1024;

describe("Teams takes", () => {
  test("every card as a message and in a dialog", () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        for (const place of ["message", "dialog"] as const) {
          const drawn = draw(card, place);
          expect(checkCard(drawn)).toEqual([]);
          expect(sizeOf(drawn) * 2).toBeLessThanOrEqual(BYTES);
          expect(drawn.fallbackText).not.toBe("");
        }
      }),
      runs,
    );
  });
});

test("commands are named as they are typed in Teams, which has no slash commands", () => {
  const drawn = draw({
    title: "Type /liaison help, or /goal alone",
    body: [
      text("Escribe /goal list. Tapez «/liaison plan»."),
      actions({ label: "/liaison plan", action: "command.run", value: "plan" }),
      text("https://a.example/goal and/or /goals stay"),
    ],
  });

  expect(wordsOf({ ...drawn })).toBe(
    [
      "Type @Liaison help, or @Liaison goal alone",
      "Escribe @Liaison goal list. Tapez «@Liaison plan».",
      "https://a.example/goal and/or /goals stay",
    ].join("\n"),
  );
  expect(JSON.stringify(drawn)).toContain('"title":"@Liaison plan"');
});

describe("words that people typed", () => {
  test("stand in text runs as they are, unless they hold nothing that could be formatting", () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        for (const block of markdownIn(draw(card)))
          expect(block).not.toMatch(/[*_`[\]\\<]|~~|\{\{|&(#|\w+;)|^\s*([-+=>#]|\d+[.)])/u);
      }),
      runs,
    );
  });

  test("are a heading as long as nothing in them could be formatting", () => {
    const body = ["Library & IT", "A | B -> C #1", "~ 5 {x}", "*B*", "&lt;", "1. Carts", "# One"];

    const drawn = draw({ title: "t", body: body.map(heading) });

    expect(drawn.body.slice(1).map(({ type }) => type === "TextBlock")).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test("make no client fill in a date", () => {
    const drawn = draw({ title: "{{DATE(2027-01-01T00:00:00Z)}}", body: [text("{{ time(x)}}")] });

    expect(JSON.stringify(drawn)).not.toMatch(/\{\{\s*(DATE|TIME)/iu);
  });

  test("mention nobody: no card names whom it mentions", () => {
    const drawn = draw({ title: "<at>Everyone</at>", body: [text("<at>Everyone</at>")] });

    expect(drawn).not.toHaveProperty("msteams");
    expect(drawn.body[1]).toMatchObject({ inlines: [{ text: "<at>Everyone</at>" }] });
  });

  test("do not turn what stands after them", () => {
    const drawn = draw({ title: "t", body: [facts({ label: "Due", value: "\u202eshalom" })] });

    expect(JSON.stringify(drawn)).not.toContain("\u202e");
  });

  test("start at the right when they begin in Arabic, and keep to their place beside others", () => {
    const drawn = draw({
      title: "مرحبا",
      body: [text("41 مرحبا"), text("g-41 مرحبا"), facts({ label: "Goal", value: "مرحبا (1)" })],
    });

    expect(drawn.body).toMatchObject([
      { type: "Container", rtl: true },
      { type: "Container", rtl: true },
      { type: "RichTextBlock" },
      { inlines: [{ text: "Goal: " }, { text: "\u2068مرحبا (1)\u2069" }] },
    ]);
  });
});

describe("a card", () => {
  test("has its title as a heading, which a dialog shows in its frame", () => {
    const card = { title: "The plan", body: [text("Two steps.")] };

    expect(draw(card).body[0]).toMatchObject({ type: "TextBlock", style: "heading" });
    expect(draw(card, "dialog").body).toHaveLength(1);
    expect(dialogTitle(card.title)).toBe("The plan");
  });

  test("keeps a title that is too long for the frame of a dialog", () => {
    const card = { title: "long ".repeat(20).trim(), body: [text("Two steps.")] };

    expect(draw(card, "dialog").body[0]).toMatchObject({ text: card.title, style: "heading" });
    expect(dialogTitle(card.title)).toHaveLength(60);
  });

  test("says all of itself in words where it cannot be drawn, and its beginning in notifications", () => {
    const card = {
      title: "The plan",
      body: [
        heading("Open"),
        item("a-81 Carts", "due Friday"),
        facts({ label: "Due", value: "?" }),
      ],
    };

    expect(draw(card).fallbackText).toBe("The plan\nOpen\na-81 Carts (due Friday)\nDue: ?");
    expect(summary(card, "fr")).toBe("The plan · Open · a-81 Carts (due Friday) · Due\u00a0: ?");
  });

  test("draws a divider as a line above what comes next, and none where nothing comes", () => {
    const drawn = draw({
      title: "t",
      body: [text("one"), divider, text(" "), text("two"), divider],
    });

    expect(drawn.body.map(({ separator }) => separator)).toEqual([undefined, undefined, true]);
  });

  test("keeps the buttons at its end, and says that it was cut, when there is too much before them", () => {
    const rows = Array.from({ length: 400 }, (_, n) => item(`Row ${n}`));
    const more = actions(button({ label: "More", action: "list", value: "2" }));

    const { body } = draw({ title: "All", body: [...rows, more] });

    expect(body).toHaveLength(150);
    expect(body.at(-2)).toMatchObject({ inlines: [{ text: texts.chat.cut }] });
    expect(body.at(-1)).toMatchObject({ actions: [{ title: "More" }] });
  });

  test("says how many lines of a column are left out", () => {
    const lines = Array.from({ length: 45 }, (_, n) => `line ${n}`);
    const left = { title: "IT", lines };

    const drawn = draw({ title: "t", body: [{ type: "columns", left, right: left }] });

    expect(JSON.stringify(drawn.body)).toContain("and 16 more");
  });
});

describe("a button", () => {
  test("carries its action and value, in clients that answer in place and in those that do not", () => {
    const [press] = actionsIn(draw(only(button())));

    expect(press).toMatchObject({ type: "Action.Execute", fallback: { type: "Action.Submit" } });
    expect(readData(press?.data)).toEqual({ kind: "action", action: "goal.done", value: "g-1" });
    expect(press?.type === "Action.Execute" && readData(press.fallback.data)).toEqual(
      readData(press?.data),
    );
  });

  test("that asks opens a dialog, and inside a dialog is a submission", () => {
    const card = only(button({ asks: true }));

    expect(actionsIn(draw(card))).toMatchObject([
      { type: "Action.Submit", data: { msteams: { type: "task/fetch" } } },
    ]);
    expect(actionsIn(draw(card, "dialog"))[0]?.data).not.toHaveProperty("msteams");
  });

  test("says what it is about, beginning with its label", () => {
    const [press] = actionsIn(draw(only(button({ about: "fix the page menu" }))));

    expect(press).toMatchObject({ title: "Done", tooltip: "Done: fix the page menu" });
  });

  test("looks as important as it is", () => {
    const card = only(button({ style: "primary" }), button({ style: "danger" }), button());

    expect(actionsIn(draw(card)).map(({ style }) => style)).toEqual([
      "positive",
      "destructive",
      undefined,
    ]);
  });

  test("stands with as many others in a row as Teams shows; none is hidden", () => {
    const many = Array.from({ length: 14 }, (_, n) => button({ label: `No ${n}` }));

    const sets = draw(only(...many)).body.filter(({ type }) => type === "ActionSet");

    expect(sets.map((set) => actionsIn({ body: [set] }).length)).toEqual([6, 6, 2]);
  });

  test("stands below its line when it is too long to stand beside it", () => {
    const beside = draw({ title: "t", body: [item("Row", "", button())] });
    const below = draw({ title: "t", body: [item("Row", "", button({ label: "x".repeat(40) }))] });

    expect(beside.body[1]).toMatchObject({ type: "ColumnSet" });
    expect(below.body[2]).toMatchObject({ type: "ActionSet" });
  });

  test("whose value is too long is refused, not cut", () => {
    expect(() => draw(only(button({ value: "v".repeat(2_001) })))).toThrow(RangeError);
  });
});

function actionsIn({ body }: Pick<AdaptiveCard, "body">) {
  return body.flatMap((element) => (element.type === "ActionSet" ? element.actions : []));
}

/** The text of everything whose text is markdown. */
function markdownIn(part: unknown): string[] {
  if (typeof part !== "object" || part === null) return [];
  if ("type" in part && part.type === "TextBlock" && "text" in part) return [String(part.text)];
  return Object.values(part).flatMap(markdownIn);
}
