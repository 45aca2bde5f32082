/** Names and marks of the people on the page. */
import type { PersonState } from "../contract.ts";

/** `School librarian, Alder Bend` is `School librarian` at `Alder Bend`. */
export function shortName(name: string): string {
  return name.split(",")[0]?.trim() ?? name;
}

/** Two letters for the round mark beside a name. */
export function initials(name: string): string {
  const words = shortName(name).split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => word?.charAt(0).toUpperCase() ?? "").join("");
}

/** One of `count` colours, always the same for the same person. */
export function hue(id: string, count: number): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % count;
}

/** People on the same platform as `me`: whom a picker or a mention can name. */
export function colleagues(people: readonly PersonState[], me: PersonState): PersonState[] {
  return people.filter((person) => person.platform === me.platform);
}
