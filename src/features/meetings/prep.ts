/** Three working days before Meeting 1 the library gets a little to read, and two private questions. */

import { checkInFor, notFound, type Mine } from "../../access.ts";
import { actions, muted, text, type Button, type Card } from "../../card.ts";
import { ANNOUNCED_AT, startsAt, type CheckIn } from "../../check-in/check-in.ts";
import { placeOf, whenOf, type Place } from "../../here/meeting.ts";
import type { Context, EventOf, TimerContext } from "../../feature.ts";
import { newPrepNote, prepNoteId, type PrepNote } from "../../meetings/prep-note.ts";
import { lines, optional } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";
import type { Outcome } from "../../ports.ts";
import { tellPeople } from "../../telling/tell.ts";
import type { Texts } from "../../texts/index.ts";
import { instantAt, previousWorkingDay } from "../../time/calendar.ts";
import type { Timer } from "../../time/timer.ts";

const NOTE = { know: optional(lines(500)), turn: optional(lines(500)) };
const WORKING_DAYS_BEFORE = 3;

const prepKey = ({ id }: Pick<CheckIn, "id">): string => `meeting.prep/${id}`;

/** Rings three working days before Meeting 1. */
export function prepTimer(
  meeting: CheckIn,
  { school, week }: Place,
  districtId: string,
): Timer | undefined {
  if (meeting.kind !== "goal_sheet") return undefined;
  let day = meeting.date;
  for (let n = 0; n < WORKING_DAYS_BEFORE; n++) day = previousWorkingDay(day, week);
  return {
    key: prepKey(meeting),
    at: instantAt(day, ANNOUNCED_AT, school.timezone),
    name: "meeting.prep",
    districtId,
    id: meeting.id,
  };
}

export async function sendPrep(context: TimerContext): Promise<void> {
  const { stores, now } = context;
  const meeting = await stores.checkIns.find(context.id);
  const partnership = meeting && (await stores.partnerships.find(meeting.partnershipId));
  if (!partnership || meeting.status !== "planned") return;
  const place = await placeOf(context, partnership);
  if (startsAt(meeting, place.school.timezone) <= now) return;
  await tellPeople(
    context,
    partnership.libraryIds,
    { key: `${prepKey(meeting)}/${meeting.date}`, kind: "meeting.prep", manner: "news" },
    (texts) => prepCard(meeting, place, texts),
  );
}

function prepCard(meeting: CheckIn, { today, school }: Place, texts: Texts): Card {
  const { meetings: say } = texts;
  const when = whenOf(meeting, today, texts);
  const to = (label: string, action: string, value: string): Button => ({
    label,
    action,
    value,
    about: school.name,
  });
  return {
    title: say.prepTitle(texts.labelled(say.names.goal_sheet, when)),
    body: [
      ...say.prepReading.map(text),
      text(say.prepBody),
      actions(
        { ...to(say.prepWrite, "meeting.note", meeting.id), style: "primary" },
        to(say.prepRead, "meeting.note_read", `${meeting.id}|read`),
        to(say.prepSkip, "meeting.note_read", `${meeting.id}|skipped`),
      ),
      muted(say.prepPrivate),
    ],
  };
}

/** To somebody of the library, beside their Meeting 1: the way to their own note. */
export const noteButton = (
  { id, kind }: CheckIn,
  { meetings: say }: Texts,
  about: string,
): readonly Button[] =>
  kind === "goal_sheet" ? [{ label: say.prepMine, action: "meeting.note", value: id, about }] : [];

/** Meeting 1, for somebody of its library side. */
async function meetingOf(
  context: Context,
  id: string,
): Promise<Mine<{ checkIn: CheckIn }> | undefined> {
  const found = await checkInFor(context, id);
  return found?.side === "library" && found.checkIn.kind === "goal_sheet" ? found : undefined;
}

export async function askNote(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, stores, person, texts } = context;
  const found = await meetingOf(context, event.value);
  if (!found) return notFound(context, event.value);
  const { meetings: say } = texts;
  const known = await stores.prepNotes.find(prepNoteId(found.checkIn.id, person.id));
  const form = formOf(texts, NOTE, {
    form: "meeting.note",
    title: say.prepForm,
    context: found.checkIn.id,
    before: [{ type: "note", text: say.prepPrivate }],
    ask: say.prepFields,
    values: { know: known?.know, turn: known?.turn },
  });
  return { type: "ask", form };
}

export async function saveNote(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { event, texts } = context;
  const found = await meetingOf(context, event.context);
  if (!found) return notFound(context, event.context);
  const read = readForm(NOTE, context);
  if (read.type === "invalid") return read;
  await keep(context, found.checkIn, read.values);
  return {
    type: "reply",
    card: { title: texts.meetings.prepSaved, body: [muted(texts.meetings.prepPrivate)] },
  };
}

/** `meeting|read` or `meeting|skipped`. */
export async function tickReading(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, texts } = context;
  const [id = "", typed = ""] = event.value.split("|");
  const found = await meetingOf(context, id);
  if (!found) return notFound(context, id);
  await keep(context, found.checkIn, { reading: typed === "skipped" ? "skipped" : "read" });
  return { type: "reply", card: { title: texts.meetings.broughtSaved, body: [] } };
}

async function keep(
  { stores, person }: Pick<Context, "stores" | "person">,
  { id, partnershipId }: CheckIn,
  change: Partial<Pick<PrepNote, "know" | "turn" | "reading">>,
): Promise<void> {
  const note = await stores.prepNotes.add(newPrepNote({ partnershipId, personId: person.id }, id));
  await stores.prepNotes.update(note.id, (current) => ({ ...current, ...change }));
}
