/** The reader of calendars from outside, and what a partner of Central hands it. */

import { createCalendarReader } from "../../src/assembly/calendar-reader.ts";
import type { NamedImport } from "../../src/school-calendar/import.ts";
import { day } from "../school-calendar/days.ts";

export const OPTIONS: NamedImport = {
  name: "Central",
  today: day("2027-03-02"),
  timezone: "America/Chicago",
  locale: "en",
};
export const WHOSE = { tenant: "d-tamarack", from: "u-tv-lib" };
export const { read } = createCalendarReader();
export const lines = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join("\n");
