/** What a check-in is about: the queued topics and the open steps of the plan. Reads only. */

import { OPEN_ITEM } from "../../plan/action-item.ts";
import type { LocalDate } from "../../time/calendar.ts";
import type { Services } from "../../feature.ts";
import type { Place } from "../../here/meeting.ts";
import type { WatchedCalendar } from "../../check-in/season.ts";
import { watchedBy } from "./season.ts";
import type { Paged } from "../../store.ts";
import type { Topic } from "../../check-in/topic.ts";

interface OpenSteps {
  readonly total: number;
  /** Those due from today on, earliest first: nothing overdue is named in the channel (N-10). */
  readonly soon: readonly { readonly title: string; readonly due: LocalDate | null }[];
}

export interface Agenda {
  readonly topics: Paged<Topic>;
  readonly steps: OpenSteps;
  /** The calendars in whose tests and busy weeks no meeting should stand (CAL-9). */
  readonly watched: readonly WatchedCalendar[];
}

const TOPICS_SHOWN = 8;
const STEPS_SHOWN = 5;

export async function agendaOf(
  { stores }: Pick<Services, "stores">,
  place: Pick<Place, "partnership" | "today" | "school" | "calendar">,
): Promise<Agenda> {
  const { today } = place;
  const { id } = place.partnership;
  const open = { partnershipIds: [id], statuses: OPEN_ITEM };
  const overdue = await stores.items.list({
    ...open,
    dueBefore: today,
    page: { skip: 0, limit: 1 },
  });
  const [topics, { rows, total }, watched] = await Promise.all([
    stores.topics.queued(id, { skip: 0, limit: TOPICS_SHOWN }),
    stores.items.list({ ...open, page: { skip: overdue.total, limit: STEPS_SHOWN } }),
    watchedBy({ stores }, place),
  ]);
  const soon = rows.map(({ title, due }) => ({ title, due }));
  return { topics, steps: { total, soon }, watched };
}
