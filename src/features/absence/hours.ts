/** When somebody works and wants to hear from the bot: days, quiet hours, the time of messages, the contract. */

import { facts, type Card, type Form } from "../../card.ts";
import type { Context, EventOf, FormFeature } from "../../feature.ts";
import { isBlank } from "../../plain-text.ts";
import { noteMuted } from "../../telling/guardrail.ts";
import { settingsOf } from "../../nudge/settings.ts";
import { reachOf } from "../../nudge/reach.ts";
import { workplacesOf } from "../../here/workplaces.ts";
import { CADENCES } from "../../team/availability.ts";
import { WEEKDAYS, type Person, type Weekday } from "../../team/person.ts";
import type { LocalTime } from "../../time/calendar.ts";
import type { Texts } from "../../texts/index.ts";
import { follow } from "./away.ts";
import { line, one, time } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";

const HOURS = {
  days: line(100),
  from: time,
  to: time,
  at: time,
  cadence: one(...CADENCES),
  months: one("10", "11", "12"),
  summer: one("no", "yes"),
};

export async function hoursForm(context: Context): Promise<Form> {
  const { person, texts } = context;
  const places = await workplacesOf(context, person);
  const settings = settingsOf(places.map(({ school }) => school));
  const reach = reachOf(person, [], settings);
  const { absence, nudge } = texts;
  const monthsOf = (months: Person["contractMonths"]) => absence.months(months);
  return formOf(texts, HOURS, {
    form: "absence.hours",
    title: absence.hoursTitle,
    ask: {
      days: { label: absence.workingDays, hint: absence.workingDaysHint },
      from: { label: absence.quietFrom, hint: absence.timeHint },
      to: { label: absence.quietTo, hint: absence.timeHint },
      at: { label: absence.nudgeAt, hint: absence.nudgeAtHint },
      cadence: { label: absence.howOften, options: nudge.cadences },
      months: {
        label: absence.contract,
        options: { 10: monthsOf(10), 11: monthsOf(11), 12: monthsOf(12) },
      },
      summer: { label: absence.summer, options: { no: absence.summerNo, yes: absence.summerYes } },
    },
    values: {
      days: person.workingDays.map((weekday) => texts.dates.weekday(weekday)).join(", "),
      from: reach.quiet.from,
      to: reach.quiet.to,
      at: reach.slot,
      cadence: person.cadence ?? settings.cadence,
      months: String(person.contractMonths),
      summer: person.worksInSummer ? "yes" : "no",
    },
  });
}

export const hoursFeature: FormFeature = {
  async submit(context) {
    const { person, stores, texts } = context;
    const chosen = chosenIn(context);
    if ("problems" in chosen) return { type: "invalid", problems: chosen.problems };
    const saved = await stores.people.update(person.id, (current) => ({ ...current, ...chosen }));
    if (chosen.cadence === "off" && person.cadence !== "off") await noteMuted(context, person);
    await follow(context);
    return { type: "reply", card: hoursCard(saved ?? person, texts) };
  },
};

type Chosen = Required<
  Pick<Person, "workingDays" | "quiet" | "nudgeAt" | "cadence" | "contractMonths" | "worksInSummer">
>;

function chosenIn(
  context: Context<EventOf<"form">>,
): Chosen | { readonly problems: Readonly<Record<string, string>> } {
  const { texts } = context;
  const { absence } = texts;
  const read = readForm(HOURS, context, { missing: { days: absence.workingDaysUnread } });
  if (read.type === "invalid") return read;
  const { days, from, to, at, cadence, months, summer } = read.values;
  const workingDays = weekdaysIn(days, texts);
  const problems = {
    ...(workingDays.length > 0 ? {} : { days: absence.workingDaysUnread }),
    ...(to === from ? { to: absence.timeUnread } : {}),
    ...(isQuietAt(at, from, to) ? { at: absence.nudgeAtQuiet } : {}),
  };
  if (Object.keys(problems).length > 0) return { problems };
  return {
    workingDays,
    quiet: { from, to },
    nudgeAt: at,
    cadence,
    contractMonths: CONTRACTS[months],
    worksInSummer: summer === "yes",
  };
}

const CONTRACTS = { 10: 10, 11: 11, 12: 12 } as const;

const isQuietAt = (at: LocalTime, from: LocalTime, to: LocalTime): boolean =>
  from > to ? at >= from || at < to : from <= at && at < to;

/** Names as the person's language has them, or their first letters: "mon", "lun", "Monday". */
function weekdaysIn(typed: string, { dates }: Texts): readonly Weekday[] {
  if (isBlank(typed)) return [];
  const words = plain(typed)
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  const names = WEEKDAYS.map((weekday) => ({ weekday, name: plain(dates.weekday(weekday)) }));
  const found = words.map(
    (word) =>
      names.find(
        ({ weekday, name }) => word.length >= 3 && (name.startsWith(word) || weekday === word),
      )?.weekday,
  );
  return found.includes(undefined) ? [] : WEEKDAYS.filter((weekday) => found.includes(weekday));
}

const plain = (words: string): string =>
  words.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

function hoursCard(person: Person, { absence, nudge, dates, locale }: Texts): Card {
  const days = person.workingDays.map((weekday) => dates.weekday(weekday));
  return {
    title: absence.hoursSaved,
    body: [
      facts(
        { label: absence.workingDays, value: new Intl.ListFormat(locale).format(days) },
        ...(person.quiet
          ? [
              {
                label: nudge.quietHours,
                value: nudge.fromTo(dates.time(person.quiet.from), dates.time(person.quiet.to)),
              },
            ]
          : []),
        ...(person.nudgeAt ? [{ label: absence.nudgeAt, value: dates.time(person.nudgeAt) }] : []),
        { label: absence.howOften, value: nudge.cadences[person.cadence ?? "weekly"] },
        { label: absence.contract, value: absence.months(person.contractMonths) },
      ),
    ],
  };
}
