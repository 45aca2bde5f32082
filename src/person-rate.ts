/**
 * How much one person may ask for at once: more than anybody does by hand. What was taken in is never
 * dropped; what is beyond it is refused before it is stored, and said once.
 */

import type { Address } from "./team/person.ts";
import type { ChatEvent } from "./ports.ts";

/** After a burst, one more each time so much went by. */
const EVERY_MS = 500;
/** Those who asked longest ago are forgotten first. */
const MOST_PEOPLE = 20_000;

/** What people do of their own will; what a platform tells of them always counts. */
const ASKED: readonly ChatEvent["type"][] = [
  "command",
  "action",
  "form",
  "change",
  "shortcut",
  "home",
  "said",
];

/** Beyond a person's rate: nothing was stored. */
export class TooMuchError extends Error {
  override readonly name = "TooMuchError";
  /** The first since they were last within it: the one to say so at. */
  readonly isFirst: boolean;
  constructor(isFirst: boolean) {
    super("A person asked for more than is taken in at once");
    this.isFirst = isFirst;
  }
}

interface Spent {
  /** Milliseconds since the epoch until which everything so far is paid for. */
  paidUntil: number;
  isTold: boolean;
  /** What was let through lately: a platform's repetition is no second asking. */
  readonly ids: Set<string>;
}

/**
 * @param burst how much may come at once; 0 is no limit.
 * @param now milliseconds of real time.
 * @returns what lets an event in, or throws TooMuchError.
 */
export function createPersonRate(burst: number, now = Date.now): (event: ChatEvent) => void {
  const people = new Map<Address, Spent>();

  return (event: ChatEvent): void => {
    if (burst === 0 || !ASKED.includes(event.type)) return;
    const at = now();
    const spent = people.get(event.from) ?? { paidUntil: at, isTold: false, ids: new Set() };
    people.delete(event.from);
    people.set(event.from, spent);
    if (people.size > MOST_PEOPLE) dropFirst(people.keys(), people);
    if (spent.ids.has(event.id)) return;
    const from = Math.max(at, spent.paidUntil);
    if (from - at >= burst * EVERY_MS) {
      const isFirst = !spent.isTold;
      spent.isTold = true;
      throw new TooMuchError(isFirst);
    }
    if (from - at <= (burst * EVERY_MS) / 2) spent.isTold = false;
    spent.paidUntil = from + EVERY_MS;
    spent.ids.add(event.id);
    if (spent.ids.size > burst) dropFirst(spent.ids, spent.ids);
  };
}

function dropFirst<T>(all: Iterable<T>, from: { delete(one: T): unknown }): void {
  for (const one of all) {
    from.delete(one);
    return;
  }
}
