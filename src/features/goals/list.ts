/** Goals of a person's partnerships, a page at a time. */

import { notPartner, partnershipsMeant, type Mine } from "../../access.ts";
import { localDate } from "../../time/calendar.ts";
import {
  actions,
  heading,
  item,
  muted,
  text,
  type Block,
  type Button,
  type Card,
} from "../../card.ts";
import type { Context } from "../../feature.ts";
import { OPEN_GOAL, canClaim, type Goal, type GoalQuery } from "../../goal/goal.ts";
import type { Outcome } from "../../ports.ts";
import { button, goalLine, newButton } from "./cards.ts";
import { LIST_FILTERS, type ListFilter } from "./words.ts";
import type { Paged } from "../../store.ts";
import { pageNumber } from "../../page-number.ts";

const PER_PAGE = 8;

/** A page of goals, the nearest one that exists; to a partner only. */
export async function listGoals(
  context: Context,
  filter: ListFilter,
  page: number,
): Promise<Card | undefined> {
  const places = await partnershipsMeant(context);
  if (places.length === 0) return undefined;
  let shown = page;
  let found = await query(context, places, filter, shown);
  if (found.rows.length === 0 && found.total > 0) {
    shown = Math.ceil(found.total / PER_PAGE);
    found = await query(context, places, filter, shown);
  }
  return await listCard(context, filter, shown, found);
}

/** The page as an answer, with a title of its own where one was asked for. */
export async function replyList(
  context: Context,
  filter: ListFilter,
  page = 1,
  title?: string,
): Promise<Outcome> {
  const card = await listGoals(context, filter, page);
  if (!card) return notPartner(context);
  return { type: "reply", card: title ? { ...card, title } : card };
}

async function query(
  { stores, person }: Context,
  places: readonly Mine<object>[],
  filter: ListFilter,
  page: number,
): Promise<Paged<Goal>> {
  return await stores.goals.list({
    partnershipIds: places.map(({ partnership }) => partnership.id),
    ...queryOf(filter, person.id),
    page: { skip: (page - 1) * PER_PAGE, limit: PER_PAGE },
  });
}

function queryOf(filter: ListFilter, personId: string): Omit<GoalQuery, "partnershipIds" | "page"> {
  const statuses = OPEN_GOAL;
  switch (filter) {
    case "all":
      return {};
    case "done":
      return { statuses: ["done"] };
    case "open":
      return { statuses };
    case "mine":
      return { statuses, ownerId: personId };
    case "library":
    case "it":
      return { statuses, where: { department: filter } };
    case "common":
      return { statuses, where: { scope: "common" } };
    case "school":
      return { statuses, where: { scope: "school_wide" } };
    case "short":
    case "long":
      return { statuses, where: { horizon: filter } };
  }
}

async function listCard(
  context: Context,
  filter: ListFilter,
  page: number,
  { rows, total }: Paged<Goal>,
): Promise<Card> {
  const { stores, person, texts } = context;
  const { goals, common } = texts;
  if (total === 0)
    return {
      title: goals.listNone[filter],
      body: [text(goals.listNoneBody), actions(newButton(goals.logOne))],
    };
  // A draft is its owner's alone (rules, section 9.3).
  const visible = rows.filter(({ status, ownerId }) => status !== "draft" || ownerId === person.id);
  const owners = await stores.people.findAll([...new Set(visible.map(({ ownerId }) => ownerId))]);
  const lines = (group: readonly Goal[]): readonly Block[] =>
    group.map((goal) => {
      const owner = owners.find(({ id }) => id === goal.ownerId);
      const today = localDate(context.now, person.timezone);
      const line = goalLine(goal, today, texts);
      return goal.ownerId === person.id
        ? item(goal.title, line, listButton(goal, goals))
        : item(goal.title, [line, owner?.name].filter(Boolean).join(" · "), open(goal, goals));
    });
  const mine = visible.filter(({ ownerId }) => ownerId === person.id);
  const theirs = visible.filter(({ ownerId }) => ownerId !== person.id);
  const first = (page - 1) * PER_PAGE + 1;
  const title = goals.listTitle[filter];
  return {
    title:
      total > rows.length
        ? texts.labelled(title, common.page(first, first + rows.length - 1, total))
        : title,
    body: [
      ...(mine.length > 0 && filter !== "mine" ? [heading(goals.mine)] : []),
      ...lines(mine),
      ...(theirs.length > 0 ? [heading(goals.partners), ...lines(theirs)] : []),
      ...pageButtons(context, filter, page, total),
      muted(goals.listFoot),
    ],
  };
}

type GoalTexts = Context["texts"]["goals"];

const open = (goal: Goal, goals: GoalTexts): Button => button(goals.open, "goal.show", goal);

/** The one obvious thing to do with a goal of one's own. */
const listButton = (goal: Goal, goals: GoalTexts): Button =>
  canClaim(goal) ? button(goals.done, "goal.done", goal) : open(goal, goals);

function pageButtons(
  { texts: { common } }: Context,
  filter: ListFilter,
  page: number,
  total: number,
): readonly Block[] {
  const turn = (label: string, to: number): Button => ({
    label,
    action: "goal.page",
    value: `${filter}|${String(to)}`,
  });
  const buttons = [
    ...(page > 1 ? [turn(common.previous, page - 1)] : []),
    ...(page * PER_PAGE < total ? [turn(common.next, page + 1)] : []),
  ];
  return buttons.length > 0 ? [actions(...buttons)] : [];
}

/** The filter and page that a button of the list names; the first page of open goals if neither. */
export function pageOf(value: string): { readonly filter: ListFilter; readonly page: number } {
  const [filter, page] = value.split("|");
  return {
    filter: LIST_FILTERS.find((each) => each === filter) ?? "open",
    page: pageNumber(page),
  };
}
