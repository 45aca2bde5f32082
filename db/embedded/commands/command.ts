/** What a command is: the fields it takes, and what it answers. */
import type { Args } from "../args.ts";
import type { Doc } from "../bson.ts";
import type { Cursors } from "../cursors.ts";
import type { Store } from "../store.ts";

export interface Request {
  readonly args: Args;
  readonly db: string;
  readonly store: Store;
  readonly cursors: Cursors;
}

/** A document, or the bytes of one. */
export type Reply = Record<string, unknown> | Doc | Buffer;

export interface Command {
  /** All fields beside the common ones; the first is the command's own name. */
  readonly fields: readonly string[];
  readonly run: (request: Request) => Reply;
}
