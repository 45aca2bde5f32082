/** Generated schools in all zones, with the people of both sides, their calendars and their habits. */

import {
  hemisphereOf,
  presetYear,
  usualYear,
  type PresetWords,
} from "../../src/school-calendar/preset.ts";
import { publicHolidays } from "../../src/school-calendar/holidays.ts";
import type { Partnership } from "../../src/team/partnership.ts";
import type { Address, Locale, Person } from "../../src/team/person.ts";
import type { Days, District, School, SchoolCalendar } from "../../src/team/school.ts";
import { addDays, type LocalDate, type LocalTime } from "../../src/time/calendar.ts";
import type { Chance } from "./chance.ts";

export interface SimulatedSchool {
  readonly school: School;
  readonly calendar: SchoolCalendar;
  readonly partnership: Partnership;
  readonly isSouthern: boolean;
}

export interface SimulatedDistrict {
  readonly district: District;
  readonly tenant: Address;
  readonly schools: readonly SimulatedSchool[];
  readonly people: readonly Person[];
}

export interface World {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly districts: readonly SimulatedDistrict[];
}

const WORDS: PresetWords = {
  semester: (n) => `Semester ${String(n)}`,
  quarter: (n) => `Quarter ${String(n)}`,
  term: (n) => `Term ${String(n)}`,
  staffReturn: "Staff return",
  breaks: ["First break", "Second break", "Third break"],
  summer: "Summer",
};

/** Whose public holidays a zone has, by the beginning of its name; others have those of the US. */
const COUNTRIES: readonly (readonly [zone: string, country: string])[] = [
  ["America/Argentina", "AR"],
  ["America/Sao_Paulo", "BR"],
  ["America/Santiago", "CL"],
  ["America/Mexico_City", "MX"],
  ["America/Toronto", "CA"],
  ["America/Vancouver", "CA"],
  ["Africa/Johannesburg", "ZA"],
  ["Africa", "KE"],
  ["Antarctica", "NZ"],
  ["Asia", "JP"],
  ["Australia", "AU"],
  ["Europe/London", "GB"],
  ["Europe/Madrid", "ES"],
  ["Europe/Berlin", "DE"],
  ["Europe", "FR"],
  ["Indian", "ZA"],
  ["Pacific", "NZ"],
];

const countryOf = (zone: string): string =>
  COUNTRIES.find(([prefix]) => zone.startsWith(prefix))?.[1] ?? "US";

/** Schools that share a district, its workspace and its people. */
const IN_A_DISTRICT = 5;

/**
 * @param year "2026-27": from August to July, which holds one northern year and the ends of two
 * southern ones. @param weeks cuts it short.
 */
export async function makeWorld(
  {
    schools,
    year,
    weeks,
  }: { readonly schools: number; readonly year: string; readonly weeks: number },
  luck: Chance,
): Promise<World> {
  const first = Number(year.slice(0, 4));
  const from = `${String(first)}-08-01` as LocalDate;
  const zones = luck.shuffled(Intl.supportedValuesOf("timeZone"));
  const chosen = Array.from({ length: schools }, (_, n) => zones[n % zones.length] ?? "UTC");
  // Neighbours in the same district, as in life.
  chosen.sort((a, b) => offsetOf(a) - offsetOf(b) || (a < b ? -1 : 1));
  const districts: SimulatedDistrict[] = [];
  for (let start = 0; start < chosen.length; start += IN_A_DISTRICT)
    districts.push(
      await makeDistrict(districts.length, chosen.slice(start, start + IN_A_DISTRICT), first, luck),
    );
  return { from, to: addDays(from, weeks * 7), districts };
}

const offsetOf = (zone: string): number => {
  const name = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" })
    .formatToParts(new Date("2026-08-01T00:00:00Z"))
    .find(({ type }) => type === "timeZoneName")?.value;
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/u.exec(name ?? "") ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
};

async function makeDistrict(
  number: number,
  zones: readonly string[],
  year: number,
  luck: Chance,
): Promise<SimulatedDistrict> {
  const id = `d-${String(number + 1).padStart(3, "0")}`;
  const tenant = `${luck.often(0.5) ? "slack" : "teams"}:T${String(number + 1)}` as Address;
  const people: Person[] = [];
  const schools: SimulatedSchool[] = [];
  for (const [n, zone] of zones.entries()) {
    const name = `s-${id.slice(2)}-${String(n + 1)}`;
    const calendar = await makeCalendar(name, zone, year, luck);
    const librarian = makePerson(`${name}-lib`, "school_librarian", zone, tenant, luck);
    // One technician in three has two schools.
    const shared = luck.often(1 / 3)
      ? people.find(({ role }) => role === "it_technician")
      : undefined;
    const technician = shared ?? makePerson(`${name}-it`, "it_technician", zone, tenant, luck);
    people.push(librarian, ...(shared ? [] : [technician]));
    const channel = `${tenant}/C${name}` as Address;
    const isAlone = luck.often(0.1);
    schools.push({
      school: {
        id: name,
        name,
        timezone: zone,
        locale: librarian.locale,
        calendarId: calendar.id,
        learningGoals: [],
      },
      calendar,
      isSouthern: hemisphereOf(countryOf(zone)) === "south",
      partnership: {
        id: `p-${name.slice(2)}`,
        schoolId: name,
        libraryIds: [librarian.id],
        itIds: [technician.id],
        supervisorIds: [],
        channels: isAlone ? [] : [channel],
        closed: [],
        series: {
          everyWeeks: luck.pick([1, 2, 2, 2, 4] as const),
          weekday: luck.pick(["mon", "tue", "wed", "thu", "fri"] as const),
          start: luck.pick(["07:50", "12:15", "14:45", "15:30"] as LocalTime[]),
          minutes: 25,
        },
        cycle: `${String(year)}-${String(year + 1).slice(2)}`,
      },
    });
  }
  return {
    district: { id, name: id, timezone: zones[0] ?? "UTC", locales: ["en"] },
    tenant,
    schools,
    people,
  };
}

function makePerson(
  id: string,
  role: Person["role"],
  timezone: string,
  tenant: Address,
  luck: Chance,
): Person {
  const isPartTime = luck.often(0.1);
  const days = ["mon", "tue", "wed", "thu", "fri"] as const;
  const off = luck.pick(days);
  return {
    id,
    schoolId: null,
    name: id,
    role,
    locale: luck.pick(["en", "en", "es", "fr"] as Locale[]),
    timezone,
    addresses: [`${tenant}/U${id}` as Address],
    unreachable: [],
    chosen: [],
    workingDays: isPartTime ? days.filter((day) => day !== off) : days,
    contractMonths: role === "school_librarian" && luck.often(0.8) ? 10 : 12,
    pausedUntil: null,
    active: true,
    ...(luck.often(0.3)
      ? { nudgeAt: luck.pick(["07:50", "10:20", "13:05", "15:40"] as LocalTime[]) }
      : {}),
    ...(luck.often(0.2)
      ? {
          quiet: {
            from: "15:50" as LocalTime,
            to: luck.pick(["06:30", "07:45", "09:00"] as LocalTime[]),
          },
        }
      : {}),
    ...(luck.often(0.05) ? { worksInSummer: true } : {}),
  };
}

const HOLIDAYS = new Map<string, readonly Days[]>();

/** Three years running, since summers lie between them; with tests, a freeze before them and staff days. */
async function makeCalendar(
  name: string,
  zone: string,
  year: number,
  luck: Chance,
): Promise<SchoolCalendar> {
  const country = countryOf(zone);
  const hemisphere = hemisphereOf(country);
  const division =
    hemisphere === "south" ? "four terms" : luck.pick(["quarters", "three terms"] as const);
  const from = hemisphere === "south" ? year : year - 1;
  const weekStart = country === "US" || country === "MX" ? "sun" : "mon";
  const years = await Promise.all(
    [from, from + 1, from + 2].map(async (first) => {
      const begins = hemisphere === "south" ? `${String(first)}-02-01` : `${String(first)}-09-01`;
      const { start, end } = usualYear(hemisphere, begins as LocalDate);
      const known = `${country} ${start}`;
      const holidays = HOLIDAYS.get(known) ?? (await publicHolidays(country, start, end, "en"));
      HOLIDAYS.set(known, holidays);
      return presetYear({ hemisphere, division, start, end, holidays }, WORDS, name);
    }),
  );
  const tests = addDays(
    `${String(year + 1)}-${hemisphere === "south" ? "05-03" : "04-12"}` as LocalDate,
    7 * luck.between(0, 2),
  );
  return {
    id: `cal-${name}`,
    name,
    weekStart,
    sessions: years.flatMap(({ sessions }) => sessions),
    days: [
      ...years.flatMap(({ days }) => days),
      { kind: "testing_window", title: "Tests", start: tests, end: addDays(tests, 11) },
      {
        kind: "change_freeze",
        title: "Freeze",
        start: addDays(tests, -7),
        end: addDays(tests, 11),
      },
    ],
  };
}
