/** The alarms of one meeting. Pure. */

import type { WorkWeek } from "../time/calendar.ts";
import type { Timer } from "../time/timer.ts";
import { announcedAt, askedAt, type CheckIn } from "./check-in.ts";

/** The two alarms of a planned meeting: its announcement, and the question how it went. */
export function checkInTimers(
  checkIn: CheckIn,
  setting: { readonly timezone: string; readonly week: WorkWeek; readonly districtId: string },
): readonly Timer[] {
  const { timezone, week, districtId } = setting;
  const timer = { districtId, id: checkIn.id };
  return [
    announceTimer(checkIn, districtId, announcedAt(checkIn, timezone, week)),
    {
      ...timer,
      name: "check_in.after",
      key: `check_in.after/${checkIn.id}`,
      at: askedAt(checkIn, timezone),
    },
  ];
}

export const announceTimer = ({ id }: CheckIn, districtId: string, at: Date): Timer => ({
  key: `check_in.announce/${id}`,
  at,
  name: "check_in.announce",
  districtId,
  id,
});
