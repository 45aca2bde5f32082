/** What each update operator makes of one field. */
import { BSONRegExp } from "bson";
import { isDoc, type Value } from "./bson.ts";
import { CommandError } from "./errors.ts";
import { compare, equal } from "./keys.ts";
import { elementTest } from "./match.ts";
import { regexTest } from "./regex.ts";
import { isNumeric, sum, toNumber, typeName } from "./values.ts";

type Before = Value | undefined;
interface FieldOperator {
  /** Whether a missing field, and the documents on the way to it, come into being. */
  readonly creates: boolean;
  /** The new value; undefined removes the field. `path` is for the error's sentence. */
  readonly apply: (before: Before, operand: Value, path: string) => Before;
}

const bad = (message: string, code = 2) => new CommandError(code, message);

/** A missing array is an empty one. */
function list(name: string, value: Before, path: string, code = 2): Value[] {
  if (value === undefined || Array.isArray(value)) return [...(value ?? [])];
  const type = typeName(value);
  throw bad(`Cannot apply ${name} to a non-array value: '${path}' is of type ${type}`, code);
}

function increment(before: Before, operand: Value, path: string): Value {
  if (!isNumeric(operand)) throw bad(`Cannot increment with non-numeric argument: '${path}'`, 14);
  if (before === undefined) return operand;
  if (isNumeric(before)) return sum(before, operand, true);
  throw bad(`Cannot apply $inc to '${path}', which is of type ${typeName(before)}`, 14);
}

/** The values an operand adds, and where; beside `$each` only `modifiers` may stand. */
function added(name: string, operand: Value, modifiers: readonly string[], code: number) {
  if (!isDoc(operand) || !operand.has("$each")) return { values: [operand] };
  const unknown = [...operand.keys()].find((key) => key !== "$each" && !modifiers.includes(key));
  if (unknown !== undefined) throw bad(`Unrecognized clause in ${name}: ${unknown}`);
  const values = operand.get("$each");
  if (!Array.isArray(values)) throw bad(`The argument to $each in ${name} must be an array`, code);
  return { values, position: operand.get("$position") };
}

function push(before: Before, operand: Value, path: string): Value {
  const known = list("$push", before, path);
  const { values, position = known.length } = added("$push", operand, ["$position"], 2);
  const start = isNumeric(position) ? toNumber(position) : NaN;
  if (!Number.isInteger(start)) throw bad("The value for $position must be a whole number");
  return known.toSpliced(start, 0, ...values);
}

function addToSet(before: Before, operand: Value, path: string): Value {
  const known = list("$addToSet", before, path);
  for (const value of added("$addToSet", operand, [], 14).values)
    if (!known.some((e) => equal(e, value))) known.push(value);
  return known;
}

function pull(before: Before, operand: Value, path: string): Value {
  const goes =
    operand instanceof BSONRegExp
      ? regexTest(operand)
      : isDoc(operand)
        ? elementTest(operand)
        : (e: Value) => equal(e, operand);
  return list("$pull", before, path).filter((e) => !goes(e));
}

function pullAll(before: Before, operand: Value, path: string): Value {
  if (!Array.isArray(operand)) throw bad("$pullAll requires an array argument");
  return list("$pullAll", before, path).filter((e) => !operand.some((o) => equal(e, o)));
}

function pop(before: Before, operand: Value, path: string): Value {
  const end = isNumeric(operand) ? toNumber(operand) : 0;
  if (Math.abs(end) !== 1) throw bad("$pop expects 1 or -1", 9);
  const values = list("$pop", before, path, 14);
  return end < 0 ? values.slice(1) : values.slice(0, -1);
}

export const FIELD_OPERATORS: Readonly<Record<string, FieldOperator>> = {
  $addToSet: { creates: true, apply: addToSet },
  $inc: { creates: true, apply: increment },
  $max: {
    creates: true,
    apply: (before, operand) =>
      before === undefined || compare(operand, before) > 0 ? operand : before,
  },
  $pop: { creates: false, apply: pop },
  $pull: { creates: false, apply: pull },
  $pullAll: { creates: false, apply: pullAll },
  $push: { creates: true, apply: push },
  $set: { creates: true, apply: (before, operand) => operand },
  /** Counts only where a document is inserted. */
  $setOnInsert: { creates: true, apply: (before, operand) => operand },
  $unset: { creates: false, apply: () => undefined },
};
