/** The offer to move a meeting out of tests and busy weeks (CAL-9): the bot proposes none inside them. */

import { text, type Block, type Button } from "../../card.ts";
import type { CheckIn } from "../../check-in/check-in.ts";
import type { Place } from "../../here/meeting.ts";
import { nextOccurrence } from "../../check-in/recurrence.ts";
import { daysOutside, seasonOn, type WatchedCalendar } from "../../check-in/season.ts";
import type { Services } from "../../feature.ts";
import { schoolDaysOfAll } from "../../here/workplaces.ts";
import type { Texts } from "../../texts/index.ts";
import { addDays } from "../../time/calendar.ts";

/** Its own school's calendar first, then those of the other schools that its IT serves. */
export async function watchedBy(
  { stores }: Pick<Services, "stores">,
  { partnership, school, calendar }: Pick<Place, "partnership" | "school" | "calendar">,
): Promise<readonly WatchedCalendar[]> {
  const { itIds } = partnership;
  const others = (await stores.partnerships.ofPartners(itIds)).filter(
    (other) => other.schoolId !== school.id && other.itIds.some((id) => itIds.includes(id)),
  );
  const elsewhere = await schoolDaysOfAll(stores, others);
  return [
    { school: null, calendar },
    ...[...elsewhere.values()].map((each) => ({
      school: each.school.name,
      calendar: each.calendar,
    })),
  ];
}

/** Nothing where the meeting stands in none. */
export function seasonLines(
  { date }: Pick<CheckIn, "date">,
  watched: readonly WatchedCalendar[],
  { today }: Pick<Place, "today">,
  { checkIn: say, dates }: Texts,
): readonly Block[] {
  const season = seasonOn(date, watched);
  if (!season) return [];
  const end = dates.day(season.end, today);
  return [
    text(
      season.school === null
        ? say.insideTests(season.title, end)
        : say.insideTestsAt(season.school, season.title, end),
    ),
  ];
}

/** A fortnight is looked at where no series says when the next one is. */
const WITHOUT_SERIES_DAYS = 14;

/** One press each, for a regular meeting; Move asks for any other day. */
export function seasonButtons(
  { id, kind, date, plannedFor }: CheckIn,
  watched: readonly WatchedCalendar[],
  { partnership: { series }, weeks, today }: Place,
  about: string,
  { checkIn: say, dates }: Texts,
): readonly Button[] {
  if (kind !== "check_in" || !seasonOn(date, watched)) return [];
  const next = series
    ? nextOccurrence(series, plannedFor, plannedFor)
    : addDays(date, WITHOUT_SERIES_DAYS);
  return daysOutside(date, { today, next }, weeks, watched).map((day) => ({
    label: say.meetOn(dates.day(day, today)),
    action: "check_in.meet_on",
    value: `${id}|${day}`,
    about,
  }));
}
