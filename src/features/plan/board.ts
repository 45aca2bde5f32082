/** The plan: both directions side by side, then own work, a page at a time. */

import {
  notFound,
  notPartner,
  partnershipFor,
  partnershipsMeant,
  type Mine,
} from "../../access.ts";
import {
  DIRECTIONS,
  OPEN_ITEM,
  mayAnswer,
  type ActionItem,
  type Direction,
} from "../../plan/action-item.ts";
import { actions, heading, item as row, muted, text, type Block, type Button } from "../../card.ts";
import { localDate, type LocalDate } from "../../time/calendar.ts";
import type { Context, EventOf } from "../../feature.ts";
import type { Goal } from "../../goal/goal.ts";
import { itemButton, itemDue, itemState } from "../../cards/item-lines.ts";
import { shorten } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import type { School } from "../../team/school.ts";
import type { Texts } from "../../texts/index.ts";
import type { Paged } from "../../store.ts";

/** Lines of each direction on one page. */
const LINES = 6;
const TITLE_BESIDE = 80;

type Asking = Context<EventOf<"action" | "command">>;

/** The plan a person means, or a choice when they are in several and the channel does not tell. */
export async function showPlan(context: Asking, typed: string): Promise<Outcome> {
  const { stores, texts } = context;
  const meant = await partnershipsMeant(context);
  const [mine, ...others] = meant;
  if (!mine) return notPartner(context);
  if (others.length === 0) return await board(context, mine, pageTyped(typed));
  const schools = await stores.schools.findAll(
    meant.map(({ partnership }) => partnership.schoolId),
  );
  const buttons = meant.map(({ partnership }) => ({
    label: schools.find(({ id }) => id === partnership.schoolId)?.name ?? partnership.id,
    action: "plan.show",
    value: `${partnership.id}|1`,
  }));
  return {
    type: "reply",
    card: { title: texts.plan.whichTeam, body: [actions(...buttons)] },
  };
}

/** A press on a page or a team: `partnership|page`, or "" for the one that is meant. */
export async function pressPlan(context: Context<EventOf<"action">>): Promise<Outcome> {
  const [id = "", page = "1"] = context.event.value.split("|");
  if (!id) return await showPlan(context, "1");
  const mine = await partnershipFor(context, id);
  return mine ? await board(context, mine, pageTyped(page)) : notFound(context, id);
}

/** As `pressPlan`, in place of the page that was pressed. */
export async function turnPlan(context: Context<EventOf<"action">>): Promise<Outcome> {
  const outcome = await pressPlan(context);
  return outcome.type === "reply" ? { type: "replace", card: outcome.card } : outcome;
}

const pageTyped = (typed: string): number => {
  const page = /^\s*(\d{1,4})\s*$/u.exec(typed)?.[1];
  return Math.max(1, Number(page ?? 1));
};

type Listed = Readonly<Record<Direction, Paged<ActionItem>>>;

async function board(context: Asking, mine: Mine<object>, asked: number): Promise<Outcome> {
  const { stores, now } = context;
  const { partnership } = mine;
  const school = await stores.schools.find(partnership.schoolId);
  if (!school) throw new Error(`No school ${partnership.schoolId}`);
  const list = async (page: number): Promise<Listed> => {
    const [toLibrary, toIt, own] = await Promise.all(
      DIRECTIONS.map((direction) =>
        stores.items.list({
          partnershipIds: [partnership.id],
          directions: [direction],
          statuses: OPEN_ITEM,
          page: { skip: (page - 1) * LINES, limit: LINES },
        }),
      ),
    );
    const none = { rows: [], total: 0 };
    return {
      it_supports_library: toLibrary ?? none,
      library_supports_it: toIt ?? none,
      own_work: own ?? none,
    };
  };
  let page = asked;
  let listed = await list(page);
  const pages = Math.max(1, Math.ceil(longest(listed) / LINES));
  if (page > pages) {
    page = pages;
    listed = await list(page);
  }
  const shown = { listed, page, pages, school, mine, today: localDate(now, school.timezone) };
  return { type: "reply", card: await boardCard(context, shown) };
}

const longest = (listed: Listed): number =>
  Math.max(...DIRECTIONS.map((direction) => listed[direction].total));

interface Shown {
  readonly listed: Listed;
  readonly page: number;
  readonly pages: number;
  readonly school: School;
  readonly mine: Mine<object>;
  readonly today: LocalDate;
}

async function boardCard(context: Asking, shown: Shown) {
  const { texts } = context;
  const { listed, page, pages, school } = shown;
  const { plan, common } = texts;
  const items = DIRECTIONS.flatMap((direction) => listed[direction].rows);
  const [owners, goals, kept] = await Promise.all([
    ownerNames(context, items),
    context.stores.goals.findAll([...new Set(items.map(({ goalId }) => goalId))]),
    keptPromises(context, shown),
  ]);
  const own = listed.own_work.rows;
  const supports = items.filter((each) => each.direction !== "own_work");
  const line = (each: ActionItem) => itemLine(each, shown.today, owners, texts);
  const column = (direction: Direction) => ({
    title: plan.directions[direction],
    lines:
      listed[direction].rows.length > 0 ? listed[direction].rows.map(line) : [plan.nothingOpen],
  });
  const title = plan.title(school.name);
  const total = longest(listed);
  const from = (page - 1) * LINES + 1;
  const range = common.page(from, Math.min(total, page * LINES), total);
  const body: readonly Block[] =
    total === 0
      ? [text(plan.empty), muted(plan.emptyBody)]
      : [
          {
            type: "columns",
            left: column("it_supports_library"),
            right: column("library_supports_it"),
          },
          ...yours(context, shown, supports, goals),
          heading(plan.directions.own_work),
          ...(own.length > 0
            ? own.map((each) => ownRow(context, shown, each, { owners, goals }))
            : [text(plan.nothingOpen)]),
        ];
  return {
    title: pages > 1 ? texts.labelled(title, range) : title,
    body: [...body, muted(kept), actions(...boardButtons(shown, texts))],
  };
}

const named = ({ id, title }: ActionItem, { labelled }: Texts): string =>
  labelled(id, shorten(title, TITLE_BESIDE));

/** "a-07: Fix the menu · Site technician · was due Fri 5 February". */
const itemLine = (
  item: ActionItem,
  today: LocalDate,
  owners: ReadonlyMap<string, string>,
  texts: Texts,
): string => `${named(item, texts)} · ${itemDetail(item, today, owners, texts)}`;

/** Owner, due date, and the state when that is not simply open. */
function itemDetail(
  item: ActionItem,
  today: LocalDate,
  owners: ReadonlyMap<string, string>,
  texts: Texts,
): string {
  const { plan } = texts;
  const owner =
    item.ownerId === null ? plan.needsOwner : (owners.get(item.ownerId) ?? item.ownerId);
  const state = itemState(item, today, texts);
  return [owner, itemDue(item, today, texts), state === plan.open ? "" : state]
    .filter(Boolean)
    .join(" · ");
}

/** The names of the people who own these items, by id. */
async function ownerNames(
  { stores }: Pick<Context, "stores">,
  items: readonly ActionItem[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(items.flatMap(({ ownerId }) => ownerId ?? []))];
  const people = await stores.people.findAll(ids);
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** Below the two columns: those this person can answer for or take, each with its button. */
function yours(
  context: Asking,
  shown: Shown,
  items: readonly ActionItem[],
  goals: readonly Goal[],
): readonly Block[] {
  const { texts } = context;
  const rows = items.flatMap((item) => {
    const button = openOrTake(context, shown, item, goals);
    return button ? [row(named(item, texts), undefined, button)] : [];
  });
  return rows.length > 0 ? [heading(texts.plan.yours), ...rows] : [];
}

interface Around {
  readonly owners: ReadonlyMap<string, string>;
  readonly goals: readonly Goal[];
}

function ownRow(context: Asking, shown: Shown, item: ActionItem, { owners, goals }: Around): Block {
  const { texts } = context;
  const detail = itemDetail(item, shown.today, owners, texts);
  return row(named(item, texts), detail, openOrTake(context, shown, item, goals));
}

function openOrTake(
  { person, texts: { plan } }: Asking,
  { mine: { partnership, side } }: Shown,
  item: ActionItem,
  goals: readonly Goal[],
): Button | undefined {
  if (item.ownerId === null) return itemButton(plan.take, "item.take", item);
  const goal = goals.find(({ id }) => id === item.goalId);
  return mayAnswer(item, partnership, goal, { personId: person.id, side })
    ? itemButton(plan.show, "item.show", item)
    : undefined;
}

async function keptPromises({ stores, texts }: Asking, { mine }: Shown): Promise<string> {
  const count = async (direction: Direction): Promise<number> => {
    const { total } = await stores.items.list({
      partnershipIds: [mine.partnership.id],
      directions: [direction],
      statuses: ["done"],
      page: { skip: 0, limit: 1 },
    });
    return total;
  };
  const [toIt, toLibrary] = await Promise.all([
    count("library_supports_it"),
    count("it_supports_library"),
  ]);
  return texts.plan.kept(toIt, toLibrary);
}

function boardButtons({ page, pages, mine }: Shown, { plan, common }: Texts): readonly Button[] {
  const turn = (label: string, to: number): Button => ({
    label,
    action: "plan.turn",
    value: `${mine.partnership.id}|${to}`,
  });
  return [
    { label: plan.addAction, action: "item.add", value: "", style: "primary" },
    ...(page > 1 ? [turn(common.previous, page - 1)] : []),
    ...(page < pages ? [turn(common.next, page + 1)] : []),
  ];
}
