/** Reads what the people of a school have planned, for looking at what a change does to it. */

import type { Services } from "../../feature.ts";
import { OPEN_GOAL } from "../../goal/goal.ts";
import { OPEN_ITEM } from "../../plan/action-item.ts";
import { partnersOf } from "../../team/partnership.ts";
import type { LocalDate } from "../../time/calendar.ts";
import {
  consequences,
  type Affected,
  type Consequences,
} from "../../school-calendar/consequences.ts";
import type { CalendarContent } from "../../school-calendar/entry.ts";
import type { CalendarPlace } from "../../here/calendar.ts";

/** A partnership has far fewer that are open; the rest would not be read in a preview. */
const MOST_DUE = 200;
const MOST_MEETINGS = 20;

/** What a calendar would change, for every partnership of the school together. */
export async function consequencesAt(
  { stores }: Pick<Services, "stores">,
  { calendar, partnerships, today, school }: CalendarPlace,
  after: CalendarContent,
): Promise<Consequences> {
  const changed = { id: school.id, ...after };
  const all: Consequences[] = [];
  for (const partnership of partnerships) {
    const page = { skip: 0, limit: MOST_DUE };
    const partnershipIds = [partnership.id];
    const [people, meetings, goals, items] = await Promise.all([
      stores.people.findAll(partnersOf(partnership)),
      stores.checkIns.upcoming(partnership.id, today, MOST_MEETINGS),
      stores.goals.list({ partnershipIds, statuses: OPEN_GOAL, page }),
      stores.items.list({ partnershipIds, statuses: OPEN_ITEM, page }),
    ]);
    const affected: Affected = {
      people: people.filter(({ active }) => active),
      series: partnership.series,
      meetings,
      due: [...goals.rows.filter(({ status }) => status !== "draft"), ...items.rows].flatMap(
        ({ id, title, due }) => (due ? [{ id, title, due }] : []),
      ),
    };
    all.push(consequences(calendar, changed, affected, today));
  }
  return {
    meetings: all.flatMap(({ meetings }) => meetings),
    quiet: distinct(all.flatMap(({ quiet }) => quiet)),
    loud: distinct(all.flatMap(({ loud }) => loud)),
    due: all.flatMap(({ due }) => due),
  };
}

const distinct = (days: readonly LocalDate[]): readonly LocalDate[] => [...new Set(days)].sort();
