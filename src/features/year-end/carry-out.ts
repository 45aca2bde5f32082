/** What both sides decided for the end of the year is done, and the next year begins. */

import type { Services } from "../../feature.ts";
import { type Cycle, newCycle } from "../../protocol/cycle.ts";
import { localDate } from "../../time/calendar.ts";
import { endGoal, carriedGoal, type YearDecision, nextLabel } from "../../protocol/year-end.ts";
import type { DistrictStores } from "../../stores.ts";
import { OPEN_ITEM } from "../../plan/action-item.ts";

/**
 * Carries out what a closed year decided: goals end, those carried over go on as new ones with their
 * open steps, and the partnership's next year begins. Every step finds its own traces, so repeating
 * it repairs what a crash cut short.
 * @returns the closed year, with the goals that go on.
 */
export async function carryOut(
  { stores, now }: Pick<Services, "stores" | "now">,
  cycle: Cycle,
): Promise<{ readonly cycle: Cycle; readonly next: string }> {
  const partnership = await stores.partnerships.find(cycle.partnershipId);
  const school = partnership && (await stores.schools.find(partnership.schoolId));
  if (!partnership || !school) throw new Error(`No partnership ${cycle.partnershipId}`);
  const today = localDate(cycle.closedAt ?? now, school.timezone);
  for (const decision of cycle.decisions) {
    const goal = await stores.goals.update(decision.goalId, (current) =>
      endGoal(current, decision, today),
    );
    if (!goal || goal.deleted || goal.status !== "carried_over") continue;
    if (decision.outcome !== "carried_over") continue;
    const origin = `carried/${cycle.id}/${goal.id}`;
    const fresh = await stores.goals.create(carriedGoal(goal, { origin, start: today, now }));
    await moveSteps(stores, goal.id, fresh.id, cycle.partnershipId);
    await stores.cycles.update(cycle.id, (current) => carried(current, decision, fresh.id));
  }
  const next = await labelAfter(stores, school.calendarId, cycle.label);
  const renewed = await stores.partnerships.update(partnership.id, (current) =>
    current.cycle === cycle.label ? { ...current, cycle: next } : current,
  );
  if (renewed) await stores.cycles.add(newCycle(renewed, now));
  return { cycle: (await stores.cycles.find(cycle.id)) ?? cycle, next };
}

function carried(cycle: Cycle, { goalId }: YearDecision, carriedTo: string): Cycle {
  const known = cycle.decisions.find((each) => each.goalId === goalId);
  if (!known || known.carriedTo === carriedTo) return cycle;
  return {
    ...cycle,
    decisions: cycle.decisions.map((each) => (each === known ? { ...known, carriedTo } : each)),
  };
}

const AT_ONCE = 500;

/** Open steps go on with the goal; what was done stays with the year it was done in. */
async function moveSteps(
  { items }: Pick<DistrictStores, "items">,
  from: string,
  to: string,
  partnershipId: string,
): Promise<void> {
  const { rows } = await items.list({
    partnershipIds: [partnershipId],
    goalIds: [from],
    statuses: OPEN_ITEM,
    page: { skip: 0, limit: AT_ONCE },
  });
  for (const { id } of rows)
    await items.update(id, (item) => (item.goalId === from ? { ...item, goalId: to } : item));
}

/** As the school's calendar names the year after this one, where it does (CAL-6). */
async function labelAfter(
  { calendars }: Pick<DistrictStores, "calendars">,
  calendarId: string | null,
  label: string,
): Promise<string> {
  const calendar = calendarId ? await calendars.find(calendarId) : undefined;
  const years = (calendar?.sessions ?? [])
    .filter(({ type }) => type === "schoolYear")
    .sort((a, b) => a.start.localeCompare(b.start));
  const index = years.findIndex(({ title }) => title === label);
  return (index < 0 ? undefined : years[index + 1]?.title) ?? nextLabel(label);
}
