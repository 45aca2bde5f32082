/** What all features declared, put together once. */

import { distance } from "fastest-levenshtein";
import type { CommandFeature, Declarations, Declared, Feature } from "../feature.ts";
import { callable, commandMeant, plain } from "./names.ts";
import { createSearch } from "./search.ts";

/** @throws when two commands can be typed the same way. */
export function declarationsOf(features: readonly Feature[]): Declarations {
  const commands = features.flatMap(
    ({ name, module, needs, commands: own = {} }): readonly Declared[] =>
      Object.entries(own).map(([words, command]) => ({
        words,
        command,
        feature: { name, ...(module ? { module } : {}), ...(needs ? { needs } : {}) },
      })),
  );
  const calls = callable(new Map(commands.map(({ words, command }) => [words, command])));
  const byCommand = new Map<CommandFeature, Declared>(commands.map((each) => [each.command, each]));
  // Nothing typed is the same as the menu, and a sentence is never about nothing.
  const search = createSearch(commands.filter(({ words }) => words !== ""));
  return {
    commands,
    seasons: features.flatMap(({ module, needs, seasons = [] }) =>
      seasons.map((season) => ({
        ...season,
        ...(module ? { module } : {}),
        ...(needs ? { needs } : {}),
      })),
    ),
    homes: features
      .flatMap(({ module, needs, home }) =>
        home ? [{ ...home, ...(module ? { module } : {}), ...(needs ? { needs } : {}) }] : [],
      )
      .sort((one, other) => one.order - other.order),
    modules: [...new Set(features.flatMap(({ module }) => (module ? [module] : [])))],
    meant(typed) {
      const meant = commandMeant(typed, calls);
      const declared = meant && byCommand.get(meant.command);
      return declared && { declared, rest: meant.rest };
    },
    nearest: (typed, locale) => [
      ...new Set([...spelledAlike(typed, commands), ...search(typed, locale)]),
    ],
  };
}

/** Commands whose own words were mistyped; at the start of a sentence only by a letter. */
function spelledAlike(typed: string, commands: readonly Declared[]): readonly Declared[] {
  const words = plain(typed).split(" ");
  const isSentence = words.length > 2;
  return [2, 1].flatMap((count) => {
    const asked = words.slice(0, count).join(" ");
    const most = isSentence ? (asked.length > 4 ? 1 : 0) : slipsIn(asked);
    const near = commands
      .filter((each) => each.words !== "" && each.words !== "help")
      .map((each) => ({ each, slips: distance(asked, each.words) }))
      .filter(({ slips }) => slips <= most)
      .sort((one, other) => one.slips - other.slips);
    return near.slice(0, 1).map(({ each }) => each);
  });
}

/** How many letters of a word may be wrong: of a short one at most a half, of a long one a third. */
const slipsIn = ({ length }: string): number => Math.max(Math.min(2, length / 2), length / 3);
