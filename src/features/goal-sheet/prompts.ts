/** Two prompts on a goal that may stay empty: who could be left out, and which beliefs hold it back. */

import { notFound } from "../../access.ts";
import { text } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import { lines, optional } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";
import type { Outcome } from "../../ports.ts";
import { noteGoal } from "../../protocol/understanding.ts";
import { goalOnSheet } from "./restate.ts";

const PROMPTS = { leftOut: optional(lines(500)), beliefs: optional(lines(500)) };

export async function askPrompts(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, texts } = context;
  const found = await goalOnSheet(context, event.value);
  if (!found) return notFound(context, event.value);
  const { sheet } = texts;
  const { goal, place } = found;
  const known = place.cycle.notes.find(({ goalId }) => goalId === goal.id);
  const form = formOf(texts, PROMPTS, {
    form: "sheet.prompts",
    title: sheet.promptsTitle,
    context: event.value,
    before: [{ type: "note", title: goal.id, text: goal.title }],
    ask: { leftOut: { label: sheet.leftOut, hint: sheet.leftOutHint }, beliefs: sheet.beliefs },
    values: { leftOut: known?.leftOut, beliefs: known?.beliefs },
  });
  return { type: "ask", form };
}

export async function savePrompts(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, texts } = context;
  const found = await goalOnSheet(context, event.context);
  if (!found) return notFound(context, event.context);
  const { goal, place } = found;
  const read = readForm(PROMPTS, context);
  if (read.type === "invalid") return read;
  await stores.cycles.update(place.cycle.id, (current) =>
    noteGoal(current, { goalId: goal.id, ...read.values }),
  );
  return {
    type: "reply",
    card: {
      title: texts.sheet.promptsSaved(goal.id),
      body: [text(texts.sheet.promptsSavedBody)],
    },
  };
}
