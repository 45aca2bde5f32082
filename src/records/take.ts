/** Records to take along: as a table for a spreadsheet and as a page for paper, with the list's filter. */

import { actions, text, type Block, type Card } from "../card.ts";
import { csvOf } from "../csv.ts";
import type { Context, EventOf, PageContext } from "../feature.ts";
import type { Page, PageAnswer } from "../page.ts";
import type { ChatFile, Outcome } from "../ports.ts";
import type { Texts } from "../texts/index.ts";
import { localDate } from "../time/calendar.ts";
import { named, type Part } from "./part.ts";
import { readView, soughtBy } from "./list.ts";
import { titleOf, upgraded, type KeptRecord } from "./record.ts";
import { seeingOf, standingOf } from "./rights.ts";
import { fieldWords, namesOf } from "./words.ts";

const AT_ONCE = 200;
/** More than a school keeps of one kind; the latest ones are taken. */
const MOST = 5000;

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Reading = Pick<Context, "stores" | "person" | "texts" | "now">;

/** All that this person may see, in the order of the list. */
async function tableOf(part: Part, context: Reading, about: string): Promise<Table> {
  const { stores, person, texts } = context;
  const { kind } = part;
  const say = part.say(texts);
  const seeing = seeingOf(kind, await standingOf(context, person));
  const sought = soughtBy(part, readView(about), person.id);
  const records: KeptRecord[] = [];
  for (let skip = 0; skip < MOST; skip += AT_ONCE) {
    const { rows } = await stores.records.list(seeing, sought, { skip, limit: AT_ONCE });
    records.push(...rows.map((record) => upgraded(kind, record)));
    if (rows.length < AT_ONCE) break;
  }
  const names = await namesOf(context, records);
  const others = Object.keys(kind.fields).filter((id) => id !== kind.title);
  const hasStates = Object.keys(say.states).length > 0;
  return {
    columns: [
      say.fields[kind.title] ?? "",
      ...others.map((id) => say.fields[id] ?? id),
      ...(hasStates ? [texts.records.state] : []),
      texts.records.writer,
      texts.records.date,
      texts.records.number,
    ],
    rows: records.map((record) => [
      titleOf(kind, record),
      ...others.map((id) => fieldWords(kind, id, record, say, texts, names)),
      ...(hasStates ? [say.states[record.state] ?? ""] : []),
      names.get(record.byId) ?? "",
      texts.dates.full(localDate(record.createdAt, person.timezone)),
      record.id,
    ]),
  };
}

function pageOf(part: Part, texts: Texts, { columns, rows }: Table, isLink: boolean): Page {
  const { records, pages, printing, locale } = texts;
  const { title, none } = part.say(texts);
  return {
    title,
    locale,
    about: pages.about,
    wide: true,
    body: [
      ...(isLink
        ? [
            {
              type: "links" as const,
              label: printing.ways,
              links: [{ label: printing.csv, fields: { as: "csv" } }],
            },
          ]
        : []),
      rows.length > 0
        ? { type: "table", caption: title, columns, rows }
        : { type: "text", text: none },
      { type: "text", text: records.takeOnly, tone: "muted" },
    ],
  };
}

/** In the chat as files; behind a link where the platform takes none. */
export async function takeFiles(part: Part, context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, texts, html, link, person, stores, now } = context;
  const { records, printing } = texts;
  const table = await tableOf(part, context, event.value);
  const { title } = part.say(texts);
  const name = title.replaceAll(/[^\p{L}\p{N}]+/gu, "-");
  const page = html(pageOf(part, texts, table, false));
  const files: readonly ChatFile[] = [
    { name: `${name}.csv`, title, content: csvOf([table.columns, ...table.rows]) },
    ...(page === undefined ? [] : [{ name: `${name}.html`, title, content: page }]),
  ];
  await stores.audit.add({
    id: `${named(part, "take")}/${event.id}`,
    kind: "record.exported",
    partnershipId: stores.districtId,
    record: part.kind.name,
    byId: person.id,
    at: now,
  });
  const url = link(named(part, "page"), person.id, event.value);
  const ways: readonly Block[] = url
    ? [{ type: "link", label: title, url }]
    : [text(printing.noLink)];
  const back = actions({ label: records.back, action: named(part, "list"), value: "" });
  const otherwise: Card = { title: printing.notTaken, body: [...ways, back] };
  return {
    type: "files",
    files,
    card: { title: records.taken, body: [text(printing.sentBody), back] },
    otherwise,
  };
}

/** The page of a link, or with `as=csv` behind it its table: for what its holder may see when they open it. */
export async function openPage(part: Part, context: PageContext): Promise<PageAnswer> {
  const { about, fields, texts } = context;
  const table = await tableOf(part, context, about);
  if (fields["as"] === "csv")
    return {
      type: "file",
      name: `${part.kind.name}.csv`,
      content: csvOf([table.columns, ...table.rows]),
    };
  return { type: "page", page: pageOf(part, texts, table, true) };
}
