/** One table of all texts for translators, and what they sent back, checked line by line. Pure. */

import { parse } from "csv-parse/sync";
import { csvOf } from "../../src/csv.ts";
import { lengthOf } from "../../src/plain-text.ts";
import type { Locale } from "../../src/team/person.ts";
import type { SourceText } from "./source.ts";

/** The one that the others are translated from; it is changed in its files only. */
const ORIGIN = "en";
const FIRST_COLUMNS = ["key", "about", "limit"] as const;

type Catalogues = Readonly<Record<Locale, readonly SourceText[]>>;

/** A text that a translator changed. */
export interface Change {
  readonly text: SourceText;
  readonly words: string;
}

export type ReadTable =
  { readonly changes: readonly Change[] } | { readonly problems: readonly string[] };

const localesOf = (catalogues: Catalogues): readonly Locale[] => [
  ORIGIN,
  ...(Object.keys(catalogues) as Locale[]).filter((locale) => locale !== ORIGIN),
];

/** The table as a file for spreadsheets: a line per text, with what is known about it and its room. */
export function tableOf(catalogues: Catalogues): string {
  const locales = localesOf(catalogues);
  const said = byKey(catalogues);
  const seen = new Set<string>();
  const texts = locales
    .flatMap((locale) => catalogues[locale])
    .filter(({ key }) => !seen.has(key) && seen.add(key));
  const rows = texts.map(({ key, about, inserted, limit }) => [
    key,
    [about, hintOn(inserted, said.get(`${ORIGIN} ${key}`)?.words ?? "")].filter(Boolean).join(" "),
    limit === undefined ? "" : String(limit),
    ...locales.map((locale) => said.get(`${locale} ${key}`)?.words ?? ""),
  ]);
  return csvOf([[...FIRST_COLUMNS, ...locales], ...rows]);
}

const hintOn = (inserted: SourceText["inserted"], words: string): string =>
  [
    inserted.size > 0 ? "Keep what stands in braces; it may move." : "",
    words.includes("#") ? "# is a number." : "",
  ]
    .filter(Boolean)
    .join(" ");

const byKey = (catalogues: Catalogues): ReadonlyMap<string, SourceText> =>
  new Map(
    localesOf(catalogues).flatMap((locale) =>
      catalogues[locale].map((text) => [`${locale} ${text.key}`, text] as const),
    ),
  );

/** What a table changes; or, with a sentence each, all that is wrong with it, and then nothing of it counts. */
export function readTable(file: string, catalogues: Catalogues): ReadTable {
  const [header = [], ...lines] = rowsOf(file);
  const columns = header.map((name) => name.trim().toLowerCase());
  const locales = localesOf(catalogues);
  const missing = ["key", ...locales].filter((name) => !columns.includes(name));
  if (missing.length > 0)
    return {
      problems: [
        `The first line must name the columns, and ${missing.join(", ")} is not among them. Export the table anew and keep its first line.`,
      ],
    };
  const said = byKey(catalogues);
  const seen = new Set<string>();
  const changes: Change[] = [];
  const problems: string[] = [];
  lines.forEach((line, index) => {
    const at = `Line ${String(index + 2)}`;
    const cell = (name: string): string => plain(line[columns.indexOf(name)] ?? "");
    const key = cell("key");
    if (key === "" && line.every((each) => each.trim() === "")) return;
    const known = locales.some((locale) => said.has(`${locale} ${key}`));
    const original = said.get(`${ORIGIN} ${key}`)?.words ?? "";
    if (!known)
      problems.push(
        `${at}: there is no text called "${key}". Export the table anew; texts come and go.`,
      );
    else if (seen.has(key)) problems.push(`${at}: "${key}" stands in the table twice. Leave one.`);
    else if (!isSame(cell(ORIGIN), original))
      problems.push(
        `${at}: the English of "${key}" is another one now: "${original}". Export the table anew; English is changed in its files.`,
      );
    seen.add(key);
    for (const locale of known ? locales.filter((each) => each !== ORIGIN) : []) {
      const text = said.get(`${locale} ${key}`);
      const words = spaced(cell(locale), locale);
      if (isSame(text?.words ?? "", words)) continue;
      const wrong = text ? problemWith(words, text) : NO_PLACE;
      if (!text || wrong) problems.push(`${at}, ${locale}: ${wrong ?? NO_PLACE}`);
      else changes.push({ text, words });
    }
  });
  return problems.length > 0 ? { problems } : { changes };
}

const NO_PLACE = "this language has no such text yet. Leave it empty, and ask a developer for it.";

/** As spreadsheets write them, with commas, semicolons or tabs. @throws a sentence when it is no table. */
function rowsOf(file: string): readonly (readonly string[])[] {
  const text = file.replace(/^\uFEFF/u, "");
  const [first = ""] = text.split(/\r?\n/u);
  const delimiter = [",", ";", "\t"].reduce((best, each) =>
    first.split(each).length > first.split(best).length ? each : best,
  );
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true });
  } catch {
    throw new Error(
      "This is no table as spreadsheets write it (CSV, UTF-8): a quotation mark is not closed, perhaps. Save it as CSV again.",
    );
  }
}

/** Without the mark that keeps a spreadsheet from taking it for a formula. */
const plain = (cell: string): string => cell.replace(/^'(?=[=+\-@])/u, "").replaceAll("\r\n", "\n");

/** A spreadsheet makes a plain space of one that no line ends at. */
const isSame = (one: string, other: string): boolean =>
  one.replaceAll("\u00A0", " ") === other.replaceAll("\u00A0", " ");

/** French has a space before some signs that no line ends at; spreadsheets and people write a plain one. */
const spaced = (words: string, locale: Locale): string =>
  locale === "fr" ? words.replace(/ (?=[:;!?»%])/gu, "\u00A0").replace(/« /gu, "«\u00A0") : words;

function problemWith(
  words: string,
  { words: before, inserted, limit }: SourceText,
): string | undefined {
  if (words.trim() === "") return "there is no text. Write one, or leave what stood there.";
  if (words !== words.trim() || / {2}/u.test(words))
    return "blanks stand at an end of it, or two in a row. Take them out.";
  const wanted = [...inserted.keys()].map((name) => `{${name}}`);
  const written: readonly string[] = words.match(/\{[^{}]*\}/gu) ?? [];
  const lost = wanted.find((each) => !written.includes(each));
  if (lost) return `${lost} is missing. Put it where it belongs: "${before}".`;
  const strange = written.find((each) => !wanted.includes(each));
  if (strange) return `nothing is known that ${strange} could stand for. Take it out.`;
  if (before.includes("#") && !words.includes("#"))
    return `the # is missing, where the number stands: "${before}".`;
  return limit !== undefined && lengthOf(words) > limit
    ? `it has ${String(lengthOf(words))} characters, and ${String(limit)} fit. Shorten it.`
    : undefined;
}
