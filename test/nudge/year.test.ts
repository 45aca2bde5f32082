import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { newAttention, type Manner } from "../../src/nudge/attention.ts";
import type { HeldMessage } from "../../src/nudge/facts.ts";
import { plan } from "../../src/nudge/policy.ts";
import { USUAL_SETTINGS } from "../../src/nudge/settings.ts";
import { addDays, daysBetween, localDate, localTime, weekdayOf } from "../../src/time/calendar.ts";
import { at, factsAt, held, item, MONDAY_0810, something, week } from "./given.ts";

/** Plays a year: each day things arise, and the policy is asked whenever it wants to be. */
describe("whatever arises over a year, in any zone", () => {
  const MANNERS: readonly Exclude<Manner, "now">[] = ["answer", "expected", "question", "news"];
  const arising = fc.array(
    fc.record({
      minute: fc.integer({ min: 0, max: 300 * 24 * 60 }),
      manner: fc.constantFrom(...MANNERS),
    }),
    { maxLength: 60 },
  );
  const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));

  test("nobody gets more than the caps, nothing comes in quiet time, and nothing is lost", () => {
    fc.assert(
      fc.property(arising, zones, fc.boolean(), (all, timezone, hasWork) => {
        const start = new Date("2026-08-20T05:00:00Z");
        const arrivals = all
          .map(({ minute, manner }, n) => ({
            at: new Date(start.getTime() + minute * 60_000),
            message: held(`${manner}-${String(n)}`, manner),
          }))
          .sort((a, b) => a.at.getTime() - b.at.getTime());
        const end = new Date("2027-07-30T00:00:00Z");
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
            week: { ...week, contractMonths: 12 },
            items: hasWork ? [item("a", addDays(today, 1))] : [],
          });
          const facts = factsAt(now.toISOString(), {
            places: [place],
            held: waiting,
            attention: state,
          });
          const decided = plan({ ...facts, reach: { ...facts.reach, timezone } });
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
          expect(clock >= "07:45" && clock < "16:30").toBe(true);
          expect(date >= "2027-03-15" && date <= "2027-03-19").toBe(false);
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

  test("the same facts give the same plan", () => {
    const given = factsAt(MONDAY_0810, { ...something, held: [held("x", "news")] });

    expect(plan(given)).toEqual(plan(given));
  });
});
