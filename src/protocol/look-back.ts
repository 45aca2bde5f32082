/** A joint column that both sides confirmed goes into the plan, as its next version (AC-25). */

import type { Services } from "../feature.ts";
import type { Goal } from "../goal/goal.ts";
import { answerItem, isOpenItem } from "../plan/action-item.ts";
import type { JointColumn, Reflection } from "../reflection/reflection.ts";
import type { Partnership } from "../team/partnership.ts";
import { latestVersion, type Version } from "./cycle.ts";
import { goesOn, lookedBackOf, rowsAfter, rowsBefore, takeUp } from "./looked-back.ts";
import { readPlace, type Place } from "./place.ts";
import { planGoals, planText, type PlanText } from "./plan-text.ts";

/**
 * Keeps the column in the year in which it was confirmed and freezes the version that shows it. A goal
 * that both retire stays readable, and what is open of it leaves the plan. Repeating it changes nothing.
 * @returns that version; undefined when the plan has no row of the goal.
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
  const next = await nextText(services, place, goal, reflection, joint);
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

/** The rows with the column in them; undefined when no row of the goal is in force, or none is left. */
async function nextText(
  { stores }: Pick<Services, "stores">,
  place: Place,
  goal: Goal,
  reflection: Reflection,
  joint: JointColumn,
): Promise<PlanText | undefined> {
  const { cycle, partnership } = place;
  const looked = lookedBackOf(reflection, joint);
  const latest = latestVersion(cycle);
  const frozen = latest && (await stores.planTexts.find(latest.textId));
  const goingOn = [...(cycle.lookedBack ?? []).filter(goesOn), looked];
  const standing = planGoals(
    place.goals,
    place.items,
    cycle.leftOut,
    new Map(goingOn.map((each) => [each.goalId, each])),
  );
  const before = rowsBefore(cycle, frozen, place.lacks.length === 0 ? standing : []);
  if (!before?.some(({ id }) => id === goal.id)) return undefined;
  const rows = rowsAfter(before, looked);
  return rows.length > 0 ? planText(cycle.id, partnership.id, rows) : undefined;
}
