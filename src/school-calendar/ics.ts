/** Reads calendar files (RFC 5545). All-day ends are exclusive there: 2 January means 1 January (CAL-17). */

import ICAL from "ical.js";
import {
  addDays,
  localDate,
  localTime,
  instantAt,
  type LocalDate,
  type LocalTime,
} from "../time/calendar.ts";
import { isZone } from "../time/local-time.ts";
import { oneLine, shorten } from "../plain-text.ts";
import { lastDayOf } from "../time/sessions.ts";
import type { Entry } from "./entry.ts";
import { within } from "./within.ts";
import { MOST_ENTRIES, refused, TITLE_LENGTH, type Source } from "./source.ts";

export const looksLikeIcs = (text: string): boolean => /^\s*BEGIN:VCALENDAR/iu.test(text);

export interface IcsOptions {
  /** The zone of the school: a timed event is on the days it touches there. */
  readonly timezone: string;
  /** Repeating events are followed until this day. */
  readonly until: LocalDate;
  /** Ends of all-day events are taken as last days, as some programs write them by mistake. */
  readonly endsAreLastDays?: boolean;
}

/** Every occurrence in the file, within bounds; or why it cannot be read. */
export function readIcs(text: string, options: IcsOptions): Source {
  if ((text.match(/^BEGIN:VEVENT/gimu)?.length ?? 0) > MOST_ENTRIES) return refused("too_many");
  try {
    return readEvents(parse(text), options);
  } catch {
    // The library throws on whatever is not written by the rules.
    return refused("unreadable");
  }
}

/**
 * A rule for repeating can keep the library busy for ever without giving a single day, such as every hour of
 * a 31 February. An event that takes that long is left out and named, and so the file can still be read.
 */
const LONGEST_EVENT_MS = 400;
const MOST_STOPPED = 3;

function readEvents(events: readonly ICAL.Event[], options: IcsOptions): Source {
  const entries: Entry[] = [];
  const unread: string[] = [];
  let [n, stopped, patience] = [0, 0, LONGEST_EVENT_MS];
  let began = process.cpuUsage();
  const follow = (): void => {
    for (let event = events[n]; event && entries.length <= MOST_ENTRIES; event = events[++n]) {
      began = process.cpuUsage();
      try {
        entries.push(...occurrencesOf(event, options));
      } catch {
        // A rule that is not written by the rules; the other events are none the worse for it.
        unread.push(titleOf(event));
      }
    }
  };
  while (!within(patience, follow)) {
    const event = events[n];
    const { user, system } = process.cpuUsage(began);
    patience *= 2;
    // It may have had others before it, or a busy machine, to thank: then it gets more time.
    if (!event || user + system < 0.75 * LONGEST_EVENT_MS * 1000) continue;
    patience = LONGEST_EVENT_MS;
    stopped += 1;
    if (stopped > MOST_STOPPED) return refused("too_costly");
    unread.push(titleOf(event));
    n += 1;
  }
  if (entries.length > MOST_ENTRIES) return refused("too_many");
  if (entries.length === 0 && unread.length > 0)
    return refused(stopped > 0 ? "too_costly" : "unreadable");
  const endsInDoubt = !options.endsAreLastDays && endsAreInDoubt(events);
  return { kind: "read", entries, endsInDoubt, unread };
}

function parse(text: string): readonly ICAL.Event[] {
  const parsed: unknown = ICAL.parse(text);
  const calendars = (Array.isArray((parsed as unknown[])[0]) ? parsed : [parsed]) as unknown[][];
  return calendars.flatMap((calendar) => eventsOf(new ICAL.Component(calendar as never)));
}

/** Moved or changed occurrences belong to the event they are exceptions of. */
function eventsOf(calendar: ICAL.Component): readonly ICAL.Event[] {
  const all = calendar
    .getAllSubcomponents("vevent")
    .filter((event) => event.getFirstPropertyValue("status") !== "CANCELLED")
    .map((component) => new ICAL.Event(component, { strictExceptions: true, exceptions: [] }))
    .filter(({ startDate }) => startDate as ICAL.Time | null);
  const masters = all.filter((event) => !event.isRecurrenceException());
  const byId = new Map([...masters].reverse().map((event) => [event.uid, event] as const));
  for (const exception of all.filter((event) => event.isRecurrenceException())) {
    const master = byId.get(exception.uid);
    if (master) master.relateException(exception);
    else {
      masters.push(exception);
      byId.set(exception.uid, exception);
    }
  }
  return masters;
}

/** No repeating event of a school year has more; one that would is cut there. */
const MOST_REPEATS = 2000;

/** As the library has it; its own type of it is not exported. */
interface Occurrence {
  readonly item: ICAL.Event;
  readonly startDate: ICAL.Time;
  readonly endDate: ICAL.Time;
}

function* occurrencesOf(event: ICAL.Event, options: IcsOptions): Generator<Entry> {
  if (!event.isRecurring()) {
    yield entryOf(event, event.startDate, event.endDate, options);
    return;
  }
  const iterator = event.iterator();
  for (let n = 0; n < MOST_REPEATS; n++) {
    const next = iterator.next() as ICAL.Time | undefined;
    if (!next || dayOf(next, { timezone: options.timezone, written: undefined }) > options.until)
      return;
    const occurrence = event.getOccurrenceDetails(next) as unknown as Occurrence;
    yield entryOf(occurrence.item, occurrence.startDate, occurrence.endDate, options);
  }
}

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
  return {
    title: titleOf(event),
    start,
    end: lastDay < start ? start : lastDay,
    label: shorten(textIn(event, "categories"), TITLE_LENGTH),
  };
}

const titleOf = (event: ICAL.Event): string => shorten(textIn(event, "summary"), TITLE_LENGTH);

function textIn({ component }: ICAL.Event, name: string): string {
  const value: unknown = component.getFirstPropertyValue(name);
  return typeof value === "string" ? oneLine(value.slice(0, LONGEST_TEXT)) : "";
}

/** In UTF-16 units: a title is cut far below it, and what stands behind is never looked at. */
const LONGEST_TEXT = 2_000;

/** Where a time without a zone of its own is. */
interface Clocks {
  /** The school's. */
  readonly timezone: string;
  /** The zone that the event names, also when the file does not explain it. */
  readonly written: string | undefined;
}

function writtenZone(event: ICAL.Event): string | undefined {
  const named: unknown = event.component.getFirstProperty("dtstart")?.getParameter("tzid");
  return typeof named === "string" && isZone(named) ? named : undefined;
}

/** An event that ends at midnight does not touch the day that begins then. */
function lastTouched(to: ICAL.Time, clocks: Clocks): LocalDate {
  const day = dayOf(to, clocks);
  const isHere = knownZone(to, clocks) === clocks.timezone;
  const isMidnight =
    !to.isDate &&
    (isHere
      ? to.hour + to.minute === 0
      : localTime(instantOf(to, clocks), clocks.timezone) === "00:00");
  return isMidnight ? addDays(day, -1) : day;
}

const pad = (n: number, length = 2): string => String(n).padStart(length, "0");
const written = ({ year, month, day }: ICAL.Time): LocalDate =>
  `${pad(year, 4)}-${pad(month)}-${pad(day)}` as LocalDate;

/** The day it is at the school. A date without a time, or a time without a zone, is the school's. */
const dayOf = (time: ICAL.Time, clocks: Clocks): LocalDate =>
  time.isDate || knownZone(time, clocks) === clocks.timezone
    ? written(time)
    : localDate(instantOf(time, clocks), clocks.timezone);

/** The rules of a known zone are better kept here than in most files. */
function knownZone({ zone }: ICAL.Time, clocks: Clocks): string | undefined {
  if (zone === ICAL.Timezone.utcTimezone) return undefined;
  return clocks.written ?? (zone.tzid === "floating" ? clocks.timezone : undefined);
}

function instantOf(time: ICAL.Time, clocks: Clocks): Date {
  const known = knownZone(time, clocks);
  if (known === undefined) return time.toJSDate();
  const clock = `${pad(time.hour)}:${pad(time.minute)}` as LocalTime;
  return instantAt(written(time), clock, known);
}

/**
 * A file whose all-day events end on the day they begin was written by a program that takes ends as
 * last days. So was probably one in which breaks stop on a Thursday, with a lonely Friday after.
 */
function endsAreInDoubt(events: readonly ICAL.Event[]): boolean {
  const allDay = events.filter(({ startDate }) => startDate.isDate);
  const wrong = allDay.filter(
    (event) => event.component.hasProperty("dtend") && event.endDate.compare(event.startDate) <= 0,
  );
  const long = allDay.filter(
    ({ startDate, endDate }) => endDate.subtractDateTz(startDate).toSeconds() > 2 * 86_400,
  );
  const onFridays = long.filter(({ endDate }) => endDate.dayOfWeek() === ICAL.Time.FRIDAY);
  return wrong.length > 0 || (onFridays.length > 0 && onFridays.length * 2 > long.length);
}
