/** How the page writes instants: in a person's zone, 24 hours, plain dates. The clock is in one zone. */
import { TZDate } from "@date-fns/tz";

/** Where the demo's Slack schools are; the clock on the page is theirs. */
export const ZONE = "America/Chicago";
export const ZONE_CITY = "Chicago";

const format = (options: Intl.DateTimeFormatOptions, locale = "en-GB", timeZone = ZONE) =>
  new Intl.DateTimeFormat(locale, { timeZone, hourCycle: "h23", ...options });

const CLOCK_DAY = format({ weekday: "short", day: "numeric", month: "long", year: "numeric" });
const DAY = inZones({ weekday: "long", day: "numeric", month: "long" });
const TIME = inZones({ hour: "2-digit", minute: "2-digit" });
const PARTS = inZones({ year: "numeric", month: "2-digit", day: "2-digit" });

/** Formats are dear to make; each is made once for a zone. */
function inZones(options: Intl.DateTimeFormatOptions) {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (zone: string) => {
    const known = made.get(zone) ?? format(options, "en-GB", zone);
    made.set(zone, known);
    return known;
  };
}

const part = (parts: readonly Intl.DateTimeFormatPart[], type: Intl.DateTimeFormatPartTypes) =>
  parts.find((candidate) => candidate.type === type)?.value ?? "";

/** `2027-03-02T15:00:00Z` as `Tue 2 March 2027, 09:00`. */
export function clockLine(iso: string): string {
  const at = new Date(iso);
  const parts = CLOCK_DAY.formatToParts(at);
  const day = ["weekday", "day", "month", "year"] as const;
  return `${day.map((type) => part(parts, type)).join(" ")}, ${TIME(ZONE).format(at)}`;
}

/** `09:00` */
export function timeOf(iso: string, zone = ZONE): string {
  return TIME(zone).format(new Date(iso));
}

/** `Tuesday 2 March` */
export function dayOf(iso: string, zone = ZONE): string {
  const parts = DAY(zone).formatToParts(new Date(iso));
  return (["weekday", "day", "month"] as const).map((type) => part(parts, type)).join(" ");
}

/** The local date as `2027-03-02`, for date inputs and for telling days apart. */
export function dateOf(iso: string, zone = ZONE): string {
  const parts = PARTS(zone).formatToParts(new Date(iso));
  return (["year", "month", "day"] as const).map((type) => part(parts, type)).join("-");
}

/** The instant of a local date (`2027-03-08`) and time (`08:10`); null when either is not one. */
export function instantOf(date: string, time: string): string | null {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)?.slice(1).map(Number);
  const clock = /^(\d{2}):(\d{2})/.exec(time)?.slice(1).map(Number);
  if (day === undefined || clock === undefined) return null;
  const [year = 0, month = 1, dayOfMonth = 1] = day;
  const [hour = 0, minute = 0] = clock;
  const at = new TZDate(year, month - 1, dayOfMonth, hour, minute, ZONE);
  return new Date(at.getTime()).toISOString();
}

/** The instant at `time` on the local day that is `days` after the one of `iso`. */
export function daysLater(iso: string, days: number, time: string, zone = ZONE): string {
  const [year = 0, month = 1, day = 1] = dateOf(iso, zone).split("-").map(Number);
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const at = new TZDate(year, month - 1, day + days, hour, minute, zone);
  return new Date(at.getTime()).toISOString();
}

/** A time of day, and where; `free` are the dates of days off there. */
export interface LocalTime {
  readonly time: string;
  readonly zone: string;
  readonly free?: readonly string[];
}

/** The next Monday at that time that is still to come; the day after where it is a day off. */
export function nextMonday(iso: string, at: LocalTime): string {
  const monday = nextOf(iso, at, (day) => day === "Monday");
  return at.free?.includes(dateOf(monday, at.zone)) === true ? nextWorkday(monday, at) : monday;
}

/** That time on the next day from Monday to Friday that is still to come. */
export function nextWorkday(iso: string, at: LocalTime): string {
  return nextOf(
    iso,
    at,
    (day, date) => day !== "Saturday" && day !== "Sunday" && at.free?.includes(date) !== true,
  );
}

function nextOf(
  iso: string,
  { time, zone }: LocalTime,
  fits: (day: string, date: string) => boolean,
): string {
  for (let days = 0; days <= 7; days += 1) {
    const at = daysLater(iso, days, time, zone);
    const [day = ""] = dayOf(at, zone).split(" ");
    if (at > new Date(iso).toISOString() && fits(day, dateOf(at, zone))) return at;
  }
  return daysLater(iso, 7, time, zone);
}

const SLACK_DATES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date_num: { year: "numeric", month: "2-digit", day: "2-digit" },
  date: { day: "numeric", month: "long", year: "numeric" },
  date_pretty: { day: "numeric", month: "long", year: "numeric" },
  date_short: { day: "numeric", month: "short", year: "numeric" },
  date_short_pretty: { day: "numeric", month: "short", year: "numeric" },
  date_long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  date_long_pretty: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  date_long_full: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  day_divider_pretty: { weekday: "long", day: "numeric", month: "long" },
  time: { hour: "2-digit", minute: "2-digit" },
  time_secs: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
};

/** Slack's `<!date^seconds^pattern|fallback>` as its reader sees it. */
export function slackDate(seconds: number, pattern: string, locale: string): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const options = SLACK_DATES[name];
    return options === undefined
      ? whole
      : format(options, locale === "en" ? "en-GB" : locale).format(new Date(seconds * 1000));
  });
}

/** What a person's own clock says where that differs: `Wed 02:00 in Melbourne`. */
export function elsewhere(iso: string, zone: string): string | null {
  if (timeOf(iso, zone) === timeOf(iso) && dateOf(iso, zone) === dateOf(iso)) return null;
  const city = zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
  return `${dayOf(iso, zone).slice(0, 3)} ${timeOf(iso, zone)} in ${city}`;
}
