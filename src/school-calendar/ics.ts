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

function readEvents(events: readonly ICAL.Event[], options: IcsOptions): Source {
  const entries: Entry[] = [];
  for (const event of events) {
    for (const entry of occurrencesOf(event, options)) {
      if (entries.length >= MOST_ENTRIES) return refused("too_many");
      entries.push(entry);
    }
  }
  return { kind: "read", entries, endsInDoubt: !options.endsAreLastDays && endsAreInDoubt(events) };
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
  for (const exception of all.filter((event) => event.isRecurrenceException())) {
    const master = masters.find(({ uid }) => uid === exception.uid);
    if (master) master.relateException(exception);
    else masters.push(exception);
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
  const said = (name: string): string => {
    const value: unknown = event.component.getFirstPropertyValue(name);
    return typeof value === "string" ? oneLine(value) : "";
  };
  return {
    title: shorten(said("summary"), TITLE_LENGTH),
    start,
    end: lastDay < start ? start : lastDay,
    label: said("categories"),
  };
}

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
  const isMidnight = !to.isDate && localTime(instantOf(to, clocks), clocks.timezone) === "00:00";
  return isMidnight ? addDays(day, -1) : day;
}

const pad = (n: number, length = 2): string => String(n).padStart(length, "0");
const written = ({ year, month, day }: ICAL.Time): LocalDate =>
  `${pad(year, 4)}-${pad(month)}-${pad(day)}` as LocalDate;

/** The day it is at the school. A date without a time, or a time without a zone, is the school's. */
const dayOf = (time: ICAL.Time, clocks: Clocks): LocalDate =>
  time.isDate ? written(time) : localDate(instantOf(time, clocks), clocks.timezone);

function instantOf(time: ICAL.Time, clocks: Clocks): Date {
  const { zone } = time;
  if (zone === ICAL.Timezone.utcTimezone) return time.toJSDate();
  // The rules of a known zone are better kept here than in most files.
  const known = clocks.written ?? (zone.tzid === "floating" ? clocks.timezone : undefined);
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
