import { tzScan } from "@date-fns/tz";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { addDays, instantAt, localDate, localTime } from "../../src/time/calendar.ts";
import { nextOccurrence } from "../../src/check-in/recurrence.ts";
import type { CheckInSeries } from "../../src/team/partnership.ts";
import { WEEKDAYS } from "../../src/team/person.ts";
import { day, time } from "./calendars.ts";

const ZONES = Intl.supportedValuesOf("timeZone");
const anyZone = fc.constantFrom(...ZONES);
const anyTime = fc
  .integer({ min: 0, max: 1439 })
  .map((n) =>
    time(`${String(Math.floor(n / 60)).padStart(2, "0")}:${String(n % 60).padStart(2, "0")}`),
  );
const anyDay = fc
  .date({ min: new Date("2024-01-01"), max: new Date("2032-06-30"), noInvalidDate: true })
  .map((instant) => day(instant.toISOString().slice(0, 10)));

/** The local minute that is shown at an instant. */
const shown = (instant: Date, zone: string): string =>
  `${localDate(instant, zone)}T${localTime(instant, zone)}`;

describe("CAL-16: a series keeps its local time in every zone from 2024 to 2032", () => {
  test("each occurrence is one later instant, at its own time or right after a gap", () => {
    const anySeries: fc.Arbitrary<CheckInSeries> = fc.record({
      everyWeeks: fc.constantFrom(1, 2, 4),
      weekday: fc.constantFrom(...WEEKDAYS),
      start: anyTime,
      minutes: fc.constant(25),
    });
    fc.assert(
      fc.property(anySeries, anyDay, anyZone, (series, from, zone) => {
        let [date, before] = [from, new Date(0)];
        for (let n = 0; n < 14; n++) {
          date = nextOccurrence(series, date, from);
          const at = instantAt(date, series.start, zone);

          expect(at > before).toBe(true);
          expectMeant(at, date, series.start, zone);
          before = at;
        }
      }),
      { numRuns: 300 },
    );
  });

  test("around every change of the clocks a slot is never skipped and never doubled", () => {
    fc.assert(
      fc.property(anyZone, fc.integer({ min: 2024, max: 2032 }), (zone, year) => {
        const start = new Date(Date.UTC(year, 0, 1));
        const end = new Date(Date.UTC(year + 1, 0, 1));
        for (const { date: change } of tzScan(zone, { start, end })) {
          const on = localDate(change, zone);
          for (const date of [addDays(on, -1), on]) {
            const slots = ["00:00", "00:30", "01:30", "02:00", "02:30", "08:10", "23:30"].map(time);
            const instants = slots.map((slot) => instantAt(date, slot, zone));

            expect(instants).toEqual([...instants].sort((a, b) => a.getTime() - b.getTime()));
            for (const [n, slot] of slots.entries())
              expectMeant(instants[n] ?? new Date(0), date, slot, zone);
          }
        }
      }),
      { numRuns: 250 },
    );
  });
});

/** It is shown as meant, and no earlier minute is; or it is the first minute after the one skipped. */
function expectMeant(at: Date, date: string, slot: string, zone: string): void {
  const meant = `${date}T${slot}`;
  const hourBefore = new Date(at.getTime() - 3_600_000);
  const minuteBefore = new Date(at.getTime() - 60_000);
  if (shown(at, zone) === meant) {
    if (shown(hourBefore, zone) === meant) throw new Error(`${meant} in ${zone} was doubled`);
    return;
  }
  if (!(shown(minuteBefore, zone) < meant && shown(at, zone) > meant))
    throw new Error(`${meant} in ${zone} became ${shown(at, zone)}`);
}
