import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { LocalDate } from "../../src/time/calendar.ts";
import type { Goal } from "../../src/goal/goal.ts";
import {
  MEASURE_LIMIT,
  TITLE_LIMIT,
  WHY_LIMIT,
  editGoal,
  goalProblems,
  guessHorizon,
  newGoal,
  readDue,
  readSentence,
  type GoalDraft,
  type TypedDue,
} from "../../src/goal/goal-draft.ts";
import { lengthOf } from "../../src/plain-text.ts";

const day = (date: string) => date as LocalDate;
const TODAY = day("2027-03-02");
const NOW = new Date("2027-03-02T15:00:00Z");
const reading = { today: TODAY, timezone: "America/Chicago", locale: "en" } as const;
const bounds = { today: TODAY, start: TODAY };

const read = (date: string, words = "then"): TypedDue => ({ kind: "read", date: day(date), words });

const draft = (changes: Partial<GoalDraft> = {}): GoalDraft => ({
  title: "Every fourth grader can cite a source",
  why: "",
  horizon: "short",
  measure: { unit: "", baseline: "", target: "" },
  due: { kind: "none" },
  servesSchoolGoal: null,
  ...changes,
});

const logged = (changes: Partial<GoalDraft> = {}): Goal => ({
  id: "g-41",
  ...newGoal(draft(changes), {
    partnershipId: "p-ab",
    ownerId: "u-ab-lib",
    side: "library",
    origin: "event-1",
    today: TODAY,
    now: NOW,
  }),
});

describe("what is wrong with a draft", () => {
  test("nothing, when it has a title and no date", () => {
    expect(goalProblems(draft(), bounds)).toEqual({});
  });

  test.each<[string, Partial<GoalDraft>, object]>([
    ["no title", { title: "" }, { title: { kind: "empty" } }],
    ["a title nobody can see", { title: "\u200B" }, { title: { kind: "empty" } }],
    [
      "5,000 characters",
      { title: "a".repeat(5000) },
      { title: { kind: "too_long", max: TITLE_LIMIT, length: 5000 } },
    ],
    [
      "a long reason",
      { why: "a".repeat(WHY_LIMIT + 1) },
      { why: { kind: "too_long", max: WHY_LIMIT, length: WHY_LIMIT + 1 } },
    ],
    [
      "a long measure",
      { measure: { unit: "", baseline: "9".repeat(101), target: "" } },
      { baseline: { kind: "too_long", max: MEASURE_LIMIT, length: 101 } },
    ],
    [
      "31 February",
      { due: { kind: "impossible", words: "31 February" } },
      { due: { kind: "impossible", words: "31 February" } },
    ],
    [
      "no date at all",
      { due: { kind: "unread", words: "soonish" } },
      { due: { kind: "unread", words: "soonish" } },
    ],
    [
      "two dates",
      {
        due: {
          kind: "several",
          dates: [day("2027-05-14"), day("2027-05-21")],
          words: ["May 14", "May 21"],
        },
      },
      { due: { kind: "several", dates: [day("2027-05-14"), day("2027-05-21")] } },
    ],
    ["yesterday", { due: read("2027-03-01") }, { due: { kind: "past", date: "2027-03-01" } }],
  ])("%s", (_, changes, problems) => {
    expect(goalProblems(draft(changes), bounds)).toEqual(problems);
  });

  test("a due date today is fine", () => {
    expect(goalProblems(draft({ due: read("2027-03-02") }), bounds)).toEqual({});
  });

  test("a due date before a start that lies ahead is refused", () => {
    const problems = goalProblems(draft({ due: read("2027-03-20") }), {
      today: TODAY,
      start: day("2027-04-01"),
    });

    expect(problems.due).toEqual({
      kind: "before_start",
      date: "2027-03-20",
      start: "2027-04-01",
    });
  });

  test("a due date that has passed since may stay when something else is edited", () => {
    const late = day("2027-02-26");

    expect(goalProblems(draft({ due: read(late) }), { ...bounds, due: late })).toEqual({});
  });

  test("an emoji counts as one character", () => {
    expect(goalProblems(draft({ title: "📚".repeat(TITLE_LIMIT) }), bounds)).toEqual({});
  });
});

describe("a typed due date", () => {
  test.each([
    ["", { kind: "none" }],
    ["   ", { kind: "none" }],
    ["May 14", { kind: "read", date: "2027-05-14", words: "May 14" }],
    ["soonish", { kind: "unread", words: "soonish" }],
  ])("%j", (typed, due) => {
    expect(readDue(typed, reading)).toEqual(due);
  });
});

test.each<[string, TypedDue, string]>([
  ["no date is short", { kind: "none" }, "short"],
  ["12 weeks ahead is short", read("2027-05-25"), "short"],
  ["a day more is long", read("2027-05-26"), "long"],
  ["an unread date is short", { kind: "unread", words: "later" }, "short"],
])("%s", (_, due, horizon) => {
  expect(guessHorizon(due, TODAY)).toBe(horizon);
});

describe("a sentence after /goal", () => {
  test("gives its due date away and keeps the rest as the title", () => {
    expect(readSentence("Every fourth grader can cite a source by May 14", reading)).toEqual({
      title: "Every fourth grader can cite a source",
      rest: "",
      due: { kind: "read", date: "2027-05-14", words: "May 14" },
      length: 47,
    });
  });

  test("that is only a date has no title", () => {
    const { title, due } = readSentence("by May 14", reading);

    expect(title).toBe("");
    expect(due).toMatchObject({ kind: "read", date: "2027-05-14" });
  });

  test("that is too long for a title goes on in the reason", () => {
    const words = Array.from({ length: 80 }, (_, n) => `word${String(n)}`);

    const { title, rest, length } = readSentence(words.join(" "), reading);

    expect(`${title} ${rest}`).toBe(words.join(" "));
    expect(lengthOf(title)).toBeLessThanOrEqual(TITLE_LIMIT);
    expect(length).toBe(words.join(" ").length);
  });

  test("of several lines gives the first as the title when all would be too long", () => {
    const { title, rest } = readSentence(`Cite sources\n\n${"why ".repeat(80)}`, reading);

    expect(title).toBe("Cite sources");
    expect(rest).toMatch(/^why why/u);
  });

  test("any text survives: the title keeps to the limit, has no control characters, loses no word", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), (typed) => {
        const { title, rest, due } = readSentence(typed, reading);

        expect(lengthOf(title)).toBeLessThanOrEqual(TITLE_LIMIT);
        expect(title).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        if (due.kind === "none" && /[\p{L}\p{N}]/u.test(typed)) expect(title + rest).not.toBe("");
      }),
    );
  });
});

describe("a logged goal", () => {
  test("starts today, not started, on the side of who logged it", () => {
    expect(logged({ due: read("2027-05-14") })).toMatchObject({
      department: "library",
      status: "not_started",
      start: "2027-03-02",
      due: "2027-05-14",
      measure: null,
      deleted: false,
    });
  });

  test("has a measure as soon as one part of it was filled in", () => {
    const goal = logged({ measure: { unit: "percent", baseline: "40", target: "" } });

    expect(goal.measure).toEqual({ unit: "percent", baseline: "40", target: "", current: "40" });
  });
});

describe("an edited goal", () => {
  test("names who changed it and when", () => {
    const goal = editGoal(logged(), draft({ title: "Cite two sources" }), "u-ab-it", NOW);

    expect(goal).toMatchObject({
      title: "Cite two sources",
      lastEdit: { byId: "u-ab-it", at: NOW },
      ownerId: "u-ab-lib",
    });
  });

  test("stays the same object when nothing differs", () => {
    const goal = logged({ due: read("2027-05-14", "May 14") });

    expect(editGoal(goal, draft({ due: read("2027-05-14", "14 May") }), "u-ab-it", NOW)).toBe(goal);
  });

  test("keeps how far its measure has come", () => {
    const measured = { unit: "percent", baseline: "40", target: "90" };
    const goal: Goal = { ...logged(), measure: { ...measured, current: "60" } };

    const edited = editGoal(goal, draft({ measure: { ...measured, target: "95" } }), "u", NOW);

    expect(edited.measure).toEqual({ ...measured, target: "95", current: "60" });
  });
});
