/**
 * What a command is, and how its fields are read: each must be known and of its type, or the command
 * is refused.
 */
import {
  type Doc,
  isDoc,
  type Value,
  isNumeric,
  type Numeric,
  toNumber,
  typeName,
} from "../bson.ts";
import type { Cursors } from "../cursors.ts";
import { CommandError, unsupported } from "../errors.ts";
import type { Store } from "../store.ts";

export interface Request {
  readonly args: Args;
  readonly db: string;
  readonly store: Store;
  readonly cursors: Cursors;
}

/** A document, or the bytes of one. */
export type Reply = Record<string, unknown> | Buffer;

export interface Command {
  /** All fields beside the command's own name and the common ones. */
  readonly fields: readonly string[];
  readonly writes?: true;
  readonly run: (request: Request) => Reply;
}

/** Fields any command may have; they change no answer. A transaction is refused by its fields. */
export const COMMON_FIELDS: readonly string[] = [
  "$db",
  "lsid",
  "comment",
  "$readPreference",
  "readConcern",
  "writeConcern",
];

/** Fields MongoDB knows and this database refuses with a sentence rather than as unknown. */
const REFUSED = /^(hint|collation|validator|capped|timeseries|viewOn|maxTimeMS|let|explain)$/;

export type Args = ReturnType<typeof readArgs>;

/** `where` names the command or part of it; throws 40415 for a field not in `allowed`. */
export function readArgs(doc: Doc, where: string, allowed: readonly string[]) {
  for (const name of doc.keys()) {
    if (allowed.includes(name)) continue;
    if (REFUSED.test(name)) throw unsupported(`'${name}' (in ${where})`);
    throw new CommandError(40415, `BSON field '${where}.${name}' is an unknown field.`);
  }

  function typed<T extends Value>(
    name: string,
    otherwise: T | undefined,
    expected: string,
    is: (value: Value | undefined) => value is T,
  ): T {
    const value = doc.has(name) ? doc.get(name) : otherwise;
    if (is(value)) return value;
    throw new CommandError(
      14,
      `BSON field '${where}.${name}' is the wrong type '${typeName(value)}', expected type '${expected}'`,
    );
  }

  return {
    has: (name: string) => doc.has(name),
    value: (name: string): Value | undefined => doc.get(name),
    text: (name: string) => typed(name, undefined, "string", isText),
    flag(name: string, otherwise = false): boolean {
      const value = typed(name, otherwise, "bool", isFlag);
      return typeof value === "boolean" ? value : toNumber(value) !== 0;
    },
    /** A whole number; throws 51024 where it is less than `least`. */
    number(name: string, least = 0): number {
      const value = toNumber(typed(name, 0, "int", isWhole));
      if (value >= least) return value;
      throw new CommandError(51024, `BSON field '${name}' value must be >= ${least}`);
    },
    doc: (name: string) => typed(name, new Map<string, Value>(), "object", isDoc),
    list: (name: string) => typed(name, [], "array", isList),
    docs: (name: string) => typed(name, [], "array of objects", isDocs),
  };
}

/** How many documents a reply holds at first. */
export const batchSizeOf = (args: Args): number =>
  args.has("batchSize") ? args.number("batchSize") : 101;

const isText = (value: Value | undefined): value is string => typeof value === "string";
const isFlag = (value: Value | undefined): value is boolean | Numeric =>
  typeof value === "boolean" || isNumeric(value);
const isWhole = (value: Value | undefined): value is Numeric =>
  isNumeric(value) && Number.isInteger(toNumber(value));
const isList = (value: Value | undefined): value is Value[] => Array.isArray(value);
const isDocs = (value: Value | undefined): value is Doc[] => isList(value) && value.every(isDoc);

/** Throws 20 for a transaction, 238 or 2 for a concern this single node cannot keep. */
export function checkConcerns(body: Doc): void {
  if (["txnNumber", "startTransaction", "autocommit"].some((name) => body.has(name)))
    throw new CommandError(
      20,
      "Transaction numbers are only allowed on a replica set member or mongos",
    );
  const [read, write] = [body.get("readConcern"), body.get("writeConcern")];
  const level = isDoc(read) ? (read.get("level") ?? "local") : "local";
  if (level !== "local" && level !== "available" && level !== "majority")
    throw unsupported("A read concern other than local, available and majority");
  const w = isDoc(write) ? (write.get("w") ?? 1) : 1;
  if (w !== "majority" && !(isNumeric(w) && toNumber(w) <= 1))
    throw new CommandError(2, "cannot use 'w' > 1 when a host is not replicated");
}
