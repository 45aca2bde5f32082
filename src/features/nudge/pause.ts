/** Weekly messages stop for a while, and start again by themselves or on request (AC-16). */

import { actions, text, type Card, type Form } from "../../card.ts";
import {
  addDays,
  instantAt,
  localDate,
  type LocalDate,
  type LocalTime,
} from "../../time/calendar.ts";
import { readStretch } from "../../time/stretch.ts";
import { noteMuted } from "../../telling/guardrail.ts";
import { attend } from "../../telling/attend.ts";
import { plan } from "../../nudge/policy.ts";
import { pressed } from "../../telling/press.ts";
import { readPerson } from "../../telling/reading.ts";
import type { Context, EventOf, FormFeature } from "../../feature.ts";
import { isBlank, oneLine, shorten } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import { one, optional, spell } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";

type Asking = Context;

const LONGEST_PAUSE_DAYS = 366;

/** `/liaison pause`, with how long when it was typed along. */
export async function pauseTyped(
  context: Context<EventOf<"command">>,
  typed: string,
): Promise<Outcome> {
  if (isBlank(typed)) return { type: "ask", form: pauseForm(context, { length: "2", until: "" }) };
  const read = readPause(typed, context);
  return "date" in read
    ? { type: "reply", card: await pause(context, read.date) }
    : { type: "ask", form: pauseForm(context, { length: "date", until: typed }, read.problem) };
}

/** The Pause button of a digest, whose id it carries. */
export async function askPause(context: Context<EventOf<"action">>): Promise<Outcome> {
  await pressed(context, context.event.value);
  return { type: "ask", form: pauseForm(context, { length: "2", until: "" }) };
}

const PAUSE = { length: one("1", "2", "date"), until: optional(spell) };

type Filled = Readonly<Record<keyof typeof PAUSE, string>>;

function pauseForm({ texts }: Asking, { length, until }: Filled, problem = ""): Form {
  const { nudge } = texts;
  const { pauseOneWeek, pauseTwoWeeks, pauseUntilDate } = nudge;
  return formOf(texts, PAUSE, {
    form: "pause",
    title: nudge.pauseTitle,
    submit: nudge.pauseSend,
    before: problem ? [{ type: "note", text: problem }] : [],
    ask: {
      length: {
        label: nudge.pauseHowLong,
        options: { 1: pauseOneWeek, 2: pauseTwoWeeks, date: pauseUntilDate },
      },
      until: { label: nudge.pauseDate, hint: nudge.pauseDateHint },
    },
    values: { length, until: shorten(until, PAUSE.until.max) },
  });
}

export const pauseFeature: FormFeature = {
  async submit(context) {
    const { person, now, texts } = context;
    const filled = readForm(PAUSE, context);
    if (filled.type === "invalid") return filled;
    const { length, until } = filled.values;
    if (length !== "date" && isBlank(until)) {
      const weeks = length === "1" ? 1 : 2;
      const date = addDays(localDate(now, person.timezone), weeks * 7);
      return { type: "reply", card: await pause(context, date) };
    }
    if (isBlank(until)) return { type: "invalid", problems: { until: texts.nudge.pauseNeedsDate } };
    const read = readPause(until, context);
    return "date" in read
      ? { type: "reply", card: await pause(context, read.date) }
      : { type: "invalid", problems: { until: read.problem } };
  },
};

const AMOUNT =
  /^(?<count>\d{1,3})\s*(?:(?<days>d|days?|d[ií]as?|jours?)|(?<weeks>w|weeks?|semanas?|semaines?)|(?<months>months?|mes(?:es)?|mois))$/iu;
const LINK = /^(?:(?:un)?till?|for|hasta|por|durante|jusqu(?:['’]|es?\s)|pendant|pour)\s*/iu;
const DAYS_A_MONTH = 30;

/** "2 weeks", "until 14 May", "hasta el 14 de mayo": the first day with messages again. */
function readPause(
  typed: string,
  { person, now, texts }: Pick<Asking, "person" | "now" | "texts">,
): { readonly date: LocalDate } | { readonly problem: string } {
  const today = localDate(now, person.timezone);
  const words = typed.trim().replace(LINK, "");
  const amount = AMOUNT.exec(words)?.groups;
  const date = amount
    ? addDays(today, Number(amount["count"]) * daysIn(amount))
    : dayIn(words, today, { person, texts });
  if (typeof date === "object") return date;
  if (date <= today) return { problem: texts.plan.later };
  if (date > addDays(today, LONGEST_PAUSE_DAYS)) return { problem: texts.nudge.pauseTooLong };
  return { date };
}

function daysIn(amount: Readonly<Record<string, string | undefined>>): number {
  if (amount["weeks"]) return 7;
  return amount["months"] ? DAYS_A_MONTH : 1;
}

/** The one day that is named; of a whole week or month nobody knows which end is meant. */
function dayIn(
  words: string,
  today: LocalDate,
  { person, texts }: Pick<Asking, "person" | "texts">,
): LocalDate | { readonly problem: string } {
  const { goals, nudge, dates, locale } = texts;
  const read = readStretch(oneLine(words), { today, timezone: person.timezone, locale });
  switch (read.kind) {
    case "none":
      return { problem: nudge.pauseNeedsDate };
    case "impossible":
      return { problem: goals.impossible(words) };
    case "unsure":
    case "read": {
      const ranges = read.kind === "read" ? [read.range] : read.readings;
      const days = [...new Set(ranges.flatMap(({ start, end }) => [start, end]))];
      const [only, ...others] = days;
      return only && others.length === 0
        ? only
        : {
            problem: goals.several(
              new Intl.ListFormat(locale).format(days.map((date) => dates.full(date))),
            ),
          };
    }
  }
}

const MIDNIGHT = "00:00" as LocalTime;

async function pause(context: Asking, date: LocalDate): Promise<Card> {
  const { stores, person, texts } = context;
  const pausedUntil = instantAt(date, MIDNIGHT, person.timezone);
  await stores.people.update(person.id, (current) => ({ ...current, pausedUntil }));
  await noteMuted(context, person);
  return {
    title: texts.nudge.pausedTitle(texts.dates.full(date)),
    body: [
      text(texts.nudge.pausedBody(await nextMoment(context))),
      actions({ label: texts.nudge.resume, action: "nudge.resume", value: "" }),
    ],
  };
}

/** `/liaison resume` and the Resume button. */
export async function resume(context: Asking): Promise<Card> {
  const { stores, person, texts } = context;
  await stores.people.update(person.id, (current) =>
    current.pausedUntil ? { ...current, pausedUntil: null } : current,
  );
  return {
    title: texts.nudge.resumedTitle,
    body: [text(texts.nudge.resumedBody(await nextMoment(context)))],
  };
}

/** When the next weekly message can come, in words; looks at the person anew, who may be reachable again. */
async function nextMoment(context: Asking): Promise<string> {
  const { person, texts } = context;
  await attend(context, [person.id]);
  const known = await readPerson(context, person.id);
  const next = known && plan(known.facts).nextDigest;
  return next ? texts.dates.moment(next) : texts.nudge.never;
}
