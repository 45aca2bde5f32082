import { describe, expect, test } from "@jest/globals";
import { features } from "../../src/features/index.ts";
import { SITUATIONS } from "../../src/finding/situation.ts";
import { MODULES } from "../../src/team/module.ts";
import { callable, commandMeant, listed, plain } from "../../src/finding/names.ts";
import { lengthOf } from "../../src/plain-text.ts";
import { LOCALES } from "../../src/team/person.ts";
import { textsFor } from "../../src/texts/index.ts";

const commands = features.flatMap(({ commands: declared }) => Object.entries(declared ?? {}));
const LABEL = 40;
const FEWEST_SENTENCES = 2;

describe.each(LOCALES)("what each command says of itself in %s", (locale) => {
  const texts = textsFor(locale, "UTC");

  test.each(commands)(
    '"%s" has a summary, a label that fits a button, and sentences',
    (_, command) => {
      const { label, sentences } = command.words(texts);

      expect(command.summary(texts).trim()).not.toBe("");
      expect(label.trim()).not.toBe("");
      expect(lengthOf(label)).toBeLessThanOrEqual(LABEL);
      expect(listed(sentences).length).toBeGreaterThanOrEqual(FEWEST_SENTENCES);
    },
  );

  test("no two lines of the menu have the same label", () => {
    const labels = commands
      .filter(([, { menu }]) => menu !== false)
      .map(([, { words }]) => words(texts).label);

    expect(new Set(labels).size).toBe(labels.length);
  });
});

test("every command belongs to a situation, and every feature to the core or a module", () => {
  for (const [, { situation }] of commands) expect(SITUATIONS).toContain(situation);
  for (const { module } of features) expect([undefined, ...MODULES]).toContain(module);
});

test("no name is of two commands, in all languages together", () => {
  expect(() => callable(new Map(commands))).not.toThrow();
});

test("a name that two commands share is refused at the start", () => {
  const [[, one], [, other]] = commands.slice(2, 4) as [(typeof commands)[0], (typeof commands)[0]];
  const named = {
    ...one,
    words: () => ({ label: "One", names: "other words", sentences: "a / b" }),
  };
  const same = {
    ...other,
    words: () => ({ label: "Two", names: "Other  Wörds", sentences: "c / d" }),
  };

  expect(() =>
    callable(
      new Map([
        ["one", named],
        ["two", same],
      ]),
    ),
  ).toThrow(/"other words"/u);
});

test("every name leads to its command in each language, with and without its accents", () => {
  const calls = callable(new Map(commands));
  const bare = (typed: string) => typed.normalize("NFD").replace(/\p{M}/gu, "");
  for (const [words, command] of commands)
    for (const locale of words === "" ? [] : LOCALES)
      for (const name of listed(command.words(textsFor(locale, "UTC")).names))
        for (const typed of [name, bare(name), name.toUpperCase(), name.replaceAll("'", "’")])
          expect([typed, commandMeant(typed, calls)?.command === command]).toEqual([typed, true]);
});

test.each([
  ["ayuda", "help"],
  ["AIDE", "help"],
  ["menú", "help"],
  ["inicio", "home"],
  ["accueil", "home"],
  ["plan", "plan"],
  ["goal lista", "goal list"],
  ["goal aide", "goal help"],
  ["meta", "goal"],
  ["Objectif", "goal"],
  ["réflexion", "reflect"],
  ["reflexion", "reflect"],
  ["check-in", "checkin"],
  ["plan d’action", "plan"],
])("%j is typed for /liaison %s", (typed, words) => {
  const known = new Map(commands);

  const texts = textsFor("en", "UTC");

  expect(callable(known).get(plain(typed))?.words(texts)).toBe(known.get(words)?.words(texts));
});
