/** What the other side promised to a person: a part of their home, to look at and not to chase. */

import { OPEN_ITEM, supportFor, type ActionItem } from "../plan/action-item.ts";
import { localDate } from "../time/calendar.ts";
import type { Context, EventOf, Feature } from "../feature.ts";
import type { HomeLine } from "../finding/declared.ts";
import { itemButton, itemDue, itemState } from "../cards/item-lines.ts";
import { sideOf } from "../team/partnership.ts";
import { shorten } from "../plain-text.ts";

export const promisesFeature: Feature = {
  name: "promises",
  home: { order: 60, lines },
};

const SHOWN = 1;
const TITLE_BESIDE = 100;

async function lines({
  stores,
  person,
  texts,
  now,
}: Context<EventOf<"home">>): Promise<readonly HomeLine[]> {
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
  return shown.map(({ item, today }) => {
    const owner = owners.find(({ id }) => id === item.ownerId)?.name;
    const state = itemState(item, today, texts);
    const detail = [
      owner ?? plan.needsOwner,
      itemDue(item, today, texts),
      state === plan.open ? "" : state,
    ];
    return {
      title: plan.promised(texts.labelled(item.id, shorten(item.title, TITLE_BESIDE))),
      detail: detail.filter(Boolean).join(" · "),
      button: itemButton(plan.show, "item.show", item),
    };
  });
}

/** Earliest due first, those without a date last. */
const dueKey = ({ due, id }: ActionItem): string => `${due ?? "9999"} ${id}`;
