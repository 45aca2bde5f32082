/** Page 2: the goals of both sides as they were logged, and where they meet. */

import type { Goal } from "../../goal/goal.ts";
import { isAccepted } from "../../protocol/intersection.ts";
import { nameOf } from "../../here/here.ts";
import { scopeOf } from "../../protocol/plan-text.ts";
import type { Side } from "../../team/person.ts";
import type { Texts } from "../../texts/index.ts";
import { measured, tableOr, type Drawing, type Sheet } from "./table.ts";
import type { PrintedYear } from "./year.ts";

const SIDES: readonly Side[] = ["library", "it"];

export function goalSheet({ texts }: Drawing, place: PrintedYear): Sheet {
  const { printing, goals: say, common, agree } = texts;
  const goals = SIDES.flatMap((side) =>
    place.goals.filter(({ department }) => department === side).toSorted(byTerm),
  );
  const columns = [
    printing.goal,
    say.horizon,
    say.why,
    say.measure,
    printing.barrier,
    printing.beliefs,
    say.due,
    say.status,
  ];
  return {
    intro: [],
    blocks: [
      ...SIDES.flatMap((side) =>
        tableOr(
          common[side],
          columns,
          goals
            .filter(({ department }) => department === side)
            .map((goal) => cellsOf(goal, place, texts)),
          printing.empty,
        ),
      ),
      ...meetings(place, texts),
    ],
    columns: [printing.number, printing.side, ...columns, say.owner, say.serves, agree.scope],
    rows: goals.map((goal) => [
      goal.id,
      common[goal.department],
      goal.title,
      ...cellsOf(goal, place, texts).slice(1),
      nameOf(place, goal.ownerId),
      goal.servesSchoolGoal ?? "",
      agree.scopes[scopeOf(goal)],
    ]),
  };
}

/** Short-term goals first, as on the sheet. */
const byTerm = (a: Goal, b: Goal): number =>
  Number(a.horizon === "long") - Number(b.horizon === "long");

function cellsOf(goal: Goal, { cycle }: PrintedYear, texts: Texts): readonly string[] {
  const { goals: say, dates, common } = texts;
  const note = cycle.notes.find(({ goalId }) => goalId === goal.id);
  return [
    texts.labelled(goal.id, goal.title),
    say.horizons[goal.horizon],
    goal.why,
    measured(goal.measure, texts),
    note?.leftOut ?? "",
    note?.beliefs ?? "",
    goal.due ? dates.full(goal.due) : common.noDate,
    stateOf(goal, cycle, texts),
  ];
}

/** Stopped with its reason, or as what it goes on next year. */
function stateOf(
  { id, status, stoppedReason }: Goal,
  { decisions }: PrintedYear["cycle"],
  { goals: say, year }: Texts,
): string {
  const carriedTo = decisions.find(({ goalId }) => goalId === id)?.carriedTo;
  const more = carriedTo ? year.carriedAs(id, carriedTo) : (stoppedReason ?? "");
  return [say.statuses[status], more].filter(Boolean).join("\n");
}

function meetings({ cycle, goals, partnership }: PrintedYear, texts: Texts): Sheet["blocks"] {
  const { printing, common } = texts;
  const titleOf = (id: string): string =>
    texts.labelled(id, goals.find((goal) => goal.id === id)?.title ?? "");
  const accepted = cycle.intersections.filter((pair) => isAccepted(pair, partnership));
  return tableOr(
    printing.meet,
    [printing.common, common.library, common.it],
    accepted.map(({ common: words, libraryGoalId, itGoalId }) => [
      words,
      titleOf(libraryGoalId),
      titleOf(itGoalId),
    ]),
    printing.noneMeet,
  );
}
