/** Page 4: beside each finished goal its row of the plan, and the column both sides filled together. */

import type { Goal } from "../../goal/goal.ts";
import { DIRECTIONS } from "../../plan/action-item.ts";
import { rowOf } from "../../protocol/plan-text.ts";
import type { JointColumn } from "../../reflection/reflection.ts";
import type { Texts } from "../../texts/index.ts";
import { measured, tableOr, type Drawing, type Sheet } from "./table.ts";
import type { PrintedYear } from "./year.ts";

export async function reflectionSheet(
  { stores, texts }: Drawing,
  place: PrintedYear,
): Promise<Sheet> {
  const { printing, reflection: say, goals: words, plan } = texts;
  const lookedBack = (place.cycle.lookedBack ?? []).map(({ goalId }) => goalId);
  const finished = place.goals.filter(
    ({ id, status }) => status === "done" || lookedBack.includes(id),
  );
  const rows = await Promise.all(
    finished.map(async (goal) => {
      const [latest] = await stores.reflections.ofGoal(goal.id);
      // Only what both confirmed: a text on its way is nobody's yet.
      const joint = latest?.status === "joint_done" ? latest.joint : null;
      const step = joint ? await nextStep({ stores }, joint, texts) : "";
      return {
        goal,
        doneOn: goal.doneOn ? texts.dates.full(goal.doneOn) : "",
        agreed: joint?.agreed ?? "",
        decision: joint ? say.decisions[joint.decision] : "",
        step,
      };
    }),
  );
  const planRow = (goal: Goal): string =>
    DIRECTIONS.flatMap((direction) =>
      rowOf(goal, place.items)
        .promises.filter((promise) => promise.direction === direction)
        .map(({ title }) => texts.labelled(plan.directions[direction], title)),
    ).join("\n");
  const goalOf = (goal: Goal): string =>
    [texts.labelled(goal.id, goal.title), goal.why, measured(goal.measure, texts)]
      .filter(Boolean)
      .join("\n");
  return {
    intro: rows.some(({ agreed }) => agreed === "") ? [printing.onPaper] : [],
    blocks: tableOr(
      printing.lookTable,
      [printing.goal, printing.row, say.agreed, say.decision, say.nextStep],
      rows.map(({ goal, agreed, decision, step }) => [
        goalOf(goal),
        planRow(goal),
        agreed,
        decision,
        step,
      ]),
      printing.empty,
    ),
    columns: [
      printing.number,
      printing.goal,
      words.statuses.done,
      printing.row,
      say.agreed,
      say.decision,
      say.nextStep,
    ],
    rows: rows.map(({ goal, doneOn, agreed, decision, step }) => [
      goal.id,
      goal.title,
      doneOn,
      planRow(goal),
      agreed,
      decision,
      step,
    ]),
  };
}

/** What, by whom, when and where, and by when. */
async function nextStep(
  { stores }: Pick<Drawing, "stores">,
  { nextStep: words, nextOwnerId, nextPlan, nextDue }: JointColumn,
  { plan, dates }: Texts,
): Promise<string> {
  const owner = nextOwnerId ? await stores.people.find(nextOwnerId) : undefined;
  const due = nextDue ? plan.dueOn(dates.full(nextDue)) : "";
  return [words, owner?.name, nextPlan, due].filter(Boolean).join(" · ");
}
