/** What may be typed for a command: its words, and its names in every language, however they are written. */

import type { CommandFeature } from "../feature.ts";
import { LOCALES } from "../team/person.ts";
import { textsFor } from "../texts/index.ts";

/** Small letters without accents: how typed words are compared. */
export const plain = (typed: string): string =>
  typed
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("’", "'")
    .toLowerCase()
    .trim()
    .replace(/\s+/gu, " ");

/** A list in a catalogue: "one / another". */
export const listed = (written: string | undefined): readonly string[] =>
  (written ?? "")
    .split("/")
    .map((each) => each.trim())
    .filter(Boolean);

/** Every way to type a command, in plain letters. @throws when two commands have the same. */
export function callable(
  commands: ReadonlyMap<string, CommandFeature>,
): ReadonlyMap<string, CommandFeature> {
  const calls = new Map<string, CommandFeature>();
  for (const [words, command] of commands) calls.set(plain(words), command);
  for (const [words, command] of commands)
    for (const name of namesOf(command)) {
      const known = calls.get(name);
      if (known && said(known) !== said(command))
        throw new Error(`"${name}" is a name of "${words}" and of another command`);
      if (!known) calls.set(name, command);
    }
  return calls;
}

const namesOf = (command: CommandFeature): readonly string[] =>
  LOCALES.flatMap((locale) => listed(command.words(textsFor(locale, "UTC")).names).map(plain));

/** Two commands that say the same of themselves are one, such as help and nothing typed. */
const said = ({ words }: CommandFeature): unknown => words(textsFor("en", "UTC"));
