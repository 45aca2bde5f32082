/** A goal of the plan's text as it is read: whole by the partners, in outline by a supervisor. */

import { facts, heading, text, type Block, type Fact } from "../card.ts";
import { DIRECTIONS } from "../plan/action-item.ts";
import { shorten } from "../plain-text.ts";
import type { LocalDate } from "../time/local-time.ts";
import type { Texts } from "../texts/index.ts";
import type { PlanGoal, PlanPromise } from "../protocol/plan-text.ts";
import type { DistrictStores } from "../stores.ts";

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
  ...named(texts.labelled(goal.id, goal.title)),
  facts(
    ...aboutGoal(goal, texts, today),
    { label: texts.goals.why, value: goal.why },
    { label: texts.goals.owner, value: names.get(goal.ownerId) ?? goal.ownerId },
    ...promiseFacts(goal, texts, (promise) => promiseLine(promise, names, today, texts)),
    ...jointFacts(goal, texts),
  ),
];

/** What both sides agreed on when they looked back: part of the row, for its partners alone. */
const jointFacts = ({ joint }: PlanGoal, { reflection }: Texts): readonly Fact[] =>
  joint
    ? [
        { label: reflection.agreed, value: joint.agreed },
        { label: reflection.decision, value: reflection.decisions[joint.decision] },
        ...(joint.nextStep ? [{ label: reflection.nextStep, value: joint.nextStep }] : []),
      ]
    : [];

/**
 * What a supervisor reads of it: the goal and what is promised in which direction. Not by whom, when
 * or where, and never how far it is (rules, section 9.3).
 */
export const outlineBlocks = (goal: PlanGoal, texts: Texts): readonly Block[] => [
  ...named(goal.title),
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
    ...(goal.common ?? []).map((value) => ({ label: agree.fields.common, value })),
    ...(goal.servesSchoolGoal ? [{ label: goals.serves, value: goal.servesSchoolGoal }] : []),
  ];
}

/** A fact for each promise, so that none is cut because there are many. */
const promiseFacts = (
  goal: PlanGoal,
  { plan }: Texts,
  line: (promise: PlanPromise) => string,
): readonly Fact[] =>
  DIRECTIONS.flatMap((direction) =>
    goal.promises
      .filter((promise) => promise.direction === direction)
      .map((promise) => ({ label: plan.directions[direction], value: line(promise) })),
  );

/** What stands in a heading whole; a longer name follows it as a text. */
const HEADING = 140;

const named = (name: string): readonly Block[] =>
  shorten(name, HEADING) === name ? [heading(name)] : [heading(shorten(name, HEADING)), text(name)];

/** Goals and characters of one page: both sides can read what they agree on. */
const GOALS_SHOWN = 4;
const CHARACTERS_SHOWN = 5000;

/** One page of goals, and which of how many it is; there is always one. */
export interface GoalPage {
  readonly goals: readonly PlanGoal[];
  readonly page: number;
  readonly pages: number;
  /** Numbers of the first and last goal on it, from 1. */
  readonly from: number;
  readonly to: number;
}

export function goalPage(goals: readonly PlanGoal[], asked: number): GoalPage {
  const pages: PlanGoal[][] = [[]];
  let characters = 0;
  for (const goal of goals) {
    const length = JSON.stringify(goal).length;
    const current = pages.at(-1) ?? [];
    const isFull = current.length === GOALS_SHOWN || characters + length > CHARACTERS_SHOWN;
    if (current.length > 0 && isFull) {
      pages.push([goal]);
      characters = length;
    } else {
      current.push(goal);
      characters += length;
    }
  }
  const page = Math.min(Math.max(1, asked), pages.length);
  const before = pages.slice(0, page - 1).flat().length;
  const here = pages[page - 1] ?? [];
  return { goals: here, page, pages: pages.length, from: before + 1, to: before + here.length };
}

/** "a-24: Badge rooms 6 and 7 · Site technician · At my desk · due Wed 10 March". */
export function promiseLine(
  { id, title, ownerId, plan: when, due }: PlanPromise,
  names: ReadonlyMap<string, string>,
  today: LocalDate,
  { plan, common, dates, labelled }: Texts,
): string {
  const owner = ownerId === null ? plan.needsOwner : (names.get(ownerId) ?? ownerId);
  const day = due ? plan.dueOn(dates.day(due, today)) : common.noDate;
  return [labelled(id, title), owner, when, day].filter(Boolean).join(" · ");
}
