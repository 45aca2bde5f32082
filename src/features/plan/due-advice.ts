/**
 * A due date at its birth: how it was read, what the calendar has against it, and which day is meant
 * then (CAL-7, CAL-9, CAL-11). Nobody's date is changed without asking.
 */

import { answer, type Answers, type Input, type Option } from "../../card.ts";
import type { Context } from "../../feature.ts";
import { readNote } from "../../cards/due-words.ts";
import type { TypedDue } from "../../goal/goal-draft.ts";
import type { Person } from "../../team/person.ts";
import { schoolDays } from "../../here/school-days.ts";
import { workWeekOf } from "../../team/work-week.ts";
import type { Texts } from "../../texts/index.ts";
import {
  addDays,
  isWorkingDay,
  localDate,
  weekdayOf,
  type LocalDate,
  type WorkWeek,
} from "../../time/calendar.ts";
import { dueFindings, type DueFinding } from "../../time/due-date.ts";
import type { ReadingPlace } from "../../time/when.ts";

/** What dates are read and judged by: the school's day and calendar, the owner's working week. */
export interface DuePlace extends ReadingPlace {
  readonly week: WorkWeek;
  /** A goal may end with a weekend; a step is done on a day on which somebody works. */
  readonly of: "goal" | "step";
}

/** At a school, for somebody who will do it; nobody yet: for the school as a whole. */
export async function duePlace(
  { stores, now, texts }: Pick<Context, "stores" | "now" | "texts">,
  schoolId: string,
  owner: Person | undefined,
  of: DuePlace["of"],
): Promise<DuePlace> {
  const { school, calendar, week } = await schoolDays(stores, schoolId);
  return {
    today: localDate(now, school.timezone),
    timezone: school.timezone,
    locale: texts.locale,
    calendar,
    week: owner ? workWeekOf(owner, calendar) : week,
    of,
  };
}

/** Below the field of a due date: the day that was read, what is on that day, and the choice of another. */
export function dueInputs(
  due: TypedDue,
  place: DuePlace,
  chosen: string,
  texts: Texts,
): readonly Input[] {
  const notes = readNote(due, texts);
  if (due.kind !== "read") return notes;
  const findings = findingsOn(due.date, place);
  const options = optionsFor(due.date, findings, place, texts);
  const value =
    options.find((option) => option.value === chosen)?.value ?? usual(due.date, findings);
  return [
    ...notes,
    ...findings.map((finding) => ({
      type: "note" as const,
      text: findingWords(due.date, finding, place, texts),
      reading: true as const,
    })),
    ...(options.length > 0
      ? [
          {
            type: "choice" as const,
            id: MEANT,
            label: texts.plan.formDueMeant,
            options,
            value,
            open: true as const,
          },
        ]
      : []),
  ];
}

/** The input that names the day that is meant after all. */
const MEANT = "due-meant";

/**
 * The day that somebody settled on. `ask`: nobody is there on the day they typed and they have not seen
 * yet which other days there are. A day in tests or in a freeze is kept with a warning.
 */
export function settledDue(
  date: LocalDate,
  answers: Answers,
  place: DuePlace,
  texts: Texts,
): { readonly date: LocalDate } | "ask" {
  const findings = findingsOn(date, place);
  const meant = answer(answers, MEANT);
  const option = optionsFor(date, findings, place, texts).find(({ value }) => value === meant);
  if (option) return { date: option.value as LocalDate };
  return findings.some(mustAsk) ? "ask" : { date };
}

/** What was chosen among the days offered; "" while nothing was. */
export const meantIn = (answers: Answers): string => answer(answers, MEANT);

/** One sentence on a date that was kept although the calendar speaks against it; "" when nothing does. */
export function dueWarning(date: LocalDate, place: DuePlace, texts: Texts): string {
  return findingsOn(date, place)
    .map((finding) => findingWords(date, finding, place, texts))
    .join(" ");
}

/** The days that could be meant instead of one that the calendar speaks against, and that day itself last. */
export const dueOffers = (date: LocalDate, place: DuePlace, texts: Texts): readonly Option[] =>
  optionsFor(date, findingsOn(date, place), place, texts);

const findingsOn = (date: LocalDate, { today, week, of }: DuePlace): readonly DueFinding[] =>
  dueFindings(date, { today, week }).filter(
    (finding) => finding.kind !== "not_working" || of === "step" || isAbsent(date, finding, week),
  );

const isAbsent = (
  date: LocalDate,
  { entry }: Extract<DueFinding, { kind: "not_working" }>,
  week: WorkWeek,
): boolean =>
  entry !== null || (week.workingDays.includes(weekdayOf(date)) && !isWorkingDay(date, week));

const mustAsk = ({ kind }: DueFinding): boolean => kind === "not_working";

/** The last day before is what a date in a break usually means (CAL-11); a warning changes nothing. */
function usual(date: LocalDate, findings: readonly DueFinding[]): LocalDate {
  return findings.find(mustAsk)?.before ?? date;
}

function optionsFor(
  date: LocalDate,
  findings: readonly DueFinding[],
  { today }: DuePlace,
  { plan, dates }: Texts,
): readonly Option[] {
  const [first] = findings;
  if (!first) return [];
  const day = (each: LocalDate): string => dates.day(each, today);
  const around = [...new Set(findings.flatMap(({ before, after }) => [before, after]))]
    .filter((each) => each !== date)
    .sort();
  return [
    ...around.map((each) => ({ label: day(each), value: each })),
    { label: plan.formDueKeep(day(date)), value: date },
  ];
}

function findingWords(
  date: LocalDate,
  finding: DueFinding,
  { today, week }: DuePlace,
  { plan, dates }: Texts,
): string {
  const day = dates.day(date, today);
  switch (finding.kind) {
    case "not_working":
      if (finding.entry?.kind === "summer" && finding.entry.title === "")
        return plan.dueAfterYear(day, dates.day(addDays(finding.entry.start, -1), today));
      if (finding.entry?.title) return plan.dueInBreak(day, finding.entry.title);
      return isAbsent(date, finding, week) ? plan.dueWhileAway(day) : plan.dueOffDay(day);
    case "tests":
      return plan.dueInTests(day, finding.entry.title, dates.day(finding.entry.end, today));
    case "freeze":
      return plan.dueInFreeze(day, dates.day(finding.entry.end, today));
  }
}
