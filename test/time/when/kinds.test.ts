import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { addDays, type LocalDate } from "../../../src/time/calendar.ts";
import { readEnds, readStretch } from "../../../src/time/stretch.ts";
import { LOCALES, type Locale } from "../../../src/team/person.ts";
import { textsFor } from "../../../src/texts/index.ts";
import { splitDue } from "../../../src/time/when.ts";

/** A Tuesday. */
const TODAY = "2027-03-02" as LocalDate;
const CHICAGO = "America/Chicago";
const place = (locale: Locale = "en", timezone = CHICAGO) => ({ today: TODAY, timezone, locale });

/** "2027-03-08..2027-03-12", the two readings of what is not sure, or why not. */
function said(typed: string, locale: Locale = "en", timezone = CHICAGO): string {
  const read = readStretch(typed, place(locale, timezone));
  const shown = ({ start, end }: { readonly start: string; readonly end: string }): string =>
    start === end ? start : `${start}..${end}`;
  if (read.kind === "read") return shown(read.range);
  return read.kind === "unsure" ? `unsure ${read.readings.map(shown).join(" ")}` : read.kind;
}

describe("days off", () => {
  test.each<[Locale, string, string]>([
    ["en", "next week", "2027-03-08..2027-03-12"],
    ["en", "all next week", "2027-03-08..2027-03-12"],
    ["en", "this week", "2027-03-02..2027-03-05"],
    ["en", "week of May 10", "2027-05-10..2027-05-14"],
    ["en", "May 10–14", "2027-05-10..2027-05-14"],
    ["en", "10–14 May", "2027-05-10..2027-05-14"],
    ["en", "May 10 through 14", "2027-05-10..2027-05-14"],
    ["en", "from May 10 to May 14", "2027-05-10..2027-05-14"],
    ["en", "between May 10 and May 14", "2027-05-10..2027-05-14"],
    ["en", "May 10 & 11", "2027-05-10..2027-05-11"],
    ["en", "May 10, 11 and 12", "2027-05-10..2027-05-12"],
    ["en", "May 10 and May 11", "2027-05-10..2027-05-11"],
    ["en", "5/10-5/14", "2027-05-10..2027-05-14"],
    ["en", "5/10-14", "2027-05-10..2027-05-14"],
    ["en", "2027-05-10 – 2027-05-14", "2027-05-10..2027-05-14"],
    ["en", "Dec 20 – Jan 2", "2027-12-20..2028-01-02"],
    ["en", "Dec 20, 2027 to Jan 2, 2028", "2027-12-20..2028-01-02"],
    ["en", "March 1 to March 30", "2027-03-01..2027-03-30"],
    ["en", "March 1–30", "2027-03-01..2027-03-30"],
    ["en", "Monday to Wednesday", "2027-03-08..2027-03-10"],
    ["en", "Mon–Wed", "2027-03-08..2027-03-10"],
    ["en", "Monday and Tuesday", "2027-03-08..2027-03-09"],
    ["en", "today and tomorrow", "2027-03-02..2027-03-03"],
    ["en", "for 3 days", "2027-03-02..2027-03-04"],
    ["en", "for two weeks", "2027-03-02..2027-03-15"],
    ["en", "from Monday for 3 days", "2027-03-08..2027-03-10"],
    ["en", "in April", "2027-04-01..2027-04-30"],
    ["en", "next month", "2027-04-01..2027-04-30"],
    ["en", "until Friday", "2027-03-02..2027-03-05"],
    ["en", "tomorrow afternoon", "2027-03-03"],
    ["es", "la próxima semana", "2027-03-08..2027-03-12"],
    ["es", "del 10 al 14 de mayo", "2027-05-10..2027-05-14"],
    ["es", "10–14 de mayo", "2027-05-10..2027-05-14"],
    ["es", "10 y 11 de mayo", "2027-05-10..2027-05-11"],
    ["es", "de lunes a miércoles", "2027-03-08..2027-03-10"],
    ["es", "por 3 días", "2027-03-02..2027-03-04"],
    ["es", "en abril", "2027-04-01..2027-04-30"],
    ["es", "hasta el viernes", "2027-03-02..2027-03-05"],
    ["fr", "la semaine prochaine", "2027-03-08..2027-03-12"],
    ["fr", "du 10 au 14 mai", "2027-05-10..2027-05-14"],
    ["fr", "du 20 décembre au 2 janvier", "2027-12-20..2028-01-02"],
    ["fr", "de lundi à mercredi", "2027-03-08..2027-03-10"],
    ["fr", "pendant trois jours", "2027-03-02..2027-03-04"],
    ["fr", "le mois prochain", "2027-04-01..2027-04-30"],
    ["fr", "jusqu’à vendredi", "2027-03-02..2027-03-05"],
  ])("%s: %j is %s", (locale, typed, expected) => {
    expect(said(typed, locale)).toBe(expected);
  });

  test.each([
    ["May 10, 12 and 14", "unsure 2027-05-10 2027-05-12 2027-05-14"],
    ["Monday and Friday", "unsure 2027-03-08 2027-03-12"],
    ["31 February", "impossible"],
    ["from Monday", "none"],
    ["next Friday or so", "none"],
    ["soonish", "none"],
    ["every Friday", "none"],
    ["May 10 (dentist)", "none"],
  ])("%j is asked about: %s", (typed, expected) => {
    expect(said(typed)).toBe(expected);
  });

  test.each<[Locale, string, string]>([
    ["en", "America/Chicago", "2027-03-04"],
    ["en", "America/Indiana/Indianapolis", "2027-03-04"],
    ["en", "Pacific/Honolulu", "2027-03-04"],
    ["en", "Asia/Manila", "2027-03-04"],
    ["en", "Australia/Melbourne", "2027-04-03"],
    ["en", "Pacific/Auckland", "2027-04-03"],
    ["en", "Europe/London", "2027-04-03"],
    ["en", "America/Toronto", "unsure 2027-04-03 2027-03-04"],
    ["en", "UTC", "unsure 2027-04-03 2027-03-04"],
    ["fr", "America/Winnipeg", "2027-04-03"],
    ["es", "America/Mexico_City", "2027-04-03"],
  ])("3/4/2027 in %s at %s is %s (CAL-6)", (locale, timezone, expected) => {
    expect(said("3/4/2027", locale, timezone)).toBe(expected);
  });

  test("13/4/2027 is one day everywhere", () => {
    for (const timezone of ["America/Chicago", "America/Toronto", "Australia/Melbourne"])
      expect(said("13/4/2027", "en", timezone)).toBe("2027-04-13");
  });

  test("a first and a last day in fields of their own are read by each other", () => {
    const range = (from: string, to: string) => readEnds(from, to, place());

    expect(range("March 1", "March 30")).toMatchObject({
      range: { start: "2027-03-01", end: "2027-03-30" },
    });
    expect(range("Dec 20", "Jan 2")).toMatchObject({
      range: { start: "2027-12-20", end: "2028-01-02" },
    });
  });

  const anyDay = fc.integer({ min: 0, max: 300 }).map((n) => addDays(TODAY, n));

  test("any range, as it is said by the bot, is read as that range in every language", () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(...LOCALES),
        (start, length, locale) => {
          const { dates } = textsFor(locale, "UTC");
          const end = addDays(start, length);

          for (const typed of [
            `${start} - ${end}`,
            `${dates.full(start)} – ${dates.full(end)}`,
            `${dates.full(start)}–${dates.full(end)}`,
          ])
            expect(readStretch(typed, place(locale))).toEqual({
              kind: "read",
              range: { start, end },
            });
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("what stands around the date of a goal", () => {
  const split = (typed: string, locale: Locale = "en", timezone = CHICAGO) =>
    splitDue(typed, place(locale, timezone));

  test.each<[Locale, string, string, string]>([
    ["en", "Label carts by May the 14th", "2027-05-14", "Label carts"],
    ["en", "Label carts by the 14th of May", "2027-05-14", "Label carts"],
    ["en", "Weed by the first Friday in April", "2027-04-02", "Weed"],
    ["en", "Weed by the last Friday of April", "2027-04-30", "Weed"],
    ["en", "Charge carts by Friday the 14th", "2027-05-14", "Charge carts"],
    ["en", "Charge carts by June next year", "2028-06-01", "Charge carts"],
    ["en", "Charge carts by May 14 next year", "2028-05-14", "Charge carts"],
    ["en", "Charge carts by Friday 3pm CST", "2027-03-05", "Charge carts"],
    ["en", "Charge carts by 3pm Friday", "2027-03-05", "Charge carts"],
    ["en", "Charge carts by noon on Friday", "2027-03-05", "Charge carts"],
    ["en", "Charge carts by midnight Friday", "2027-03-05", "Charge carts"],
    ["en", "Charge carts by EOD Friday", "2027-03-05", "Charge carts"],
    ["en", "Charge carts by Friday EOD", "2027-03-05", "Charge carts"],
    ["en", "Charge carts Friday at 15:00 UTC", "2027-03-05", "Charge carts"],
    ["en", "Charge carts Friday morning", "2027-03-05", "Charge carts"],
    ["en", "Charge carts by Weds", "2027-03-03", "Charge carts"],
    ["en", "Charge carts by tues", "2027-03-02", "Charge carts"],
    ["en", "Charge carts by Thurs", "2027-03-04", "Charge carts"],
    ["en", "Charge carts in a fortnight", "2027-03-16", "Charge carts"],
    ["en", "Print badges by May 14 (Friday)", "2027-05-14", "Print badges"],
    ["en", "Print badges by Friday (May 14)", "2027-05-14", "Print badges"],
    ["en", '"Label carts by May 14"', "2027-05-14", "Label carts"],
    ["en", "“Label carts by May 14”", "2027-05-14", "Label carts"],
    ["en", "*Label carts by May 14*", "2027-05-14", "Label carts"],
    ["en", "Label carts by *May 14*", "2027-05-14", "Label carts"],
    ["en", "Label *blue* carts by _May 14_, please", "2027-05-14", "Label *blue* carts please"],
    ["en", "Print badges by May 14 :tada:", "2027-05-14", "Print badges :tada:"],
    ["en", "Print badges by May 14 🎉", "2027-05-14", "Print badges 🎉"],
    [
      "en",
      "Print badges before Friday’s assembly",
      "2027-03-05",
      "Print badges before Friday’s assembly",
    ],
    [
      "en",
      "Print badges before the Friday assembly",
      "2027-03-05",
      "Print badges before the Friday assembly",
    ],
    ["es", "Etiquetar carros antes del 14 de mayo del 2027", "2027-05-14", "Etiquetar carros"],
    ["es", "Etiquetar carros para el viernes por la tarde", "2027-03-05", "Etiquetar carros"],
    ["fr", "Étiqueter pour le 15 mars prochain", "2027-03-15", "Étiqueter"],
    ["fr", "Étiqueter pour le 14 mai 27", "2027-05-14", "Étiqueter"],
    ["fr", "Étiqueter pour vendredi matin", "2027-03-05", "Étiqueter"],
    ["fr", "Étiqueter avant 15 h vendredi", "2027-03-05", "Étiqueter"],
  ])("%s: %j is due on %s, and the rest is %j", (locale, typed, date, title) => {
    expect(split(typed, locale)).toMatchObject({ title, due: { kind: "read", date } });
  });

  test.each<[Locale, string]>([
    ["en", "Windows 11 on 24/7 kiosk"],
    ["en", "Tutor every other Tuesday"],
    ["en", "Print badges not before May 14"],
    ["en", "No earlier than May 14"],
    ["en", "Charge carts a week on Friday"],
    ["en", "Read https://example.com/2027/05/14/plan"],
    ["en", "Clear C:\\Temp\\05-14-27 on carts"],
    ["en", "Clear /srv/2027-05-14/logs"],
    ["en", "Update to v5.14.27"],
    ["es", "Marzo 8 actividades"],
    ["fr", "Étiqueter les chariots d'ici vendredi en huit"],
  ])("%s: %j has no date, and its title is whole", (locale, typed) => {
    expect(split(typed, locale)).toEqual({ title: typed, due: { kind: "none" } });
  });

  test.each([
    ["Book fair May 14–16", "several"],
    ["Book fair May 14 & 15", "several"],
    ["Book fair May 14, 15, 16", "several"],
    ["Book fair 5/14-16", "none"],
    ["Book fair by 5/14-16", "several"],
    ["Book fair by May 14, 15 or so", "several"],
    ["Book fair by mid-May", "unread"],
    ["Book fair by early May", "unread"],
  ])("%j is asked about: %s", (typed, kind) => {
    expect(split(typed)).toMatchObject({ title: typed, due: { kind } });
  });

  test("3/4/2027 where nobody knows the order is asked about with both days", () => {
    expect(split("Label carts by 3/4/2027", "en", "America/Toronto").due).toMatchObject({
      kind: "several",
      dates: ["2027-04-03", "2027-03-04"],
    });
    expect(split("Label carts by 3/4/2027", "en", "Australia/Melbourne").due).toMatchObject({
      date: "2027-04-03",
    });
  });
});
