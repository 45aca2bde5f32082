/** Away from–to: meetings move, messages wait; or only the messages wait, and nobody asks why (CAL-19). */

import { actions, muted, text, type Card, type Form } from "../../card.ts";
import { placeAnewTimer } from "../../check-in/check-in.ts";
import type { Context, EventOf, FormFeature } from "../../feature.ts";
import { attend } from "../../telling/attend.ts";
import { isBlank, oneLine } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import type { Person } from "../../team/person.ts";
import { addDays, localDate, parseLocalDate, type LocalDate } from "../../time/calendar.ts";
import { covers, type DayRange } from "../../time/local-time.ts";
import { readEnds, readStretch } from "../../time/stretch.ts";
import type { Texts } from "../../texts/index.ts";
import { outOfDate } from "../../plain-outcomes.ts";
import { one, optional, spell } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";

const FURTHEST_DAYS = 400;
/** Ranges that are over are kept this long, so that what was planned by them can be explained. */
const KEPT_DAYS = 60;
const LISTED = 8;

type Kind = "away" | "noContact";

const AWAY = { from: spell, to: optional(spell), kind: one("away", "noContact") };

/** What was typed, as the fields of the form hold it. */
type Typed = Readonly<Record<"from" | "to", string>> & { readonly kind: Kind };

/** `/liaison away 15 March to 19 March`, `until Friday`, `tomorrow`; the form where it is not clear. */
export async function awayTyped(
  context: Context<EventOf<"command">>,
  typed: string,
): Promise<Outcome> {
  const range = rangeIn(context, typed);
  if (range) return { type: "reply", card: await goAway(context, range, "away") };
  return { type: "ask", form: awayForm(context, { from: oneLine(typed), to: "", kind: "away" }) };
}

/** The form, with the day that a sentence names where it names one. */
export const askAwayWith = (context: Context<EventOf<"action">>, sentence: string): Outcome => {
  const range = rangeIn(context, sentence);
  const { dates } = context.texts;
  return {
    type: "ask",
    form: awayForm(context, {
      from: range ? dates.full(range.start) : "",
      to: range ? dates.full(range.end) : "",
      kind: "away",
    }),
  };
};

export const askAway = (context: Context<EventOf<"action">>): Outcome => ({
  type: "ask",
  form: awayForm(context, { from: "", to: "", kind: "away" }),
});

function rangeIn(
  { texts, now, person }: Pick<Context, "texts" | "now" | "person">,
  typed: string,
): DayRange | undefined {
  const { timezone } = person;
  const today = localDate(now, timezone);
  const read = readStretch(oneLine(typed), { today, timezone, locale: texts.locale });
  return read.kind === "read" && isUsable(read.range, today) ? read.range : undefined;
}

const isUsable = ({ start, end }: DayRange, today: LocalDate): boolean =>
  start <= end && today <= end && end <= addDays(today, FURTHEST_DAYS);

function awayForm(context: Context, typed: Typed): Form {
  const { texts } = context;
  const { absence } = texts;
  return formOf(texts, AWAY, {
    form: "absence.away",
    title: absence.awayTitle,
    before: known(context).map((text) => ({ type: "note", text })),
    ask: {
      from: { label: absence.from, hint: absence.fromHint },
      to: { label: absence.to, hint: absence.toHint },
      kind: {
        label: absence.what,
        options: { away: absence.whatAway, noContact: absence.whatQuiet },
      },
    },
    values: typed,
  });
}

/** What is known of the coming days already. */
function known({ person, now, texts }: Context): readonly string[] {
  const today = localDate(now, person.timezone);
  const { absence } = texts;
  const lines = [
    ...ahead(person.away, today).map((range) => absence.knownAway(stretch(range, today, texts))),
    ...ahead(person.noContact, today).map((range) =>
      absence.knownQuiet(stretch(range, today, texts)),
    ),
  ];
  return lines.slice(0, LISTED);
}

const ahead = (ranges: readonly DayRange[] | undefined, today: LocalDate): readonly DayRange[] =>
  (ranges ?? []).filter(({ end }) => today <= end);

/** "Mon 15 March to Fri 19 March", or the one day. */
export const stretch = (
  { start, end }: DayRange,
  today: LocalDate,
  { dates, nudge }: Texts,
): string =>
  start === end
    ? dates.day(start, today)
    : nudge.stretch(dates.day(start, today), dates.day(end, today));

export const awayFeature: FormFeature = {
  async submit(context) {
    const { texts, now, person } = context;
    const { absence } = texts;
    const answers = readForm(AWAY, context, { missing: { from: absence.needDay } });
    if (answers.type === "invalid") return answers;
    const typed = answers.values;
    const today = localDate(now, person.timezone);
    const place = { today, timezone: person.timezone, locale: texts.locale };
    const whole = isBlank(typed.to) ? rangeIn(context, typed.from) : undefined;
    if (whole) return { type: "reply", card: await goAway(context, whole, typed.kind) };
    const [from, to] = [typed.from, typed.to].map((words) => readStretch(words, place));
    if (from?.kind !== "read") return { type: "invalid", problems: { from: absence.needDay } };
    if (to?.kind !== "read") return { type: "invalid", problems: { to: absence.needDay } };
    const both = readEnds(typed.from, typed.to, place);
    const range =
      both.kind === "read" ? both.range : { start: from.range.start, end: to.range.end };
    if (range.end < range.start) return { type: "invalid", problems: { to: absence.endsBefore } };
    if (!isUsable(range, today)) return { type: "invalid", problems: { to: absence.tooFar } };
    return { type: "reply", card: await goAway(context, range, typed.kind) };
  },
};

async function goAway(context: Context, range: DayRange, kind: Kind): Promise<Card> {
  const { stores, person, texts, now } = context;
  const today = localDate(now, person.timezone);
  await stores.people.update(person.id, (current) => withRange(current, kind, range, today));
  await follow(context);
  const { absence } = texts;
  const days = stretch(range, today, texts);
  const value = `${kind}|${range.start}|${range.end}`;
  return {
    title: kind === "away" ? absence.awaySaved(days) : absence.quietSaved(days),
    body: [
      text(kind === "away" ? absence.awayBody : absence.quietBody),
      actions(
        { label: absence.coverAsk, action: "absence.cover", value: `${range.start}|${range.end}` },
        { label: texts.common.undo, action: "absence.take_back", value, about: days },
      ),
      muted(absence.backHint),
    ],
  };
}

function withRange(person: Person, kind: Kind, range: DayRange, today: LocalDate): Person {
  const before = person[kind] ?? [];
  const isThere = before.some(({ start, end }) => start === range.start && end === range.end);
  if (isThere) return person;
  const kept = before.filter(({ end }) => addDays(end, KEPT_DAYS) >= today);
  return { ...person, [kind]: [...kept, range].sort((a, b) => (a.start < b.start ? -1 : 1)) };
}

/** Takes one of these ranges back, by its button. */
export async function takeBack(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, person, texts, event, now } = context;
  const [kind = "", from = "", to = ""] = event.value.split("|");
  const [start, end] = [parseLocalDate(from), parseLocalDate(to)];
  if (!start || !end) return outOfDate(texts);
  const list = kind === "noContact" ? "noContact" : "away";
  await stores.people.update(person.id, (current) => {
    const kept = (current[list] ?? []).filter(
      (range) => range.start !== start || range.end !== end,
    );
    return kept.length === (current[list] ?? []).length ? current : { ...current, [list]: kept };
  });
  await follow(context);
  const today = localDate(now, person.timezone);
  return {
    type: "replace",
    card: { title: texts.absence.takenBack(stretch({ start, end }, today, texts)), body: [] },
  };
}

/** `/liaison back`: whatever covers today ends with yesterday; else the absence that comes next is taken back. */
export async function comeBack(context: Context): Promise<Outcome> {
  const { stores, person, texts, now } = context;
  const today = localDate(now, person.timezone);
  const yesterday = addDays(today, -1);
  const all = [...(person.away ?? []), ...(person.noContact ?? [])];
  const isGone = all.some((range) => covers(range, today)) || coversToday(person, today);
  const [next] = ahead(all, today).toSorted((a, b) => (a.start < b.start ? -1 : 1));
  if (!isGone && next) return await takeNextBack(context, next, today);
  const cut = (ranges: readonly DayRange[] | undefined): readonly DayRange[] =>
    (ranges ?? []).flatMap((range) => {
      if (!covers(range, today)) return [range];
      return range.start < today ? [{ ...range, end: yesterday }] : [];
    });
  await stores.people.update(person.id, (current) => {
    const { cover, ...rest } = current;
    const isCovered = cover !== undefined && covers(cover, today);
    return {
      ...rest,
      ...(current.away ? { away: cut(current.away) } : {}),
      ...(current.noContact ? { noContact: cut(current.noContact) } : {}),
      ...(cover && !isCovered ? { cover } : {}),
      ...(cover && isCovered && cover.start < today ? { cover: { ...cover, end: yesterday } } : {}),
    };
  });
  await follow(context);
  const title = isGone ? texts.absence.welcomeBack : texts.absence.notAway;
  return { type: "reply", card: { title, body: [] } };
}

const coversToday = ({ cover }: Person, today: LocalDate): boolean =>
  cover !== undefined && covers(cover, today);

/** Somebody who is back before they went will not go. */
async function takeNextBack(context: Context, next: DayRange, today: LocalDate): Promise<Outcome> {
  const { stores, person, texts } = context;
  const kept = (ranges: readonly DayRange[] | undefined): readonly DayRange[] =>
    (ranges ?? []).filter(({ start, end }) => start !== next.start || end !== next.end);
  await stores.people.update(person.id, (current) => ({
    ...current,
    ...(current.away ? { away: kept(current.away) } : {}),
    ...(current.noContact ? { noContact: kept(current.noContact) } : {}),
  }));
  await follow(context);
  return {
    type: "reply",
    card: { title: texts.absence.takenBack(stretch(next, today, texts)), body: [] },
  };
}

/** Meetings go where everybody works now, and messages are planned by the days as they are now. */
export async function follow({ ...services }: Context): Promise<void> {
  const { stores, timers, now, person } = services;
  for (const { id } of await stores.partnerships.ofPartner(person.id))
    await timers.set(placeAnewTimer(id, stores.districtId, now));
  await attend(services, [person.id]);
}
