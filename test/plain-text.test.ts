import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { cutAt, isBlank, lengthOf, manyLines, oneLine, shorten } from "../src/plain-text.ts";

const anyText = fc.string({ unit: "binary", maxLength: 400 });

describe("one line", () => {
  test.each([
    ["  Read   aloud \t weekly ", "Read aloud weekly"],
    ["two\nlines\r\nhere", "two lines here"],
    ["bell\u0007 and null\u0000", "bell and null"],
    ["a \u0000 b", "a b"],
    ["turned \u202Eback\u202C", "turned back"],
    ["half a pair \uD83D", "half a pair"],
    ["no\u00A0break", "no break"],
  ])("%j is kept as %j", (typed, kept) => {
    expect(oneLine(typed)).toBe(kept);
  });

  test.each([
    "<!channel> reads *bold* and _plain_ &amp; @everyone",
    "👩🏽‍🏫 + 👨‍👩‍👧 read together 📚",
    "كل تلميذ يعرف كيف يذكر المصدر",
    "ספרייה פתוחה לכולם",
    "Niño, élève, naïve",
  ])("%s stays as it was typed", (typed) => {
    expect(oneLine(typed)).toBe(typed);
  });

  test("any text becomes one clean line, and cleaning it again changes nothing", () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const line = oneLine(typed);

        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
        expect(line).not.toMatch(/^\s|\s$|\s{2}/u);
        expect(oneLine(line)).toBe(line);
      }),
    );
  });
});

describe("many lines", () => {
  test("line breaks stay, empty lines shrink to one", () => {
    expect(manyLines(" one \r\n two\n\n\n\nthree\u0000 \n")).toBe("one\ntwo\n\nthree");
  });

  test("cleaning any text twice is cleaning it once", () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        expect(manyLines(manyLines(typed))).toBe(manyLines(typed));
      }),
    );
  });
});

test.each([
  ["", true],
  ["   ", true],
  ["\u200B\u200D\u200F", true],
  ["?", false],
  ["📚", false],
  ["本", false],
])("%j is blank: %s", (typed, blank) => {
  expect(isBlank(typed)).toBe(blank);
});

describe("shortening", () => {
  test("counts characters as people see them written, not their halves", () => {
    expect(lengthOf("📚📚")).toBe(2);
    expect(shorten("📚📚📚", 2)).toBe("📚…");
    expect(shorten("📚📚", 2)).toBe("📚📚");
  });

  test("a long text is cut where a word ends", () => {
    expect(cutAt("every class can cite", 16)).toEqual(["every class can", "cite"]);
    expect(cutAt("every class can cite", 15)).toEqual(["every class can", "cite"]);
    expect(cutAt("everyclasscancite", 5)).toEqual(["every", "classcancite"]);
    expect(cutAt("short", 10)).toEqual(["short", ""]);
  });

  test("a cut loses nothing but blanks and keeps to the limit", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 60 }), (typed, max) => {
        const line = oneLine(typed);
        const [first, rest] = cutAt(line, max);

        expect(lengthOf(first)).toBeLessThanOrEqual(max);
        expect((first + rest).replaceAll(" ", "")).toBe(line.replaceAll(" ", ""));
        expect(first === "").toBe(line === "");
      }),
    );
  });
});
