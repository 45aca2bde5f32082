/** As what somebody stands in the district: what can be of use to them. It gives no rights (rule 3). */

import type { Context, Declared } from "../feature.ts";
import { holding } from "../team/grant.ts";
import { coverOn } from "../team/availability.ts";
import { partnersOf, type Partnership } from "../team/partnership.ts";
import type { District, School } from "../team/school.ts";
import { localDate } from "../time/calendar.ts";
import type { Audience } from "./situation.ts";
import { permits, usesModule } from "../team/module.ts";

export interface Standing {
  readonly audiences: readonly Audience[];
  /** Teams they stand in, or stand in for somebody in. */
  readonly teams: readonly Partnership[];
  /** Teams that name them as a supervisor. */
  readonly read: readonly Partnership[];
  /** Schools whose modules count for them. */
  readonly schools: readonly School[];
  readonly district: District | undefined;
}

type Asking = Pick<Context, "stores" | "person" | "now">;

export async function standingOf({ stores, person, now }: Asking): Promise<Standing> {
  const [all, covered, grants, district] = await Promise.all([
    stores.partnerships.all(),
    stores.people.coveredBy([person.id]),
    stores.grants.all(),
    stores.district(),
  ]);
  const behind = covered.filter(
    (each) => coverOn(each, localDate(now, each.timezone)) !== undefined,
  );
  const ids = [person.id, ...behind.map(({ id }) => id)];
  const teams = all.filter((each) => partnersOf(each).some((id) => ids.includes(id)));
  const read = all.filter(({ supervisorIds }) => supervisorIds.includes(person.id));
  const ofDistrict = holding(grants, person.id, [
    "administrator",
    "it_director",
    "district_library_coordinator",
  ]);
  const near = ofDistrict ? all : [...teams, ...read];
  const isReader = read.length > 0 || person.role === "principal";
  return {
    audiences: [
      "anyone",
      ...(teams.length > 0 ? (["partner"] as const) : []),
      ...(isReader ? (["reader"] as const) : []),
      ...(ofDistrict ? (["district"] as const) : []),
    ],
    teams,
    read,
    schools: await stores.schools.findAll([...new Set(near.map(({ schoolId }) => schoolId))]),
    district,
  };
}

/** Whether what a feature does is there for them: its module is on somewhere, and policy permits it. */
export const isOn = (
  { module, needs }: Pick<Declared["feature"], "module" | "needs">,
  { schools, district }: Pick<Standing, "schools" | "district">,
): boolean =>
  (module === undefined || schools.some((school) => usesModule(school, module))) &&
  permits(district, needs);

/** Whether a command is offered to them. */
export const isOffered = ({ command, feature }: Declared, standing: Standing): boolean =>
  (command.for ?? (["partner"] as const)).some((audience) =>
    standing.audiences.includes(audience),
  ) && isOn(feature, standing);
