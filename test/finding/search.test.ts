import { describe, expect, test } from "@jest/globals";
import { features } from "../../src/features/index.ts";
import { declarationsOf } from "../../src/finding/declarations.ts";
import type { Locale } from "../../src/team/person.ts";
import { sentences } from "./sentences.ts";

const declared = declarationsOf(features);
const rows = Object.entries(sentences).flatMap(([locale, all]) =>
  all.map(([typed, wanted]) => ({ locale: locale as Locale, typed, wanted })),
);

/** What somebody who writes this is brought to, or offered first. */
function offered(typed: string, locale: Locale): readonly string[] {
  const meant = declared.meant(typed);
  if (meant) return [meant.declared.words];
  return declared
    .nearest(typed, locale)
    .slice(0, 3)
    .map(({ words }) => words);
}

test("of the sentences that people write, 95 in 100 have what they mean among the first three", () => {
  const missed = rows.filter(
    ({ typed, locale, wanted }) => !offered(typed, locale).includes(wanted),
  );

  expect(rows.length).toBeGreaterThanOrEqual(150);
  expect(missed.length / rows.length).toBeLessThanOrEqual(0.05);
});

test("each language alone keeps that, too", () => {
  for (const [locale, all] of Object.entries(sentences)) {
    const missed = all.filter(
      ([typed, wanted]) => !offered(typed, locale as Locale).includes(wanted),
    );

    expect({ locale, missed: missed.length / all.length <= 0.05 ? [] : missed }).toEqual({
      locale,
      missed: [],
    });
  }
});

describe("whatever language somebody is known to speak", () => {
  test.each(["hello", "hola", "aide", "ayuda", "?", "Bonjour !", "¡Hola!", "menu", "menú"])(
    "%s is answered by the menu",
    (typed) => {
      expect(declared.meant(typed)?.declared.words).toBe("help");
    },
  );
});

test.each([
  ["plan a lesson with Sam", "plan"],
  ["meet Sam on Tuesday", "meet"],
  ["hello, can you show me all of my goals?", "help"],
])("%j is a sentence, and no command that takes nothing", (typed, words) => {
  expect(declared.meant(typed)?.declared.words).not.toBe(words);
});

test("a sentence about nothing that is known finds nothing", () => {
  expect(declared.nearest("frobnicate zyxxy", "en")).toEqual([]);
});
