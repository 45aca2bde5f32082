/** A person's own open goals on their home, in one line: how many, and the one that is due first. */

import { partnershipsMeant } from "../../access.ts";
import type { Context, EventOf } from "../../feature.ts";
import type { HomeLine } from "../../finding/declared.ts";
import { OPEN_GOAL } from "../../goal/goal.ts";
import { localDate } from "../../time/calendar.ts";
import { goalLine, newButton } from "./cards.ts";

export async function myGoals(context: Context<EventOf<"home">>): Promise<readonly HomeLine[]> {
  const { stores, person, texts, now } = context;
  const { goals, home } = texts;
  const places = await partnershipsMeant(context);
  if (places.length === 0) return [];
  const { rows, total } = await stores.goals.list({
    partnershipIds: places.map(({ partnership }) => partnership.id),
    ownerId: person.id,
    statuses: OPEN_GOAL,
    page: { skip: 0, limit: 1 },
  });
  const [first] = rows;
  if (!first) return [{ title: home.noGoals, button: newButton(goals.logOne) }];
  return [
    {
      title: home.goals(total),
      detail: `${first.title} · ${goalLine(first, localDate(now, person.timezone), texts)}`,
      button: { label: goals.showAll, action: "goal.browse", value: "open", about: home.myGoals },
    },
  ];
}
