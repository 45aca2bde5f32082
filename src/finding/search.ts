/**
 * Which commands a sentence may be about: a small full-text index over what each command says of itself in
 * every language (decision 0023). It tolerates accents, plurals, slips and any order of words; it is all in
 * memory, and what is typed goes nowhere.
 */

import MiniSearch from "minisearch";
import type { Declared } from "../feature.ts";
import { LOCALES, type Locale } from "../team/person.ts";
import { textsFor } from "../texts/index.ts";
import { listed, plain } from "./names.ts";

interface Entry {
  readonly id: string;
  readonly at: number;
  readonly locale: Locale;
  readonly names: string;
  readonly label: string;
  readonly sentences: string;
  readonly summary: string;
}

/** Words that say nothing about what is meant, in all three languages. */
const EMPTY = new Set(
  [
    "a an the i im my me we our us you your it is are am be to of for on in at and or with this that",
    "do does did can could would will like want have has how what when where who which so please",
    "el la los las un una unos unas de del en y o que con por para mi mis me se su sus es son lo al",
    "le les une des du et ou je ai mon ma mes nous nos notre tu te il ce cette est sont au aux dans sur",
    "pour avec qui quoi pas svp favor quiero voudrais",
  ].flatMap((line) => line.split(" ")),
);
/** Whoever writes in another language than their own is understood; their own comes first. */
const OWN_LANGUAGE = 1.2;
const WEIGHTS = { names: 2, label: 2, sentences: 1.5, summary: 0.3 };
/** Share of a word's letters that may be wrong. */
const SLIPS = 0.2;
const BETWEEN_WORDS = /[\s.,;:!?¿¡()"«»/…-]+/u;

/** A word as it is compared: plain, without what is joined to it, without its plural; null says nothing. */
function term(word: string): string | null {
  const alone = plain(word)
    .replace(/^(?:l|d|j|m|t|s|n|c|qu)'/u, "")
    .replace(/'(?:s|m|d|ll|ve|re)$/u, "");
  if (alone === "" || EMPTY.has(alone)) return null;
  return alone.length > 4 ? alone.replace(/(?:es|s|x)$/u, "") : alone;
}

/** @returns what ranks commands for a sentence; the index is made when it is first asked. */
export function createSearch(
  commands: readonly Declared[],
): (typed: string, locale: Locale) => readonly Declared[] {
  let index: MiniSearch<Entry> | undefined;
  const made = (): MiniSearch<Entry> => {
    const search = new MiniSearch<Entry>({
      fields: Object.keys(WEIGHTS),
      storeFields: ["at", "locale"],
      tokenize: (text) => text.split(BETWEEN_WORDS),
      processTerm: term,
    });
    search.addAll(commands.flatMap(entriesOf));
    return search;
  };
  return (typed, locale) => {
    index ??= made();
    const found = index.search(typed, {
      boost: WEIGHTS,
      fuzzy: SLIPS,
      prefix: true,
      boostDocument: (_id, _term, stored) => (stored?.["locale"] === locale ? OWN_LANGUAGE : 1),
    });
    const places = new Set(found.map((result) => result["at"] as number));
    return [...places].flatMap((at) => commands[at] ?? []);
  };
}

const entriesOf = ({ words, command }: Declared, at: number): readonly Entry[] =>
  LOCALES.map((locale) => {
    const texts = textsFor(locale, "UTC");
    const { label, names, sentences } = command.words(texts);
    return {
      id: `${locale} ${words}`,
      at,
      locale,
      label,
      names: [words, ...listed(names)].join(" "),
      sentences: listed(sentences).join(" "),
      summary: command.summary(texts),
    };
  });
