import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { addDays, type LocalDate } from "../../src/time/calendar.ts";
import { LOCALES, type Locale } from "../../src/team/person.ts";
import { textsFor } from "../../src/texts/index.ts";
import { readDate, splitDue } from "../../src/time/when.ts";

/** A Tuesday. */
const TODAY = "2027-03-02" as LocalDate;
const place = (locale: Locale, today = TODAY) => ({ today, timezone: "America/Chicago", locale });

describe("what is said back", () => {
  test("are the words that were read, without those around them", () => {
    expect(readDate("by Fri 14 May", place("en"))).toEqual({
      kind: "read",
      date: "2027-05-14",
      words: "Fri 14 May",
    });
    expect(readDate("by 31 February", place("en"))).toEqual({
      kind: "impossible",
      words: "31 February",
    });
    expect(readDate("avant le 14 mai ou le 3 juin", place("fr"))).toEqual({
      kind: "several",
      dates: ["2027-05-14", "2027-06-03"],
      words: ["14 mai", "3 juin"],
    });
  });

  test("the one of two dates that does not exist is told", () => {
    expect(readDate("by May 14 or June 31", place("en"))).toEqual({
      kind: "impossible",
      words: "June 31",
    });
  });
});

describe("school days and working days (CAL-7)", () => {
  const winter = {
    id: "cal",
    name: "Winter",
    sessions: [],
    days: [
      {
        kind: "break" as const,
        title: "Winter break",
        start: "2025-12-22" as LocalDate,
        end: "2026-01-02" as LocalDate,
      },
      {
        kind: "staff_day" as const,
        title: "Staff day",
        start: "2026-01-05" as LocalDate,
        end: "2026-01-05" as LocalDate,
      },
    ],
  };

  test.each<[Locale, string, string]>([
    ["en", "in 3 school days", "2026-01-07"],
    ["en", "3 school days", "2026-01-07"],
    ["en", "within three working days", "2026-01-06"],
    ["es", "en 3 días de clase", "2026-01-07"],
    ["es", "dentro de 3 días hábiles", "2026-01-06"],
    ["fr", "dans 3 jours d'école", "2026-01-07"],
    ["fr", "sous 3 jours ouvrables", "2026-01-06"],
  ])("%s: %j is counted by the calendar: %s", (locale, typed, date) => {
    const thursday = { ...place(locale, "2025-12-18" as LocalDate), calendar: winter };

    expect(readDate(typed, thursday)).toMatchObject({ kind: "read", date });
  });

  test("only weekends are left out without a calendar", () => {
    expect(readDate("in 3 school days", place("en"))).toMatchObject({ date: "2027-03-05" });
  });
});

describe("a date without a year", () => {
  test.each([
    ["March 2", "2027-03-02", "2027-03-02"],
    ["March 1", "2027-03-02", "2028-03-01"],
    ["January 5", "2027-12-20", "2028-01-05"],
    ["29 February", "2027-03-02", "2028-02-29"],
    ["29 February", "2096-03-02", "2104-02-29"],
    ["Friday", "2027-03-05", "2027-03-05"],
    ["in March", "2027-03-31", "2027-03-31"],
    ["by March", "2027-03-31", "2027-03-31"],
    ["end of the week", "2027-03-06", "2027-03-12"],
    ["by the 31st", "2027-02-03", "2027-03-31"],
    ["in a month", "2027-01-31", "2027-02-28"],
  ])("%j, typed on %s, is the next one: %s", (typed, today, expected) => {
    expect(readDate(typed, place("en", today as LocalDate))).toMatchObject({ date: expected });
  });
});

const anyDay = fc.integer({ min: 0, max: 2900 }).map((n) => addDays("2025-01-01" as LocalDate, n));

test("a day as the bot writes it is read as that day, in every language and on every day", () => {
  fc.assert(
    fc.property(anyDay, anyDay, fc.constantFrom(...LOCALES), (date, today, locale) => {
      const { dates } = textsFor(locale, "UTC");
      expect(readDate(dates.full(date), place(locale, today))).toMatchObject({
        kind: "read",
        date,
      });
    }),
    { numRuns: 300 },
  );
});

test("a title is never emptied, and what was typed is never invented", () => {
  const word = fc.constantFrom(
    "by",
    "May",
    "14",
    "31",
    "February",
    "in",
    "3",
    "weeks",
    "Friday",
    "grade",
    "el",
    "14 de mayo",
    "d'ici",
    "le 14 mai",
    "or",
    ",",
    "(",
    ")",
    "📚",
    "\u202b",
    "<!channel>",
    "*bold*",
  );
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 9 }),
      fc.constantFrom(...LOCALES),
      (words, locale) => {
        const sentence = words.join(" ");
        const { title, due } = splitDue(sentence, place(locale));

        expect(title === "").toBe(sentence.trim() === "");
        expect(title.split(/[\s,]+/u).every((each) => sentence.includes(each))).toBe(true);
        if (due.kind !== "read") expect(title).toBe(sentence.trim());
      },
    ),
    { numRuns: 400 },
  );
});

test("5,000 characters are read within a second or so", () => {
  const long = `${"read ".repeat(990)} by May 14`;

  expect(readDate(long, place("en"))).toMatchObject({ date: "2027-05-14" });
});
