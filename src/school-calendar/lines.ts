/** Reads what people paste: one line for each thing, with its day or days in words. */

import type { LocalDate } from "../time/calendar.ts";
import { oneLine, shorten } from "../plain-text.ts";
import { LOCALES, type Locale } from "../team/person.ts";
import { rangesOf } from "../time/stretch.ts";
import { findDays, type FindingIn } from "../time/when/finding.ts";
import type { Found } from "../time/when/found.ts";
import { orderIn, usualOrder, type DayOrder } from "../time/when/order.ts";
import type { Entry } from "./entry.ts";
import { refused, TITLE_LENGTH, type Source } from "./source.ts";

/** "2026-27", "2026/2027": the school year that dates without a year belong to. */
const YEAR = /^\D*(?<first>20\d\d)\s?[-–/]\s?(?:20)?\d\d\D*$/u;

/** Lines take longer to read than a table, and nobody writes as many. */
const MOST_LINES = 1000;
/** In UTF-16 units: what is longer is no line with a day in it, and is not searched for one. */
const LONGEST_LINE = 300;

/** Dates without a year are the next such day after `today`, or in the school year a line names. */
export function readLines(text: string, { today, locale, timezone, order: said }: LinesIn): Source {
  const written = text.split(/\r?\n/u).filter((line) => line.trim() !== "");
  if (written.length > MOST_LINES) return refused("too_many");
  const lines = written.map(oneLine).filter(Boolean);
  const short = lines.filter(({ length }) => length <= LONGEST_LINE);
  const order = said ?? orderIn(short) ?? usualOrder(locale, timezone);
  const entries: Entry[] = [];
  const unread: string[] = [];
  let from = today;
  let orderInDoubt = false;
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
    const read = readLine(line, { today: from, locale, order });
    entries.push(...read.entries);
    orderInDoubt ||= read.isInDoubt;
    if (read.entries.length === 0) unread.push(shorten(line, TITLE_LENGTH));
  }
  return entries.length > 0
    ? { kind: "read", entries, unread, orderInDoubt }
    : refused("unreadable");
}

export interface LinesIn {
  readonly today: LocalDate;
  readonly locale: Locale;
  readonly timezone: string;
  /** What comes first in 3/4, where somebody said so. */
  readonly order?: DayOrder;
}

/** "Winter break: 21 December – 1 January", "17 Aug First day of school", "Sept 10, 17 Early release". */
function readLine(
  line: string,
  place: Omit<FindingIn, "isList">,
): { readonly entries: readonly Entry[]; readonly isInDoubt: boolean } {
  for (const locale of new Set([place.locale, ...LOCALES])) {
    const found = daysNamed(line, { ...place, locale, isList: true });
    const ranges = rangesOf(found);
    const title = shorten(titleOf(line, found), TITLE_LENGTH);
    if (ranges === "impossible" || ranges.length === 0) continue;
    if (ranges.some(({ start, end }) => end < start)) continue;
    if (title === "") return { entries: [], isInDoubt: false };
    return {
      entries: ranges.map((range) => ({ title, ...range, label: "" })),
      isInDoubt: found.some(({ other }) => other !== undefined),
    };
  }
  return { entries: [], isInDoubt: false };
}

/** Beside a day that is written out, two numbers with a stroke are something else: "Grade 3/4 camp, Nov 8". */
function daysNamed(line: string, place: FindingIn): readonly Found[] {
  const found = findDays(line, place).filter(({ floats }) => floats !== "week");
  const sure = found.filter(({ isFraction }) => !isFraction);
  return sure.length > 0 ? sure : found;
}

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
