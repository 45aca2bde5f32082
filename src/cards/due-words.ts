/** What is said about a typed due date: how it was read, or why it cannot be used. */

import type { Input } from "../card.ts";
import { dueProblem, type DraftBounds, type TypedDue } from "../goal/goal-draft.ts";
import { shorten } from "../plain-text.ts";
import type { Texts } from "../texts/index.ts";

/** How much of what was typed is said back. */
const WORDS_LIMIT = 60;

/** One sentence on what is wrong; "" when there is no date or it can be met. */
export function dueSentence(
  due: TypedDue,
  bounds: DraftBounds,
  texts: Texts,
  { mayBeEmpty = true }: { readonly mayBeEmpty?: boolean } = {},
): string {
  const { goals, dates, locale } = texts;
  const problem = dueProblem(due, bounds);
  switch (problem?.kind) {
    case "unread":
      return (mayBeEmpty ? goals.unreadOptional : goals.unread)(said(problem.words));
    case "impossible":
      return goals.impossible(said(problem.words));
    case "several":
      return goals.several(
        new Intl.ListFormat(locale).format(problem.dates.map((date) => dates.full(date))),
      );
    case "past":
      return goals.past(dates.full(problem.date));
    case "before_start":
      return goals.beforeStart(dates.full(problem.date), dates.full(problem.start));
    case "empty":
    case "too_long":
    case undefined:
      return "";
  }
}

const said = (words: string): string => shorten(words, WORDS_LIMIT);

/** How a date was read, to be shown below its field. */
export const readNote = (due: TypedDue, { plan, dates }: Texts): readonly Input[] =>
  due.kind === "read"
    ? [{ type: "note", text: plan.formDueRead(dates.full(due.date)), reading: true }]
    : [];
