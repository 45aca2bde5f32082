/** Where a record belongs: whose clock and calendar its days are counted by. Reads only. */

import type { Services } from "../feature.ts";
import { schoolDays } from "../here/school-days.ts";
import type { SchoolCalendar } from "../team/school.ts";
import type { AnyKind } from "./kind.ts";
import type { KeptRecord } from "./record.ts";

export interface Where {
  /** IANA zone. */
  readonly timezone: string;
  readonly calendar: SchoolCalendar | null;
}

export async function whereOf(
  { stores }: Pick<Services, "stores">,
  kind: Pick<AnyKind, "of">,
  { scopeId }: Pick<KeptRecord, "scopeId">,
): Promise<Where> {
  const schoolId =
    kind.of === "school"
      ? scopeId
      : kind.of === "partnership"
        ? (await stores.partnerships.find(scopeId))?.schoolId
        : undefined;
  const school = schoolId === undefined ? undefined : await stores.schools.find(schoolId);
  if (school) {
    const { calendar } = await schoolDays(stores, school.id);
    return { timezone: school.timezone, calendar };
  }
  const person = kind.of === "person" ? await stores.people.find(scopeId) : undefined;
  const timezone = person?.timezone ?? (await stores.district())?.timezone ?? "UTC";
  return { timezone, calendar: null };
}
