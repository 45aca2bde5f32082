/**
 * What a form carries is marked as the bot's own. It goes through the client and comes back, and only what
 * comes back whole, from the person whom it was drawn for, is shown again or believed: its title, its
 * notes, where it came from, which opening it was. Nothing is kept, so it holds over restarts and for every
 * process that knows the secret.
 */

import { createHmac, timingSafeEqual } from "node:crypto";
import type { Form } from "../../src/card.ts";

/** Whom a form was drawn for. */
export interface Holder {
  readonly tenant: string;
  readonly user: string;
}

/** What the bot said of a form, without what stands in it. */
interface Said {
  readonly form: Form;
  readonly instance: string;
  /** The adapter's own note; with its mark once it is sealed. */
  readonly note: string;
}

export interface Seals {
  /** The note with the mark, to be carried. */
  seal(said: Said, holder: Holder): string;
  /** The note without it; undefined when anything of it is not as it was said, or not to them. */
  open(said: Said, holder: Holder): string | undefined;
}

/** Of 32 bytes in base64, without the padding. */
const MARK = 43;

export function createSeals(secret: Buffer): Seals {
  const markOf = ({ form, instance, note }: Said, { tenant, user }: Holder): string =>
    createHmac("sha256", secret)
      .update(JSON.stringify([tenant, user, instance, note, form]))
      .digest("base64url");

  return {
    seal: (said, holder) => markOf(said, holder) + said.note,
    open(said, holder) {
      const [mark, note] = [said.note.slice(0, MARK), said.note.slice(MARK)];
      const [a, b] = [Buffer.from(mark), Buffer.from(markOf({ ...said, note }, holder))];
      return a.length === b.length && timingSafeEqual(a, b) ? note : undefined;
    },
  };
}
