/** A time of a meeting as somebody typed it: what is wrong with it, in one sentence. */

import { parseTime, type LocalTime } from "../time/calendar.ts";
import { isMeetingTime } from "../check-in/when.ts";
import { isBlank } from "../plain-text.ts";
import type { Texts } from "../texts/index.ts";

/** "" when the time can be used. A morning hour that is night at school asks for its afternoon. */
export function meetingTimeProblem(typed: string, { checkIn: say, dates }: Texts): string {
  const time = parseTime(typed);
  if (isBlank(typed)) return say.timeNeeded;
  if (!time) return say.timeUnread(typed);
  if (isMeetingTime(time)) return "";
  const meant = `${String(Number(time.slice(0, 2)) + 12)}${time.slice(2)}` as LocalTime;
  return isMeetingTime(meant)
    ? say.timeAtNight(dates.time(time), dates.time(meant))
    : say.timeOutside;
}
