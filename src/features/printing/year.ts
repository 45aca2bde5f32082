/** One school year of a partnership as its pages show it: the year that runs, or one that was closed. */

import type { Services } from "../../feature.ts";
import type { Goal } from "../../goal/goal.ts";
import type { Cycle } from "../../protocol/cycle.ts";
import { readPlace, type Place } from "../../here/here.ts";
import { rowOf, type PlanText } from "../../protocol/plan-text.ts";
import { goalsOfYear } from "../../protocol/year-goals.ts";
import type { Partnership } from "../../team/partnership.ts";
import type { Person } from "../../team/person.ts";
import type { DistrictStores } from "../../stores.ts";

export interface PrintedYear extends Pick<
  Place,
  "partnership" | "school" | "today" | "people" | "cycle" | "items"
> {
  /** Of that year, also those that were stopped or carried over. */
  readonly goals: readonly Goal[];
  /** The plan as it stands where no version of it was agreed on. */
  readonly text: Pick<PlanText, "goals">;
}

/** More goals than a partnership has in all its years. */
const MOST_GOALS = 2000;

/** @returns undefined when that year is none of this partnership. */
export async function yearOf(
  services: Pick<Services, "stores" | "now">,
  partnership: Partnership,
  cycleId: string,
): Promise<PrintedYear | undefined> {
  const { stores } = services;
  const place = await readPlace(services, partnership);
  const cycle =
    cycleId && cycleId !== place.cycle.id ? await stores.cycles.find(cycleId) : place.cycle;
  if (cycle?.partnershipId !== partnership.id) return undefined;
  const { rows } = await stores.goals.list({
    partnershipIds: [partnership.id],
    page: { skip: 0, limit: MOST_GOALS },
  });
  const goals = goalsOfYear(rows, cycle, place.school.timezone);
  const { school, today, items } = place;
  return {
    partnership,
    school,
    today,
    items,
    cycle,
    goals,
    people: await namedIn(stores, place, cycle, goals),
    text: cycle === place.cycle ? place.text : { goals: goals.map((goal) => rowOf(goal, items)) },
  };
}

/** Also those who have left the team since. */
async function namedIn(
  { people }: DistrictStores,
  place: Place,
  { versions }: Cycle,
  goals: readonly Goal[],
): Promise<ReadonlyMap<string, Person>> {
  const ids = [
    ...goals.map(({ ownerId }) => ownerId),
    ...versions.flatMap(({ agreed }) => agreed.map(({ personId }) => personId)),
  ];
  const others = [...new Set(ids)].filter((id) => !place.people.has(id));
  const found = await people.findAll(others);
  return new Map([...place.people, ...found.map((person) => [person.id, person] as const)]);
}
