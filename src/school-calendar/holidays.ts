/**
 * Public holidays of countries and their regions, from a library of some size: it is loaded when
 * somebody asks for it, not when the bot starts.
 */

import { LOCALES, type Locale } from "../team/person.ts";
import type { LocalDate } from "../time/calendar.ts";
import type { Days } from "../team/school.ts";
import { compare } from "./entry.ts";
import { plainWords } from "./meaning.ts";

const library = async () => (await import("date-holidays")).default;

/**
 * The country, or part of one, that somebody means: `US-IA`, `us ia`, "Mexico", "Québec", "Victoria,
 * Australia"; in any of the bot's languages. Undefined when none has that name, or several have.
 */
export async function regionNamed(typed: string, locale: Locale): Promise<string | undefined> {
  const Holidays = await library();
  const known = new Holidays();
  const codes = Object.keys(known.getCountries());
  const [country = "", state = "", ...more] = typed
    .trim()
    .toUpperCase()
    .split(/[\s-]+/u);
  if (codes.includes(country) && more.length === 0) {
    if (state === "") return country;
    if (state in statesOf(known, country)) return `${country}-${state}`;
  }
  const wanted = typed.split(",").map(plainWords).filter(Boolean);
  const [first, second] = wanted;
  const isNamed = (code: string, name: string | undefined): boolean =>
    name !== undefined && namesOf(code, locale).includes(name);
  const named = codes.filter((code) => isNamed(code, first));
  if (named.length === 1 && !second) return named[0];
  const within = second
    ? codes.filter((code) => code === second.toUpperCase() || isNamed(code, second))
    : codes;
  const states = within.flatMap((code) =>
    Object.entries(statesOf(known, code))
      .filter(([, name]) => plainWords(name) === first)
      .map(([part]) => `${code}-${part}`),
  );
  const likely = states.filter((code) => FIRST.includes(code.slice(0, 2)));
  return states.length === 1 ? states[0] : likely.length === 1 ? likely[0] : undefined;
}

/** Where a name is that of parts of several countries, one of these is meant. */
const FIRST = ["US", "CA", "MX", "AU", "NZ", "GB", "FR", "ES"];

/** A country in the languages of the bot, as people may write it. */
const namesOf = (code: string, locale: Locale): readonly string[] =>
  [locale, ...LOCALES].flatMap((language) => {
    const name = regionNames(language).of(code);
    return name ? [plainWords(name)] : [];
  });

const made = new Map<Locale, Intl.DisplayNames>();

/** Slow to make, and needed for every country. */
function regionNames(locale: Locale): Intl.DisplayNames {
  const names = made.get(locale) ?? new Intl.DisplayNames(locale, { type: "region" });
  made.set(locale, names);
  return names;
}

const statesOf = (
  known: { getStates(country: string): unknown },
  country: string,
): Readonly<Record<string, string>> =>
  (known.getStates(country) as Readonly<Record<string, string>> | undefined) ?? {};

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
