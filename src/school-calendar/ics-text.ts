/**
 * Takes the text of a calendar file apart, event by event. Files in use break the rules of RFC 5545 in many
 * ways; what a line should have been is mended where it is certain, and a line beyond that costs itself.
 */

import { parseLocalDate } from "../time/calendar.ts";

/** One event, as lines that keep the rules: what it is called and when it is. */
export interface EventText {
  readonly lines: readonly string[];
  /** For a sentence about it, should it not be understood. */
  readonly title: string;
}

export interface IcsText {
  /** Whole VTIMEZONE blocks. */
  readonly zones: readonly string[];
  readonly events: readonly EventText[];
  /** Lines that say nothing that could be understood, as they were written. */
  readonly odd: readonly string[];
  /** The file takes all of its events back (METHOD:CANCEL). */
  readonly isCancellation: boolean;
}

interface Property {
  readonly name: string;
  /** With its semicolons; "" for none. */
  readonly parameters: string;
  readonly value: string;
}

const DATES = ["DTSTART", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID"];
const WORDS = ["UID", "SUMMARY", "STATUS"];
const RULES = ["DURATION", "RRULE"];

/** In UTF-16 units: a description may be long; what is longer holds no day and no title of a school. */
const LONGEST_LINE = 50_000;

export function icsText(text: string): IcsText {
  const zones: string[] = [];
  const events: EventText[] = [];
  const odd: string[] = [];
  let isCancellation = false;
  let zone: string[] | undefined;
  let event: string[] | undefined;
  let inside = 0;
  const close = (): void => {
    if (event) events.push(eventText(event, odd));
    event = undefined;
    inside = 0;
  };
  for (const line of unfolded(text)) {
    if (line.length > LONGEST_LINE) {
      odd.push(line.slice(0, LONGEST_LINE));
      continue;
    }
    const [, edge = "", component = ""] = /^(BEGIN|END):(.*)$/u.exec(line.toUpperCase()) ?? [];
    if (edge === "BEGIN" && component === "VEVENT") {
      close();
      event = [];
    } else if (edge === "END" && component === "VEVENT") close();
    else if (edge === "BEGIN" && component === "VTIMEZONE") zone = [line];
    else if (zone) {
      zone.push(line);
      if (edge === "END" && component === "VTIMEZONE") {
        zones.push(zone.join("\r\n"));
        zone = undefined;
      }
    } else if (event && edge !== "") inside += edge === "BEGIN" ? 1 : -1;
    else if (event && inside === 0) event.push(line);
    else if (/^METHOD:\s*CANCEL$/iu.test(line)) isCancellation = true;
  }
  close();
  return { zones, events, odd, isCancellation };
}

/** Lines that were folded are whole again, whatever ends them. */
function unfolded(text: string): readonly string[] {
  const lines: string[] = [];
  for (const line of text.split(/\r*\n|\r/u)) {
    if (/^[ \t]/u.test(line) && lines.length > 0)
      lines.push(`${lines.pop() ?? ""}${line.slice(1)}`);
    else if (line.trim() !== "") lines.push(line.trimEnd());
  }
  return lines.map((line) => line.trimEnd());
}

/** Only what an entry of a calendar is made of; odd lines are put to `odd`. */
function eventText(written: readonly string[], odd: string[]): EventText {
  const properties = written.flatMap((line) => {
    const property = propertyOf(line);
    if (!property) odd.push(line);
    return property ?? [];
  });
  const isAllDay = saysAllDay(properties);
  const lines = properties.flatMap(({ name, parameters, value }): readonly string[] => {
    if (name === "SUMMARY") return [`SUMMARY:${unquoted(parameters, value)}`];
    if (WORDS.includes(name)) return [`${name}:${value}`];
    const mended = DATES.includes(name) ? dateLine(name, parameters, value, isAllDay) : undefined;
    if (mended) return [mended];
    if (RULES.includes(name) && value !== "") return [`${name}:${value}`];
    if (DATES.includes(name) || RULES.includes(name)) odd.push(`${name}${parameters}:${value}`);
    return [];
  });
  const title = properties.find(({ name }) => name === "SUMMARY")?.value ?? "";
  return { lines, title: title === "" ? written.join(" · ") : title };
}

/** The names of zones hold colons too: `DTSTART;TZID=(UTC-06:00) Central Time:20270910T080000`. */
function propertyOf(line: string): Property | undefined {
  const [, name = "", rest = ""] = /^([A-Za-z][A-Za-z0-9-]*)(?=[;:])(.*)$/u.exec(line) ?? [];
  if (name === "") return undefined;
  const upper = name.toUpperCase();
  const colon = DATES.includes(upper) ? beginOfDates(rest) : endOfParameters(rest);
  if (colon < 0) return undefined;
  return { name: upper, parameters: rest.slice(0, colon), value: rest.slice(colon + 1).trim() };
}

const beginOfDates = (rest: string): number => {
  const at = rest.search(/:[\d\s,./:TZPDHMSW+-]*$/iu);
  return at < 0 ? rest.lastIndexOf(":") : at;
};

const endOfParameters = (rest: string): number =>
  /^(?:;[^:"]*(?:"[^"]*"[^:"]*)*)?(?=:)/u.exec(rest)?.[0].length ?? -1;

const ALL_DAY = ["X-MICROSOFT-CDO-ALLDAYEVENT", "X-FUNAMBOL-ALLDAY"];

/** Some programs write whole days as midnights of Greenwich, which are no midnights elsewhere. */
function saysAllDay(properties: readonly Property[]): boolean {
  const value = (wanted: string): string =>
    properties.find(({ name }) => name === wanted)?.value ?? "";
  if (
    properties.some(
      ({ name, value: said }) => ALL_DAY.includes(name) && /^(?:true|1)$/iu.test(said),
    )
  )
    return true;
  const [start, end] = [value("DTSTART"), value("DTEND")];
  return [start, end].every((each) => each.endsWith("T000000Z")) && start !== end;
}

/** The line as the rules want it; undefined when no day is in it. */
function dateLine(
  name: string,
  parameters: string,
  value: string,
  isAllDay: boolean,
): string | undefined {
  const times = value.split(",").map((one) => mendedTime(one, isAllDay || saysDate(parameters)));
  const [first] = times;
  if (first === undefined || times.includes(undefined)) return undefined;
  const range = /;RANGE=THISANDFUTURE/iu.exec(parameters)?.[0] ?? "";
  const zone = /;TZID="?([^";]+)"?/iu.exec(parameters)?.[1];
  const kind = first.includes("T")
    ? zone && !first.endsWith("Z")
      ? `;TZID="${zone}"`
      : ""
    : ";VALUE=DATE";
  return `${name}${range}${kind}:${times.join(",")}`;
}

const saysDate = (parameters: string): boolean => /;VALUE=DATE(?:;|$)/iu.test(parameters);

const TIME = /^(?<day>\d{8})(?:T(?<clock>\d{4}(?:\d\d)?)(?<zulu>Z?))?$/iu;

/** `2027-09-10T08:00` is `20270910T080000`; of a period only the beginning counts. */
function mendedTime(written: string, isDay: boolean): string | undefined {
  const [time = ""] = written.trim().split("/");
  const { day, clock, zulu = "" } = TIME.exec(time.replaceAll(/[-:]|\.\d+/gu, ""))?.groups ?? {};
  if (!day || !parseLocalDate(day.replace(/(....)(..)(..)/u, "$1-$2-$3"))) return undefined;
  return isDay || !clock ? day : `${day}T${clock.padEnd(6, "0")}${zulu.toUpperCase()}`;
}

/** Old programs write letters with accents as their bytes: `Journ=C3=A9e`. */
function unquoted(parameters: string, value: string): string {
  if (!/QUOTED-PRINTABLE/iu.test(parameters)) return value;
  const bytes = value.replaceAll(/=([0-9A-F]{2})/giu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}
