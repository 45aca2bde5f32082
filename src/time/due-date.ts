/** A due date looked at when it is born: whether anybody can keep it there, and where it could go. Pure. */

import {
  addWorkingDays,
  dayOff,
  isWorkingDay,
  outsideYears,
  type LocalDate,
  type WorkWeek,
} from "./calendar.ts";
import { freezeOn, testingOn } from "./seasons.ts";
import type { Days } from "../team/school.ts";

/** What a calendar has against a date. */
export type DueFinding =
  /** Nobody is there to do it: a weekend, a holiday, a break, days away. `entry` null for a weekday off. */
  | {
      readonly kind: "not_working";
      readonly entry: Days | null;
      /** The last working day before, and the first after (CAL-11). */
      readonly before: LocalDate;
      readonly after: LocalDate;
    }
  /** Inside tests or a change freeze: nothing that changes systems is due then (CAL-9). */
  | {
      readonly kind: "tests" | "freeze";
      readonly entry: Days;
      readonly before: LocalDate;
      readonly after: LocalDate;
    };

/**
 * What speaks against a due date, in the owner's working week. `before` and `after` are working days
 * outside of it, and `before` is never earlier than `today`: then it is `after`.
 */
export function dueFindings(
  due: LocalDate,
  { today, week }: { readonly today: LocalDate; readonly week: WorkWeek },
): readonly DueFinding[] {
  const around = (suits: (day: LocalDate) => boolean) => {
    const find = (step: 1 | -1): LocalDate => {
      let day = addWorkingDays(due, step, week);
      for (let n = 0; n < FURTHEST && !suits(day); n++) day = addWorkingDays(day, step, week);
      return day;
    };
    const [before, next] = [find(-1), find(1)];
    // Of the year after the last one that is known, nobody can say which days are worked.
    const after = suits(next) ? next : before;
    return { before: before < today ? after : before, after };
  };
  const tests = testingOn(due, week.calendar);
  const freeze = freezeOn(due, week.calendar);
  const isFree = (day: LocalDate): boolean => freezeOn(day, week.calendar) === undefined;
  // Who works all year still has a school to work for: their own dates may lie in summer.
  const isOut = (day: LocalDate): boolean =>
    week.contractMonths < 12 &&
    !week.worksInSummer &&
    outsideYears(day, week.calendar) !== undefined;
  const off = dayOff(due, week) ?? (isOut(due) ? outsideYears(due, week.calendar) : undefined);
  return [
    ...(isWorkingDay(due, week) && !isOut(due)
      ? []
      : [
          {
            kind: "not_working" as const,
            entry: typeof off === "object" ? off : null,
            ...around((day) => !isOut(day)),
          },
        ]),
    ...(freeze
      ? [
          {
            kind: tests ? ("tests" as const) : ("freeze" as const),
            entry: tests ?? freeze,
            ...around(isFree),
          },
        ]
      : []),
  ];
}

/** Working days that a freeze may last. */
const FURTHEST = 100;
