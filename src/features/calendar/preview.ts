/** A change is looked at before it is saved: what it holds, what is wrong, what it does to people. */

import { actions, heading, muted, text, type Block, type Button, type Card } from "../../card.ts";
import type { Context, EventOf, Services } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import { placeAnewTimer } from "../../check-in/check-in.ts";
import { consequencesAt } from "./affected.ts";
import { difference, type CalendarChange } from "../../school-calendar/change.ts";
import { NO_CONSEQUENCES, type Consequences } from "../../school-calendar/consequences.ts";
import type { Listed } from "../../school-calendar/entry.ts";
import { calendarPlace, type CalendarPlace } from "../../here/calendar.ts";
import { isBlocking, review, type Problem } from "../../school-calendar/review.ts";
import { saveChange, undoChange } from "./save.ts";
import { schoolYearTimer } from "../../school-calendar/year-timer.ts";
import type { Texts } from "../../texts/index.ts";
import { consequenceWords, entryWords, problemWords, takenWords } from "./words.ts";
import { notYours } from "./show.ts";

/** Everything that is looked at, on a card as well as on a page. */
export interface Preview {
  readonly change: CalendarChange;
  readonly place: CalendarPlace;
  readonly added: readonly Listed[];
  readonly removed: readonly Listed[];
  readonly problems: readonly Problem[];
  readonly consequences: Consequences;
}

export async function previewOf(
  services: Pick<Services, "stores">,
  place: CalendarPlace,
  change: CalendarChange,
): Promise<Preview> {
  const problems = review(change.after);
  // What cannot be saved does nothing to anybody, and may be far larger than any calendar.
  const canBeSaved = !problems.some(({ kind }) => kind === "too_many");
  return {
    change,
    place,
    ...difference(change.before, change.after),
    problems,
    consequences: canBeSaved
      ? await consequencesAt(services, place, change.after)
      : NO_CONSEQUENCES,
  };
}

/** The change, when it is of a school whose calendar the person may change (rule 3). */
export async function changeFor(
  context: Pick<Context, "stores" | "now" | "person">,
  id: string,
): Promise<{ readonly change: CalendarChange; readonly place: CalendarPlace } | undefined> {
  const change = await context.stores.calendarChanges.find(id);
  const place = change && (await calendarPlace(context, change.schoolId));
  return place && { change, place };
}

/** Keeps a proposed change and shows it. */
export async function propose(
  context: Pick<Context, "stores" | "texts">,
  place: CalendarPlace,
  change: CalendarChange,
): Promise<Outcome> {
  const stored = await context.stores.calendarChanges.add(change);
  return {
    type: "reply",
    card: previewCard(await previewOf(context, place, stored), context.texts),
  };
}

const LINES_SHOWN = 8;

export function previewCard(preview: Preview, texts: Texts): Card {
  const { change, place, added, removed, problems } = preview;
  const { calendar: say } = texts;
  const title = say.previewTitle(place.school.name);
  if (added.length + removed.length + change.undecided.length === 0)
    return { title, body: [text(say.unchanged)] };
  const entries = (list: readonly Listed[]) =>
    list.map((entry) => entryWords(entry, place.today, texts));
  const mend = problems.filter(isBlocking);
  const look = problems.filter((problem) => !isBlocking(problem));
  const words = (list: readonly Problem[]) => list.map((one) => problemWords(one, texts));
  return {
    title,
    body: [
      ...section(say.mustMend, words(mend), texts),
      ...section(say.added(added.length), entries(added), texts),
      ...section(say.removed(removed.length), entries(removed), texts),
      ...unknown(change, texts),
      ...section(
        say.taken,
        change.taken.map((one) => takenWords(one, texts)),
        texts,
      ),
      ...section(say.unreadLines, change.unread, texts),
      ...section(say.worthALook, words(look), texts),
      ...consequenceBlocks(preview, texts),
      ...reach(preview, texts),
      actions(...buttons(change, mend.length === 0, texts)),
    ],
  };
}

function section(title: string, lines: readonly string[], { calendar }: Texts): readonly Block[] {
  if (lines.length === 0) return [];
  const rest = lines.length - LINES_SHOWN;
  const shown = [...lines.slice(0, LINES_SHOWN), ...(rest > 0 ? [calendar.andMore(rest)] : [])];
  return [heading(title), text(shown.map((line) => `• ${line}`).join("\n"))];
}

function unknown({ undecided }: CalendarChange, texts: Texts): readonly Block[] {
  const { calendar: say } = texts;
  const titles = undecided.map(({ title }) => title || say.kinds.event);
  return undecided.length > 0
    ? [...section(say.unknownTitle(undecided.length), titles, texts), muted(say.unknownHint)]
    : [];
}

function consequenceBlocks({ consequences, place }: Preview, texts: Texts): readonly Block[] {
  const lines = consequenceWords(consequences, place.isPartner, texts);
  const { calendar: say } = texts;
  return section(say.consequences, lines.length > 0 ? lines : [say.noConsequences], texts);
}

/** Said only where several schools share the calendar. */
export function reachWords({ change, place }: Preview, { calendar: say }: Texts): string {
  if (place.sharedBy < 2) return "";
  return change.forAll
    ? say.everywhere(place.sharedBy)
    : say.onlyHere(place.school.name, place.sharedBy - 1);
}

function reach(preview: Preview, texts: Texts): readonly Block[] {
  const words = reachWords(preview, texts);
  return words ? [text(words)] : [];
}

function buttons(
  { id, undecided }: CalendarChange,
  canSave: boolean,
  texts: Texts,
): readonly Button[] {
  const { calendar: say } = texts;
  const isOpen = undecided.length > 0;
  return [
    ...(isOpen ? [{ label: say.decide, action: "calendar.decide", value: id }] : []),
    ...(canSave
      ? [
          {
            label: isOpen ? say.saveWithout : say.save,
            action: "calendar.save",
            value: id,
            style: "primary" as const,
          },
        ]
      : []),
    { label: say.drop, action: "calendar.drop", value: id },
  ];
}

export async function save(context: Context<EventOf<"action">>): Promise<Outcome> {
  const found = await changeFor(context, context.event.value);
  if (!found) return notYours(context);
  const { change, place } = found;
  const saved = await saveChange(context, change);
  const { calendar: say } = context.texts;
  if (saved.kind !== "done")
    return only(saved.kind === "stale" ? say.stale : say.notAnyMore, "reply");
  await followCalendar(context, place);
  return {
    type: "replace",
    card: {
      title: say.savedTitle(place.school.name),
      body: [
        text(say.savedBody),
        actions(
          { label: say.back, action: "calendar.show", value: place.school.id },
          { label: context.texts.common.undo, action: "calendar.undo", value: change.id },
        ),
      ],
    },
  };
}

export async function drop(context: Context<EventOf<"action">>): Promise<Outcome> {
  const found = await changeFor(context, context.event.value);
  if (!found) return notYours(context);
  const { calendar: say } = context.texts;
  const dropped = await context.stores.calendarChanges.update(found.change.id, (change) =>
    change.status === "proposed" ? { ...change, status: "dropped" } : change,
  );
  return only(dropped?.status === "dropped" ? say.droppedTitle : say.notAnyMore, "replace");
}

export async function undo(context: Context<EventOf<"action">>): Promise<Outcome> {
  const found = await changeFor(context, context.event.value);
  if (!found) return notYours(context);
  const { calendar: say } = context.texts;
  const undone = await undoChange(context, found.change);
  if (undone.kind === "stale") return only(say.cannotUndo, "reply");
  if (undone.kind === "refused") return only(say.notAnyMore, "reply");
  const { school } = found.place;
  await followCalendar(context, found.place);
  return {
    type: "replace",
    card: {
      title: say.undoneTitle(school.name),
      body: [actions({ label: say.back, action: "calendar.show", value: school.id })],
    },
  };
}

/** Meetings go where everybody works now (CAL-8), and the year turns when it does, wherever it changed. */
export async function followCalendar(
  { stores, timers, now }: Pick<Services, "stores" | "timers" | "now">,
  { school }: CalendarPlace,
): Promise<void> {
  const partnerships = await stores.partnerships.all();
  const schools = await stores.schools.findAll([...new Set(partnerships.map((p) => p.schoolId))]);
  const calendarId = schools.find(({ id }) => id === school.id)?.calendarId;
  const changed = schools.filter((one) => one.id === school.id || one.calendarId === calendarId);
  for (const { id, schoolId } of partnerships) {
    if (!changed.some((one) => one.id === schoolId)) continue;
    await timers.set(placeAnewTimer(id, stores.districtId, now));
    await timers.set(schoolYearTimer(id, stores.districtId, now));
  }
}

const only = (title: string, type: "reply" | "replace"): Outcome => ({
  type,
  card: { title, body: [] },
});
