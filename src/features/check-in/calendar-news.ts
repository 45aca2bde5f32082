/** What the calendar did to a meeting, said once in the channel (CAL-8). */

import { actions, text, type Block, type Card } from "../../card.ts";
import { weekdayOf, type LocalDate } from "../../time/calendar.ts";
import { isLongGap, type CheckIn } from "../../check-in/check-in.ts";
import { replacementDays } from "../../check-in/recurrence.ts";
import type { Services } from "../../feature.ts";
import { textsFor, type Texts } from "../../texts/index.ts";
import { share } from "../../telling/share.ts";
import { whenOf, type Place } from "../../here/meeting.ts";

/** Why nobody meets that day: the calendar's own words, in the school's language. */
export function reasonFor(date: LocalDate, { calendar, school }: Place): string {
  const closed = calendar?.days.find(
    ({ kind, start, end }) =>
      ["holiday", "break", "closure", "summer", "testing_window"].includes(kind) &&
      start <= date &&
      date <= end,
  );
  return closed?.title ?? textsFor(school.locale, school.timezone).checkIn.notEveryoneWorks;
}

/** Nothing is said when the meeting is where the series has it. */
export async function tellCalendar(
  services: Services,
  place: Place,
  news: {
    readonly meeting: CheckIn;
    readonly skipped: readonly LocalDate[];
    readonly recent: readonly CheckIn[];
  },
): Promise<void> {
  const { meeting, skipped, recent } = news;
  if (skipped.length === 0 && meeting.date === meeting.plannedFor) return;
  const [last] = recent.filter(({ status }) => status !== "skipped");
  const isLong = skipped.length > 0 && last !== undefined && isLongGap(last.date, meeting.date);
  const { weeks, today } = place;
  const offered = isLong
    ? replacementDays(
        { last: last.date, next: meeting.date, today, given: givenUp(recent) },
        weekdayOf(meeting.plannedFor),
        weeks,
      )
    : undefined;
  await share(
    services,
    place,
    { key: `check_in.calendar/${meeting.id}`, kind: "check_in.calendar" },
    (texts) => calendarCard(meeting, { skipped, offered }, place, texts),
  );
}

/** Where a meeting that was skipped had stood, before and after it was moved. */
const givenUp = (recent: readonly CheckIn[]): readonly LocalDate[] =>
  recent
    .filter(({ status }) => status === "skipped")
    .flatMap(({ date, plannedFor }) => [date, plannedFor]);

function calendarCard(
  meeting: CheckIn,
  {
    skipped,
    offered,
  }: {
    readonly skipped: readonly LocalDate[];
    /** Days that would shorten a long gap; undefined when it is none. */
    readonly offered: readonly LocalDate[] | undefined;
  },
  place: Place,
  texts: Texts,
): Card {
  const { checkIn: say, dates, locale } = texts;
  const { today } = place;
  const when = whenOf(meeting, today, texts);
  const [first] = skipped;
  if (!first)
    return {
      title: say.calendarMoved(
        dates.day(meeting.plannedFor, today),
        when,
        reasonFor(meeting.plannedFor, place),
      ),
      body: [],
    };
  const days = new Intl.ListFormat(locale).format(skipped.map((day) => dates.day(day, today)));
  return {
    title: say.calendarSkipped(days, reasonFor(first, place), when),
    body: offered ? longGap(meeting, offered, place, texts) : [],
  };
}

/** Days that would do, one press each, and the form for any other. */
function longGap(
  { id, start }: CheckIn,
  offered: readonly LocalDate[],
  { today }: Place,
  texts: Texts,
): readonly Block[] {
  const { checkIn: say, dates } = texts;
  return [
    text(say.longGap),
    actions(
      ...offered.map((date) => ({
        label: say.meetOn(dates.day(date, today)),
        action: "check_in.meet_on",
        value: `${id}|${date}`,
        about: dates.time(start),
      })),
      { label: say.meetSooner, action: "check_in.move", value: id, asks: true as const },
    ),
  ];
}
