/** The original goal row and plan row, which stand beside every question (systems row 18). */

import type { ActionItem } from "../../plan/action-item.ts";
import type { Input } from "../../card.ts";
import type { Goal } from "../../goal/goal.ts";
import { atStart } from "../../plain-text.ts";
import type { Texts } from "../../texts/index.ts";

/** The original goal and the steps promised for it, to read beside the questions. */
export function goalNotes(
  texts: Texts,
  goal: Goal | undefined,
  plan: readonly ActionItem[],
): readonly Input[] {
  const { reflection } = texts;
  return [
    ...(goal
      ? [{ type: "note", title: reflection.goal, text: goalLines(texts, goal).join("\n") } as const]
      : []),
    ...(plan.length > 0
      ? [
          {
            type: "note",
            title: reflection.planRow,
            text: plan.map(({ id, title }) => `${id} ${title}`).join("\n"),
          } as const,
        ]
      : []),
  ];
}

/** The goal as it was logged, a line each. */
export function goalLines({ dates, goals, locale }: Texts, goal: Goal): readonly string[] {
  const { measure } = goal;
  return [
    `${goal.id} ${goal.title}`,
    ...(goal.why ? [goal.why] : []),
    ...(measure ? [`${measure.unit}: ${measure.baseline} → ${measure.target}`] : []),
    ...(goal.due ? [atStart(goals.dueShort(dates.full(goal.due)), locale)] : []),
  ];
}
