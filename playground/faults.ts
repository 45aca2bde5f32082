/** Trouble on demand: the next sends that match meet it. Kept in memory; a reset clears it. */
import type { Fault } from "./contract.ts";

export interface Faults<Kind extends Fault["kind"]> {
  add(kind: Kind, times: number, match: string | null): void;
  /** The fault that a send with this text meets, which is then used up by one. */
  meet(text: string): Kind | null;
  clear(): void;
}

export function createFaults<Kind extends Fault["kind"]>(): Faults<Kind> {
  let faults: readonly {
    readonly kind: Kind;
    readonly left: number;
    readonly match: string | null;
  }[] = [];
  return {
    add: (kind, times, match) => {
      faults = [...faults, { kind, left: times, match }];
    },
    meet: (text) => {
      const searched = text.toLowerCase();
      const met = faults.find(
        ({ match }) => match === null || searched.includes(match.toLowerCase()),
      );
      if (!met) return null;
      faults = faults
        .map((fault) => (fault === met ? { ...fault, left: fault.left - 1 } : fault))
        .filter((fault) => fault.left > 0);
      return met.kind;
    },
    clear: () => {
      faults = [];
    },
  };
}
