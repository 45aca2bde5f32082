/** What each update operator makes of one field. */
import { BSONRegExp, Timestamp } from "bson";
import { type Doc, isDoc, type Value } from "./bson.ts";
import { CommandError } from "./errors.ts";
import { elementTest } from "./match.ts";
import { checkedSort, sortDocs } from "./pipeline.ts";
import { regexTest } from "./regex.ts";
import { arithmetic, compare, equal, isNumeric, toNumber, typeName } from "./values.ts";

interface FieldOperator {
  /** Whether a missing field, and the documents on the way to it, come into being. */
  readonly creates: boolean;
  /** The new value; undefined removes the field. `path` is for the error's sentence. */
  readonly apply: (
    before: Value | undefined,
    operand: Value,
    path: string,
    now: Date,
  ) => Value | undefined;
}

const bad = (message: string, code = 2) => new CommandError(code, message);
const creating = (apply: FieldOperator["apply"]): FieldOperator => ({ creates: true, apply });
const existing = (apply: FieldOperator["apply"]): FieldOperator => ({ creates: false, apply });

function array(name: string, value: Value | undefined, path: string, code = 2): Value[] {
  if (Array.isArray(value)) return value;
  throw bad(
    `Cannot apply ${name} to a non-array value: '${path}' is of type ${typeName(value)}`,
    code,
  );
}

const calculation = (name: string, sign: "+" | "*") =>
  creating((before, operand, path) => {
    if (!isNumeric(operand)) throw bad(`${name} needs a number for '${path}'`, 14);
    if (before === undefined) return sign === "+" ? operand : arithmetic("*", operand, 0);
    if (!isNumeric(before))
      throw bad(`Cannot apply ${name} to '${path}', which is of type ${typeName(before)}`, 14);
    return arithmetic(sign, before, operand, true);
  });

function currentDate(operand: Value, now: Date): Value {
  const type = isDoc(operand) && operand.size === 1 ? operand.get("$type") : operand;
  if (typeof type === "boolean" || type === "date") return now;
  if (type === "timestamp") return new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 });
  throw bad("$currentDate takes true, {$type: 'date'} or {$type: 'timestamp'}");
}

const MODIFIERS = ["$each", "$position", "$slice", "$sort"];

function push(before: Value | undefined, operand: Value, path: string): Value {
  const list = before === undefined ? [] : [...array("$push", before, path)];
  if (!isDoc(operand) || !operand.has("$each")) return [...list, operand];
  const unknown = [...operand.keys()].find((name) => !MODIFIERS.includes(name));
  if (unknown !== undefined) throw bad(`Unrecognized clause in $push: ${unknown}`);
  const added = operand.get("$each");
  if (!Array.isArray(added)) throw bad("The argument to $each in $push must be an array");
  const position = whole("$position", operand) ?? list.length;
  list.splice(position < 0 ? Math.max(0, list.length + position) : position, 0, ...added);
  const sorted = sortArray(list, operand.get("$sort"));
  const slice = whole("$slice", operand);
  if (slice === undefined) return sorted;
  return slice < 0 ? sorted.slice(slice) : sorted.slice(0, slice);
}

function whole(name: string, operand: Doc): number | undefined {
  const value = operand.get(name);
  if (value === undefined) return undefined;
  const number = isNumeric(value) ? toNumber(value) : NaN;
  if (!Number.isInteger(number)) throw bad(`The value for ${name} must be a whole number`);
  return number;
}

function sortArray(list: Value[], spec: Value | undefined): Value[] {
  if (spec === undefined) return list;
  if (isDoc(spec))
    return sortDocs(list, checkedSort(spec), (e) => (isDoc(e) ? e : new Map<string, Value>()));
  if (!isNumeric(spec) || Math.abs(toNumber(spec)) !== 1)
    throw bad("$sort of $push must be 1 or -1");
  return list.toSorted((a, b) => compare(a, b) * toNumber(spec));
}

function addToSet(before: Value | undefined, operand: Value, path: string): Value {
  const list = before === undefined ? [] : [...array("$addToSet", before, path)];
  const each = isDoc(operand) ? operand.get("$each") : undefined;
  if (each !== undefined && !Array.isArray(each))
    throw bad("The argument to $each in $addToSet must be an array", 14);
  if (isDoc(operand) && each !== undefined && operand.size > 1)
    throw bad("Found unexpected fields after $each in $addToSet");
  for (const value of each ?? [operand]) if (!list.some((e) => equal(e, value))) list.push(value);
  return list;
}

function pull(before: Value | undefined, operand: Value, path: string): Value {
  const goes =
    operand instanceof BSONRegExp
      ? regexTest(operand)
      : isDoc(operand)
        ? elementTest(operand, new Map())
        : (e: Value) => equal(e, operand);
  return array("$pull", before, path).filter((e) => !goes(e));
}

function pullAll(before: Value | undefined, operand: Value, path: string): Value {
  if (!Array.isArray(operand)) throw bad("$pullAll requires an array argument");
  return array("$pullAll", before, path).filter((e) => !operand.some((o) => equal(o, e)));
}

function pop(before: Value | undefined, operand: Value, path: string): Value {
  const end = isNumeric(operand) ? toNumber(operand) : 0;
  if (Math.abs(end) !== 1) throw bad("$pop expects 1 or -1", 9);
  const list = array("$pop", before, path, 14);
  return end < 0 ? list.slice(1) : list.slice(0, -1);
}

export const FIELD_OPERATORS: Readonly<Record<string, FieldOperator>> = {
  $addToSet: creating(addToSet),
  $currentDate: creating((before, operand, path, now) => currentDate(operand, now)),
  $inc: calculation("$inc", "+"),
  $max: creating((before, operand) =>
    before === undefined || compare(operand, before) > 0 ? operand : before,
  ),
  $min: creating((before, operand) =>
    before === undefined || compare(operand, before) < 0 ? operand : before,
  ),
  $mul: calculation("$mul", "*"),
  $pop: existing(pop),
  $pull: existing(pull),
  $pullAll: existing(pullAll),
  $push: creating(push),
  $set: creating((before, operand) => operand),
  $unset: existing(() => undefined),
};
