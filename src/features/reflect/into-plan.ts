/** A joint column that both sides confirmed goes into the plan, as its next version (AC-25). */

import type { Services } from "../../feature.ts";
import type { Goal } from "../../goal/goal.ts";
import { answerItem, isOpenItem } from "../../plan/action-item.ts";
import type { JointColumn, Reflection } from "../../reflection/reflection.ts";
import type { Partnership } from "../../team/partnership.ts";
import { latestVersion, type Version } from "../../protocol/cycle.ts";
import { lookedBackOf, rowsAfter, takeUp } from "../../protocol/looked-back.ts";
import { readPlace, type Place } from "../../here/here.ts";
import { planText, type LookedBack, type PlanText } from "../../protocol/plan-text.ts";

/**
 * Keeps the column in the year in which it was confirmed and freezes the version that shows it. A goal
 * that both retire stays readable, and what is open of it leaves the plan. Repeating it changes nothing.
 * @returns that version; undefined when no agreed version has a row of the goal: the column then stands
 * at its goal, and the plan stays not agreed.
 */
export async function intoPlan(
  services: Pick<Services, "stores" | "now">,
  { partnership, goal }: { readonly partnership: Partnership; readonly goal: Goal },
  reflection: Reflection,
  joint: JointColumn,
): Promise<{ readonly version: Version; readonly cycleId: string } | undefined> {
  const { stores, now } = services;
  const place = await readPlace(services, partnership);
  const looked = lookedBackOf(reflection, joint);
  const next = await nextText(services, place, goal, looked);
  // Kept before anybody is bound to it, so that what was agreed can always be read.
  if (next) await stores.planTexts.add(next);
  const at = joint.confirmedAt ?? now;
  const cycle = await stores.cycles.update(place.cycle.id, (current) =>
    takeUp(current, looked, next, { joint, facts: place.facts, at }),
  );
  if (joint.decision === "retire") {
    const open = place.items.filter((item) => item.goalId === goal.id && isOpenItem(item));
    await stores.items.updateAll(
      open.map(({ id }) => id),
      (item) => answerItem(item, { type: "dropped" }),
    );
  }
  const version = cycle?.versions.find(({ reflectionId }) => reflectionId === reflection.id);
  return version && cycle && { version, cycleId: cycle.id };
}

/**
 * The rows that both agreed on, with the column in them; undefined where no version has a row of the
 * goal, or none is left. What nobody agreed to is not agreed by confirming a column about one goal.
 */
async function nextText(
  { stores }: Pick<Services, "stores">,
  { cycle, partnership }: Place,
  goal: Goal,
  looked: LookedBack,
): Promise<PlanText | undefined> {
  const latest = latestVersion(cycle);
  const frozen = latest && (await stores.planTexts.find(latest.textId));
  if (!frozen?.goals.some(({ id }) => id === goal.id)) return undefined;
  const rows = rowsAfter(frozen.goals, looked);
  return rows.length > 0 ? planText(cycle.id, partnership.id, rows) : undefined;
}
