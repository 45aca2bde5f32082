/** Dates of last year that are still open go to the new calendar, after a look at them (CAL-20). */

import { notFound, partnershipFor } from "../../access.ts";
import { actions, item, muted, text } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import { isOpen, OPEN_GOAL } from "../../goal/goal.ts";
import { isOpenItem, OPEN_ITEM } from "../../plan/action-item.ts";
import type { Outcome } from "../../ports.ts";
import { shiftedDates, yearTurns, type Dated } from "../../school-calendar/year-turn.ts";
import type { Partnership } from "../../team/partnership.ts";
import { schoolDays } from "../../here/school-days.ts";
import { localDate, type LocalDate } from "../../time/calendar.ts";

type Pressed = Context<EventOf<"action">>;
type Shifted = ReturnType<typeof shiftedDates>;

const MOST_READ = 500;
const SHOWN = 12;

/** Recomputed on each press: what was moved is of the new year, and is not moved again. */
async function shifts(
  { stores, now }: Pressed,
  { id, schoolId }: Partnership,
): Promise<{ readonly moves: Shifted; readonly today: LocalDate }> {
  const { school, calendar, week } = await schoolDays(stores, schoolId);
  const today = localDate(now, school.timezone);
  const turns = calendar ? yearTurns(calendar) : [];
  const turn = turns.findLast(({ resumes }) => resumes !== null && resumes <= today);
  if (!turn) return { moves: [], today };
  const page = { skip: 0, limit: MOST_READ };
  const [goals, items] = await Promise.all([
    stores.goals.list({ partnershipIds: [id], statuses: OPEN_GOAL, page }),
    stores.items.list({ partnershipIds: [id], statuses: OPEN_ITEM, page }),
  ]);
  const open = [...goals.rows.filter(({ status }) => status !== "draft"), ...items.rows].flatMap(
    ({ id: thing, title, due }): readonly Dated[] => (due ? [{ id: thing, title, due }] : []),
  );
  return { moves: shiftedDates(open, turn, week), today };
}

export async function showDates(context: Pressed): Promise<Outcome> {
  const { texts, event } = context;
  const mine = await partnershipFor(context, event.value);
  if (!mine) return notFound(context, event.value);
  const { schoolYear: say, dates } = texts;
  const { moves } = await shifts(context, mine.partnership);
  if (moves.length === 0) return { type: "reply", card: { title: say.datesNone, body: [] } };
  const more = moves.length - SHOWN;
  return {
    type: "reply",
    card: {
      title: say.datesTitle,
      body: [
        ...moves
          .slice(0, SHOWN)
          .map(({ id, title, due, to }) =>
            item(`${title} (${id})`, say.dateLine(dates.full(due), dates.full(to))),
          ),
        ...(more > 0 ? [text(say.andMore(more))] : []),
        muted(say.datesHint),
        actions({
          label: say.move,
          action: "school_year.move",
          value: mine.partnership.id,
          style: "primary",
        }),
      ],
    },
  };
}

export async function moveDates(context: Pressed): Promise<Outcome> {
  const { stores, texts, event } = context;
  const mine = await partnershipFor(context, event.value);
  if (!mine) return notFound(context, event.value);
  const { moves } = await shifts(context, mine.partnership);
  for (const { id, due, to } of moves)
    if (id.startsWith("g-"))
      await stores.goals.update(id, (goal) =>
        isOpen(goal) && goal.due === due ? { ...goal, due: to } : goal,
      );
    else
      await stores.items.update(id, (one) =>
        isOpenItem(one) && one.due === due ? { ...one, due: to, overdueNudges: 0 } : one,
      );
  return { type: "replace", card: { title: texts.schoolYear.moved(moves.length), body: [] } };
}
