/** What stands in a record, in words: for cards, lists, tables and paper alike. */

import { isList } from "../fields/draw.ts";
import type { Field, FieldValue } from "../fields/field.ts";
import type { Services } from "../feature.ts";
import type { Texts } from "../texts/index.ts";
import type { LocalDate, LocalTime } from "../time/local-time.ts";
import type { AnyKind, AnySays } from "./kind.ts";
import type { KeptRecord } from "./record.ts";

export type Names = ReadonlyMap<string, string>;

/** The names of everybody whom these records name, in one read. */
export async function namesOf(
  { stores }: Pick<Services, "stores">,
  records: readonly KeptRecord[],
): Promise<Names> {
  const ids = new Set(records.flatMap(({ byId, named }) => [byId, ...named]));
  const found = await stores.people.findAll([...ids]);
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** One field in words; "" where it was left out. */
export function wordsOf(
  field: Field,
  value: FieldValue | undefined,
  options: Readonly<Record<string, string>> | undefined,
  { dates, locale }: Texts,
  names: Names,
): string {
  if (value === undefined || value === null || value === "") return "";
  const listed = (each: readonly string[]): string => new Intl.ListFormat(locale).format(each);
  if (isList(value)) {
    if (field.type === "people") return listed(value.map((id) => names.get(id) ?? id));
    if (field.type === "tags") return value.map((tag) => `#${tag}`).join(" ");
    return listed(value.map((option) => options?.[option] ?? option));
  }
  if (typeof value === "object") return `${dates.full(value.start)} – ${dates.full(value.end)}`;
  if (field.type === "time") return dates.time(value as LocalTime);
  if (field.type === "day") return dates.full(value as LocalDate);
  if (field.type === "money")
    return new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(Number(value) / 100);
  return (field.type === "one" ? options?.[value] : undefined) ?? String(value);
}

/** A field of a record in words. */
export const fieldWords = (
  { fields }: Pick<AnyKind, "fields">,
  id: string,
  { values }: Pick<KeptRecord, "values">,
  { options }: Pick<AnySays, "options">,
  texts: Texts,
  names: Names,
): string => {
  const field = fields[id];
  return field ? wordsOf(field, values[id], options[id], texts, names) : "";
};
