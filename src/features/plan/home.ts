/** A person's own open items: the part of their home, and the whole list behind "Show all". */

import { OPEN_ITEM, sideOfItem, type ActionItem } from "../../plan/action-item.ts";
import { actions, lineItem, type Button } from "../../card.ts";
import { localDate, type LocalDate } from "../../time/calendar.ts";
import type { Context, EventOf } from "../../feature.ts";
import type { HomeLine } from "../../finding/declared.ts";
import { itemButton, itemDue, itemState } from "../../cards/item-lines.ts";
import { membersOf, sideOf, type Partnership } from "../../team/partnership.ts";
import type { Outcome } from "../../ports.ts";
import { shorten } from "../../plain-text.ts";
import type { Texts } from "../../texts/index.ts";
import type { Page, Paged } from "../../store.ts";

const AT_HOME = 3;
const PER_PAGE = 10;
const UNOWNED_AT_HOME = 1;
const TITLE_BESIDE = 100;

type Reading = Pick<Context, "stores" | "person" | "now" | "texts">;

/** The nearest due ones, each with Done; then what needs an owner on a side of several people. */
export async function myLines(context: Context<EventOf<"home">>): Promise<readonly HomeLine[]> {
  const { stores, person, texts } = context;
  const partnerships = await stores.partnerships.ofPartner(person.id);
  if (partnerships.length === 0) return [];
  const [mine, unowned] = await Promise.all([
    myItems(context, partnerships, { skip: 0, limit: AT_HOME }),
    needingOwner(context, partnerships),
  ]);
  const { plan } = texts;
  const rest = mine.total - mine.rows.length;
  return [
    ...(await rows(context, mine.rows, partnerships, (item) =>
      itemButton(plan.done, "item.done", item),
    )),
    ...(await rows(context, unowned, partnerships, (item) =>
      itemButton(plan.take, "item.take", item),
    )),
    ...(rest > 0
      ? [
          {
            title: plan.moreMine(rest),
            button: {
              label: plan.showAll,
              action: "items.mine",
              value: "1",
              about: plan.mineTitle,
            },
          },
        ]
      : []),
  ];
}

/** `items.mine` and `/liaison item`: a page of them, each with its card behind "Open". */
export async function myItemsPage(
  context: Context<EventOf<"action" | "command">>,
  asked: number,
): Promise<Outcome> {
  const { stores, person, texts } = context;
  const { plan, common } = texts;
  const partnerships = await stores.partnerships.ofPartner(person.id);
  const pageAt = (page: number): Page => ({ skip: (page - 1) * PER_PAGE, limit: PER_PAGE });
  let page = Math.max(1, asked);
  let { rows: items, total } = await myItems(context, partnerships, pageAt(page));
  const pages = Math.max(1, Math.ceil(total / PER_PAGE));
  if (page > pages) {
    page = pages;
    ({ rows: items, total } = await myItems(context, partnerships, pageAt(page)));
  }
  const turn = (label: string, to: number): Button => ({
    label,
    action: "items.turn",
    value: String(to),
  });
  const [from, last] = [(page - 1) * PER_PAGE + 1, Math.min(total, page * PER_PAGE)];
  return {
    type: "reply",
    card: {
      title: total === 0 ? plan.mineNone : plan.mineRange(common.page(from, last, total)),
      body: [
        ...(
          await rows(context, items, partnerships, (item) =>
            itemButton(plan.show, "item.show", item),
          )
        ).map(lineItem),
        actions(
          { label: plan.addAction, action: "item.add", value: "" },
          ...(page > 1 ? [turn(common.previous, page - 1)] : []),
          ...(page < pages ? [turn(common.next, page + 1)] : []),
        ),
      ],
    },
  };
}

async function myItems(
  { stores, person }: Reading,
  partnerships: readonly Partnership[],
  page: Page,
): Promise<Paged<ActionItem>> {
  if (partnerships.length === 0) return { rows: [], total: 0 };
  return await stores.items.list({
    partnershipIds: partnerships.map(({ id }) => id),
    ownerIds: [person.id],
    statuses: OPEN_ITEM,
    page,
  });
}

/** Offered to the others of a side before the plan is all that shows it. */
async function needingOwner(
  { stores, person }: Reading,
  partnerships: readonly Partnership[],
): Promise<readonly ActionItem[]> {
  const shared = partnerships.filter((partnership) => {
    const side = sideOf(partnership, person.id);
    return side && membersOf(partnership, side).length > 1;
  });
  if (shared.length === 0) return [];
  const { rows: items } = await stores.items.list({
    partnershipIds: shared.map(({ id }) => id),
    unowned: true,
    statuses: OPEN_ITEM,
    page: { skip: 0, limit: 50 },
  });
  const goals = await stores.goals.findAll([...new Set(items.map(({ goalId }) => goalId))]);
  const isOfMySide = (item: ActionItem): boolean => {
    const partnership = shared.find(({ id }) => id === item.partnershipId);
    const goal = goals.find(({ id }) => id === item.goalId);
    return (
      partnership !== undefined &&
      sideOfItem(item, partnership, goal) === sideOf(partnership, person.id)
    );
  };
  return items.filter(isOfMySide).slice(0, UNOWNED_AT_HOME);
}

async function rows(
  { stores, now, texts }: Reading,
  items: readonly ActionItem[],
  partnerships: readonly Partnership[],
  button: (item: ActionItem) => Button,
): Promise<readonly HomeLine[]> {
  const schools = await stores.schools.findAll(partnerships.map(({ schoolId }) => schoolId));
  return items.map((item) => {
    const schoolId = partnerships.find(({ id }) => id === item.partnershipId)?.schoolId;
    const timezone = schools.find(({ id }) => id === schoolId)?.timezone ?? "UTC";
    return itemRow(item, localDate(now, timezone), texts, button(item));
  });
}

/** A line with its due date, its state when that is not simply open, and one button. */
function itemRow(item: ActionItem, today: LocalDate, texts: Texts, button: Button): HomeLine {
  const state = itemState(item, today, texts);
  const detail = [itemDue(item, today, texts), state === texts.plan.open ? "" : state];
  return {
    title: texts.labelled(item.id, shorten(item.title, TITLE_BESIDE)),
    detail: detail.filter(Boolean).join(" · "),
    button,
  };
}
