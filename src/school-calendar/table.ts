/** Reads tables (CSV, or columns copied from a spreadsheet) whose columns are named in any of the languages. */

import { parse } from "csv-parse/sync";
import { oneLine, shorten } from "../plain-text.ts";
import type { Locale } from "../team/person.ts";
import type { LocalDate } from "../time/calendar.ts";
import { inNumbers, readDay, type DayOrder } from "./day.ts";
import type { Entry } from "./entry.ts";
import { plainWords } from "./meaning.ts";
import { MOST_ENTRIES, refused, TITLE_LENGTH, type RefusedBecause, type Source } from "./source.ts";

type Column = "title" | "start" | "end" | "label";

/** What people, and the calendar programs they export from, call the columns. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  title: [
    "title",
    "name",
    "event",
    "subject",
    "summary",
    "description",
    "what",
    "titulo",
    "nombre",
    "evento",
    "asunto",
    "que",
    "titre",
    "nom",
    "evenement",
    "objet",
    "quoi",
  ],
  start: [
    "start",
    "start date",
    "from",
    "begin",
    "begins",
    "date",
    "day",
    "first day",
    "when",
    "inicio",
    "fecha",
    "fecha de inicio",
    "desde",
    "dia",
    "primer dia",
    "cuando",
    "debut",
    "date de debut",
    "du",
    "jour",
    "premier jour",
    "quand",
  ],
  end: [
    "end",
    "end date",
    "to",
    "until",
    "through",
    "last day",
    "fin",
    "fecha de fin",
    "fecha final",
    "hasta",
    "ultimo dia",
    "date de fin",
    "au",
    "jusqu'au",
    "dernier jour",
  ],
  label: ["kind", "type", "category", "tipo", "clase", "categoria", "genre", "categorie"],
};

/** Column names per field, as the guide lists them. */
export const columnOf = (heading: string): Column | undefined => {
  const words = plainWords(heading);
  return (Object.keys(NAMES) as Column[]).find((column) => NAMES[column].includes(words));
};

export interface TableOptions {
  /** Dates in words without a year are the next such day after it. */
  readonly today: LocalDate;
  readonly locale: Locale;
  /** How 3/4/2027 is read; undefined where nobody said yet. */
  readonly order?: DayOrder;
}

/** Whether the first line names columns. */
export function looksLikeTable(text: string): boolean {
  const first = headOf(text);
  const columns = first.split(SEPARATORS).map((cell) => columnOf(cell.replaceAll('"', "")));
  return columns.includes("title") && columns.includes("start");
}

const SEPARATORS = /[,;\t]/u;
/** In UTF-16 units: no line of names is longer, and no program writes a longer row of dates. */
const LONGEST_HEAD = 2_000;
const LONGEST_ROW = 100_000;

const headOf = (text: string): string =>
  text.trimStart().slice(0, LONGEST_HEAD).split(/\r?\n/u, 1)[0] ?? "";

/** Last days are written as last days in a table, not as the day after. */
export function readTable(text: string, options: TableOptions): Source {
  const rows = rowsOf(text);
  if (typeof rows === "string") return refused(rows);
  const [head = [], ...body] = rows;
  const columns = head.map(columnOf);
  const at = (column: Column): number => columns.indexOf(column);
  if (at("title") < 0 || at("start") < 0) return refused("no_columns");
  if (body.length > MOST_ENTRIES) return refused("too_many");
  const cell = (row: readonly string[], column: Column): string => oneLine(row[at(column)] ?? "");
  const written = body.flatMap((row) => [cell(row, "start"), cell(row, "end")]);
  const order = options.order ?? orderSeen(written);
  const read = body
    .filter((row) => row.some((value) => value.trim() !== ""))
    .map((row) => entryOf(row, cell, { ...options, order: order ?? "month first" }));
  return {
    kind: "read",
    entries: read.filter((entry): entry is Entry => typeof entry !== "string"),
    unread: read.filter((entry): entry is string => typeof entry === "string"),
    orderInDoubt: order === undefined && written.some((value) => inNumbers(value) !== undefined),
  };
}

function rowsOf(text: string): readonly (readonly string[])[] | RefusedBecause {
  const first = headOf(text);
  const delimiter = ["\t", ";", ","].find((separator) => first.includes(separator)) ?? ",";
  try {
    return parse(text.trimStart(), {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      to: MOST_ENTRIES + 2,
    });
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    return code === "CSV_MAX_RECORD_SIZE" ? "too_costly" : "unreadable";
  }
}

/** The line as it was written when its dates cannot be read. */
function entryOf(
  row: readonly string[],
  cell: (row: readonly string[], column: Column) => string,
  options: TableOptions,
): Entry | string {
  const start = readDay(cell(row, "start"), options);
  const last = cell(row, "end");
  const end = last === "" ? start : readDay(last, options);
  const title = shorten(cell(row, "title"), TITLE_LENGTH);
  if (!start || !end || title === "") return shorten(row.map(oneLine).join(" · "), TITLE_LENGTH);
  return { title, start, end, label: cell(row, "label") };
}

/** 12/21/2026 has the month first, 21/12/2026 the day; undefined while only 3/4/2027 is there. */
function orderSeen(written: readonly string[]): DayOrder | undefined {
  const pairs = written.flatMap((value) => inNumbers(value) ?? []);
  const isDayFirst = pairs.some(({ first }) => first > 12);
  const isMonthFirst = pairs.some(({ second }) => second > 12);
  if (isDayFirst === isMonthFirst) return undefined;
  return isDayFirst ? "day first" : "month first";
}
