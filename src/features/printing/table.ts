/** What a page of the method says: as blocks for paper, and as rows for a spreadsheet. */

import type { Context } from "../../feature.ts";
import type { PageBlock } from "../../page.ts";
import type { Texts } from "../../texts/index.ts";

/** What a page is drawn with: from a link, or for a file in the chat. */
export type Drawing = Pick<Context, "stores" | "texts">;

export interface Sheet {
  /** Sentences below the title. */
  readonly intro: readonly string[];
  readonly blocks: readonly PageBlock[];
  /** Headings of the rows' cells. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table, or below its name that there is nothing in it yet. */
export const tableOr = (
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  nothing: string,
): readonly PageBlock[] => [
  { type: "heading", text: caption },
  rows.length > 0 ? { type: "table", caption, columns, rows } : { type: "text", text: nothing },
];

/** "percent of rooms, from 10, now 40, to 90"; "" without a measure. */
export const measured = (
  measure: {
    readonly unit: string;
    readonly baseline: string;
    readonly current?: string;
    readonly target: string;
  } | null,
  { goals }: Texts,
): string =>
  measure
    ? goals.measured(measure.unit, measure.baseline, measure.current ?? "", measure.target)
    : "";
