/** Dates and times in words: "Wed 10 March", never "03/10" (rules, section 9.5). */

import type { LocalDate, LocalTime } from "../time/calendar.ts";
import type { Locale, Weekday } from "../team/person.ts";
import { WEEKDAYS } from "../team/person.ts";

export interface Dates {
  /** "Wed 10 March", with the year when it is not that of `today`. */
  readonly day: (date: LocalDate, today?: LocalDate) => string;
  /** "Wed 10 March 2027". */
  readonly full: (date: LocalDate) => string;
  /** "14:45"; in French "14 h 45". */
  readonly time: (time: LocalTime) => string;
  /** "Wednesday". */
  readonly weekday: (weekday: Weekday) => string;
  /** An instant, in the zone the texts were made for: "Mon 8 March, 08:10". */
  readonly moment: (instant: Date) => string;
}

const TAGS: Readonly<Record<Locale, string>> = { en: "en-GB", es: "es", fr: "fr" };
const MONDAY = Date.UTC(2024, 0, 1);

/** "7 h 50", "8 h": no zero before the hour, no minutes that are none, and on one line. */
const frenchTime = (clock: LocalTime): string => {
  const [hours, minutes] = clock.split(":");
  const after = minutes === "00" ? "" : `\u00A0${minutes}`;
  return `${Number(hours)}\u00A0h${after}`;
};

export function dates(locale: Locale, timezone: string): Dates {
  const tag = TAGS[locale];
  const format = (options: Intl.DateTimeFormatOptions, zone = "UTC") => {
    const formatter = new Intl.DateTimeFormat(tag, { ...options, timeZone: zone });
    return (instant: Date) => {
      const written = formatter.format(instant).replaceAll(/,(?= \d)/gu, "");
      return locale === "fr" ? written.replace(/(?<!\d)1 (?=\p{L})/u, "1er ") : written;
    };
  };
  const short = format({ weekday: "short", day: "numeric", month: "long" });
  const full = format({ weekday: "short", day: "numeric", month: "long", year: "numeric" });
  const weekday = format({ weekday: "long" });
  const momentDay = format({ weekday: "short", day: "numeric", month: "long" }, timezone);
  const momentTime = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, timezone);
  const time = (clock: LocalTime): string => (locale === "fr" ? frenchTime(clock) : clock);
  const noon = (date: LocalDate) => new Date(`${date}T12:00:00Z`);

  return {
    day: (date, today) =>
      today?.slice(0, 4) === date.slice(0, 4) ? short(noon(date)) : full(noon(date)),
    full: (date) => full(noon(date)),
    time,
    weekday: (day) => weekday(new Date(MONDAY + WEEKDAYS.indexOf(day) * 86_400_000)),
    moment: (instant) => `${momentDay(instant)}, ${time(momentTime(instant) as LocalTime)}`,
  };
}
