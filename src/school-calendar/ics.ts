/** Reads calendar files (RFC 5545). All-day ends are exclusive there: 2 January means 1 January (CAL-17). */

import ICAL from "ical.js";
import type { LocalDate } from "../time/calendar.ts";
import { oneLine, shorten } from "../plain-text.ts";
import { lastDayOf } from "../time/sessions.ts";
import type { Entry } from "./entry.ts";
import { icsText } from "./ics-text.ts";
import { dayOf, instantOf, lastTouched, written, writtenZone, type Clocks } from "./ics-time.ts";
import { MOST_ENTRIES, refused, TITLE_LENGTH, type RefusedBecause, type Source } from "./source.ts";
import { within } from "./within.ts";

export const looksLikeIcs = (text: string): boolean =>
  /^\s*BEGIN:VCALENDAR/imu.test(text.slice(0, 2000));

export interface IcsOptions {
  /** The zone of the school: a timed event is on the days it touches there. */
  readonly timezone: string;
  /** Repeating events are followed from this day on, however long ago they began. */
  readonly from: LocalDate;
  /** And until this one. */
  readonly until: LocalDate;
  /** Ends of all-day events are taken as last days, as some programs write them by mistake. */
  readonly endsAreLastDays?: boolean;
}

/** Every occurrence in the file, within bounds, event by event; or why it cannot be read. */
export function readIcs(text: string, options: IcsOptions): Source {
  const { zones, events, odd, isCancellation } = icsText(text);
  if (events.length > MOST_ENTRIES) return refused("too_many");
  const calendar = new ICAL.Component("vcalendar");
  const unread = [...odd];
  for (const zone of zones)
    attempt(() => calendar.addSubcomponent(ICAL.Component.fromString(zone)));
  const read = events.flatMap(({ lines, title }): readonly ICAL.Event[] => {
    const event = eventIn(lines, calendar);
    if (!event) unread.push(title);
    return event ? [event] : [];
  });
  const followed = follow(isCancellation ? [] : seriesOf(read), options);
  if ("because" in followed) return refused(followed.because);
  const { entries, isStopped } = followed;
  unread.push(...followed.unread);
  if (entries.length === 0 && unread.length > 0)
    return refused(isStopped ? "too_costly" : "unreadable");
  return {
    kind: "read",
    entries,
    unread: unread.map((line) => shorten(oneLine(line), TITLE_LENGTH)),
    endsInDoubt: !options.endsAreLastDays && endsAreInDoubt(read),
  };
}

/**
 * A rule for repeating can keep the library busy for ever without giving a single day, such as every hour of
 * a 31 February. An event that takes that long is left out and named, and so the file can still be read.
 */
const LONGEST_EVENT_MS = 400;
const MOST_STOPPED = 3;

function follow(
  all: readonly Series[],
  options: IcsOptions,
):
  | { readonly because: RefusedBecause }
  | {
      readonly entries: readonly Entry[];
      readonly unread: readonly string[];
      /** Whether one of them took too long. */
      readonly isStopped: boolean;
    } {
  const entries: Entry[] = [];
  const unread: string[] = [];
  let [n, stopped, patience] = [0, 0, LONGEST_EVENT_MS];
  let began = process.cpuUsage();
  const goOn = (): void => {
    for (let series = all[n]; series && entries.length <= MOST_ENTRIES; series = all[++n]) {
      began = process.cpuUsage();
      const one = series;
      const found = attempt(() => [...occurrencesOf(one, options)]);
      if (!found) unread.push(one.event.summary);
      for (const entry of found ?? []) entries.push(entry);
    }
  };
  while (!within(patience, goOn)) {
    const { user, system } = process.cpuUsage(began);
    const series = all[n];
    patience *= 2;
    // It may have had others before it, or a busy machine, to thank: then it gets more time.
    if (!series || user + system < 0.75 * LONGEST_EVENT_MS * 1000) continue;
    patience = LONGEST_EVENT_MS;
    stopped += 1;
    if (stopped > MOST_STOPPED) return { because: "too_costly" };
    unread.push(series.event.summary);
    n += 1;
  }
  if (entries.length > MOST_ENTRIES) return { because: "too_many" };
  return { entries, unread, isStopped: stopped > 0 };
}

/** What the library throws on is not written by the rules, and costs only itself. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

const eventIn = (lines: readonly string[], calendar: ICAL.Component): ICAL.Event | undefined =>
  attempt(() => {
    const text = ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");
    const component = ICAL.Component.fromString(text);
    calendar.addSubcomponent(component);
    const event = new ICAL.Event(component, { strictExceptions: true, exceptions: [] });
    const { startDate, endDate } = event as {
      startDate: ICAL.Time | null;
      endDate: ICAL.Time | null;
    };
    if (!startDate || !endDate) throw new Error("An event without a day");
    return event;
  });

/** An event with the occurrences of it that were moved, changed or cancelled. */
interface Series {
  readonly event: ICAL.Event;
  readonly changed: readonly ICAL.Event[];
}

const isCancelled = ({ component }: ICAL.Event): boolean =>
  /^cancell?ed$/iu.test(String(component.getFirstPropertyValue("status") ?? ""));

function seriesOf(events: readonly ICAL.Event[]): readonly Series[] {
  const exceptions = events.filter((event) => event.isRecurrenceException());
  const masters = events.filter((event) => !event.isRecurrenceException());
  const known = new Set(masters.map(({ uid }) => uid));
  const changedOf = new Map<string, ICAL.Event[]>();
  for (const event of exceptions) {
    const others = changedOf.get(event.uid);
    if (others) others.push(event);
    else changedOf.set(event.uid, [event]);
  }
  const alone = exceptions.filter(({ uid }) => !known.has(uid));
  return [
    ...masters.map((event) => ({ event, changed: changedOf.get(event.uid) ?? [] })),
    ...alone.map((event) => ({ event, changed: [] })),
  ].filter(({ event }) => !isCancelled(event));
}

/** No repeating event of a school year has more; one that would is cut there. */
const MOST_REPEATS = 2000;
/** How many occurrences before `from` are gone through: a day each for sixty years. */
const MOST_SKIPPED = 22_000;

function* occurrencesOf({ event, changed }: Series, options: IcsOptions): Generator<Entry> {
  const clocks = { timezone: options.timezone, written: writtenZone(event) };
  const { duration } = event;
  let count = 0;
  for (const start of startsOf(event, options, clocks)) {
    if (count++ >= MOST_REPEATS) return;
    if (changed.some((other) => endsSeries(other, start, clocks))) return;
    const instead = changed.find(({ recurrenceId }) => isSameTime(recurrenceId, start, clocks));
    if (!instead) {
      const end = start.clone();
      end.addDuration(duration);
      yield entryOf(event, start, event.isRecurring() ? end : event.endDate, options);
    } else if (!isCancelled(instead))
      yield entryOf(instead, instead.startDate, instead.endDate, options);
  }
}

/** Called off from then on: `RECURRENCE-ID;RANGE=THISANDFUTURE`. */
const endsSeries = (other: ICAL.Event, start: ICAL.Time, clocks: Clocks): boolean =>
  isCancelled(other) &&
  other.modifiesFuture() &&
  dayOf(other.recurrenceId, clocks) <= dayOf(start, clocks);

/**
 * When it takes place, near today: by its rules, and on the days named beside them, but not on those
 * that are taken out.
 */
function* startsOf(
  event: ICAL.Event,
  { from, until }: IcsOptions,
  clocks: Clocks,
): Generator<ICAL.Time> {
  const { component, startDate } = event;
  if (!event.isRecurring() || event.isRecurrenceException()) {
    yield startDate;
    return;
  }
  const rules = component
    .getAllProperties("rrule")
    .map((property) => property.getFirstValue() as ICAL.Recur);
  const taken = timesIn(component, "exdate");
  const named = timesIn(component, "rdate");
  const seen = new Set<string>();
  const isMeant = (start: ICAL.Time): boolean => {
    const day = dayOf(start, clocks);
    if (day < from || until < day || seen.has(day)) return false;
    seen.add(day);
    return !taken.some((out) => isSameTime(out, start, clocks));
  };
  for (const rule of rules) {
    const iterator = rule.iterator(startDate);
    for (let n = 0; n < MOST_SKIPPED; n++) {
      const next = iterator.next() as ICAL.Time | null;
      if (!next || dayOf(next, clocks) > until) break;
      if (isMeant(next)) yield next;
    }
  }
  for (const next of rules.length > 0 ? named : [startDate, ...named])
    if (isMeant(next)) yield next;
}

const timesIn = (component: ICAL.Component, name: string): readonly ICAL.Time[] =>
  component.getAllProperties(name).flatMap((property) => property.getValues() as ICAL.Time[]);

/** A day without a time stands for everything that begins on it. */
const isSameTime = (a: ICAL.Time, b: ICAL.Time, clocks: Clocks): boolean =>
  a.isDate || b.isDate
    ? written(a) === written(b)
    : instantOf(a, clocks).getTime() === instantOf(b, clocks).getTime();

/** In UTF-16 units: a title is cut far below it, and what stands behind is never looked at. */
const LONGEST_TITLE = 2_000;

function entryOf(
  event: ICAL.Event,
  from: ICAL.Time,
  to: ICAL.Time,
  { timezone, endsAreLastDays }: IcsOptions,
): Entry {
  const place = { timezone, written: writtenZone(event) };
  const start = dayOf(from, place);
  const lastDay =
    from.isDate && !endsAreLastDays ? lastDayOf(dayOf(to, place)) : lastTouched(to, place);
  const said = (name: string): string => {
    const value: unknown = event.component.getFirstPropertyValue(name);
    return typeof value === "string" ? oneLine(value.slice(0, LONGEST_TITLE)) : "";
  };
  // A category is what a mail program sorts by: it says nothing of what a school does.
  return {
    title: shorten(said("summary"), TITLE_LENGTH),
    start,
    end: lastDay < start ? start : lastDay,
    label: "",
  };
}

/**
 * A file in which breaks stop on a Thursday, with a lonely Friday after, was probably written by a
 * program that takes ends as last days.
 */
function endsAreInDoubt(events: readonly ICAL.Event[]): boolean {
  const long = events
    .filter(({ startDate }) => startDate.isDate)
    .filter(({ startDate, endDate }) => endDate.subtractDateTz(startDate).toSeconds() > 2 * 86_400);
  const onFridays = long.filter(({ endDate }) => endDate.dayOfWeek() === ICAL.Time.FRIDAY);
  return onFridays.length > 0 && onFridays.length * 2 > long.length;
}
