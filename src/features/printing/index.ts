/** Pages 2, 3 and 4 of the method, to print and to save: for the partners alone (systems, row 22). */

import { partnershipFor } from "../../access.ts";
import { muted, text, type Block, type Card } from "../../card.ts";
import { csvOf } from "../../csv.ts";
import type { Context, Feature, PageContext } from "../../feature.ts";
import type { PageAnswer, PageBlock } from "../../page.ts";
import { readPlace, showPlace, type MyPlace, type Place } from "../../protocol/place.ts";
import type { ExportedEntry } from "../../protocol/plan-share.ts";
import type { Texts } from "../../texts/index.ts";
import { planSheet } from "./plan.ts";
import { reflectionSheet } from "./reflection.ts";
import { goalSheet } from "./sheet.ts";
import type { Sheet } from "./table.ts";

type PageName = ExportedEntry["page"];

const SHEETS: Readonly<
  Record<PageName, (services: PageContext, place: Place) => Promise<Sheet> | Sheet>
> = { sheet: goalSheet, plan: planSheet, reflection: reflectionSheet };

const PAGES: readonly PageName[] = ["sheet", "plan", "reflection"];

export const printingFeature: Feature = {
  name: "printing",
  commands: {
    "plan export": {
      summary: ({ printing }) => printing.summary,
      run: async (context) => await show(context, ""),
    },
  },
  actions: { "printing.show": async (context) => await show(context, context.event.value) },
  pages: Object.fromEntries(
    PAGES.map((page) => [page, async (context: PageContext) => await open(context, page)]),
  ),
};

const show = async (context: Context, partnershipId: string) =>
  await showPlace(context, "printing.show", partnershipId, (place) => linksCard(context, place));

/** A link to each page, for whoever asked: they are answered privately, and links end after an hour. */
function linksCard(
  { link, person, texts }: Context,
  { partnership, school, cycle }: MyPlace,
): Card {
  const { printing } = texts;
  const links = PAGES.flatMap((page): readonly Block[] => {
    const url = link(page, person.id, partnership.id);
    return url ? [{ type: "link", label: printing.names[page], url }] : [];
  });
  return {
    title: printing.title(school.name, cycle.label),
    body:
      links.length > 0
        ? [text(printing.body), ...links, muted(printing.only)]
        : [text(printing.noLink)],
  };
}

/** The page, or with `as=csv` behind the link its table: for who is a partner when they open it. */
async function open(context: PageContext, page: PageName): Promise<PageAnswer> {
  const { about: partnershipId, fields, texts, stores, person, now } = context;
  const mine = await partnershipFor(context, partnershipId);
  if (!mine)
    return {
      type: "page",
      page: {
        title: texts.printing.notYours,
        locale: texts.locale,
        about: texts.pages.about,
        body: [],
      },
    };
  const place = await readPlace(context, mine.partnership);
  const sheet = await SHEETS[page](context, place);
  const format = fields["as"] === "csv" ? "csv" : "html";
  await stores.audit.add({
    id: `page/${page}/${partnershipId}/${person.id}/${format}/${place.today}`,
    kind: "page.exported",
    partnershipId,
    page,
    format,
    byId: person.id,
    at: now,
  });
  const name = [place.school.name, place.cycle.label, page].join("-");
  return format === "csv"
    ? { type: "file", name: `${name}.csv`, content: csvOf([sheet.columns, ...sheet.rows]) }
    : printed(page, sheet, place, texts);
}

function printed(
  page: PageName,
  sheet: Sheet,
  { school, cycle, today }: Place,
  texts: Texts,
): PageAnswer {
  const { printing, pages, dates, locale } = texts;
  const body: readonly PageBlock[] = [
    { type: "text", text: [printing.asOf(dates.full(today)), ...sheet.intro].join(" ") },
    {
      type: "links",
      label: printing.ways,
      links: [{ label: printing.csv, fields: { as: "csv" } }],
    },
    ...sheet.blocks,
    { type: "text", text: printing.partnersOnly, tone: "muted" },
  ];
  const title = printing.pageTitle(printing.names[page], school.name, cycle.label);
  return { type: "page", page: { title, locale, about: pages.about, body, wide: true } };
}
