/** Setting up and changing the regular meeting: how often, which day, what time, how long. */

import { notFound, partnershipFor } from "../../access.ts";
import { parseTime } from "../../time/calendar.ts";
import { text, type Form, type Input } from "../../card.ts";
import { USUAL_SERIES } from "../../check-in/check-in.ts";
import { isMeetingTime } from "../../check-in/when.ts";
import type { Context, EventOf } from "../../feature.ts";
import type { CheckInSeries, Partnership } from "../../team/partnership.ts";
import { WEEKDAYS, type Weekday } from "../../team/person.ts";
import type { Outcome } from "../../ports.ts";
import { share } from "../../telling/share.ts";
import { seriesLine } from "./cards.ts";
import { readPlace } from "../../here/here.ts";
import { nextCheckIn, placeOf, whenOf, type Place } from "../../here/meeting.ts";
import { applySeries, recentOf, replanned } from "./schedule.ts";
import { overview } from "./show.ts";
import { one, meetingTime, pick } from "../../fields/field.ts";
import { formOf, typedIn } from "../../fields/form.ts";
import { meetingTimeProblem } from "../../fields/meeting-time.ts";

const EVERY: readonly CheckInSeries["everyWeeks"][] = [1, 2, 4];
const LENGTHS = [15, 20, 25, 30, 40, 50, 60] as const;

const SERIES = { every: one("1", "2", "4"), weekday: pick, start: meetingTime, minutes: pick };

type Typed = Readonly<Record<keyof typeof SERIES, string>>;

export async function openSeries(context: Context, partnership: Partnership): Promise<Outcome> {
  const { everyWeeks, weekday, minutes } = partnership.series ?? {
    ...USUAL_SERIES,
    ...(partnership.meetsEvery ? { everyWeeks: partnership.meetsEvery } : {}),
  };
  const typed = {
    every: String(everyWeeks),
    weekday,
    start: partnership.series?.start ?? "",
    minutes: String(minutes),
  };
  return {
    type: "ask",
    form: await seriesForm(context, await placeOf(context, partnership), typed),
  };
}

export async function askSeries(context: Context<EventOf<"action">>): Promise<Outcome> {
  const found = await partnershipFor(context, context.event.value);
  return found
    ? await openSeries(context, found.partnership)
    : notFound(context, context.event.value);
}

export async function changeSeriesForm(
  context: Context<EventOf<"change">>,
): Promise<Form | undefined> {
  const found = await partnershipFor(context, context.event.context);
  if (!found) return undefined;
  const place = await placeOf(context, found.partnership);
  return await seriesForm(context, place, typedIn(SERIES, context.event.answers));
}

async function seriesForm(context: Context, place: Place, typed: Typed): Promise<Form> {
  const { texts } = context;
  const { checkIn: say, dates } = texts;
  const lengths = [...new Set([...LENGTHS.map(String), typed.minutes])].sort(
    (a, b) => Number(a) - Number(b),
  );
  const hint = say.formStartHint(place.school.timezone);
  return formOf(texts, SERIES, {
    form: "check-in",
    title: say.formSeries,
    context: place.partnership.id,
    ask: {
      every: { label: say.formEvery, options: say.everyShort, live: true },
      weekday: {
        label: say.formWeekday,
        options: weekdaysOf(place, typed.weekday).map((weekday) => ({
          label: dates.weekday(weekday),
          value: weekday,
        })),
        live: true,
      },
      start: { label: say.formStart, hint, live: true },
      minutes: {
        label: say.formMinutes,
        options: lengths.map((minutes) => ({
          label: say.minutes(Number(minutes)),
          value: minutes,
        })),
      },
    },
    values: typed,
    after: await preview(context, place, typed),
  });
}

/** Days on which everybody works, in week order; all where nobody's week is known. */
function weekdaysOf({ weeks }: Place, chosen: string): readonly Weekday[] {
  const shared = WEEKDAYS.filter((weekday) =>
    weeks.every(({ workingDays }) => workingDays.includes(weekday)),
  );
  return WEEKDAYS.filter(
    (weekday) => shared.length === 0 || shared.includes(weekday) || weekday === chosen,
  );
}

/** What the answers would mean; nothing while they are unfinished. */
async function preview(context: Context, place: Place, typed: Typed): Promise<readonly Input[]> {
  const { texts, now } = context;
  const { checkIn: say } = texts;
  const series = seriesFrom(typed);
  if (!series) return [];
  const { stays, next } = replanned(series, await recentOf(context, place), place, now);
  const note = (words: string): Input => ({ type: "note", text: words, reading: true });
  return [
    ...(stays ? [note(say.formStays(whenOf(stays, place.today, texts)))] : []),
    note(
      next
        ? say.formFirst(whenOf({ date: next.date, start: series.start }, place.today, texts))
        : say.noNext,
    ),
  ];
}

/** Undefined while an answer is missing or cannot be. */
function seriesFrom(typed: Typed): CheckInSeries | undefined {
  const everyWeeks = EVERY.find((weeks) => String(weeks) === typed.every);
  const weekday = WEEKDAYS.find((each) => each === typed.weekday);
  const start = parseTime(typed.start);
  const minutes = Number(typed.minutes);
  if (!everyWeeks || !weekday || !start || !isMeetingTime(start)) return undefined;
  if (!Number.isInteger(minutes) || minutes < SHORTEST || minutes > LONGEST) return undefined;
  return { everyWeeks, weekday, start, minutes };
}

const SHORTEST = 5;
const LONGEST = 240;

export async function saveSeries(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, person, texts } = context;
  const found = await partnershipFor(context, event.context);
  if (!found) return notFound(context, event.context);
  const typed = typedIn(SERIES, event.answers);
  const problem = meetingTimeProblem(typed.start, texts);
  if (problem) return { type: "invalid", problems: { start: problem } };
  const series = seriesFrom(typed);
  if (!series) return { type: "invalid", problems: { minutes: texts.common.empty } };
  const partnership = await stores.partnerships.update(found.partnership.id, (current) =>
    isSame(current.series, series) ? current : { ...current, series },
  );
  if (!partnership) return notFound(context, event.context);
  const place = await placeOf(context, partnership);
  await applySeries(context, place, series);
  // An agreed plan is under way from then on.
  await readPlace(context, partnership);
  const next = await nextCheckIn(context, place);
  await share(
    context,
    place,
    { key: `check_in.series/${partnership.id}/${event.instance}`, kind: "check_in.series" },
    (theirs) => ({
      title: theirs.checkIn.seriesNews(person.name),
      body: [
        text(`${seriesLine(series, theirs)}.`),
        text(
          next
            ? theirs.checkIn.seriesNewsBody(whenOf(next, place.today, theirs))
            : theirs.checkIn.noNext,
        ),
      ],
    }),
  );
  return await overview(context, partnership, texts.checkIn.saved);
}

const isSame = (a: CheckInSeries | null, b: CheckInSeries): boolean =>
  a?.everyWeeks === b.everyWeeks &&
  a.weekday === b.weekday &&
  a.start === b.start &&
  a.minutes === b.minutes;
