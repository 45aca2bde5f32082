/** Two sides agree on one text: whoever says yes to another text starts again, alone. Pure. */

import { createHash } from "node:crypto";
import { sideOf, type Partnership } from "../team/partnership.ts";
import type { Side } from "../team/person.ts";

export interface Yes {
  readonly personId: string;
  readonly at: Date;
}

/** What is agreed on, by the hash of its text, and who said yes to that very text. */
export interface Agreeing {
  readonly hash: string;
  /** Counts the texts that somebody said yes to, so that each is asked about under its own key. */
  readonly round: number;
  readonly said: readonly Yes[];
}

/** Names a text by what it says: the same content, whatever the order of its keys, the same name. */
export function hashOf(content: unknown): string {
  return createHash("sha256").update(canonical(content)).digest("hex").slice(0, 16);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === undefined) return "null";
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(",")}}`;
}

/**
 * Somebody says yes to a text. A text other than the last one clears what was said to that one; the
 * first yes of a person keeps its time. The same object when they had said it already.
 */
export function sayYes(
  agreeing: Agreeing | null,
  hash: string,
  personId: string,
  at: Date,
): Agreeing {
  if (agreeing?.hash !== hash)
    return { hash, round: (agreeing?.round ?? 0) + 1, said: [{ personId, at }] };
  if (agreeing.said.some((yes) => yes.personId === personId)) return agreeing;
  return { ...agreeing, said: [...agreeing.said, { personId, at }] };
}

/** The sides that said yes to that text, as people stand now. */
export function sidesFor(
  agreeing: Agreeing | null,
  hash: string,
  partnership: Partnership,
): readonly Side[] {
  if (agreeing?.hash !== hash) return [];
  return [...new Set(agreeing.said.flatMap(({ personId }) => sideOf(partnership, personId) ?? []))];
}

/** Whether each side has said yes to that text. */
export const bothSaid = (
  agreeing: Agreeing | null,
  hash: string,
  partnership: Partnership,
): boolean => sidesFor(agreeing, hash, partnership).length === 2;
