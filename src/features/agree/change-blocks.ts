/** What changed between two texts, drawn: each goal with the earlier words beside the later ones. */

import { heading, muted, text, type Block } from "../../card.ts";
import { shorten } from "../../plain-text.ts";
import type {
  FieldChange,
  GoalChange,
  GoalField,
  PromiseChange,
  PromiseField,
} from "../../protocol/plan-change.ts";
import { promiseLine } from "../../cards/plan-lines.ts";
import type { PlanScope } from "../../protocol/plan-text.ts";
import type { Direction } from "../../plan/action-item.ts";
import type { Horizon } from "../../goal/goal.ts";
import type { Decision } from "../../reflection/reflection.ts";
import { parseLocalDate, type LocalDate } from "../../time/calendar.ts";
import type { Texts } from "../../texts/index.ts";

/** More goals than this are read in the version itself. */
const GOALS_SHOWN = 6;
const WORDS = 300;

/** `titles` name the two sides; without them the words stand under "before" and "after". */
export function changeBlocks(
  changes: readonly GoalChange[],
  names: ReadonlyMap<string, string>,
  today: LocalDate,
  texts: Texts,
  titles: readonly [string, string] = ["←", "→"],
): readonly Block[] {
  if (changes.length === 0) return [text(texts.agree.same)];
  const { agree } = texts;
  const rest = changes.length - GOALS_SHOWN;
  return [
    ...changes
      .slice(0, GOALS_SHOWN)
      .flatMap((change) => goalChange(change, names, today, texts, titles)),
    ...(rest > 0 ? [muted(agree.moreChanges(rest))] : []),
  ];
}

function goalChange(
  { change, goal, fields, promises }: GoalChange,
  names: ReadonlyMap<string, string>,
  today: LocalDate,
  texts: Texts,
  [before, after]: readonly [string, string],
): readonly Block[] {
  const name = texts.labelled(goal.id, shorten(goal.title, WORDS));
  if (change !== "changed") return [text(texts.agree[change](name))];
  const pairs = [
    ...fields.map((field) => fieldPair(field, names, today, texts, "")),
    ...promises.flatMap((promise) => promisePairs(promise, names, today, texts)),
  ];
  return [
    heading(texts.agree.changed(name)),
    {
      type: "columns",
      left: { title: before, lines: pairs.map(([line]) => line) },
      right: { title: after, lines: pairs.map(([, line]) => line) },
    },
  ];
}

type Lines = readonly [before: string, after: string];

function promisePairs(
  { change, promise, fields }: PromiseChange,
  names: ReadonlyMap<string, string>,
  today: LocalDate,
  texts: Texts,
): readonly Lines[] {
  const whole = shorten(promiseLine(promise, names, today, texts), WORDS);
  switch (change) {
    case "added":
      return [[texts.labelled(promise.id, texts.agree.nothing), texts.agree.added(whole)]];
    case "removed":
      return [[whole, texts.labelled(promise.id, texts.agree.nothing)]];
    case "changed":
      return fields.map((field) => fieldPair(field, names, today, texts, promise.id));
  }
}

function fieldPair(
  { field, before, after }: FieldChange<GoalField | PromiseField>,
  names: ReadonlyMap<string, string>,
  today: LocalDate,
  texts: Texts,
  promiseId: string,
): Lines {
  const { agree } = texts;
  const label = promiseId
    ? agree.promiseField(promiseId, agree.fields[field])
    : agree.fields[field];
  const said = (words: string): string =>
    texts.labelled(
      label,
      words ? shorten(worded(field, words, names, today, texts), WORDS) : agree.nothing,
    );
  return [said(before), said(after)];
}

/** Codes, ids and dates as people read them. */
function worded(
  field: GoalField | PromiseField,
  words: string,
  names: ReadonlyMap<string, string>,
  today: LocalDate,
  { agree, goals, plan, dates, reflection }: Texts,
): string {
  switch (field) {
    case "due": {
      const day = parseLocalDate(words);
      return day ? dates.day(day, today) : words;
    }
    case "owner":
      return names.get(words) ?? words;
    case "scope":
      return agree.scopes[words as PlanScope];
    case "horizon":
      return goals.horizons[words as Horizon];
    case "direction":
      return plan.directions[words as Direction];
    case "decision":
      return reflection.decisions[words as Decision];
    case "agreed":
    case "nextStep":
    case "title":
    case "why":
    case "measure":
    case "serves":
    case "common":
    case "plan":
      return words;
  }
}
