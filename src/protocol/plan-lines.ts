/** A goal of the plan's text as it is read: whole by the partners, in outline by a supervisor. */

import { facts, heading, type Block, type Fact } from "../card.ts";
import type { DistrictStores } from "../ports.ts";
import { DIRECTIONS, type Direction } from "../plan/action-item.ts";
import type { LocalDate } from "../time/local-time.ts";
import type { Texts } from "../texts/index.ts";
import type { PlanGoal, PlanPromise } from "./plan-text.ts";

/** Names of everyone a text mentions, by id. */
export async function namesIn(
  { people }: Pick<DistrictStores, "people">,
  goals: readonly PlanGoal[],
): Promise<ReadonlyMap<string, string>> {
  const ids = goals.flatMap(({ ownerId, promises }) => [
    ownerId,
    ...promises.flatMap((promise) => promise.ownerId ?? []),
  ]);
  const found = await people.findAll([...new Set(ids)]);
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** Everything that is agreed about a goal, for its partners. */
export const goalBlocks = (
  goal: PlanGoal,
  names: ReadonlyMap<string, string>,
  today: LocalDate,
  texts: Texts,
): readonly Block[] => [
  heading(`${goal.id}: ${goal.title}`),
  facts(
    ...aboutGoal(goal, texts, today),
    { label: texts.goals.why, value: goal.why },
    { label: texts.goals.owner, value: names.get(goal.ownerId) ?? goal.ownerId },
    ...promiseFacts(goal, texts, (promise) => promiseLine(promise, names, today, texts)),
  ),
];

/**
 * What a supervisor reads of it: the goal and what is promised in which direction. Not by whom, when
 * or where, and never how far it is (rules, section 9.3).
 */
export const outlineBlocks = (goal: PlanGoal, texts: Texts): readonly Block[] => [
  heading(goal.title),
  facts(...aboutGoal(goal, texts), ...promiseFacts(goal, texts, ({ title }) => title)),
];

function aboutGoal(goal: PlanGoal, texts: Texts, today?: LocalDate): readonly Fact[] {
  const { agree, goals, common, dates } = texts;
  return [
    { label: agree.scope, value: agree.scopes[goal.scope] },
    { label: goals.due, value: goal.due ? dates.day(goal.due, today) : common.noDate },
    ...(goal.measure
      ? [
          {
            label: goals.measure,
            value: goals.measured(
              goal.measure.unit,
              goal.measure.baseline,
              "",
              goal.measure.target,
            ),
          },
        ]
      : []),
    ...(goal.servesSchoolGoal ? [{ label: goals.serves, value: goal.servesSchoolGoal }] : []),
  ];
}

/** One fact for each direction something is promised in, a line each. */
function promiseFacts(
  goal: PlanGoal,
  { plan }: Texts,
  line: (promise: PlanPromise) => string,
): readonly Fact[] {
  const inDirection = (direction: Direction): readonly PlanPromise[] =>
    goal.promises.filter((promise) => promise.direction === direction);
  return DIRECTIONS.filter((direction) => inDirection(direction).length > 0).map((direction) => ({
    label: plan.directions[direction],
    value: inDirection(direction).map(line).join("\n"),
  }));
}

/** "a-24: Badge rooms 6 and 7 · Site technician · At my desk · due Wed 10 March". */
export function promiseLine(
  { id, title, ownerId, plan: when, due }: PlanPromise,
  names: ReadonlyMap<string, string>,
  today: LocalDate,
  { plan, common, dates }: Texts,
): string {
  const owner = ownerId === null ? plan.needsOwner : (names.get(ownerId) ?? ownerId);
  const day = due ? plan.dueOn(dates.day(due, today)) : common.noDate;
  return [plan.named(id, title), owner, when, day].filter(Boolean).join(" · ");
}
