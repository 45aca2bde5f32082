import { describe, expect, test } from "@jest/globals";
import type { Attention } from "../../src/nudge/attention.ts";
import { isTooMuch, measure, mutesFrom, slower } from "../../src/nudge/measures.ts";
import { plan } from "../../src/nudge/policy.ts";
import { USUAL_SETTINGS } from "../../src/nudge/settings.ts";
import {
  at,
  attention,
  day,
  factsAt,
  held,
  item,
  MONDAY,
  MONDAY_0810,
  next,
  something,
  told,
  toldOn,
  TUESDAY_NOON,
  week,
} from "./given.ts";

describe("N-7: back off from silence", () => {
  const silence = (silent: number, over: Partial<Attention> = {}) =>
    attention({ told: [{ on: MONDAY, kind: "weekly" }], lookedOn: MONDAY, silent, ...over });

  test.each([
    [2, "2027-03-22T13:10:00.000Z"],
    [3, "2027-03-22T13:10:00.000Z"],
    [9, "2027-03-22T13:10:00.000Z"],
  ])("after %i without a press the next is on %s, a break in between", (silent, expected) => {
    expect(next(factsAt(TUESDAY_NOON, { attention: silence(silent) }))).toBe(expected);
  });

  test("three without a press make it fortnightly, and the fourth asks once how often", () => {
    const after22 = (silent: number, over: Partial<Attention> = {}) =>
      attention({
        told: [{ on: day("2027-03-22"), kind: "weekly" }],
        lookedOn: day("2027-03-22"),
        silent,
        ...over,
      });
    const ask = (now: string, given: Attention) =>
      plan(
        factsAt(now, {
          places: [at({ today: day(now.slice(0, 10)), items: [item("a", now.slice(0, 10))] })],
          attention: given,
        }),
      ).tell;

    expect(next(factsAt("2027-03-23T15:00:00Z", { attention: after22(2) }))).toBe(
      "2027-03-29T13:10:00.000Z",
    );
    expect(next(factsAt("2027-03-23T15:00:00Z", { attention: after22(3) }))).toBe(
      "2027-04-06T13:10:00.000Z",
    );
    expect(ask("2027-04-06T13:10:00Z", after22(3))?.asksCadence).toBe(true);
    expect(
      ask("2027-04-06T13:10:00Z", after22(3, { cadenceAskedOn: day("2027-03-01") }))?.asksCadence,
    ).toBe(false);
  });

  test.each([
    ["monthly", "2027-04-06T13:10:00.000Z"],
    ["fortnightly", "2027-03-22T13:10:00.000Z"],
    ["off", undefined],
  ] as const)("%s is as chosen, however silent", (cadence, expected) => {
    expect(next(factsAt(TUESDAY_NOON, { cadence, attention: silence(3) }))).toBe(expected);
  });

  test("off still lets a partner's question through", () => {
    const given = factsAt(TUESDAY_NOON, { cadence: "off", held: [held("x", "question")] });

    expect(told(given)).toEqual(["x"]);
  });
});

describe("N-8 and N-12: prompts ride on a digest", () => {
  const period = {
    ...week,
    calendar: {
      id: "cal",
      name: "Quarters",
      days: [],
      sessions: [
        {
          type: "gradingPeriod" as const,
          title: "Quarter 4",
          start: day("2027-03-04"),
          end: day("2027-05-28"),
          parent: null,
        },
      ],
    },
  };

  test("a fresh start is the first working Monday of a period", () => {
    const on = (now: string) =>
      plan(
        factsAt(now, {
          places: [
            at({
              week: period,
              today: day(now.slice(0, 10)),
              items: [item("a", now.slice(0, 10))],
            }),
          ],
        }),
      ).tell?.freshStart;

    expect(on(MONDAY_0810)).toBe("Quarter 4");
    expect(on("2027-03-15T13:10:00Z")).toBeNull();
  });

  test.each([
    [null, "a-99"],
    ["2027-02-22", "a-99"],
    ["2027-02-23", null],
  ])("thanks are asked for once a fortnight (last %s: %s)", (last, expected) => {
    const given = factsAt(MONDAY_0810, {
      ...something,
      quietSuccess: "a-99",
      attention: attention({ thanksAskedOn: last === null ? null : day(last) }),
    });

    expect(plan(given).tell?.thanksFor).toBe(expected);
  });
});

test("a cover that ended is handed back on the first day of work, though the week was told", () => {
  const given = factsAt("2027-03-11T14:10:00Z", {
    handBack: { end: day("2027-03-10") },
    attention: toldOn("2027-03-05"),
  });

  expect(
    plan({ ...given, attention: { ...given.attention, lookedOn: MONDAY } }).tell,
  ).toMatchObject({
    kind: "weekly",
    isHandBack: true,
  });
});

describe("N-13: measures", () => {
  test.each([
    [1, 9, false],
    [9, 9, false],
    [1, 10, false],
    [2, 10, true],
    [10, 100, false],
    [11, 100, true],
  ])("%i of %i people who muted are too many: %s", (count, of, expected) => {
    expect(isTooMuch({ count, of }, USUAL_SETTINGS)).toBe(expected);
  });

  test("a step slower is never off, and answers the mutes before it", () => {
    expect((["weekly", "fortnightly", "monthly", "off"] as const).map(slower)).toEqual([
      "fortnightly",
      "monthly",
      "monthly",
      "off",
    ]);
    expect(mutesFrom(day("2027-03-31"), { muteDays: 30 })).toBe("2027-03-01");
    expect(mutesFrom(day("2027-03-31"), { muteDays: 30, cadenceCutOn: day("2027-03-20") })).toBe(
      "2027-03-21",
    );
    expect(mutesFrom(day("2027-03-31"), { muteDays: 30, cadenceCutOn: day("2027-01-20") })).toBe(
      "2027-03-01",
    );
  });

  test("pressed within 3 working days over a weekend, done by due, re-planned since", () => {
    const digest = (date: string, pressedAt: string | null, id: string, due: string) => ({
      id: `digest/lib/${date}`,
      personId: "lib",
      date: day(date),
      entries: [{ kind: "item" as const, id, partnershipId: "p", due: day(due), overdueNudges: 0 }],
      more: 0,
      pressedAt: pressedAt === null ? null : new Date(pressedAt),
    });
    const done = (id: string, due: string, doneOn: string) => ({
      ...item(id, due),
      status: "done" as const,
      doneOn: day(doneOn),
    });
    const [late, inTime, moved] = [
      done("a", "2027-03-04", "2027-03-05"),
      done("b", "2027-03-05", "2027-03-05"),
      item("c", "2027-03-09"),
    ];
    const found = measure({
      now: new Date("2027-03-11T18:00:00Z"),
      since: day("2027-02-10"),
      digests: [
        // Thursday: the third working day after it is Tuesday.
        digest("2027-03-04", "2027-03-09T20:00:00Z", "a", "2027-03-04"),
        digest("2027-03-03", "2027-03-09T20:00:00Z", "b", "2027-03-05"),
        digest("2027-03-02", null, "c", "2027-03-04"),
        digest("2027-03-10", null, "c", "2027-03-09"),
      ],
      told: new Map([late, inTime, moved].map((each) => [each.id, each])),
      due: [late, inTime, moved],
      muted: { count: 1, of: 12 },
      weekOf: () => ({ week, timezone: "America/Chicago" }),
    });

    expect(found).toEqual({
      pressed: { count: 2, of: 4 },
      pressedSoon: { count: 1, of: 3 },
      doneByDue: { count: 1, of: 3 },
      replanned: { count: 1, of: 3 },
      muted: { count: 1, of: 12 },
    });
  });
});
