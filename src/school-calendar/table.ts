/** Reads tables (CSV, or columns copied from a spreadsheet) whose columns are named in any of the languages. */

import { parse } from "csv-parse/sync";
import { oneLine, shorten } from "../plain-text.ts";
import type { Locale } from "../team/person.ts";
import { addDays, type DayRange, type LocalDate } from "../time/calendar.ts";
import { daysInCell } from "../time/stretch.ts";
import { orderIn, type DayOrder } from "../time/when/order.ts";
import { isHeading, placeOf } from "./columns.ts";
import type { Entry } from "./entry.ts";
import { MOST_ENTRIES, refused, TITLE_LENGTH, type RefusedBecause, type Source } from "./source.ts";

export interface TableOptions {
  /** Dates in words without a year are the next such day after it. */
  readonly today: LocalDate;
  readonly locale: Locale;
  /** How 3/4/2027 is read; undefined where nobody said yet. */
  readonly order?: DayOrder;
}

type Row = readonly string[];

/** A line or two may stand above the names of the columns: the school, the year, `sep=;` of a spreadsheet. */
const HEADING_WITHIN = 5;
/** In UTF-16 units: no lines of names are longer, and no program writes a longer row of dates. */
const LONGEST_HEAD = 5_000;
const LONGEST_ROW = 100_000;

/** Whether one of the first lines names columns. */
export const looksLikeTable = (text: string): boolean =>
  firstLines(text).some((line) =>
    SEPARATORS.some((separator) => isHeading(cellsOf(line, separator))),
  );

const SEPARATORS = ["\t", ";", ","];
const firstLines = (text: string): readonly string[] =>
  text.trimStart().slice(0, LONGEST_HEAD).split(/\r?\n/u, HEADING_WITHIN);
const cellsOf = (line: string, separator: string): Row =>
  line.split(separator).map((cell) => cell.replaceAll('"', "").trim());

/** Last days are written as last days in a table, but for programs that write the midnight after. */
export function readTable(text: string, options: TableOptions): Source {
  const rows = rowsOf(text);
  if (typeof rows === "string") return refused(rows);
  const at = rows.findIndex(isHeading);
  const heading = rows[at] ?? [];
  const body = rows.slice(at + 1).filter((row) => row.some((cell) => cell.trim() !== ""));
  if (at < 0) return refused("no_columns");
  if (body.length > MOST_ENTRIES) return refused("too_many");
  const { locale, today } = options;
  const order = options.order ?? orderIn(body.flat());
  const daysIn = readOnce((cell) => daysInCell(oneLine(cell), { today, locale, order }));
  const isDays = (cell: string): boolean => daysIn(cell).ranges.length > 0;
  const isAny = (): boolean => true;
  const start = placeOf("start", heading, body, isDays);
  const end = placeOf("end", heading, body, isDays);
  const title = placeOf(
    "title",
    heading.map((cell, n) => (n === start ? "" : cell)),
    body,
    isAny,
  );
  if (body.length === 0) return refused("empty");
  if (start < 0 || title < 0) return unreadTable(body);
  const columns: Columns = {
    title,
    label: placeOf("label", heading, body, isAny),
    days: (row) => rangesOf(daysIn(row[start] ?? "").ranges, daysIn(row[end] ?? "").ranges),
    isEndAfter: isEndAfter(heading, end),
  };
  const read = body.map((row) => entriesOf(row, columns));
  return {
    kind: "read",
    entries: read.flatMap((entries) => (typeof entries === "string" ? [] : entries)),
    unread: read.filter((entries): entries is string => typeof entries === "string"),
    orderInDoubt: body.some((row) => [start, end].some((n) => daysIn(row[n] ?? "").isInDoubt)),
  };
}

/** Columns are tried, and the same days stand in many rows. */
function readOnce<T>(read: (cell: string) => T): (cell: string) => T {
  const known = new Map<string, T>();
  return (cell) => {
    const days = known.get(cell) ?? read(cell);
    known.set(cell, days);
    return days;
  };
}

const unreadTable = (body: readonly Row[]): Source => ({
  kind: "read",
  entries: [],
  unread: body.map(lineOf),
});

const lineOf = (row: Row): string => shorten(row.map(oneLine).join(" · "), TITLE_LENGTH);

function rowsOf(text: string): readonly Row[] | RefusedBecause {
  const lines = firstLines(text);
  const [, said] = /^"?sep=(.)"?$/iu.exec(lines[0]?.trim() ?? "") ?? [];
  const named = SEPARATORS.find((separator) =>
    lines.some((line) => isHeading(cellsOf(line, separator))),
  );
  try {
    return parse(text.trimStart(), {
      bom: true,
      delimiter: said ?? named ?? ",",
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      to: MOST_ENTRIES + HEADING_WITHIN + 1,
    });
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    return code === "CSV_MAX_RECORD_SIZE" ? "too_costly" : "unreadable";
  }
}

interface Columns {
  readonly title: number;
  readonly label: number;
  readonly days: (row: Row) => readonly DayRange[];
  /** Whether a row ends at the midnight after its last day. */
  readonly isEndAfter: (row: Row) => boolean;
}

/** Every day or range of a row; the line as it was written when they cannot be read. */
function entriesOf(
  row: Row,
  { title: at, label, days, isEndAfter: isAfter }: Columns,
): readonly Entry[] | string {
  const title = shorten(oneLine(row[at] ?? ""), TITLE_LENGTH);
  const ranges = days(row);
  if (ranges.length === 0 || title === "") return lineOf(row);
  return ranges.map(({ start, end }) => ({
    title,
    start,
    end: start < end && isAfter(row) ? addDays(end, -1) : end,
    label: oneLine(row[label] ?? ""),
  }));
}

/** From the first cell to the second, where there is one. */
function rangesOf(first: readonly DayRange[], last: readonly DayRange[]): readonly DayRange[] {
  const [from] = first;
  const [to] = last;
  return from && to ? [{ start: from.start, end: to.end }] : first;
}

/** Programs that export whole days as times end them at the midnight after. */
function isEndAfter(heading: Row, end: number): (row: Row) => boolean {
  const named = (pattern: RegExp): number =>
    heading.findIndex((cell) => pattern.test(cell.trim().toLowerCase()));
  const [startTime, endTime] = [
    named(/^start time$|^hora de inicio$|^heure de d[ée]but$/u),
    named(/^end time$|^hora de fin(?:alizaci[oó]n)?$|^heure de fin$/u),
  ];
  return (row) =>
    (MIDNIGHT.test(row[startTime]?.trim() ?? "") && MIDNIGHT.test(row[endTime]?.trim() ?? "")) ||
    /\d[T\s]+0?0:00(?::00)?(?:\.0+)?Z?$|\s12:00(?::00)? ?AM$/iu.test(row[end]?.trim() ?? "");
}

const MIDNIGHT = /^(?:0?0:00(?::00)?|12:00(?::00)? ?a\.?m\.?)$/iu;
