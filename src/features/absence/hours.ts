/** When somebody works and wants to hear from the bot: days, quiet hours, the time of messages, the contract. */

import { answer, facts, type Answers, type Card, type Form, type Option } from "../../card.ts";
import type { Context, FormFeature } from "../../feature.ts";
import { isBlank, oneLine } from "../../plain-text.ts";
import { noteMuted } from "../../telling/guardrail.ts";
import { settingsOf } from "../../nudge/settings.ts";
import { reachOf } from "../../nudge/reach.ts";
import { workplacesOf } from "../../here/workplaces.ts";
import { CADENCES, type Cadence } from "../../team/availability.ts";
import { WEEKDAYS, type Person, type Weekday } from "../../team/person.ts";
import { parseTime, type LocalTime } from "../../time/calendar.ts";
import type { Texts } from "../../texts/index.ts";
import { follow } from "./away.ts";

const CONTRACTS = [10, 11, 12] as const;

interface Typed {
  readonly days: string;
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly cadence: string;
  readonly months: string;
  readonly summer: string;
}

export async function hoursForm(context: Context): Promise<Form> {
  const { person, texts } = context;
  const places = await workplacesOf(context, person);
  const settings = settingsOf(places.map(({ school }) => school));
  const reach = reachOf(person, [], settings);
  return formWith(texts, {
    days: person.workingDays.map((weekday) => texts.dates.weekday(weekday)).join(", "),
    from: reach.quiet.from,
    to: reach.quiet.to,
    at: reach.slot,
    cadence: person.cadence ?? settings.cadence,
    months: String(person.contractMonths),
    summer: person.worksInSummer ? "yes" : "no",
  });
}

function formWith(texts: Texts, typed: Typed): Form {
  const { absence, common, nudge } = texts;
  const time = (id: string, label: string, hint: string, value: string) =>
    ({ type: "text", id, label, hint, value }) as const;
  const choice = (id: string, label: string, value: string, options: readonly Option[]) =>
    ({ type: "choice", id, label, value, options, open: true }) as const;
  return {
    form: "absence.hours",
    title: absence.hoursTitle,
    submit: common.save,
    cancel: common.cancel,
    context: "",
    inputs: [
      {
        type: "text",
        id: "days",
        label: absence.workingDays,
        hint: absence.workingDaysHint,
        value: typed.days,
      },
      time("from", absence.quietFrom, absence.timeHint, typed.from),
      time("to", absence.quietTo, absence.timeHint, typed.to),
      time("at", absence.nudgeAt, absence.nudgeAtHint, typed.at),
      choice(
        "cadence",
        absence.howOften,
        typed.cadence,
        CADENCES.map((value) => ({ label: nudge.cadences[value], value })),
      ),
      choice(
        "months",
        absence.contract,
        typed.months,
        CONTRACTS.map((months) => ({ label: absence.months(months), value: String(months) })),
      ),
      choice("summer", absence.summer, typed.summer, [
        { label: absence.summerNo, value: "no" },
        { label: absence.summerYes, value: "yes" },
      ]),
    ],
  };
}

const typedIn = (answers: Answers): Typed => ({
  days: oneLine(answer(answers, "days")),
  from: answer(answers, "from"),
  to: answer(answers, "to"),
  at: answer(answers, "at"),
  cadence: answer(answers, "cadence"),
  months: answer(answers, "months"),
  summer: answer(answers, "summer"),
});

export const hoursFeature: FormFeature = {
  async submit(context) {
    const { event, person, stores, texts } = context;
    const typed = typedIn(event.answers);
    const chosen = chosenIn(typed, texts);
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
  typed: Typed,
  texts: Texts,
): Chosen | { readonly problems: Readonly<Record<string, string>> } {
  const { absence } = texts;
  const days = weekdaysIn(typed.days, texts);
  const [from, to, at] = [typed.from, typed.to, typed.at].map(parseTime);
  const problems = {
    ...(days.length > 0 ? {} : { days: absence.workingDaysUnread }),
    ...(from ? {} : { from: absence.timeUnread }),
    ...(to && to !== from ? {} : { to: absence.timeUnread }),
    ...(at ? {} : { at: absence.timeUnread }),
    ...(from && to && at && isQuietAt(at, from, to) ? { at: absence.nudgeAtQuiet } : {}),
  };
  if (Object.keys(problems).length > 0 || !from || !to || !at) return { problems };
  return {
    workingDays: days,
    quiet: { from, to },
    nudgeAt: at,
    cadence: CADENCES.find((each): each is Cadence => each === typed.cadence) ?? "weekly",
    contractMonths: CONTRACTS.find((each) => String(each) === typed.months) ?? 12,
    worksInSummer: typed.summer === "yes",
  };
}

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
