import { describe, expect, test } from "@jest/globals";
import type { Manner } from "../../src/nudge/attention.ts";
import { firstDigestTimer } from "../../src/nudge/nudge.ts";
import { plan } from "../../src/nudge/policy.ts";
import { localDate } from "../../src/time/calendar.ts";
import {
  at,
  attention,
  checkIn,
  CHICAGO,
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

describe("N-1: when the digest comes", () => {
  test.each([
    ["Tue 2 March", "2027-03-02T15:00:00Z", "2027-03-01", "2027-03-08T14:10:00.000Z"],
    ["Monday before 08:10", "2027-03-08T14:09:59Z", "2027-03-01", "2027-03-08T14:10:00.000Z"],
    [
      "Monday at 08:10, across a break and a change of clocks",
      "2027-03-08T14:10:00Z",
      "2027-03-08",
      "2027-03-22T13:10:00.000Z",
    ],
    [
      "the week before a holiday on Monday",
      "2027-03-31T15:00:00Z",
      "2027-03-29",
      "2027-04-06T13:10:00.000Z",
    ],
    [
      "the last day before summer",
      "2027-05-31T15:00:00Z",
      "2027-05-31",
      "2027-08-09T13:10:00.000Z",
    ],
  ])("after %s it is the first working day of a week at 08:10", (_, now, lookedOn, expected) => {
    const given = factsAt(now, { attention: attention({ lookedOn: day(lookedOn) }) });

    expect(plan(given).nextDigest?.toISOString()).toBe(expected);
  });

  test("it is told on its moment, at most three lines and the rest counted", () => {
    const items = ["a", "b", "c", "d"].map((id) => item(id, "2027-03-09"));
    const decided = plan(factsAt(MONDAY_0810, { places: [at({ items })] }));

    expect(decided.tell).toMatchObject({ kind: "weekly", date: MONDAY });
    expect(decided.tell?.entries.map(({ id }) => id)).toEqual(["a", "b", "c"]);
    expect(decided.tell?.rest.map(({ id }) => id)).toEqual(["d"]);
  });

  test("nothing to say is no message, and the week is done with", () => {
    const decided = plan(factsAt(MONDAY_0810, { places: [at()] }));

    expect(decided).toMatchObject({ tell: null, isLookedAt: true });
    expect(decided.next?.toISOString()).toBe("2027-03-22T13:10:00.000Z");
  });

  test("one that was missed comes in working hours of the same week", () => {
    expect(told(factsAt("2027-03-09T03:00:00Z", something))).toEqual([]);
    expect(next(factsAt("2027-03-09T03:00:00Z", something))).toBe("2027-03-09T14:10:00.000Z");
    expect(told(factsAt("2027-03-09T14:10:00Z", something))).toEqual(["a"]);
  });

  test("somebody with two schools works when one of them does", () => {
    const open = at({ id: "p-2", week: { ...week, calendar: null } });
    const given = factsAt("2027-03-10T15:00:00Z", {
      places: [at(), open],
      attention: attention({ lookedOn: MONDAY }),
    });

    expect(plan(given).nextDigest?.toISOString()).toBe("2027-03-15T13:10:00.000Z");
  });

  test("somebody new is looked at on their next first weekday, under one key", () => {
    const person = { id: "u-1", timezone: CHICAGO, workingDays: ["tue", "wed"] as const };

    expect(firstDigestTimer(person, "d-tv", new Date("2027-03-02T15:00:00Z"))).toEqual({
      key: "nudge/u-1",
      at: new Date("2027-03-09T14:10:00Z"),
      name: "nudge.weekly",
      districtId: "d-tv",
      id: "u-1",
    });
  });
});

describe("N-2: caps over everything", () => {
  test.each<[string, Exclude<Manner, "now">, readonly string[], boolean]>([
    ["a question on a free day", "question", [], true],
    ["a question on a day with a message", "question", ["2027-03-09"], false],
    ["a question as the second in 7 days", "question", ["2027-03-03"], true],
    ["a question as the third in 7 days", "question", ["2027-03-03", "2027-03-08"], false],
    ["a question when one of them is 7 days old", "question", ["2027-03-02", "2027-03-08"], true],
    ["news when the week is free", "news", [], true],
    ["news after one message", "news", ["2027-03-08"], true],
    ["what was expected as the third", "expected", ["2027-03-05", "2027-03-08"], true],
    ["what was expected on a day with a message", "expected", ["2027-03-09"], false],
  ])("%s is told: %s %j %s", (_, manner, days, isTold) => {
    const given = factsAt(TUESDAY_NOON, {
      held: [held("x", manner)],
      attention: toldOn(...days),
    });

    expect(told({ ...given, attention: { ...given.attention, lookedOn: MONDAY } })).toEqual(
      isTold ? ["x"] : [],
    );
  });

  test("a reply to what somebody did is told whatever was told before", () => {
    const given = factsAt(TUESDAY_NOON, {
      held: [held("x", "answer")],
      attention: toldOn("2027-03-08", "2027-03-09"),
    });

    expect(plan(given).answers).toEqual(["x"]);
  });

  test("a question in the middle of a conversation neither waits nor counts", () => {
    const talking = { ...toldOn("2027-03-04", "2027-03-09"), answeredOn: day("2027-03-09") };
    const given = (manner: "question" | "news") =>
      plan(factsAt(TUESDAY_NOON, { held: [held("x", manner)], attention: talking }));

    expect(given("question")).toMatchObject({ answers: ["x"], tell: null });
    expect(given("news")).toMatchObject({ answers: [], tell: null });
  });

  test("news leave room for the coming digest, a question does not", () => {
    const [friday, told7] = ["2027-04-02T18:00:00Z", toldOn("2027-03-31")];
    const given = (manner: "news" | "question") =>
      factsAt(friday, {
        places: [at({ today: day("2027-04-02") })],
        held: [held("x", manner)],
        attention: told7,
      });

    expect(told(given("question"))).toEqual(["x"]);
    expect(plan(given("news"))).toMatchObject({ tell: null, waiting: [{ because: "digest" }] });
    expect(next(given("news"))).toBe("2027-04-06T13:10:00.000Z");
  });

  test("a digest for which there is no room waits for the next day with room", () => {
    const given = factsAt(MONDAY_0810, {
      ...something,
      attention: { ...toldOn("2027-03-03", "2027-03-05"), lookedOn: day("2027-03-01") },
    });

    expect(plan(given)).toMatchObject({ tell: null, isLookedAt: false });
    expect(next(given)).toBe("2027-03-10T14:10:00.000Z");
  });

  test("what is time-critical is told the working day before it is due, besides the digest", () => {
    const places = [
      at({ today: day("2027-03-11"), items: [item("u", "2027-03-12", { timeCritical: true })] }),
    ];
    const given = factsAt("2027-03-11T14:10:00Z", { places, attention: toldOn("2027-03-08") });

    expect(plan(given).tell).toMatchObject({ kind: "reminder", entries: [{ id: "u" }] });
    expect(told({ ...given, places: [at({ items: [item("u", "2027-03-12")] })] })).toEqual([]);
  });

  test("so is a meeting tomorrow with unfinished prep, and no other meeting", () => {
    const meeting = { today: day("2027-03-09"), checkIns: [checkIn("m", "2027-03-10")] };
    const given = (hasOpenPrep: boolean) =>
      factsAt("2027-03-09T14:10:00Z", {
        places: [at({ ...meeting, hasOpenPrep })],
        attention: toldOn("2027-03-08"),
      });

    expect(told(given(true))).toEqual(["m"]);
    expect(told(given(false))).toEqual([]);
  });
});

describe("N-6: quiet", () => {
  test.each([
    ["at night", "2027-03-09T09:00:00Z", "2027-03-09T14:10:00.000Z"],
    ["in the evening", "2027-03-09T23:00:00Z", "2027-03-10T14:10:00.000Z"],
    ["on the last evening before the break", "2027-03-12T23:30:00Z", "2027-03-22T13:10:00.000Z"],
    ["at a weekend", "2027-03-06T18:00:00Z", "2027-03-08T14:10:00.000Z"],
  ])("a question that arises %s waits for the next open slot", (_, now, expected) => {
    const given = factsAt(now, { held: [held("x", "question")], attention: toldOn("2027-02-22") });
    const looked = {
      ...given,
      attention: { ...given.attention, lookedOn: day(localDate(new Date(now), CHICAGO)) },
    };

    expect(told(looked)).toEqual([]);
    expect(next(looked)).toBe(expected);
  });

  test("what waited comes in one message, and in the digest when there is one", () => {
    const waited = [held("x", "question"), held("y", "question")];

    expect(plan(factsAt(MONDAY_0810, { held: waited }))).toMatchObject({
      tell: { kind: "notice", entries: [{ id: "x" }, { id: "y" }] },
    });
    expect(told(factsAt(MONDAY_0810, { ...something, held: waited }))).toEqual(["x", "y", "a"]);
  });

  test("what arises on the morning of a digest waits for it", () => {
    const given = factsAt("2027-03-08T14:00:00Z", { ...something, held: [held("x", "question")] });

    expect(told(given)).toEqual([]);
    expect(next(given)).toBe("2027-03-08T14:10:00.000Z");
  });

  test("do-not-disturb holds everything until it ends, and then all is looked at anew", () => {
    const leftAloneUntil = new Date("2027-03-08T16:00:00Z");
    const given = { ...something, held: [held("x", "answer")], leftAloneUntil };
    const decided = plan(factsAt(MONDAY_0810, given));

    expect(decided).toMatchObject({ tell: null, answers: [], next: leftAloneUntil });
    expect(decided.nextDigest).toEqual(leftAloneUntil);
    expect(decided.waiting).toEqual([{ id: "x", because: "alone", until: leftAloneUntil }]);
    expect(told(factsAt(leftAloneUntil.toISOString(), given))).toEqual(["a"]);
  });

  test("a pause holds everything, replies too, until it ends", () => {
    const given = factsAt(TUESDAY_NOON, {
      pausedUntil: new Date("2027-03-11T06:00:00Z"),
      held: [held("x", "answer"), held("y", "question")],
      attention: toldOn("2027-03-01"),
    });

    expect(plan(given)).toMatchObject({ tell: null, answers: [] });
    expect(next(given)).toBe("2027-03-11T14:10:00.000Z");
  });

  test("what is no longer worth saying is not said", () => {
    const over = { ...held("x", "news"), expiresAt: new Date("2027-03-09T17:00:00Z") };

    expect(plan(factsAt(TUESDAY_NOON, { held: [over] }))).toMatchObject({
      tell: null,
      expired: ["x"],
    });
  });

  test("CAL-9: during tests IT is left alone until they are over", () => {
    const given = factsAt("2027-04-13T18:00:00Z", {
      places: [at({ side: "it", today: day("2027-04-13") })],
      held: [held("x", "question")],
      attention: attention({ lookedOn: day("2027-04-12") }),
    });

    expect(plan(given)).toMatchObject({ tell: null, waiting: [{ id: "x", because: "season" }] });
    expect(plan(given).waiting[0]?.until?.toISOString()).toBe("2027-05-03T13:10:00.000Z");
    expect(told({ ...given, places: [at({ today: day("2027-04-13") })] })).toEqual(["x"]);
  });
});
