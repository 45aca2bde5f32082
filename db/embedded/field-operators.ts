/** What each update operator makes of one field. */
import { isDoc, isNumeric, sum, typeName, type Value } from "./bson.ts";
import { CommandError } from "./errors.ts";
import { compare, equal } from "./keys.ts";
import { elementTest } from "./match.ts";

type Before = Value | undefined;
export interface FieldOperator {
  /** Whether a missing field, and the documents on the way to it, come into being. */
  readonly creates: boolean;
  /** The new value; undefined removes the field. `path` is for the error's sentence. */
  readonly apply: (before: Before, operand: Value, path: string) => Before;
}

const bad = (message: string, code = 2) => new CommandError(code, message);

/** A missing array is an empty one. */
function list(value: Before, path: string): readonly Value[] {
  if (value === undefined || Array.isArray(value)) return value ?? [];
  throw bad(`The field '${path}' must be an array but is of type ${typeName(value)}`);
}

function increment(before: Before, operand: Value, path: string): Value {
  if (!isNumeric(operand)) throw bad(`Cannot increment with non-numeric argument: '${path}'`, 14);
  if (before === undefined) return operand;
  if (isNumeric(before)) return sum(before, operand);
  throw bad(`Cannot apply $inc to '${path}', which is of type ${typeName(before)}`, 14);
}

/** The values an operand adds; beside `$each` nothing may stand. */
function added(operand: Value, code: number): readonly Value[] {
  if (!isDoc(operand) || !operand.has("$each")) return [operand];
  if (operand.size > 1) throw bad("Beside $each no other clause is known");
  const values = operand.get("$each");
  if (Array.isArray(values)) return values;
  throw bad("The argument to $each must be an array", code);
}

function addToSet(before: Before, operand: Value, path: string): Value {
  const known = [...list(before, path)];
  for (const value of added(operand, 14))
    if (!known.some((e) => equal(e, value))) known.push(value);
  return known;
}

function pull(before: Before, operand: Value, path: string): Value {
  const goes = isDoc(operand) ? elementTest(operand) : (e: Value) => equal(e, operand);
  return list(before, path).filter((e) => !goes(e));
}

function pullAll(before: Before, operand: Value, path: string): Value {
  if (!Array.isArray(operand)) throw bad("$pullAll requires an array argument");
  return list(before, path).filter((e) => !operand.some((o) => equal(e, o)));
}

const $set: FieldOperator = { creates: true, apply: (before, operand) => operand };

export const FIELD_OPERATORS: Readonly<Record<string, FieldOperator>> & { $set: FieldOperator } = {
  $addToSet: { creates: true, apply: addToSet },
  $inc: { creates: true, apply: increment },
  $max: {
    creates: true,
    apply: (before, operand) =>
      before === undefined || compare(operand, before) > 0 ? operand : before,
  },
  $pull: { creates: false, apply: pull },
  $pullAll: { creates: false, apply: pullAll },
  $push: {
    creates: true,
    apply: (before, operand, path) => [...list(before, path), ...added(operand, 2)],
  },
  $set,
  /** Counts only where a document is inserted. */
  $setOnInsert: $set,
  $unset: { creates: false, apply: () => undefined },
};
