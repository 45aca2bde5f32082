/** Pages 2, 3 and 4 of the method, to print and to save: for the partners alone (systems, row 22). */

import { notFound, partnershipFor } from "../../access.ts";
import { actions, heading, muted, text, type Block, type Card } from "../../card.ts";
import { csvOf } from "../../csv.ts";
import type { Context, EventOf, Feature, PageContext, Services } from "../../feature.ts";
import type { PageAnswer } from "../../page.ts";
import type { ChatFile, Outcome } from "../../ports.ts";
import { showPlace, type MyPlace } from "../../here/here.ts";
import type { ExportedEntry } from "../../protocol/plan-share.ts";
import { planSheet } from "./plan.ts";
import { printed } from "./printed.ts";
import { reflectionSheet } from "./reflection.ts";
import { goalSheet } from "./sheet.ts";
import type { Drawing, Sheet } from "./table.ts";
import { yearOf, type PrintedYear } from "./year.ts";

type PageName = ExportedEntry["page"];
type Format = ExportedEntry["format"];

const SHEETS: Readonly<
  Record<PageName, (drawing: Drawing, year: PrintedYear) => Promise<Sheet> | Sheet>
> = { sheet: goalSheet, plan: planSheet, reflection: reflectionSheet };

const PAGES: readonly PageName[] = ["sheet", "plan", "reflection"];

export const printingFeature: Feature = {
  name: "printing",
  commands: {
    "plan export": {
      summary: ({ printing }) => printing.summary,
      situation: "plan",
      words: ({ commands }) => commands["plan export"],
      run: async (context) => await show(context, ""),
    },
  },
  actions: {
    "printing.show": async (context) => await show(context, context.event.value),
    "printing.files": sendFiles,
  },
  pages: Object.fromEntries(
    PAGES.map((page) => [page, async (context: PageContext) => await open(context, page)]),
  ),
};

/** `partnership`, or `partnership|cycle` for a year of it. */
async function show(context: Context, value: string): Promise<Outcome> {
  const [partnershipId = "", cycleId = ""] = value.split("|");
  return await showPlace(context, "printing.show", partnershipId, async (place) => {
    const year = await yearOf(context, place.partnership, cycleId);
    return year
      ? waysCard(context, place, year)
      : { title: context.texts.common.notFoundHere, body: [] };
  });
}

const aboutOf = ({ partnership, cycle }: PrintedYear): string => `${partnership.id}|${cycle.id}`;

/** As files in the chat, and behind links for whoever asked: they are answered privately. */
function waysCard(context: Context, { school }: MyPlace, year: PrintedYear): Card {
  const { printing } = context.texts;
  const send = (format: Format, label: string) => ({
    label,
    action: "printing.files",
    value: `${aboutOf(year)}|${format}`,
    about: year.cycle.label,
  });
  return {
    title: printing.title(school.name, year.cycle.label),
    body: [
      text(printing.body),
      ...linkBlocks(context, year),
      heading(printing.inChat),
      text(printing.inChatBody),
      actions(send("html", printing.sendPages), send("csv", printing.sendTables)),
    ],
  };
}

/** A link to each page, which ends after an hour; why there are none where there are none. */
function linkBlocks({ link, person, texts }: Context, year: PrintedYear): readonly Block[] {
  const { printing } = texts;
  const links = PAGES.flatMap((page): readonly Block[] => {
    const url = link(page, person.id, aboutOf(year));
    return url ? [{ type: "link", label: printing.names[page], url }] : [];
  });
  return links.length > 0 ? [...links, muted(printing.only)] : [muted(printing.noLink)];
}

/** The page, or with `as=csv` behind the link its table: for who is a partner when they open it. */
async function open(context: PageContext, page: PageName): Promise<PageAnswer> {
  const { about, fields, texts } = context;
  const [partnershipId = "", cycleId = ""] = about.split("|");
  const mine = await partnershipFor(context, partnershipId);
  const year = mine && (await yearOf(context, mine.partnership, cycleId));
  if (!year)
    return {
      type: "page",
      page: {
        title: texts.printing.notYours,
        locale: texts.locale,
        about: texts.pages.about,
        body: [],
      },
    };
  const sheet = await SHEETS[page](context, year);
  const format = fields["as"] === "csv" ? "csv" : "html";
  await log(context, year, page, format);
  return format === "csv"
    ? { type: "file", name: nameOf(page, year, format), content: tableOf(sheet) }
    : { type: "page", page: printed(page, sheet, year, texts, "link") };
}

/** `partnership|cycle|format`: all three at once, made when they are sent. */
async function sendFiles(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, texts, html } = context;
  const { printing } = texts;
  const [partnershipId = "", cycleId = "", typed = ""] = event.value.split("|");
  const mine = await partnershipFor(context, partnershipId);
  const year = mine && (await yearOf(context, mine.partnership, cycleId));
  if (!year) return notFound(context, partnershipId);
  const format: Format = typed === "csv" ? "csv" : "html";
  const files: ChatFile[] = [];
  for (const page of PAGES) {
    const sheet = await SHEETS[page](context, year);
    const content =
      format === "csv" ? tableOf(sheet) : html(printed(page, sheet, year, texts, "file"));
    if (content === undefined) continue;
    files.push({
      name: nameOf(page, year, format),
      title: printing.pageTitle(printing.names[page], year.school.name, year.cycle.label),
      content,
    });
    await log(context, year, page, format);
  }
  const otherwise: Card = {
    title: printing.notTaken,
    body: [text(printing.notTakenBody), ...linkBlocks(context, year)],
  };
  if (files.length === 0) return { type: "reply", card: otherwise };
  const title = printing.sent(year.school.name, year.cycle.label);
  return { type: "files", files, card: { title, body: [text(printing.sentBody)] }, otherwise };
}

const tableOf = (sheet: Sheet): string => csvOf([sheet.columns, ...sheet.rows]);

/** Plain letters and digits, so that every system can save it. */
const nameOf = (page: PageName, { school, cycle }: PrintedYear, format: Format): string =>
  `${[school.name, cycle.label, page].join("-").replaceAll(/[^\p{L}\p{N}.-]+/gu, "-")}.${format}`;

/** Once a day for each page and form. */
async function log(
  { stores, person, now }: Pick<Services, "stores" | "now"> & Pick<Context, "person">,
  { partnership, cycle, today }: PrintedYear,
  page: PageName,
  format: Format,
): Promise<void> {
  await stores.audit.add({
    id: `page/${page}/${cycle.id}/${person.id}/${format}/${today}`,
    kind: "page.exported",
    partnershipId: partnership.id,
    page,
    format,
    byId: person.id,
    at: now,
  });
}
