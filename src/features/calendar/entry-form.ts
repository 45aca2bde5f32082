/** One day or range, added, changed or removed by a form. */

import { answer, type Form, type Input } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import { isBlank } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import { entryNamed, withEntry, withoutEntry } from "../../school-calendar/change.ts";
import { isEntryKind, type CalendarContent, type Listed } from "../../school-calendar/entry.ts";
import { calendarPlace, type CalendarPlace } from "../../here/calendar.ts";
import { proposed } from "../../school-calendar/propose.ts";
import { TITLE_LENGTH } from "../../school-calendar/source.ts";
import type { Texts } from "../../texts/index.ts";
import { readEnds, readStretch, type StretchReading } from "../../time/stretch.ts";
import { propose } from "./preview.ts";
import { notYours } from "./show.ts";
import { kindOptions } from "./words.ts";
import { line, pick, optional, spell } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";

/** Add days, or Change on one entry of the list: its key follows the id of the school. */
export async function askEntry(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { schoolId, key } = parts(context.event.value);
  const place = await calendarPlace(context, schoolId);
  if (!place) return notYours(context);
  const entry = key && place.content ? entryNamed(place.content, key) : undefined;
  if (key && !entry)
    return { type: "reply", card: { title: context.texts.calendar.stale, body: [] } };
  return { type: "ask", form: entryForm(place, entry, context.event.value, context.texts) };
}

function parts(value: string): { readonly schoolId: string; readonly key: string } {
  const [schoolId = ""] = value.split("|", 1);
  return { schoolId, key: value.slice(schoolId.length + 1) };
}

const ENTRY = { title: line(TITLE_LENGTH), kind: pick, from: spell, to: optional(spell) };

function entryForm(
  place: CalendarPlace,
  entry: Listed | undefined,
  context: string,
  texts: Texts,
): Form {
  const { calendar: say } = texts;
  return formOf(texts, ENTRY, {
    form: "calendar.entry",
    title: entry ? say.changeTitle : say.addTitle,
    submit: say.look,
    context,
    ask: {
      title: say.what,
      kind: { label: say.kind, options: kindOptions(texts) },
      from: { label: say.from, hint: say.fromHint },
      to: { label: say.to, hint: say.toHint },
    },
    values: {
      title: entry?.title,
      kind: entry?.kind ?? "holiday",
      from: entry?.start,
      to: entry && entry.end !== entry.start ? entry.end : undefined,
    },
    after: [...(entry ? [keepOrRemove(texts)] : []), ...forWhom(place, texts)],
  });
}

const keepOrRemove = ({ calendar: say }: Texts): Input => ({
  type: "choice",
  id: "fate",
  label: say.keep,
  value: "keep",
  options: [
    { label: say.keepIt, value: "keep" },
    { label: say.remove, value: "remove" },
  ],
  open: true,
});

/** Asked only of those who keep the calendars of all the schools that share this one. */
export const forWhom = (
  { mayChangeAll, sharedBy, school }: CalendarPlace,
  { calendar: say }: Texts,
): readonly Input[] =>
  mayChangeAll && sharedBy > 1
    ? [
        {
          type: "choice",
          id: "for",
          label: say.forWhom,
          value: "all",
          options: [
            { label: say.forAll(sharedBy), value: "all" },
            { label: say.forOne(school.name), value: "one" },
          ],
          open: true,
        },
      ]
    : [];

export async function submitEntry(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { event, texts, person, now } = context;
  const { schoolId, key } = parts(event.context);
  const place = await calendarPlace(context, schoolId);
  if (!place) return notYours(context);
  const isRemoval = key !== "" && answer(event.answers, "fate") === "remove";
  const read = isRemoval ? undefined : readEntry(context, place, texts);
  if (read && "problems" in read) return { type: "invalid", problems: read.problems };
  const content = place.content ?? empty(place);
  const after = read ? withEntry(content, read.entry, key || null) : withoutEntry(content, key);
  return await propose(
    context,
    place,
    proposed(place, {
      id: `change/${event.instance}`,
      source: "form",
      byId: person.id,
      at: now,
      after,
      forAll: answer(event.answers, "for") === "all",
    }),
  );
}

export const empty = ({ school }: Pick<CalendarPlace, "school">): CalendarContent => ({
  name: school.name,
  sessions: [],
  days: [],
});

type Read = { readonly entry: Listed } | { readonly problems: Readonly<Record<string, string>> };

function readEntry(
  context: Context<EventOf<"form">>,
  { school, today }: CalendarPlace,
  texts: Texts,
): Read {
  const { calendar: say, locale } = texts;
  const filled = readForm(ENTRY, context, {
    offered: { kind: kindOptions(texts).map(({ value }) => value) },
    missing: { from: say.unread("") },
  });
  if (filled.type === "invalid") return filled;
  const { title, kind, from, to } = filled.values;
  const place = { today, locale, timezone: school.timezone };
  const first = readStretch(from, place);
  const whole = isBlank(to) ? first : readEnds(from, to, place);
  const range = whole.kind === "read" ? whole.range : undefined;
  const last = isBlank(to) ? first : readStretch(to, place);
  const problems = {
    ...problemAt("from", from, first, texts),
    ...(isBlank(to) ? {} : problemAt("to", to, last, texts)),
    ...((range ? range.end < range.start : first.kind === "read" && last.kind === "read")
      ? { to: say.lastBeforeFirst }
      : {}),
  };
  return range && isEntryKind(kind) && Object.keys(problems).length === 0
    ? { entry: { kind, title, ...range } }
    : { problems };
}

/** What cannot be read as a day, or can be read as two. */
function problemAt(
  field: string,
  typed: string,
  read: StretchReading,
  { calendar: say, goals, dates, locale }: Texts,
): Readonly<Record<string, string>> {
  if (read.kind === "read") return {};
  if (read.kind !== "unsure") return { [field]: say.unread(typed) };
  const days = read.readings.map(({ start }) => dates.full(start));
  return { [field]: goals.several(new Intl.ListFormat(locale).format(days)) };
}
