/** What all features declared, put together once. */

import type { CommandFeature, Declarations, Declared, Feature } from "../feature.ts";
import { callable, commandMeant } from "./names.ts";
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
    nearest: search,
  };
}
