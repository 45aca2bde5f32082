/** Who changed the calendar, when and how; each version can be taken back. */

import { actions, item, text } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import { difference, type CalendarChange } from "../../school-calendar/change.ts";
import { calendarPlace } from "../../here/calendar.ts";
import { textsFor, type Texts } from "../../texts/index.ts";
import { PAGE_LINES, pageButtons } from "./paging.ts";
import { notYours } from "./show.ts";

export async function history(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, texts, event, person } = context;
  const [schoolId = "", typed = "0"] = event.value.split("|");
  const place = await calendarPlace(context, schoolId);
  if (!place) return notYours(context);
  const skip = Math.max(0, Number.parseInt(typed, 10) || 0);
  const { rows, total } = await stores.calendarChanges.saved(schoolId, { skip, limit: PAGE_LINES });
  const people = await stores.people.findAll([...new Set(rows.map(({ byId }) => byId))]);
  const own = textsFor(person.locale, place.school.timezone);
  const nameOf = (id: string): string =>
    people.find((one) => one.id === id)?.name ?? texts.calendar.someone;
  const lines = rows.map((change, n) => {
    const moment = change.savedAt ? own.dates.moment(change.savedAt) : "";
    const isLatest = skip === 0 && n === 0 && change.status === "saved";
    return item(
      texts.calendar.historyLine(nameOf(change.byId), moment),
      whatWords(change, texts),
      isLatest
        ? { label: texts.common.undo, action: "calendar.undo", value: change.id, about: moment }
        : undefined,
    );
  });
  const buttons = pageButtons(skip, total, "calendar.history", schoolId, texts);
  return {
    type: "reply",
    card: {
      title: texts.calendar.historyTitle(place.school.name),
      body: [
        ...(lines.length > 0 ? lines : [text(texts.calendar.historyNone)]),
        ...(buttons.length > 0 ? [actions(...buttons)] : []),
      ],
    },
  };
}

/** "By hand · 1 new entry · undone". */
function whatWords(change: CalendarChange, { calendar: say }: Texts): string {
  const { added, removed } = difference(change.before, change.after);
  return [
    say.sources[change.source],
    ...(added.length > 0 ? [say.added(added.length)] : []),
    ...(removed.length > 0 ? [say.removed(removed.length)] : []),
    ...(change.status === "undone" ? [say.undone] : []),
  ].join(" · ");
}
