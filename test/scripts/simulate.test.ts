import { beforeAll, describe, expect, test } from "@jest/globals";
import { check } from "../../scripts/simulate/check.ts";
import { picture } from "../../scripts/simulate/picture.ts";
import { tally } from "../../scripts/simulate/tally.ts";
import { playYear, type Told, type Year } from "../../scripts/simulate/year.ts";
import type { CheckIn } from "../../src/check-in/check-in.ts";

const WISH = { schools: 6, year: "2026-27", seed: 1, weeks: 18 };
let year: Year;

beforeAll(async () => {
  year = await playYear(WISH);
}, 60_000);

const texts = ({ said }: Year): readonly string[] =>
  said.map(({ at, key, to }) => `${at.toISOString()} ${key} ${to}`);

describe("six schools from August to Christmas", () => {
  test("are told nothing in quiet time, nothing twice and not too much, and miss no meeting", () => {
    expect(check(year)).toEqual({ quiet: [], caps: [], duplicates: [], missed: [], faults: [] });
    expect(year.said.length).toBeGreaterThan(100);
    expect(year.facts.some(({ kind }) => kind === "restarted")).toBe(true);
  });

  test("are the same with the same seed", async () => {
    const short = { ...WISH, weeks: 3 };
    const [one, other] = [await playYear(short), await playYear(short)];

    expect(texts(one)).toEqual(texts(other));
    expect(texts(await playYear({ ...short, seed: 2 }))).not.toEqual(texts(one));
  });

  test("are drawn with a title that says what was found, and words for who does not see it", () => {
    const svg = picture(tally(year), "Six schools");

    expect(svg).toMatch(
      /<title id="title">0\.\d\d unasked messages per person and week, [12] at most/u,
    );
    expect(svg).toMatch(/Northern school year: \d\.\d\d in weeks with school/u);
  });
});

describe("the checks find", () => {
  const some = (wanted: (told: Told) => boolean): Told => {
    const found = year.said.find(wanted);
    if (!found) throw new Error("Nothing like it was said");
    return found;
  };
  const isDigest = ({ kind }: Told): boolean => kind === "nudge.digest";
  const withSaid = (...more: readonly Told[]): Year => ({ ...year, said: [...year.said, ...more] });
  const hoursLater = (told: Told, hours: number, title = told.title): Told => ({
    ...told,
    title,
    at: new Date(told.at.getTime() + hours * 3_600_000),
  });

  test("a message at night", () => {
    expect(check(withSaid(hoursLater(some(isDigest), 12, "Late"))).quiet).toHaveLength(1);
  });

  test("a second message of a day", () => {
    const first = some(isDigest);
    const second = hoursLater(first, 0.1, "More");
    const at = year.said.indexOf(first) + 1;
    const said = [...year.said.slice(0, at), second, ...year.said.slice(at)];

    expect(check({ ...year, said }).caps).toContainEqual(
      expect.stringContaining("second of a day"),
    );
  });

  test("the same message twice", () => {
    expect(check(withSaid(some(isDigest))).duplicates).toHaveLength(1);
  });

  test("a meeting that nobody heard of, and one that is not there", () => {
    const [id = "", rows = []] = [...year.checkIns].find(([, all]) => all.length > 4) ?? [];
    const unheard = year.said.filter(({ kind }) => kind !== "check_in.announcement");
    const [first, , ...rest] = [...rows].sort((a, b) => (a.plannedFor < b.plannedFor ? -1 : 1));
    const holed = new Map([...year.checkIns, [id, [first, ...rest].filter(isRow)]]);

    expect(check({ ...year, said: unheard }).missed.length).toBeGreaterThan(10);
    expect(check({ ...year, checkIns: holed }).missed).toHaveLength(1);
  });
});

const isRow = (row: CheckIn | undefined): row is CheckIn => row !== undefined;
