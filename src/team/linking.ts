/**
 * One human on two platforms is two people to the bot until they say, on both, that they are one. A
 * one-time code carries the word from the one to the other.
 */

import { sideOf, type Partnership } from "./partnership.ts";
import { tenantOf, type Address, type Person } from "./person.ts";

export interface Linking {
  /** The code, as it is shown: `K7M2QX`. */
  readonly id: string;
  /** Who asked for it, and where they did; they are the person that remains. */
  readonly first: Self;
  /** Who typed it elsewhere and said that this is them; null while nobody did. */
  readonly second: Self | null;
  /** `claimed`: the second one said yes, the first is asked. `joined`: both said yes. */
  readonly status: "open" | "claimed" | "joined" | "refused";
  /** Nothing more can be answered from then on. */
  readonly until: Date;
}

/** One of the two that may be one. */
export interface Self {
  readonly personId: string;
  readonly address: Address;
}

/** How often somebody typed a code that does not work, lately. */
export interface CodeTries {
  /** The person's. */
  readonly id: string;
  readonly wrong: number;
  /** Counted anew from then on. */
  readonly until: Date;
}

const MINUTE_MS = 60_000;
const CODE_MS = 15 * MINUTE_MS;
/** From the yes on the one side to that on the other. */
const ANSWER_MS = 60 * MINUTE_MS;
const MOST_WRONG = 5;

/** No letter looks like a digit, and none spells anything with another. */
export const LETTERS = "23456789BCDFGHJKMNPQRTVWXZ";
const LENGTH = 6;

/** @param pick a random whole number below the given one. */
export const newCode = (pick: (below: number) => number): string =>
  Array.from({ length: LENGTH }, () => LETTERS[pick(LETTERS.length)] ?? "").join("");

/** A code as people type it, in its own form: `k7m-2qx` is `K7M2QX`. */
export const codeTyped = (typed: string): string => typed.replaceAll(/[\s.-]+/gu, "").toUpperCase();

export const openLinking = (code: string, first: Self, now: Date): Linking => ({
  id: code,
  first,
  second: null,
  status: "open",
  until: new Date(now.getTime() + CODE_MS),
});

export const isOver = ({ until }: Pick<Linking, "until">, now: Date): boolean => until <= now;

/** The second one says yes; the same object unless the code is still free or already theirs. */
export const claim = (linking: Linking, second: Self, now: Date): Linking =>
  linking.status === "open" && !isOver(linking, now)
    ? { ...linking, second, status: "claimed", until: new Date(now.getTime() + ANSWER_MS) }
    : linking;

/** The first one says yes, too. */
export const join = (linking: Linking, now: Date): Linking =>
  linking.status === "claimed" && !isOver(linking, now)
    ? { ...linking, status: "joined" }
    : linking;

/** Either of them says no, before they are joined. */
export const refuse = (linking: Linking): Linking =>
  linking.status === "open" || linking.status === "claimed"
    ? { ...linking, status: "refused" }
    : linking;

/** One more wrong code. */
export const oneMoreWrong = (tries: CodeTries, now: Date): CodeTries =>
  isOver(tries, now)
    ? { ...tries, wrong: 1, until: new Date(now.getTime() + CODE_MS) }
    : { ...tries, wrong: tries.wrong + 1 };

/** Whether they have to wait until `tries.until` before the next code is looked at. */
export const mustWait = (tries: CodeTries, now: Date): boolean =>
  !isOver(tries, now) && tries.wrong >= MOST_WRONG;

/** Both have an account in one workspace, so they are two people there. */
export const isTwice = (a: Person, b: Person): boolean =>
  a.addresses.some((mine) => b.addresses.some((theirs) => tenantOf(mine) === tenantOf(theirs)));

/** The partnership in which the two stand on different sides; one person stands on one. */
export const stoodApart = (
  a: Person,
  b: Person,
  partnerships: readonly Partnership[],
): Partnership | undefined =>
  partnerships.find((partnership) => {
    const sides = [sideOf(partnership, a.id), sideOf(partnership, b.id)];
    return sides[0] !== undefined && sides[1] !== undefined && sides[0] !== sides[1];
  });

/**
 * The first with what the second was: reached in both places, the first one's before. What only one of
 * them ever set stays set. Repeatable.
 */
export function merged(first: Person, second: Person): Person {
  const known = first.role === "staff" ? second : first;
  const { role, workingDays, contractMonths } = known;
  // Nobody covers for themselves.
  const { cover, ...rest } = { ...second, ...first };
  const byOther = cover && ![first.id, second.id].includes(cover.byId);
  return {
    ...rest,
    ...(byOther ? { cover } : {}),
    role,
    workingDays,
    contractMonths,
    schoolId: known.schoolId ?? first.schoolId,
    addresses: [...new Set([...first.addresses, ...second.addresses])],
    unreachable: [...new Set([...first.unreachable, ...second.unreachable])],
    pausedUntil: later(first.pausedUntil, second.pausedUntil),
  };
}

/** What is left of the second: nobody that anything could reach. */
export const emptied = (second: Person): Person => ({
  ...second,
  addresses: [],
  unreachable: [],
  pausedUntil: null,
  active: false,
});

const later = (a: Date | null, b: Date | null): Date | null =>
  a && b ? (a > b ? a : b) : (a ?? b);
