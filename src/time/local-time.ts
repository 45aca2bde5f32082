/** A day without a zone: `2027-05-14`. Sorts as text. */
export type LocalDate = string & { readonly brand: "LocalDate" };

/** A time of day without a zone: `14:45`. */
export type LocalTime = string & { readonly brand: "LocalTime" };

/** First and last day, both included. */
export interface DayRange {
  readonly start: LocalDate;
  readonly end: LocalDate;
}

/** Whether a day lies in a range, its ends included. */
export const covers = ({ start, end }: DayRange, date: LocalDate): boolean =>
  start <= date && date <= end;

/** Whether that is the name of an IANA time zone. */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
