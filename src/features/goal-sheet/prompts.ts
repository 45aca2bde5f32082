/** Two prompts on a goal that may stay empty: who could be left out, and which beliefs hold it back. */

import { notFound } from "../../access.ts";
import { answer, text } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import { lengthOf, manyLines } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import { noteGoal } from "../../protocol/understanding.ts";
import { goalOnSheet } from "./restate.ts";

const LIMIT = 500;

export async function askPrompts(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, texts } = context;
  const found = await goalOnSheet(context, event.value);
  if (!found) return notFound(context, event.value);
  const { sheet, common } = texts;
  const { goal, place } = found;
  const known = place.cycle.notes.find(({ goalId }) => goalId === goal.id);
  const input = { type: "text", optional: true, multiline: true, maxLength: LIMIT } as const;
  return {
    type: "ask",
    form: {
      form: "sheet.prompts",
      title: sheet.promptsTitle,
      submit: common.save,
      cancel: common.cancel,
      context: event.value,
      inputs: [
        { type: "note", title: goal.id, text: goal.title },
        {
          ...input,
          id: "leftOut",
          label: sheet.leftOut,
          hint: sheet.leftOutHint,
          value: known?.leftOut ?? "",
        },
        { ...input, id: "beliefs", label: sheet.beliefs, value: known?.beliefs ?? "" },
      ],
    },
  };
}

export async function savePrompts(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, texts } = context;
  const found = await goalOnSheet(context, event.context);
  if (!found) return notFound(context, event.context);
  const { goal, place } = found;
  const leftOut = manyLines(answer(event.answers, "leftOut"));
  const beliefs = manyLines(answer(event.answers, "beliefs"));
  const tooLong = Object.entries({ leftOut, beliefs }).filter(
    ([, words]) => lengthOf(words) > LIMIT,
  );
  if (tooLong.length > 0)
    return {
      type: "invalid",
      problems: Object.fromEntries(tooLong.map(([id]) => [id, texts.common.tooLong(LIMIT)])),
    };
  await stores.cycles.update(place.cycle.id, (current) =>
    noteGoal(current, { goalId: goal.id, leftOut, beliefs }),
  );
  return {
    type: "reply",
    card: {
      title: texts.sheet.promptsSaved(goal.id),
      body: [text(texts.sheet.promptsSavedBody)],
    },
  };
}
