/** What the other side promised to a person: a part of their home, to look at and not to chase. */

import { OPEN_ITEM, supportFor, type ActionItem } from "../plan/action-item.ts";
import { actions, heading, item as row, text, type Block } from "../card.ts";
import { localDate } from "../time/calendar.ts";
import type { Context, EventOf, Feature } from "../feature.ts";
import { itemButton, itemDue, itemState } from "../cards/item-lines.ts";
import { sideOf } from "../team/partnership.ts";
import { shorten } from "../plain-text.ts";

export const promisesFeature: Feature = {
  name: "promises",
  home: { order: 30, section },
};

const SHOWN = 5;
const TITLE_BESIDE = 100;

async function section({
  stores,
  person,
  texts,
  now,
}: Context<EventOf<"home">>): Promise<readonly Block[]> {
  const partnerships = await stores.partnerships.ofPartner(person.id);
  if (partnerships.length === 0) return [];
  const lists = await Promise.all(
    partnerships.map(async (partnership) => {
      const side = sideOf(partnership, person.id);
      const school = await stores.schools.find(partnership.schoolId);
      if (!side || !school) return [];
      const { rows } = await stores.items.list({
        partnershipIds: [partnership.id],
        directions: [supportFor(side)],
        statuses: OPEN_ITEM,
        page: { skip: 0, limit: SHOWN },
      });
      return rows.map((item) => ({ item, today: localDate(now, school.timezone) }));
    }),
  );
  const promised = lists.flat().sort((a, b) => dueKey(a.item).localeCompare(dueKey(b.item)));
  const shown = promised.slice(0, SHOWN);
  const owners = await stores.people.findAll(shown.flatMap(({ item }) => item.ownerId ?? []));
  const { plan } = texts;
  const lines = shown.map(({ item, today }) => {
    const owner = owners.find(({ id }) => id === item.ownerId)?.name;
    const state = itemState(item, today, texts);
    return row(
      plan.named(item.id, shorten(item.title, TITLE_BESIDE)),
      [owner ?? plan.needsOwner, itemDue(item, today, texts), state === plan.open ? "" : state]
        .filter(Boolean)
        .join(" · "),
      itemButton(plan.show, "item.show", item),
    );
  });
  return [
    heading(plan.promisesTitle),
    ...(lines.length > 0 ? lines : [text(plan.promisesNone)]),
    ...(promised.length > SHOWN
      ? [
          actions({
            label: plan.showAll,
            action: "plan.show",
            value: "",
            about: plan.promisesTitle,
          }),
        ]
      : []),
  ];
}

/** Earliest due first, those without a date last. */
const dueKey = ({ due, id }: ActionItem): string => `${due ?? "9999"} ${id}`;
