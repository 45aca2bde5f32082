/** What each update operator makes of one field. */
import { isDoc, type Value, isNumeric, sum, typeName } from "./bson.ts";
import { CommandError } from "./errors.ts";
import { compare, equal } from "./keys.ts";
import { elementTest } from "./match.ts";

type Before = Value | undefined;
interface FieldOperator {
  /** Whether a missing field, and the documents on the way to it, come into being. */
  readonly creates: boolean;
  /** The new value; undefined removes the field. `path` is for the error's sentence. */
  readonly apply: (before: Before, operand: Value, path: string) => Before;
}

const bad = (message: string, code = 2) => new CommandError(code, message);

/** A missing array is an empty one. */
function list(name: string, value: Before, path: string): Value[] {
  if (value === undefined || Array.isArray(value)) return [...(value ?? [])];
  const type = typeName(value);
  throw bad(`Cannot apply ${name} to a non-array value: '${path}' is of type ${type}`);
}

function increment(before: Before, operand: Value, path: string): Value {
  if (!isNumeric(operand)) throw bad(`Cannot increment with non-numeric argument: '${path}'`, 14);
  if (before === undefined) return operand;
  if (isNumeric(before)) return sum(before, operand);
  throw bad(`Cannot apply $inc to '${path}', which is of type ${typeName(before)}`, 14);
}

/** The values an operand adds; beside `$each` nothing may stand. */
function added(name: string, operand: Value, code: number): readonly Value[] {
  if (!isDoc(operand) || !operand.has("$each")) return [operand];
  const unknown = [...operand.keys()].find((key) => key !== "$each");
  if (unknown !== undefined) throw bad(`Unrecognized clause in ${name}: ${unknown}`);
  const values = operand.get("$each");
  if (Array.isArray(values)) return values;
  throw bad(`The argument to $each in ${name} must be an array`, code);
}

const push = (before: Before, operand: Value, path: string): Value => [
  ...list("$push", before, path),
  ...added("$push", operand, 2),
];

function addToSet(before: Before, operand: Value, path: string): Value {
  const known = list("$addToSet", before, path);
  for (const value of added("$addToSet", operand, 14))
    if (!known.some((e) => equal(e, value))) known.push(value);
  return known;
}

function pull(before: Before, operand: Value, path: string): Value {
  const goes = isDoc(operand) ? elementTest(operand) : (e: Value) => equal(e, operand);
  return list("$pull", before, path).filter((e) => !goes(e));
}

function pullAll(before: Before, operand: Value, path: string): Value {
  if (!Array.isArray(operand)) throw bad("$pullAll requires an array argument");
  return list("$pullAll", before, path).filter((e) => !operand.some((o) => equal(e, o)));
}

export const FIELD_OPERATORS: Readonly<Record<string, FieldOperator>> = {
  $addToSet: { creates: true, apply: addToSet },
  $inc: { creates: true, apply: increment },
  $max: {
    creates: true,
    apply: (before, operand) =>
      before === undefined || compare(operand, before) > 0 ? operand : before,
  },
  $pull: { creates: false, apply: pull },
  $pullAll: { creates: false, apply: pullAll },
  $push: { creates: true, apply: push },
  $set: { creates: true, apply: (before, operand) => operand },
  /** Counts only where a document is inserted. */
  $setOnInsert: { creates: true, apply: (before, operand) => operand },
  $unset: { creates: false, apply: () => undefined },
};
