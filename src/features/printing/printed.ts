/** A sheet as a page for paper, behind a link or as a file of its own. */

import type { Page, PageBlock } from "../../page.ts";
import type { ExportedEntry } from "../../protocol/plan-share.ts";
import type { Texts } from "../../texts/index.ts";
import type { Sheet } from "./table.ts";
import type { PrintedYear } from "./year.ts";

/** Only behind a link there is a way to the table. */
export function printed(
  page: ExportedEntry["page"],
  sheet: Sheet,
  { school, cycle, today }: PrintedYear,
  { printing, pages, dates, locale }: Texts,
  kind: "link" | "file",
): Page {
  const ways: readonly PageBlock[] =
    kind === "link"
      ? [
          {
            type: "links",
            label: printing.ways,
            links: [{ label: printing.csv, fields: { as: "csv" } }],
          },
        ]
      : [];
  return {
    title: printing.pageTitle(printing.names[page], school.name, cycle.label),
    locale,
    about: pages.about,
    wide: true,
    body: [
      { type: "text", text: [printing.asOf(dates.full(today)), ...sheet.intro].join(" ") },
      ...ways,
      ...sheet.blocks,
      { type: "text", text: printing.partnersOnly, tone: "muted" },
    ],
  };
}
