/** What a command is, and how its fields are read: each is known and of its type, or it is refused. */
import {
  type Doc,
  isDoc,
  isNumeric,
  isOn,
  isSwitch,
  type Numeric,
  type Switch,
  toNumber,
  typeName,
  type Value,
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
  "writeConcern",
];

/** Fields MongoDB knows and this database refuses with a sentence rather than as unknown. */
const REFUSED =
  /^(hint|collation|validator|capped|timeseries|viewOn|maxTimeMS|let|explain|readConcern)$/;

export type Args = ReturnType<typeof readArgs>;

/** `where` names the command or part of it; throws 40415 for a field not in `allowed`. */
export function readArgs(doc: Doc, where: string, allowed: readonly string[]) {
  for (const name of doc.keys()) {
    if (allowed.includes(name)) continue;
    if (REFUSED.test(name)) throw unsupported(`'${name}' (in ${where})`);
    throw new CommandError(40415, `BSON field '${where}.${name}' is an unknown field.`);
  }

  /** Reads fields of a type; what is not given is `otherwise`. */
  const reader =
    <T extends Value>(expected: string, is: (value?: Value) => value is T, otherwise?: T) =>
    (name: string): T => {
      const value = doc.has(name) ? doc.get(name) : otherwise;
      if (is(value)) return value;
      const problem = `the wrong type '${typeName(value)}', expected type '${expected}'`;
      throw new CommandError(14, `BSON field '${where}.${name}' is ${problem}`);
    };
  const whole = reader("int", isWhole, 0);

  return {
    has: (name: string) => doc.has(name),
    value: (name: string): Value | undefined => doc.get(name),
    text: reader("string", isText),
    flag: (name: string, otherwise = false): boolean =>
      isOn(reader<Switch>("bool", isSwitch, otherwise)(name)),
    /** A whole number; throws 51024 where it is negative. */
    number(name: string): number {
      const value = toNumber(whole(name));
      if (value >= 0) return value;
      throw new CommandError(51024, `BSON field '${name}' value must be >= 0`);
    },
    doc: reader("object", isDoc, new Map<string, Value>()),
    list: reader<Value[]>("array", Array.isArray, []),
    docs: reader("array of objects", isDocs, []),
  };
}

/** How many documents a reply holds at first. */
export const batchSizeOf = (args: Args): number =>
  args.has("batchSize") ? args.number("batchSize") : 101;

const isText = (value?: Value): value is string => typeof value === "string";
const isWhole = (value?: Value): value is Numeric =>
  isNumeric(value) && Number.isInteger(toNumber(value));
const isDocs = (value?: Value): value is Doc[] => Array.isArray(value) && value.every(isDoc);

/** Throws 20 for a transaction, 2 for a write concern this single node cannot keep. */
export function checkConcerns(body: Doc): void {
  const unknown = "Transaction numbers are only allowed on a replica set member or mongos";
  for (const name of ["txnNumber", "startTransaction", "autocommit"])
    if (body.has(name)) throw new CommandError(20, unknown);
  const write = body.get("writeConcern");
  const w = isDoc(write) ? (write.get("w") ?? 1) : 1;
  if (w !== "majority" && !(isNumeric(w) && toNumber(w) <= 1))
    throw new CommandError(2, "cannot use 'w' > 1 when a host is not replicated");
}
