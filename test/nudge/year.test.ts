import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { newAttention, type Manner } from "../../src/nudge/attention.ts";
import type { HeldMessage } from "../../src/nudge/facts.ts";
import { plan } from "../../src/nudge/policy.ts";
import { USUAL_SETTINGS } from "../../src/nudge/settings.ts";
import { reachOf } from "../../src/nudge/reach.ts";
import { isQuietAt, type QuietHours } from "../../src/team/availability.ts";
import {
  addDays,
  daysBetween,
  localDate,
  localTime,
  weekdayOf,
  type LocalTime,
  type WorkWeek,
} from "../../src/time/calendar.ts";
import { at, day, factsAt, held, item, week } from "./given.ts";

const time = (text: string) => text as LocalTime;
const on = (year: number, monthAndDay: string) => day(`${String(year)}-${monthAndDay}`);
const PERSON = { workingDays: week.workingDays, contractMonths: 12, pausedUntil: null };

/** Plays a year: each day things arise, and the policy is asked whenever it wants to be. */
describe("whatever arises over a year, in any zone from 2024 to 2032", () => {
  const MANNERS: readonly Exclude<Manner, "now">[] = ["answer", "expected", "question", "news"];
  const arising = fc.array(
    fc.record({
      minute: fc.integer({ min: 0, max: 300 * 24 * 60 }),
      manner: fc.constantFrom(...MANNERS),
    }),
    { maxLength: 60 },
  );
  const person = fc.record({
    timezone: fc.constantFrom(...Intl.supportedValuesOf("timeZone")),
    year: fc.integer({ min: 2024, max: 2031 }),
    quiet: fc.constantFrom<QuietHours>(
      { from: time("16:30"), to: time("07:45") },
      { from: time("22:00"), to: time("06:00") },
      { from: time("12:00"), to: time("13:00") },
    ),
    hasWork: fc.boolean(),
  });
  /** A break in March, and a summer. */
  const weekIn = (year: number): WorkWeek => ({
    ...week,
    contractMonths: 12,
    calendar: {
      id: "cal",
      name: "Any",
      sessions: [],
      days: [
        { kind: "break", title: "Break", start: on(year + 1, "03-12"), end: on(year + 1, "03-21") },
      ],
    },
  });

  test("nobody gets more than the caps, nothing comes in quiet time, nothing is lost, and the same gives the same", () => {
    fc.assert(
      fc.property(arising, person, (all, { timezone, year, quiet, hasWork }) => {
        const start = new Date(`${String(year)}-08-20T05:00:00Z`);
        const theirs = weekIn(year);
        const arrivals = all
          .map(({ minute, manner }, n) => ({
            at: new Date(start.getTime() + minute * 60_000),
            message: held(`${manner}-${String(n)}`, manner),
          }))
          .sort((a, b) => a.at.getTime() - b.at.getTime());
        const end = new Date(`${String(year + 1)}-07-30T00:00:00Z`);
        let [state, waiting, alarm] = [
          newAttention("lib"),
          [] as HeldMessage[],
          start as Date | null,
        ];
        const sent: { readonly at: Date; readonly counted: boolean; readonly unasked: boolean }[] =
          [];
        const seen = new Set<string>();
        for (let steps = 0; steps < 2000; steps++) {
          const arrival = arrivals[0];
          const isArrival = arrival !== undefined && (alarm === null || arrival.at <= alarm);
          const now = isArrival ? arrival.at : alarm;
          if (now === null || now > end) break;
          if (isArrival) waiting = [...waiting, ...(arrivals.shift() ? [arrival.message] : [])];
          const today = localDate(now, timezone);
          const place = at({
            today,
            week: theirs,
            items: hasWork ? [item("a", addDays(today, 1))] : [],
          });
          const facts = factsAt(now.toISOString(), {
            places: [place],
            held: waiting,
            attention: state,
          });
          const asked = {
            ...facts,
            reach: reachOf({ ...PERSON, timezone, quiet }, [theirs], facts.settings),
          };
          const decided = plan(asked);
          if (isArrival) expect(plan(structuredClone(asked))).toEqual(decided);
          const listed = [...(decided.tell?.entries ?? []), ...(decided.tell?.rest ?? [])].map(
            ({ id }) => id,
          );
          for (const id of [...decided.answers, ...listed.filter((one) => one !== "a")]) {
            expect(seen.has(id)).toBe(false);
            seen.add(id);
          }
          if (decided.tell)
            sent.push({ at: now, counted: decided.tell.kind !== "expected", unasked: true });
          if (decided.answers.length > 0) sent.push({ at: now, counted: false, unasked: false });
          waiting = waiting.filter(
            ({ id }) => !listed.includes(id) && !decided.answers.includes(id),
          );
          expect(decided.next === null || decided.next > now).toBe(true);
          state = {
            ...state,
            told: decided.tell
              ? [...state.told, { on: today, kind: decided.tell.kind }]
              : state.told,
            lookedOn: decided.isLookedAt ? today : state.lookedOn,
          };
          alarm = decided.next;
        }
        for (const { at: moment } of sent) {
          const [date, clock] = [localDate(moment, timezone), localTime(moment, timezone)];
          expect(["sat", "sun"]).not.toContain(weekdayOf(date));
          expect(isQuietAt(clock, quiet)).toBe(false);
          expect(date >= on(year + 1, "03-12") && date <= on(year + 1, "03-21")).toBe(false);
        }
        const days = sent
          .filter(({ unasked }) => unasked)
          .map(({ at: moment }) => localDate(moment, timezone));
        expect(new Set(days).size).toBe(days.length);
        const countedDays = sent
          .filter(({ counted }) => counted)
          .map(({ at: moment }) => localDate(moment, timezone));
        for (const date of countedDays)
          expect(
            countedDays.filter(
              (other) => daysBetween(date, other) >= 0 && daysBetween(date, other) < 7,
            ).length,
          ).toBeLessThanOrEqual(USUAL_SETTINGS.perWeek);
        expect(waiting).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
