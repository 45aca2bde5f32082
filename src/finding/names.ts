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

/**
 * What was typed, as a command: without what nobody sees, what stood behind a mention, a stroke before the
 * first word and a sign behind it. "@Liaison! /goal: Label carts", "Help?".
 */
export const asCommand = (typed: string): string =>
  typed
    .replace(/^[\p{Cf}\p{Cc}\s!,:;.]+/u, "")
    .replace(/^\/(?:liaison\s+)?(?=\p{L})/iu, "")
    .replace(/^(\p{L}+)[:;,.!?]+(?=\s|$)/u, "$1");

/** A list in a catalogue: "one / another". */
export const listed = (written: string | undefined): readonly string[] =>
  (written ?? "")
    .split("/")
    .map((each) => each.trim())
    .filter(Boolean);

/** Of a name; what is longer is read as a sentence. */
const MOST_WORDS = 5;

/** Every way to type a command, in plain letters. @throws when two have the same, or one is too long. */
export function callable(
  commands: ReadonlyMap<string, CommandFeature>,
): ReadonlyMap<string, CommandFeature> {
  const calls = new Map<string, CommandFeature>();
  for (const [words, command] of commands) calls.set(plain(words), command);
  for (const [words, command] of commands)
    for (const name of words === "" ? [] : namesOf(command)) {
      if (name.split(" ").length > MOST_WORDS) throw new Error(`"${name}" has too many words`);
      const known = calls.get(name);
      if (known && known !== command)
        throw new Error(`"${name}" is a name of "${words}" and of another command`);
      if (!known) calls.set(name, command);
    }
  return calls;
}

const namesOf = (command: CommandFeature): readonly string[] =>
  LOCALES.flatMap((locale) => listed(command.words(textsFor(locale, "UTC")).names).map(plain));

/**
 * The command whose words fit a text best, with what follows them, blanks and line breaks kept. Who writes
 * more than a command can take writes a sentence: it is no command.
 */
export function commandMeant(
  typed: string,
  calls: ReadonlyMap<string, CommandFeature>,
): { readonly command: CommandFeature; readonly rest: string } | undefined {
  const words = typed.trim().split(/\s+/u).filter(Boolean).map(bare);
  for (
    let count = Math.min(MOST_WORDS, words.length);
    count >= Math.min(1, words.length);
    count--
  ) {
    const command = calls.get(plain(words.slice(0, count).join(" ")));
    const rest = restAfter(typed, count);
    if (command && takes(command, rest)) return { command, rest };
  }
  return undefined;
}

/** Without the marks around it; a word of marks alone, such as "?", stays. */
const bare = (word: string): string => word.replace(/^[¡¿"«(]+(?=.)|(?<=.)[!?.,;:…"»)]+$/gu, "");

/** What follows the first `count` words, with its own spaces and line breaks. */
const restAfter = (typed: string, count: number): string =>
  typed.trim().replace(new RegExp(`^(?:\\S+\\s*){${String(count)}}`, "u"), "");

const takes = ({ accepts, hint }: CommandFeature, rest: string): boolean =>
  accepts ? accepts(rest) : hint !== undefined || rest === "";
