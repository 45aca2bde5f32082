/**
 * What every platform's stand-in stands on: the demo's people, the time, and the count of changes.
 * It is in the journal, so that a restarted playground shows the same screen.
 */
import { randomBytes } from "node:crypto";
import type { Demo, Person } from "./demo.ts";
import type { Collection, Journal } from "./journal.ts";

interface ClockState {
  readonly now: string;
  readonly next: string | null;
}

/** Where the virtual clock stands after a reset: Tuesday 2 March 2027, 09:00 in Chicago. */
export const FIRST_INSTANT = "2027-03-02T15:00:00.000Z";

/** Times of day on the person's own clock, such as `22:00`; over midnight when `from` is later. */
export interface QuietTimes {
  readonly from: string;
  readonly to: string;
}

export interface Ground {
  readonly demo: Demo;
  readonly notes: Collection<unknown>;
  clock(): ClockState;
  setClock(change: Partial<ClockState>): void;
  /** By the platform's id. */
  person(user: string): Person | undefined;
  isDeactivated(user: string): boolean;
  setDeactivated(user: string, deactivated: boolean): void;
  /** When somebody's notifications pause each night; undefined: as the platform has it. */
  quiet(user: string): QuietTimes | null | undefined;
  /** Null: never. */
  setQuiet(user: string, times: QuietTimes | null): void;
  /** The latest revision; grows with every change. */
  revision(): number;
  /** Counts a change and answers its revision. */
  changed(): number;
  /** Goes on after what was stored before the start. */
  resume(stored: readonly { readonly revision: number }[]): void;
  onChange(listener: (revision: number) => void): () => void;
  /** A fresh id such as `V…`. */
  id(prefix: string): string;
  /** A secret that survives restarts but not a reset. */
  secret(name: string): string;
  /** Forgets everything, of every platform. */
  reset(clock: ClockState): void;
}

export function createGround(journal: Journal, demo: Demo): Ground {
  const notes = journal.collection<unknown>("note");
  const deactivated = journal.collection<true>("deactivated");
  const quiet = journal.collection<{ readonly times: QuietTimes | null }>("quiet");
  const clocks = journal.collection<ClockState>("clock");
  const personOf = new Map(demo.people.map((person) => [person.user, person]));
  const listeners = new Set<(revision: number) => void>();
  let revision = 0;

  function clock(): ClockState {
    return clocks.get("clock") ?? { now: FIRST_INSTANT, next: null };
  }

  function changed(): number {
    revision += 1;
    for (const listener of listeners) listener(revision);
    return revision;
  }

  return {
    demo,
    notes,
    clock,
    setClock: (change) => {
      const before = clock();
      const after = { ...before, ...change };
      if (after.now === before.now && after.next === before.next) return;
      clocks.put("clock", after);
      changed();
    },
    person: (user) => personOf.get(user),
    isDeactivated: (user) => deactivated.get(user) ?? false,
    setDeactivated: (user, isOut) => {
      if (isOut) deactivated.put(user, true);
      else deactivated.delete(user);
      changed();
    },
    quiet: (user) => quiet.get(user)?.times,
    setQuiet: (user, times) => {
      quiet.put(user, { times });
      changed();
    },
    revision: () => revision,
    changed,
    resume: (stored) => {
      revision = stored.reduce((highest, kept) => Math.max(highest, kept.revision), revision);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    id: (prefix) => `${prefix}${randomBytes(5).toString("hex").toUpperCase()}`,
    secret: (name) => {
      const known = notes.get(`secret:${name}`);
      if (typeof known === "string") return known;
      const made = randomBytes(16).toString("hex");
      notes.put(`secret:${name}`, made);
      return made;
    },
    reset: (first) => {
      journal.clear();
      clocks.put("clock", first);
      changed();
    },
  };
}
