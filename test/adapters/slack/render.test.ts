import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { renderForm } from "../../../adapters/slack/render-form.ts";
import { actionOf, renderCard } from "../../../adapters/slack/render.ts";
import { renderCardModal, renderHome, renderWorking } from "../../../adapters/slack/views.ts";
import { checkMessageBlocks, checkView } from "../../../playground/slack/block-kit.ts";
import { actions, type Block, type Form, item } from "../../../src/card.ts";
import { textsFor } from "../../../src/texts/index.ts";
import { anyCard, anyForm } from "../any-card.ts";
import { brief } from "../../../src/texts/brief.ts";

const texts = textsFor("en", "UTC");
const runs = { numRuns: 40 };
const origin = {
  responseUrl: "https://hooks.slack.com/commands/T1/1/abc",
  channel: "C1",
  message: "1.2",
};
const check = (view: object) => checkView(view as Record<string, unknown>);

describe("Slack takes", () => {
  test("every card as a message", () => {
    fc.assert(
      fc.property(anyCard, (any) => {
        expect(checkMessageBlocks(renderCard(any, "message"))).toEqual([]);
      }),
      runs,
    );
  });

  test("every card as a dialog and as a home", () => {
    fc.assert(
      fc.property(anyCard, (any) => {
        expect(check(renderCardModal(any, origin, texts))).toEqual([]);
        expect(check(renderHome(any))).toEqual([]);
      }),
      runs,
    );
  });

  test("every form", () => {
    fc.assert(
      fc.property(anyForm, (any) => {
        expect(check(renderForm(any, { origin, instance: "i-1" }))).toEqual([]);
        const answers = { q0: "something else", q1: ["slack:T1/U9"] };
        expect(check(renderForm(any, { origin }, { answers, ids: { q0: "goal.q0" } }))).toEqual([]);
      }),
      runs,
    );
  });

  test("the dialog that asks to wait", () => {
    expect(check(renderWorking("external", origin, texts))).toEqual([]);
  });
});

describe("a card", () => {
  test("pings nobody, whoever is named in it", () => {
    fc.assert(
      fc.property(anyCard, (any) => {
        for (const piece of mrkdwnIn(renderCard(any, "message")))
          expect(piece).not.toMatch(/<[!@#]/u);
      }),
      runs,
    );
  });

  test("a title over 150 characters is cut in the header and whole below it", () => {
    const title = "long ".repeat(60).trim();

    const [header, below] = renderCard({ title, body: [] }, "message");

    expect(header).toMatchObject({ type: "header" });
    expect(below).toMatchObject({ type: "section", text: { type: "plain_text", text: title } });
  });

  test("a button keeps its action and value, and says what it is about", () => {
    const done = { label: "Done", action: "goal.done", value: "g-1", about: "read more" };

    const blocks = renderCard(
      { title: "t", body: [item("Read more", "", done), actions(done)] },
      "home",
    );

    expect(blocks[1]).toMatchObject({
      accessory: {
        action_id: "goal.done:0",
        value: "g-1",
        accessibility_label: "Done: read more",
      },
    });
    expect(blocks[2]).toMatchObject({ elements: [{ action_id: "goal.done:1" }] });
    expect(actionOf("goal.done:1")).toBe("goal.done");
  });

  test("columns are one field each, the left one first", () => {
    const columns: Block = {
      type: "columns",
      left: { title: "IT for us", lines: ["Charge carts"] },
      right: { title: "We for IT", lines: [] },
    };

    expect(renderCard({ title: "t", body: [columns] }, "message")[1]).toEqual({
      type: "section",
      fields: [
        { type: "mrkdwn", text: "*IT for us*\n• Charge carts", verbatim: true },
        { type: "mrkdwn", text: "*We for IT*", verbatim: true },
      ],
    });
  });

  test("the buttons at its end stay when there is too much before them", () => {
    const rows = Array.from({ length: 80 }, (_, n) => item(`Row ${String(n)}`));
    const more = actions({ label: "More", action: "list", value: "2" });

    const blocks = renderCard({ title: "All", body: [...rows, more] }, "message");

    expect(blocks).toHaveLength(50);
    expect(blocks.at(-2)).toMatchObject({ type: "context", elements: [{ text: "…" }] });
    expect(blocks.at(-1)).toMatchObject({ elements: [{ action_id: "list:0" }] });
  });

  test("a value that Slack cannot carry back is refused, not cut", () => {
    const row = actions({ label: "Done", action: "x", value: "v".repeat(2_001) });

    expect(() => renderCard({ title: "t", body: [row] }, "message")).toThrow(RangeError);
  });
});

describe("a form", () => {
  const field = (value?: string): Form => ({
    form: "goal",
    title: brief("Goal"),
    submit: brief("Save"),
    cancel: brief("Cancel"),
    context: "g-1",
    inputs: [{ type: "text", id: "due", label: "Due", ...(value === undefined ? {} : { value }) }],
  });
  const idIn = (view: ReturnType<typeof renderForm>) =>
    (view.blocks[0] as { element: { action_id: string } }).element.action_id;
  const shown = { answers: { due: "friday" }, ids: { due: "goal.due" } };

  test("keeps what stands in an input that it says nothing else about", () => {
    expect(idIn(renderForm(field(), { origin: {} }, shown))).toBe("goal.due");
    expect(idIn(renderForm(field("friday"), { origin: {} }, shown))).toBe("goal.due");
  });

  test("replaces what stands in an input when it says something else", () => {
    const drawn = renderForm(field("Fri 14 May"), { origin: {} }, shown);

    expect(idIn(drawn)).not.toBe("goal.due");
    expect(renderForm(field("Fri 14 May"), { origin: {} }, shown)).toEqual(drawn);
  });

  test("leaves the way back out when its context needs the room", () => {
    const context = "g".repeat(2_800);
    const long = { ...origin, responseUrl: `https://hooks.slack.com/${"x".repeat(300)}` };

    const view = renderForm({ ...field(), context }, { origin: long });

    expect(view.private_metadata).toContain(context);
    expect(view.private_metadata).not.toContain("hooks.slack.com");
  });

  test("a context that Slack cannot carry is refused, not cut", () => {
    const context = "g".repeat(3_001);

    expect(() => renderForm({ ...field(), context }, { origin: {} })).toThrow(RangeError);
  });
});

function mrkdwnIn(part: unknown): string[] {
  if (typeof part !== "object" || part === null) return [];
  if ("type" in part && part.type === "mrkdwn" && "text" in part) return [String(part.text)];
  return Object.values(part).flatMap(mrkdwnIn);
}
