/** Entries, problems and consequences of a calendar in words. */

import type { Option } from "../../card.ts";
import type { MeetingChange, Consequences } from "../../school-calendar/consequences.ts";
import { ENTRY_KINDS, type Listed } from "../../school-calendar/entry.ts";
import type { Taken } from "../../school-calendar/reading.ts";
import type { Problem } from "../../school-calendar/review.ts";
import type { Texts } from "../../texts/index.ts";
import type { LocalDate } from "../../time/calendar.ts";

/** "Mon 15 – Fri 19 March": one day, or first and last. */
export const rangeWords = (
  { start, end }: Pick<Listed, "start" | "end">,
  today: LocalDate,
  { calendar, dates }: Texts,
): string =>
  start === end
    ? dates.day(start, today)
    : calendar.range(dates.day(start, today), dates.day(end, today));

/** "Spring break (break), Mon 15 March – Fri 19 March". */
export const entryWords = (entry: Listed, today: LocalDate, texts: Texts): string =>
  `${entry.title} (${texts.calendar.kinds[entry.kind].toLocaleLowerCase(texts.locale)}), ${rangeWords(entry, today, texts)}`;

export const kindOptions = ({ calendar }: Texts): readonly Option[] =>
  ENTRY_KINDS.map((kind) => ({ label: calendar.kinds[kind], value: kind }));

export function problemWords(problem: Problem, { calendar, dates }: Texts): string {
  const say = calendar.problems;
  switch (problem.kind) {
    case "overlap":
      return say.overlap(problem.first.title, problem.second.title);
    case "backwards":
      return say.backwards(problem.title);
    case "nothing":
      return say.nothing;
    case "too_many":
      return say.too_many(problem.most);
    case "hole":
      return say.hole(
        problem.after.title,
        problem.before.title,
        dates.full(problem.start),
        dates.full(problem.end),
      );
    case "no_year":
      return say.no_year;
    case "year_without_terms":
      return say.year_without_terms(problem.year.title);
    case "twice":
      return say.twice(problem.first.title, problem.second.title, dates.full(problem.second.start));
    case "outside":
      return say.outside(problem.entry.title, dates.full(problem.entry.start));
    case "end_in_doubt":
      return say.end_in_doubt(problem.entry.title, dates.full(problem.entry.end));
  }
}

export function takenWords(taken: Taken, { calendar, dates }: Texts): string {
  switch (taken.kind) {
    case "began_after":
      return calendar.beganAfter(taken.title, dates.full(taken.start));
    case "year_spans":
      return calendar.yearSpans(taken.title);
  }
}

/** More weeks than this are told by their number. */
const MOST_WEEKS = 6;

/** A line each; the titles of goals and items only for the partners (rules, section 9.3). */
export function consequenceWords(
  { meetings, quiet, loud, due }: Consequences,
  isPartner: boolean,
  texts: Texts,
): readonly string[] {
  const { calendar, dates, locale } = texts;
  const weeks = (mondays: readonly LocalDate[]): string =>
    new Intl.ListFormat(locale).format([
      ...mondays.slice(0, MOST_WEEKS).map((monday) => dates.full(monday)),
      ...(mondays.length > MOST_WEEKS ? [calendar.andMore(mondays.length - MOST_WEEKS)] : []),
    ]);
  const dueLines = isPartner
    ? due.map(({ id, title, due: date, on, instead }) =>
        calendar.dueOn(
          `${title} (${id})`,
          dates.full(date),
          on.title || calendar.kinds[on.kind],
          dates.full(instead),
        ),
      )
    : due.length > 0
      ? [calendar.dueCount(due.length)]
      : [];
  return [
    ...meetings.map((meeting) => meetingWords(meeting, texts)),
    ...(quiet.length > 0 ? [calendar.quietWeeks(weeks(quiet))] : []),
    ...(loud.length > 0 ? [calendar.loudWeeks(weeks(loud))] : []),
    ...dueLines,
  ];
}

function meetingWords({ date, after }: MeetingChange, { calendar, dates }: Texts): string {
  switch (after.kind) {
    case "on":
      return calendar.meetingStays(dates.full(date));
    case "moved":
      return calendar.meetingMoves(dates.full(date), dates.full(after.date));
    case "skipped":
      return calendar.meetingSkipped(dates.full(date));
  }
}
