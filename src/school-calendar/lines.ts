/** Reads what people paste: one line for each thing, with its day or days in words. */

import { addDays, type LocalDate } from "../time/calendar.ts";
import { oneLine, shorten } from "../plain-text.ts";
import { LOCALES, type Locale } from "../team/person.ts";
import { findDays, type Found } from "../time/when/finding.ts";
import type { Entry } from "./entry.ts";
import { refused, TITLE_LENGTH, type Source } from "./source.ts";

/** "2026-27", "2026/2027": the school year that dates without a year belong to. */
const YEAR = /^\D*(?<first>20\d\d)\s?[-–/]\s?(?:20)?\d\d\D*$/u;

/** Lines take longer to read than a table, and nobody writes as many. */
const MOST_LINES = 1000;
/** In UTF-16 units: what is longer is no line with a day in it, and is not searched for one. */
const LONGEST_LINE = 300;

/** Dates without a year are the next such day after `today`, or in the school year a line names. */
export function readLines(
  text: string,
  { today, locale }: { readonly today: LocalDate; readonly locale: Locale },
): Source {
  const written = text.split(/\r?\n/u).filter((line) => line.trim() !== "");
  if (written.length > MOST_LINES) return refused("too_many");
  const lines = written.map(oneLine).filter(Boolean);
  const entries: Entry[] = [];
  const unread: string[] = [];
  let from = today;
  for (const line of lines) {
    if (line.length > LONGEST_LINE) {
      unread.push(shorten(line, TITLE_LENGTH));
      continue;
    }
    const { first } = YEAR.exec(line)?.groups ?? {};
    if (first) {
      from = `${first}-07-01` as LocalDate;
      continue;
    }
    const entry = readLine(line, from, locale);
    if (entry) entries.push(entry);
    else unread.push(shorten(line, TITLE_LENGTH));
  }
  return entries.length > 0 ? { kind: "read", entries, unread } : refused("unreadable");
}

/** "Winter break: 21 December – 1 January", "17 Aug First day of school". */
function readLine(line: string, from: LocalDate, locale: Locale): Entry | undefined {
  for (const language of [locale, ...LOCALES]) {
    const found = findDays(line, from, language);
    const days = found.flatMap(({ day, until }) => (until ? [day, until] : [day]));
    const [first, second] = days;
    if (!first || days.length > 2 || days.includes("impossible")) continue;
    const start = first as LocalDate;
    const end = (second ?? first) as LocalDate;
    const title = shorten(titleOf(line, found), TITLE_LENGTH);
    if (title === "") return undefined;
    return { title, start, end: end < start ? yearLater(end) : end, label: "" };
  }
  return undefined;
}

/** A range over New Year, whose second day was read as that of this year. */
const yearLater = (date: LocalDate): LocalDate => {
  const later = `${String(Number(date.slice(0, 4)) + 1)}${date.slice(4)}` as LocalDate;
  return date.endsWith("02-29") ? addDays(`${later.slice(0, 8)}28` as LocalDate, 1) : later;
};

/** What is left when the days and the words and signs around them are cut out. */
function titleOf(line: string, found: readonly Found[]): string {
  const rest = [...found]
    .sort((a, b) => b.index - a.index)
    .reduce(
      (text, { index, words }) => `${text.slice(0, index)}\t${text.slice(index + words.length)}`,
      line,
    );
  return rest
    .replaceAll(
      /(?:(?:^|[\s,;:(–—-]+)(?:from|to|until|through|on|del?|el|al?|hasta|desde|du|au|le|jusqu'au|and|y|et))?[\s,;:(–—-]*\t[\s,;:)–—-]*/giu,
      " ",
    )
    .replaceAll(/^[\s,;:)–—-]+|[\s,;:(–—-]+$/gu, "")
    .trim();
}
