import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  addDays,
  isWorkingDay,
  type LocalDate,
  type LocalTime,
  type WorkWeek,
} from "../../src/time/calendar.ts";
import {
  announcedAt,
  answerHeld,
  askedAt,
  discuss,
  dropTopic,
  firstMeeting,
  isAhead,
  isLongGap,
  keepForNext,
  lapse,
  lapsesAt,
  move,
  nextMeeting,
  noteDown,
  plannedCheckIn,
  skip,
  type CheckIn,
} from "../../src/check-in/check-in.ts";
import { isMeetingTime, moveProblem } from "../../src/check-in/when.ts";
import type { CheckInSeries } from "../../src/team/partnership.ts";
import { WEEKDAYS } from "../../src/team/person.ts";
import type { Topic } from "../../src/check-in/topic.ts";

const day = (text: string) => text as LocalDate;
const time = (text: string) => text as LocalTime;
const CHICAGO = "America/Chicago";
const SERIES: CheckInSeries = { everyWeeks: 2, weekday: "wed", start: time("14:45"), minutes: 25 };
const WEEK: WorkWeek = {
  calendar: {
    id: "cal",
    name: "Calendar",
    sessions: [],
    days: [
      { kind: "break", title: "Spring break", start: day("2027-03-15"), end: day("2027-03-19") },
      { kind: "holiday", title: "Founders' day", start: day("2027-04-07"), end: day("2027-04-07") },
    ],
  },
  workingDays: ["mon", "tue", "wed", "thu", "fri"],
  contractMonths: 12,
};
const NOW = new Date("2027-03-02T15:00:00Z");
const setting = { weeks: [WEEK], now: NOW, timezone: CHICAGO };
const meeting = (over: Partial<CheckIn> = {}): CheckIn => ({
  ...plannedCheckIn("p-ab", SERIES, { plannedFor: day("2027-03-10"), date: day("2027-03-10") }),
  ...over,
});
const topic = (over: Partial<Topic> = {}): Topic => ({
  id: "t-03",
  partnershipId: "p-ab",
  proposedById: "u-1",
  title: "Web page faults",
  status: "queued",
  linkedItemIds: [],
  checkInId: null,
  origin: "o",
  proposedOn: day("2027-03-01"),
  ...over,
});

describe("when things happen around a meeting", () => {
  test("it is announced at 08:10 on the working day before, across a weekend and a break", () => {
    expect(announcedAt(meeting(), CHICAGO, WEEK)).toEqual(new Date("2027-03-09T14:10:00Z"));
    expect(announcedAt(meeting({ date: day("2027-03-22") }), CHICAGO, WEEK)).toEqual(
      new Date("2027-03-12T14:10:00Z"),
    );
  });

  test("it is asked about ten minutes after its end, on the school's clock in winter and summer", () => {
    expect(askedAt(meeting(), CHICAGO)).toEqual(new Date("2027-03-10T21:20:00Z"));
    expect(askedAt(meeting({ date: day("2027-03-24") }), CHICAGO)).toEqual(
      new Date("2027-03-24T20:20:00Z"),
    );
  });

  test("the question lapses when the next working day is over", () => {
    expect(lapsesAt(meeting({ date: day("2027-03-12") }), CHICAGO, WEEK)).toEqual(
      new Date("2027-03-23T05:00:00Z"),
    );
  });

  test("it is ahead until it begins", () => {
    expect(isAhead(meeting(), new Date("2027-03-10T20:44:59Z"), CHICAGO)).toBe(true);
    expect(isAhead(meeting(), new Date("2027-03-10T20:45:00Z"), CHICAGO)).toBe(false);
    expect(isAhead(meeting({ status: "skipped" }), NOW, CHICAGO)).toBe(false);
  });

  test.each([
    ["05:59", false],
    ["06:00", true],
    ["20:59", true],
    ["21:00", false],
    ["02:45", false],
  ])("%s is a time to meet at school: %s", (at, expected) => {
    expect(isMeetingTime(time(at))).toBe(expected);
  });
});

describe("the next meeting", () => {
  test.each([
    ["after the last one", "2027-02-24", "2027-03-10", "2027-03-10", []],
    ["passes over a week of break", "2027-03-03", "2027-03-31", "2027-03-31", ["2027-03-17"]],
    ["moves off a holiday, within its week", "2027-03-24", "2027-04-07", "2027-04-08", []],
  ])("%s", (_, last, plannedFor, date, skipped) => {
    const next = nextMeeting(SERIES, { after: day(last), anchor: day(last) }, setting);

    expect(next).toEqual({ plannedFor, date, skipped });
  });

  test("a first one is never today, and comes within a week", () => {
    const onTuesdays: CheckInSeries = { ...SERIES, everyWeeks: 4, weekday: "tue" };

    expect(firstMeeting(onTuesdays, setting)).toMatchObject({ date: "2027-03-09", skipped: [] });
    expect(firstMeeting(SERIES, setting)).toMatchObject({ date: "2027-03-03" });
  });

  test("there is none where nobody ever works", () => {
    expect(
      firstMeeting(SERIES, { ...setting, weeks: [{ ...WEEK, workingDays: [] }] }),
    ).toBeUndefined();
  });

  test("is always to come, on a working day of everybody, in the week where the series put it", () => {
    const anyDay = fc.integer({ min: -200, max: 400 }).map((n) => addDays(day("2027-03-02"), n));
    const anySeries = fc.record({
      everyWeeks: fc.constantFrom<1 | 2 | 4>(1, 2, 4),
      weekday: fc.constantFrom(...WEEKDAYS.slice(0, 5)),
      start: fc.constant(time("14:45")),
      minutes: fc.constant(25),
    });
    fc.assert(
      fc.property(anySeries, anyDay, anyDay, (series, after, anchor) => {
        const next = nextMeeting(series, { after, anchor }, setting);

        expect(next && next.date > "2027-03-01").toBe(true);
        expect(next && isWorkingDay(next.date, WEEK)).toBe(true);
        expect(next?.skipped.every((date) => date < next.plannedFor)).toBe(true);
      }),
    );
  });

  test("a gap is long from the 22nd day on", () => {
    expect(isLongGap(day("2027-03-03"), day("2027-03-24"))).toBe(false);
    expect(isLongGap(day("2027-03-03"), day("2027-03-25"))).toBe(true);
  });
});

describe("a meeting is moved", () => {
  const to = { date: day("2027-03-11"), start: time("10:00"), reason: "Assembly" };

  test("and keeps where the series had put it; moving it there again changes nothing", () => {
    const moved = move(meeting(), to);

    expect(moved).toMatchObject({ ...to, plannedFor: "2027-03-10", status: "planned" });
    expect(move(moved, to)).toBe(moved);
  });

  test("but not once it was held", () => {
    const held = meeting({ status: "held" });

    expect(move(held, to)).toBe(held);
  });

  test.each([
    ["2027-03-11", "10:00", undefined],
    ["2027-03-01", "10:00", "past"],
    ["2027-03-02", "08:59", "past"],
    ["2027-03-02", "09:30", undefined],
    ["2027-03-13", "10:00", "not_working"],
    ["2027-03-16", "10:00", "not_working"],
    ["2027-03-24", "10:00", "after_next"],
  ])("to %s at %s: %s", (date, start, expected) => {
    expect(
      moveProblem({ date: day(date), start: time(start) }, { ...setting, next: day("2027-03-24") }),
    ).toBe(expected);
  });
});

describe("how a meeting was", () => {
  test("skipping counts only while it is planned", () => {
    const held = meeting({ status: "held" });

    expect(skip(meeting(), "Snow")).toMatchObject({ status: "skipped", reason: "Snow" });
    expect(skip(held, "Snow")).toBe(held);
  });

  test("either answer can be corrected, and the same one again changes nothing", () => {
    const held = answerHeld(meeting(), true, "u-1");

    expect(held.status).toBe("held");
    expect(answerHeld(held, true, "u-2")).toBe(held);
    expect(answerHeld(held, false, "u-2")).toMatchObject({
      status: "skipped",
      answeredById: "u-2",
    });
  });

  test("nobody's answer makes it unknown, and only then", () => {
    expect(lapse(meeting()).status).toBe("unknown");
    expect(lapse(meeting({ status: "held" })).status).toBe("held");
  });

  test("an empty note leaves what a partner wrote at the same time", () => {
    const first = noteDown(
      meeting(),
      { decision: "Fridays", needs: { library: "", it: "A list" } },
      "u-1",
    );
    const second = noteDown(first, { decision: "", needs: { library: "A key", it: "" } }, "u-2");

    expect(second).toMatchObject({
      status: "held",
      decision: "Fridays",
      needs: { library: "A key", it: "A list" },
      answeredById: "u-2",
    });
  });
});

describe("a topic", () => {
  test("is talked about at the meeting it was there for", () => {
    expect(discuss(topic(), meeting())).toMatchObject({
      status: "discussed",
      checkInId: meeting().id,
    });
  });

  test("waits when it came after the meeting", () => {
    const late = topic({ proposedOn: day("2027-03-11") });

    expect(discuss(late, meeting())).toBe(late);
  });

  test("kept for next time is queued again, for that meeting only", () => {
    const discussed = discuss(topic(), meeting());

    expect(keepForNext(discussed, meeting().id)).toEqual(topic());
    expect(keepForNext(discussed, "m-05")).toBe(discussed);
  });

  test("is dropped only while it waits", () => {
    const discussed = discuss(topic(), meeting());

    expect(dropTopic(topic()).status).toBe("dropped");
    expect(dropTopic(discussed)).toBe(discussed);
  });
});
