/** The demo's single and joint answers about one goal, as the one reflection they are. Pure. */

import { addWorkingDays, nextWorkingDay, type WorkWeek } from "../src/time/calendar.ts";
import { claimId, reflectionId } from "../src/reflection/completion.ts";
import type { Goal } from "../src/goal/goal.ts";
import type { JointColumn, Reflection, Survey } from "../src/reflection/reflection.ts";
import { noon, type DemoGoal, type DemoReflection } from "./data.ts";

/** Answers are open for so long (rules, section 6). */
const WINDOW_WORKING_DAYS = 10;

const STATUS: Readonly<
  Record<Exclude<DemoGoal["reflection_state"], "none">, Reflection["status"]>
> = {
  survey_open: "survey_open",
  individual_only: "answers_open",
  joint_done: "joint_done",
  lapsed: "lapsed",
};

export function reflectionOf(
  goal: Goal,
  state: DemoGoal["reflection_state"],
  all: readonly DemoReflection[],
  week: WorkWeek,
  timezone: string,
): readonly Reflection[] {
  if (state === "none" || !goal.doneOn) return [];
  const answers = all.filter((row) => row.goal_id === goal.id);
  const joint = answers.find(({ kind }) => kind === "joint");
  const firstDay = nextWorkingDay(goal.doneOn, week);
  return [
    {
      id: reflectionId(goal.id, goal.doneOn),
      partnershipId: goal.partnershipId,
      goalId: goal.id,
      status: STATUS[state],
      surveys: answers
        .filter(({ kind }) => kind === "individual")
        .map((row) => surveyOf(row, timezone)),
      closesOn: addWorkingDays(firstDay, WINDOW_WORKING_DAYS, week),
      thanksKey: `goal.thanks/${goal.id}/${claimId(goal)}`,
      joint: joint ? jointOf(joint, timezone) : null,
      startedAt: noon(goal.doneOn, timezone),
    },
  ];
}

function surveyOf(row: DemoReflection, timezone: string): Survey {
  return {
    personId: row.by[0],
    answers: {
      met: row.goal_met,
      measureNow: "",
      helped: row.what_helped,
      gotInTheWay: row.what_got_in_the_way,
      improve: row.improvement_in_our_department,
      need: row.support_we_need,
      offer: row.support_we_can_offer,
      keep: row.keep,
      change: row.change,
      relied: relied(row.could_rely_on_partner_1to5),
    },
    sentAt: noon(row.submitted_on, timezone),
  };
}

function relied(value: number | null): Survey["answers"]["relied"] {
  const words = ["1", "2", "3", "4", "5"] as const;
  return value === null ? "" : (words[value - 1] ?? "");
}

function jointOf(row: DemoReflection, timezone: string): JointColumn {
  return {
    agreed: [
      row.improvement_in_our_department,
      `We need: ${row.support_we_need}`,
      `We can offer: ${row.support_we_can_offer}`,
      `Keep: ${row.keep}`,
      `Change: ${row.change}`,
    ].join("\n"),
    decision: row.decision ?? "continue",
    nextStep: row.next_goal_note ?? row.change,
    editedById: row.by[0],
    confirmedByIds: row.by,
    confirmedAt: noon(row.submitted_on, timezone),
    edition: 1,
  };
}
