/**
 * Public holidays of countries and their regions, from a library of some size: it is loaded when
 * somebody asks for it, not when the bot starts.
 */

import type { Locale } from "../team/person.ts";
import type { LocalDate } from "../time/calendar.ts";
import type { Days } from "../team/school.ts";
import { compare } from "./entry.ts";

export interface Region {
  /** `US`, or `US-IA` for a part of it. */
  readonly code: string;
  readonly name: string;
}

/** The countries that school calendars are most asked for; the others follow by name. */
const FIRST = ["US", "CA", "MX", "AU", "NZ", "GB", "FR", "ES"];

const library = async () => (await import("date-holidays")).default;

/** Named in that language where the library can. */
export async function countries(locale: Locale): Promise<readonly Region[]> {
  const Holidays = await library();
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const all = Object.entries(new Holidays().getCountries(locale)).map(([code, name]) => ({
    code,
    name: names.of(code) ?? name,
  }));
  const rank = ({ code }: Region): number =>
    (FIRST.indexOf(code) + FIRST.length + 1) % (FIRST.length + 1);
  return all.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, locale));
}

/** The states or provinces that have holidays of their own; empty for most countries. */
export async function regionsOf(country: string, locale: Locale): Promise<readonly Region[]> {
  const Holidays = await library();
  const states = new Holidays().getStates(country, locale) as
    Readonly<Record<string, string>> | undefined;
  return Object.entries(states ?? {})
    .map(([code, name]) => ({ code: `${country}-${code}`, name }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}

/** Whether the library knows that country, or part of one. */
export async function isRegion(code: string): Promise<boolean> {
  const [country = "", state] = code.split("-");
  const Holidays = await library();
  const known = new Holidays();
  if (!(country in known.getCountries())) return false;
  return state === undefined || state in ((known.getStates(country) as object | undefined) ?? {});
}

/**
 * Public holidays from one day to another, in the region's own clock. A day in lieu takes the place of
 * one that falls on a weekend.
 */
export async function publicHolidays(
  code: string,
  from: LocalDate,
  until: LocalDate,
  locale: Locale,
): Promise<readonly Days[]> {
  const Holidays = await library();
  const [country = "", state] = code.split("-");
  const known = state ? new Holidays(country, state) : new Holidays(country);
  const [first, last] = [from, until].map((date) => Number(date.slice(0, 4)));
  const years = Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, n) => (first ?? 0) + n);
  return years
    .flatMap((year) => known.getHolidays(year, locale))
    .filter(({ type }) => type === "public")
    .map(({ name, date }): Days => {
      const day = date.slice(0, 10) as LocalDate;
      return { kind: "holiday", title: name, start: day, end: day };
    })
    .filter(({ start }) => from <= start && start <= until)
    .sort((a, b) => compare(a.start, b.start));
}
