/** Reading a command's fields: each must be known and of its type, or the command is refused. */
import { type Doc, isDoc, type Value } from "./bson.ts";
import { CommandError, unsupported } from "./errors.ts";
import { isNumeric, toNumber, typeName } from "./values.ts";

export type Args = ReturnType<typeof readArgs>;

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
const REFUSED: readonly string[] = [
  "hint",
  "collation",
  "validator",
  "capped",
  "timeseries",
  "viewOn",
  "maxTimeMS",
  "let",
  "explain",
];

/** `where` names the command or part of it; throws 40415 for a field not in `allowed`. */
export function readArgs(doc: Doc, where: string, allowed: readonly string[]) {
  for (const name of doc.keys())
    if (!allowed.includes(name)) {
      if (REFUSED.includes(name)) throw unsupported(`'${name}' (in ${where})`);
      throw new CommandError(40415, `BSON field '${where}.${name}' is an unknown field.`);
    }
  const wrong = (name: string, expected: string, value: Value) =>
    new CommandError(
      14,
      `BSON field '${where}.${name}' is the wrong type '${typeName(value)}', expected type '${expected}'`,
    );

  function number(name: string, otherwise: number): number {
    const value = doc.get(name) ?? otherwise;
    if (!isNumeric(value) || !Number.isInteger(toNumber(value))) throw wrong(name, "int", value);
    return toNumber(value);
  }

  return {
    has: (name: string) => doc.has(name),
    value: (name: string): Value | undefined => doc.get(name),
    text(name: string): string {
      const value = doc.get(name) ?? null;
      if (typeof value !== "string") throw wrong(name, "string", value);
      return value;
    },
    flag(name: string, otherwise = false): boolean {
      const value = doc.get(name) ?? otherwise;
      if (typeof value === "boolean") return value;
      if (isNumeric(value)) return toNumber(value) !== 0;
      throw wrong(name, "bool", value);
    },
    number,
    /** Not negative. */
    count(name: string): number {
      const value = number(name, 0);
      if (value >= 0) return value;
      throw new CommandError(
        51024,
        `BSON field '${name}' value must be >= 0, actual value '${value}'`,
      );
    },
    doc(name: string): Doc {
      const value = doc.get(name) ?? new Map<string, Value>();
      if (!isDoc(value)) throw wrong(name, "object", value);
      return value;
    },
    list(name: string): Value[] {
      const value = doc.get(name) ?? [];
      if (!Array.isArray(value)) throw wrong(name, "array", value);
      return value;
    },
    docs(name: string): Doc[] {
      const value = doc.get(name) ?? [];
      if (!Array.isArray(value)) throw wrong(name, "array", value);
      return value.map((part) => {
        if (isDoc(part)) return part;
        throw wrong(name, "array of objects", part);
      });
    },
  };
}

/** Throws 20 for a transaction, 238 or 2 for a concern this single node cannot keep. */
export function checkConcerns(body: Doc): void {
  for (const name of ["txnNumber", "startTransaction", "autocommit"])
    if (body.has(name))
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
