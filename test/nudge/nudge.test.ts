import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { ActionItem, ItemStatus } from "../../src/plan/action-item.ts";
import { addDays, type LocalDate, type LocalTime, type WorkWeek } from "../../src/time/calendar.ts";
import type { CheckIn } from "../../src/check-in/check-in.ts";
import {
  countNudge,
  digestEntries,
  planDigest,
  type DigestFacts,
  type PartnershipFacts,
} from "../../src/nudge/nudge.ts";
import type { SchoolCalendar } from "../../src/team/school.ts";

const day = (text: string) => text as LocalDate;
const MONDAY = day("2027-03-08");

/** Spring break 15 to 19 March, a holiday on Monday 5 April, summer from June. */
const calendar: SchoolCalendar = {
  id: "cal",
  name: "Demo",
  sessions: [],
  days: [
    { kind: "break", title: "Spring break", start: day("2027-03-15"), end: day("2027-03-19") },
    { kind: "holiday", title: "Holiday", start: day("2027-04-05"), end: day("2027-04-05") },
    { kind: "summer", title: "Summer", start: day("2027-06-01"), end: day("2027-08-06") },
  ],
};
const week: WorkWeek = {
  calendar,
  workingDays: ["mon", "tue", "wed", "thu", "fri"],
  contractMonths: 10,
};

const item = (id: string, due: string | null, over: Partial<ActionItem> = {}): ActionItem => ({
  id,
  partnershipId: "p-ab",
  goalId: "g-01",
  direction: "own_work",
  ownerId: "lib",
  title: id,
  plan: "",
  due: due === null ? null : day(due),
  status: "open",
  blockedReason: null,
  quietUntil: null,
  doneOn: null,
  overdueNudges: 0,
  origin: id,
  deleted: false,
  createdAt: new Date(0),
  ...over,
});

const checkIn = (id: string, date: string, start = "14:45"): CheckIn => ({
  id,
  partnershipId: "p-ab",
  kind: "check_in",
  plannedFor: day(date),
  date: day(date),
  start: start as LocalTime,
  minutes: 25,
  status: "planned",
  reason: null,
  decision: null,
  needs: {},
  note: "",
});

const at = (over: Partial<PartnershipFacts> = {}): PartnershipFacts => ({
  id: "p-ab",
  today: MONDAY,
  week,
  checkIns: [],
  items: [],
  carriedItemIds: new Set(),
  ...over,
});

const facts = (...partnerships: readonly PartnershipFacts[]): DigestFacts => ({
  personId: "lib",
  paused: false,
  partnerships,
});

const idsOf = (given: DigestFacts) => digestEntries(given).map(({ id }) => id);

describe("what the digest holds", () => {
  test("is the sample of the rules for the librarian: meeting, overdue, due (rules, 5.3)", () => {
    const plan = planDigest(
      facts(
        at({
          checkIns: [checkIn("m-06", "2027-03-10")],
          items: [
            item("a-08", "2027-02-26", { overdueNudges: 1 }),
            item("a-10", "2027-03-05"),
            item("a-14", "2027-03-12"),
            item("a-27", "2027-05-14"),
          ],
          carriedItemIds: new Set(["a-07", "a-08"]),
        }),
      ),
    );

    expect(plan?.entries.map(({ id }) => id)).toEqual(["m-06", "a-10", "a-14"]);
    expect(plan?.more).toBe(0);
    expect(plan?.talkAbout).toEqual([]);
  });

  test("is meeting and a-24 for the technician, whose others are carried or blocked (rules, 5.3)", () => {
    const plan = planDigest(
      facts(
        at({
          checkIns: [checkIn("m-06", "2027-03-10")],
          items: [
            item("a-07", "2027-02-05", { overdueNudges: 2 }),
            item("a-18", "2027-02-19", { status: "blocked", quietUntil: day("2027-03-10") }),
            item("a-24", "2027-03-10"),
            item("a-28", "2027-05-10"),
          ],
          carriedItemIds: new Set(["a-07", "a-08"]),
        }),
      ),
    );

    expect(plan?.entries.map(({ id }) => id)).toEqual(["m-06", "a-24"]);
    expect(plan?.talkAbout).toEqual([]);
  });

  test("is nothing while the person has paused", () => {
    const plan = planDigest({ ...facts(at({ items: [item("a", "2027-03-05")] })), paused: true });

    expect(plan).toBeUndefined();
  });

  test.each<[string, boolean]>([
    ["2027-03-07", false],
    ["2027-03-08", true],
    ["2027-03-10", true],
    ["2027-03-11", false],
  ])("a check-in on %s counts as near: %s", (date, near) => {
    expect(idsOf(facts(at({ checkIns: [checkIn("m", date)] })))).toEqual(near ? ["m"] : []);
  });

  test.each<[string, boolean]>([
    ["2027-03-08", true],
    ["2027-03-12", true],
    ["2027-03-22", true],
    ["2027-03-23", false],
  ])("something due on %s counts as near, with the break left out: %s", (due, near) => {
    expect(idsOf(facts(at({ items: [item("a", due)] })))).toEqual(near ? ["a"] : []);
  });

  test("names overdue things newest first, then due ones earliest first, over all partnerships", () => {
    const there = at({ id: "p-tv", items: [item("b1", "2027-03-03"), item("b2", "2027-03-09")] });
    const here = at({ items: [item("a1", "2027-03-01"), item("a2", "2027-03-10")] });

    const plan = planDigest(facts(here, there));

    expect(plan?.entries.map(({ id }) => id)).toEqual(["b1", "a1", "b2"]);
    expect(plan?.more).toBe(1);
  });

  test.each<[string, Partial<ActionItem>, boolean]>([
    ["blocked to a later date", { status: "blocked", quietUntil: day("2027-03-09") }, false],
    ["blocked to today", { status: "blocked", quietUntil: MONDAY }, true],
    ["blocked without a date", { status: "blocked" }, true],
    ["snoozed past today", { status: "snoozed", quietUntil: day("2027-03-22") }, false],
    ["snoozed until today", { status: "snoozed", quietUntil: MONDAY }, true],
    ["done", { status: "done" }, false],
    ["dropped", { status: "dropped" }, false],
    ["removed", { deleted: true }, false],
  ])("an overdue thing that is %s shows as it should", (_, over, shows) => {
    expect(idsOf(facts(at({ items: [item("a", "2027-03-05", over)] })))).toEqual(
      shows ? ["a"] : [],
    );
  });

  test("something without a due date is not asked for", () => {
    expect(idsOf(facts(at({ items: [item("a", null)] })))).toEqual([]);
  });
});

describe("the life of something overdue (N-3)", () => {
  test.each<[number, string[], string[]]>([
    [0, ["a"], []],
    [1, ["a"], []],
    [2, [], ["a"]],
    [3, [], ["a"]],
  ])("after %i digests it shows %j and becomes a topic %j", (overdueNudges, shown, topics) => {
    const plan = planDigest(facts(at({ items: [item("a", "2027-03-01", { overdueNudges })] })));

    expect(plan?.entries.map(({ id }) => id)).toEqual(shown);
    expect(plan?.talkAbout.map(({ id }) => id)).toEqual(topics);
  });

  test("what a queued topic carries is neither shown nor queued again", () => {
    const items = [item("a", "2027-03-01", { overdueNudges: 2 })];

    const plan = planDigest(facts(at({ items, carriedItemIds: new Set(["a"]) })));

    expect(plan).toEqual({ entries: [], more: 0, talkAbout: [] });
  });

  test("it is counted once however often its digest is repeated", () => {
    const before = item("a", "2027-03-05", { overdueNudges: 1 });
    const [entry] = digestEntries(facts(at({ items: [before] })));
    if (!entry) throw new Error("It is in no digest");

    const counted = countNudge(before, entry);

    expect(counted.overdueNudges).toBe(2);
    expect(countNudge(counted, entry)).toBe(counted);
    expect(countNudge({ ...before, due: day("2027-03-19") }, entry).overdueNudges).toBe(1);
  });
});

const statuses: readonly ItemStatus[] = ["open", "blocked", "snoozed", "done", "dropped"];
const dates = fc.integer({ min: -40, max: 40 }).map((n) => addDays(MONDAY, n));
const items = fc
  .uniqueArray(
    fc.record({
      n: fc.integer({ min: 1, max: 99 }),
      due: fc.option(dates),
      status: fc.constantFrom(...statuses),
      quietUntil: fc.option(dates),
      deleted: fc.boolean(),
      overdueNudges: fc.integer({ min: 0, max: 3 }),
    }),
    { selector: ({ n }) => n, maxLength: 12 },
  )
  .map((list) => list.map(({ n, due, ...over }) => item(`a-${String(n)}`, due, over)));
const anyFacts = fc
  .array(
    fc.record({
      items,
      checkIns: fc.array(dates, { maxLength: 4 }),
      carried: fc.subarray(["a-1", "a-2", "a-3"]),
    }),
    { maxLength: 3 },
  )
  .map((list) =>
    facts(
      ...list.map(({ items, checkIns, carried }, index) =>
        at({
          id: `p-${String(index)}`,
          items,
          checkIns: checkIns.map((date, n) => checkIn(`m-${String(index)}-${String(n)}`, date)),
          carriedItemIds: new Set(carried),
        }),
      ),
    ),
  );

describe("whatever the facts are", () => {
  test("there are at most three lines, and more counts the rest", () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const plan = planDigest(given);

        expect(plan?.entries.length).toBeLessThanOrEqual(3);
        expect((plan?.entries.length ?? 0) + (plan?.more ?? 0)).toBe(digestEntries(given).length);
      }),
    );
  });

  test("a paused person has none", () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        expect(planDigest({ ...given, paused: true })).toBeUndefined();
      }),
    );
  });

  test("nothing closed, quiet or undated is in it, and nothing is both shown and queued", () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const plan = planDigest(given);
        const all = given.partnerships.flatMap((each) => each.items);
        const asked = digestEntries(given).filter(({ kind }) => kind === "item");

        for (const { id, due } of asked) {
          const same = all.filter((each) => each.id === id && each.due === due);
          expect(
            same.some(
              ({ status, deleted, quietUntil }) =>
                !deleted &&
                !["done", "dropped"].includes(status) &&
                (quietUntil === null || quietUntil <= MONDAY),
            ),
          ).toBe(true);
        }
        for (const each of plan?.talkAbout ?? []) expect(each.overdueNudges).toBeGreaterThan(1);
      }),
    );
  });

  test("the order of what was read makes no difference", () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const turned = {
          ...given,
          partnerships: given.partnerships.map((each) => ({
            ...each,
            items: each.items.toReversed(),
            checkIns: each.checkIns.toReversed(),
          })),
        };

        const entries = (from: DigestFacts) => planDigest(from)?.entries;
        expect(entries(turned)).toEqual(entries(given));
        expect(entries(given)).toEqual(entries(given));
      }),
    );
  });
});
