/** Records a page at a time, the latest first: all that this person may see, or those they looked for. */

import { actions, item, muted, text, type Button, type Card } from "../card.ts";
import type { Context } from "../feature.ts";
import { oneLine, shorten } from "../plain-text.ts";
import type { Paged } from "../store.ts";
import type { Texts } from "../texts/index.ts";
import { pageNumber } from "../page-number.ts";
import { statesOf } from "./kind.ts";
import { named, type Part } from "./part.ts";
import { titleOf, upgraded, wordsIn, type KeptRecord, type Sought } from "./record.ts";
import { scopesOf, seeingOf, standingOf, type Standing } from "./rights.ts";
import { buttonTo } from "./show.ts";
import { fieldWords, namesOf } from "./words.ts";

const PER_PAGE = 8;
/** Of what was typed to look for, in code points: it comes back with every button. */
export const SEARCH_MAX = 100;

/** Which records, and which page of them. */
export interface View {
  /** "", "mine", "for" (those that name the person), `state:` or `tag:` with a name. */
  readonly filter: string;
  readonly page: number;
  readonly words: string;
}

export const FIRST: View = { filter: "", page: 1, words: "" };

export const writeView = ({ filter, page, words }: View): string =>
  `${filter}|${String(page)}|${words}`;

/** Of a button, which may be of an older time: the first page of all where it says nothing. */
export function readView(value: string): View {
  const [filter = "", page, ...words] = value.split("|");
  return {
    filter,
    page: pageNumber(page),
    words: shorten(words.join("|"), SEARCH_MAX),
  };
}

/** What people typed: words to find, and `#tag`. */
export function viewFor(typed: string): View {
  const line = shorten(oneLine(typed), SEARCH_MAX);
  return /^#\S+$/u.test(line)
    ? { ...FIRST, filter: `tag:${line.slice(1).toLowerCase()}` }
    : { ...FIRST, words: line };
}

export function soughtBy({ kind }: Part, { filter, words }: View, personId: string): Sought {
  const [what = "", name = ""] = filter.split(/:(.*)/su);
  return {
    ...(what === "state" && statesOf(kind).includes(name) ? { state: name } : {}),
    ...(what === "tag" && name ? { tag: name } : {}),
    ...(what === "mine" ? { byId: personId } : {}),
    ...(what === "for" ? { naming: personId } : {}),
    ...(words ? { words: wordsIn(words) } : {}),
  };
}

/** The page, or the nearest one that exists. */
export async function listCard(part: Part, context: Context, wanted: View): Promise<Card> {
  const { stores, person } = context;
  const standing = await standingOf(context, person);
  const seeing = seeingOf(part.kind, standing);
  const read = async (page: number): Promise<Paged<KeptRecord>> =>
    await stores.records.list(seeing, soughtBy(part, wanted, person.id), {
      skip: (page - 1) * PER_PAGE,
      limit: PER_PAGE,
    });
  let view = wanted;
  let found = await read(view.page);
  if (found.rows.length === 0 && found.total > 0) {
    view = { ...view, page: Math.ceil(found.total / PER_PAGE) };
    found = await read(view.page);
  }
  const rows = found.rows.map((record) => upgraded(part.kind, record));
  return await draw(part, context, view, { ...found, rows }, standing);
}

async function draw(
  part: Part,
  context: Context,
  view: View,
  { rows, total }: Paged<KeptRecord>,
  standing: Standing,
): Promise<Card> {
  const { texts } = context;
  const { common } = texts;
  const { kind } = part;
  const say = part.say(texts);
  const names = await namesOf(context, rows);
  const first = (view.page - 1) * PER_PAGE + 1;
  const range =
    total > rows.length ? ` (${common.page(first, first + rows.length - 1, total)})` : "";
  const line = (record: KeptRecord): string =>
    [
      ...kind.lines.map((id) => fieldWords(kind, id, record, say, texts, names)),
      say.states[record.state] ?? "",
    ]
      .filter(Boolean)
      .join(" · ");
  const mayAdd =
    kind.may.add.includes("writer") || scopesOf(kind, kind.may.add, standing).length > 0;
  const isAll = view.filter === "" && view.words === "";
  return {
    title: `${headOf(part, view, texts)}${range}`,
    body: [
      ...(total === 0
        ? [text(isAll ? say.none : texts.records.nothing), ...(isAll ? [muted(say.noneBody)] : [])]
        : rows.map((record) => {
            const title = titleOf(kind, record);
            const isTwin = rows.some((other) => other !== record && titleOf(kind, other) === title);
            const about = isTwin ? `${title}, ${record.id}` : title;
            return item(
              title,
              line(record),
              buttonTo(part, "show", texts.records.show, record.id, about),
            );
          })),
      actions(...turns(part, view, total, texts), ...ways(part, view, total, texts, mayAdd)),
    ],
  };
}

function headOf(part: Part, { filter, words }: View, texts: Texts): string {
  const { records } = texts;
  const say = part.say(texts);
  const [what = "", name = ""] = filter.split(/:(.*)/su);
  const chosen =
    what === "state"
      ? say.states[name]
      : what === "tag"
        ? (tagWords(part, name, texts) ?? `#${name}`)
        : what === "mine"
          ? records.mine
          : what === "for"
            ? records.forMe
            : undefined;
  const parts = [chosen, words ? `“${words}”` : undefined].filter(Boolean);
  return parts.length > 0 ? texts.labelled(say.title, parts.join(" · ")) : say.title;
}

/** What an option is called that records are tagged with. */
const tagWords = (part: Part, tag: string, texts: Texts): string | undefined =>
  Object.values(part.say(texts).options).find((options) => options?.[tag])?.[tag];

const turns = (part: Part, view: View, total: number, { common }: Texts): readonly Button[] => {
  const turn = (label: string, page: number): Button => ({
    label,
    action: named(part, "turn"),
    value: writeView({ ...view, page }),
  });
  return [
    ...(view.page > 1 ? [turn(common.previous, view.page - 1)] : []),
    ...(view.page * PER_PAGE < total ? [turn(common.next, view.page + 1)] : []),
  ];
};

function ways(
  part: Part,
  view: View,
  total: number,
  texts: Texts,
  mayAdd: boolean,
): readonly Button[] {
  const { records } = texts;
  const { kind } = part;
  const say = part.say(texts);
  const filtered = (label: string, filter: string): Button => ({
    label,
    action: named(part, "turn"),
    value: writeView({ ...FIRST, filter }),
    about: say.title,
  });
  const filters = [
    { label: records.all, filter: "" },
    ...(kind.of === "person" ? [] : [{ label: records.mine, filter: "mine" }]),
    ...(kind.may.see.includes("named") ? [{ label: records.forMe, filter: "for" }] : []),
    ...statesOf(kind).map((state) => ({
      label: say.states[state] ?? state,
      filter: `state:${state}`,
    })),
  ].filter(({ filter }) => filter !== view.filter || (filter === "" && view.words !== ""));
  const isEmpty = total === 0 && view.filter === "" && view.words === "";
  return [
    ...(mayAdd
      ? [{ label: say.add, action: named(part, "add"), value: "", style: "primary" as const }]
      : []),
    ...(isEmpty
      ? []
      : [
          { label: records.find, action: named(part, "find"), value: "", about: say.title },
          ...filters.map(({ label, filter }) => filtered(label, filter)),
          {
            label: records.take,
            action: named(part, "take"),
            value: writeView(view),
            about: say.title,
          },
        ]),
  ];
}
