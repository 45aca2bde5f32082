/** A person's own open goals on their home, nearest due date first. */

import { partnershipsMeant } from "../../access.ts";
import { localDate } from "../../time/calendar.ts";
import { actions, heading, item, muted, text, type Block } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import { OPEN_GOAL } from "../../goal/goal.ts";
import { button, goalLine, newButton } from "./cards.ts";

const SHOWN = 8;

export async function myGoals(context: Context<EventOf<"home">>): Promise<readonly Block[]> {
  const { stores, person, texts, now } = context;
  const { goals, home, common } = texts;
  const places = await partnershipsMeant(context);
  if (places.length === 0) return [text(common.notPartner)];
  const { rows, total } = await stores.goals.list({
    partnershipIds: places.map(({ partnership }) => partnership.id),
    ownerId: person.id,
    statuses: OPEN_GOAL,
    page: { skip: 0, limit: SHOWN },
  });
  const today = localDate(now, person.timezone);
  return [
    heading(home.myGoals),
    actions(newButton(goals.logOne), {
      label: goals.showAll,
      action: "goal.browse",
      value: "open",
    }),
    ...(total === 0 ? [text(home.noGoals)] : []),
    ...rows.map((goal) =>
      item(goal.title, goalLine(goal, today, texts), button(goals.open, "goal.show", goal)),
    ),
    ...(total > rows.length ? [muted(home.moreGoals(total - rows.length))] : []),
  ];
}
