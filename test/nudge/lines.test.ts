import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { ActionItem, ItemStatus } from "../../src/plan/action-item.ts";
import { addDays } from "../../src/time/calendar.ts";
import { linesOf, type Lines, type PartnershipFacts } from "../../src/nudge/lines.ts";
import { countNudge } from "../../src/nudge/nudge.ts";
import { USUAL_SETTINGS } from "../../src/nudge/settings.ts";
import { at, checkIn, day, item, MONDAY, week } from "./given.ts";

const lined = (...places: readonly PartnershipFacts[]): Lines => linesOf(places, USUAL_SETTINGS);
const entriesOf = ({ meetings, items }: Lines) => [...meetings, ...items];
const idsOf = (...places: readonly PartnershipFacts[]) =>
  entriesOf(lined(...places)).map(({ id }) => id);

describe("N-1: what a digest holds", () => {
  test("is the sample of the rules for the librarian: meeting, overdue, due (rules, 5.3)", () => {
    const given = at({
      checkIns: [checkIn("m-06", "2027-03-10")],
      items: [
        item("a-08", "2027-02-26", { overdueNudges: 1 }),
        item("a-10", "2027-03-05"),
        item("a-14", "2027-03-12"),
        item("a-27", "2027-05-14"),
      ],
      carriedItemIds: new Set(["a-07", "a-08"]),
    });

    expect(idsOf(given)).toEqual(["m-06", "a-10", "a-14"]);
    expect(lined(given).talkAbout).toEqual([]);
  });

  test("is meeting and a-24 for the technician, whose others are carried or blocked (rules, 5.3)", () => {
    const given = at({
      side: "it",
      checkIns: [checkIn("m-06", "2027-03-10")],
      items: [
        item("a-07", "2027-02-05", { overdueNudges: 2 }),
        item("a-18", "2027-02-19", { status: "blocked", quietUntil: day("2027-03-10") }),
        item("a-24", "2027-03-10"),
        item("a-28", "2027-05-10"),
      ],
      carriedItemIds: new Set(["a-07", "a-08"]),
    });

    expect(idsOf(given)).toEqual(["m-06", "a-24"]);
    expect(lined(given).withheld.map(({ item: { id }, because: { why } }) => [id, why])).toEqual([
      ["a-07", "topic"],
      ["a-18", "blocked"],
    ]);
  });

  test.each<[string, boolean]>([
    ["2027-03-07", false],
    ["2027-03-08", true],
    ["2027-03-10", true],
    ["2027-03-11", false],
  ])("a check-in on %s counts as near: %s", (date, near) => {
    expect(idsOf(at({ checkIns: [checkIn("m", date)] }))).toEqual(near ? ["m"] : []);
  });

  test.each<[string, boolean]>([
    ["2027-03-08", true],
    ["2027-03-12", true],
    ["2027-03-22", true],
    ["2027-03-23", false],
  ])("something due on %s counts as near, with the break left out: %s", (due, near) => {
    expect(idsOf(at({ items: [item("a", due)] }))).toEqual(near ? ["a"] : []);
  });

  test("names overdue things newest first, then due ones earliest first, over all partnerships", () => {
    const there = at({ id: "p-tv", items: [item("b1", "2027-03-03"), item("b2", "2027-03-09")] });
    const here = at({ items: [item("a1", "2027-03-01"), item("a2", "2027-03-10")] });

    expect(idsOf(here, there)).toEqual(["b1", "a1", "b2", "a2"]);
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
    expect(idsOf(at({ items: [item("a", "2027-03-05", over)] }))).toEqual(shows ? ["a"] : []);
  });

  test("something without a due date is not asked for", () => {
    expect(idsOf(at({ items: [item("a", null)] }))).toEqual([]);
  });

  test.each<[ActionItem["afterGoal"], string[], boolean | undefined]>([
    [undefined, ["a"], true],
    ["asked", [], undefined],
    ["kept", ["a"], undefined],
  ])(
    "a step whose goal is finished (%s) shows %j and is asked about: %s",
    (afterGoal, ids, asks) => {
      const step = item("a", "2027-03-09", afterGoal ? { afterGoal } : {});
      const [entry] = entriesOf(lined(at({ items: [step], finishedGoalIds: new Set(["g-01"]) })));

      expect(entry ? [entry.id] : []).toEqual(ids);
      expect(entry?.afterGoal).toBe(asks);
    },
  );
});

describe("CAL-9 and CAL-10: seasons in which only what is critical is said", () => {
  const busy = {
    ...week,
    calendar: {
      id: "cal",
      name: "Busy",
      sessions: [],
      days: [{ kind: "busy_season" as const, title: "Start-up", start: MONDAY, end: MONDAY }],
    },
  };
  const tests = {
    ...week,
    calendar: {
      id: "cal",
      name: "Tests",
      sessions: [],
      days: [{ kind: "testing_window" as const, title: "Tests", start: MONDAY, end: MONDAY }],
    },
  };
  const given = {
    checkIns: [checkIn("m", "2027-03-09")],
    items: [item("plain", "2027-03-09"), item("urgent", "2027-03-09", { timeCritical: true })],
  };

  test.each([
    ["the library in a busy season", "library", busy, ["m", "urgent"]],
    ["IT in a busy season", "it", busy, ["m", "urgent"]],
    ["the library during tests", "library", tests, ["m", "plain", "urgent"]],
    ["IT during tests", "it", tests, ["urgent"]],
  ] as const)("%s hears of what is critical", (_, side, theirs, ids) => {
    expect(idsOf(at({ ...given, side, week: theirs }))).toEqual(ids);
  });
});

describe("N-3: the life of something overdue", () => {
  test.each<[number, string[], string[]]>([
    [0, ["a"], []],
    [1, ["a"], []],
    [2, [], ["a"]],
    [3, [], ["a"]],
  ])("after %i digests it shows %j and becomes a topic %j", (overdueNudges, shown, topics) => {
    const lines = lined(at({ items: [item("a", "2027-03-01", { overdueNudges })] }));

    expect(entriesOf(lines).map(({ id }) => id)).toEqual(shown);
    expect(lines.talkAbout.map(({ id }) => id)).toEqual(topics);
  });

  test("what a queued topic carries is neither shown nor queued again", () => {
    const items = [item("a", "2027-03-01", { overdueNudges: 2 })];

    const lines = lined(at({ items, carriedItemIds: new Set(["a"]) }));

    expect([...entriesOf(lines), ...lines.talkAbout]).toEqual([]);
  });

  test("it is counted once however often its digest is repeated", () => {
    const before = item("a", "2027-03-05", { overdueNudges: 1 });
    const [entry] = entriesOf(lined(at({ items: [before] })));
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
const anyPlaces = fc
  .array(
    fc.record({
      items,
      checkIns: fc.array(dates, { maxLength: 4 }),
      carried: fc.subarray(["a-1", "a-2", "a-3"]),
    }),
    { maxLength: 3 },
  )
  .map((list) =>
    list.map(({ items: own, checkIns, carried }, index) =>
      at({
        id: `p-${String(index)}`,
        items: own,
        checkIns: checkIns.map((date, n) => checkIn(`m-${String(index)}-${String(n)}`, date)),
        carriedItemIds: new Set(carried),
      }),
    ),
  );

describe("whatever the facts are", () => {
  test("nothing closed, quiet or undated is in it, and nothing is both shown and queued", () => {
    fc.assert(
      fc.property(anyPlaces, (given) => {
        const lines = lined(...given);
        const all = given.flatMap((each) => each.items);

        for (const { id, due } of lines.items) {
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
        for (const each of lines.talkAbout) expect(each.overdueNudges).toBeGreaterThan(1);
      }),
    );
  });

  test("the order of what was read makes no difference", () => {
    fc.assert(
      fc.property(anyPlaces, (given) => {
        const turned = given.map((each) => ({
          ...each,
          items: each.items.toReversed(),
          checkIns: each.checkIns.toReversed(),
        }));

        expect(entriesOf(lined(...turned))).toEqual(entriesOf(lined(...given)));
      }),
    );
  });
});
