/** Which column of a table says what: by what it is called, and by what is in it. */

import { plainWords } from "./meaning.ts";

export type Column = "title" | "start" | "end" | "label";

/** What people, and the calendar programs they export from, call the columns; the surest names first. */
const NAMES: Readonly<Record<Column, readonly RegExp[]>> = {
  title: [
    /^(?:event|title|name|subject|summary|titulo|nombre|evento|asunto|titre|nom|evenement|objet)$/u,
    /\b(?:event|title|subject|summary|titulo|evento|asunto|titre|evenement)\b/u,
    /\b(?:name|holiday|activity|occasion|what|nombre|actividad|que|nom|activite|quoi)\b/u,
    /\b(?:description|details?|notes?|descripcion|detalles?)\b/u,
  ],
  start: [
    /^(?:(?:start|begin(?:ning)?|from|first) (?:date|day)|date (?:from|start)|fecha (?:de )?(?:inicio|inicial)|primer dia|date de debut|premier jour|dtstart)$/u,
    /^(?:dates?|date\(s\)|date range|fechas?)$/u,
    /^(?:start|starts|begin|begins|from|when|inicio|desde|cuando|debut|du|quand)$/u,
    /\b(?:date|fecha)\b/u,
    /^(?:day|dia|jour)$/u,
  ],
  end: [
    /^(?:(?:end|to|last|finish) (?:date|day)|date (?:to|end)|fecha (?:de )?(?:fin|final)|ultimo dia|date de fin|dernier jour|dtend)$/u,
    /^(?:end|ends|to|until|through|finish|finishes|fin|hasta|au|jusqu'au)$/u,
  ],
  label: [/^(?:kind|type|category|tipo|clase|categoria|genre|categorie)$/u],
};

/** How surely a heading names a column: 0 is the surest; undefined when it does not. */
export function rankOf(heading: string, column: Column): number | undefined {
  const words = plainWords(heading).replace(/[:*]+$/u, "");
  const rank = NAMES[column].findIndex((pattern) => pattern.test(words));
  return rank < 0 ? undefined : rank;
}

/** A row that names what is in its columns. */
export const isHeading = (cells: readonly string[]): boolean =>
  (["title", "start"] as const).every((column) =>
    cells.some((cell) => rankOf(cell, column) !== undefined),
  ) && cells.filter((cell) => rankOf(cell, "title") !== undefined).length < cells.length;

/**
 * The place of a column: of those whose name fits, the one with the surest name in which most cells are what
 * they should be. "Start" may be a time, and "Day" a weekday.
 */
export function placeOf(
  column: Column,
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  fits: (cell: string) => boolean,
): number {
  const named = heading
    .map((cell, at) => ({ at, rank: rankOf(cell, column) }))
    .filter((one): one is { at: number; rank: number } => one.rank !== undefined)
    .sort((a, b) => a.rank - b.rank);
  const isFilled = (at: number): boolean => {
    const cells = rows
      .slice(0, LOOKED_AT)
      .map((row) => row[at]?.trim() ?? "")
      .filter(Boolean);
    return cells.length > 0 && cells.filter(fits).length * 2 >= cells.length;
  };
  return named.find(({ at }) => isFilled(at))?.at ?? -1;
}

/** Enough to know a column by. */
const LOOKED_AT = 100;
