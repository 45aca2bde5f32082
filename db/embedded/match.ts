/** Query filters, compiled to a test of one document. Every operator not listed here is refused. */
import { BSONRegExp, MaxKey, MinKey } from "bson";
import {
  type Doc,
  docOf,
  firstName,
  isDoc,
  type Value,
  isNumeric,
  isOn,
  isSwitch,
  isTypeName,
  rankOf,
  toNumber,
  typeName,
} from "./bson.ts";
import { CommandError, unsupported } from "./errors.ts";
import { compare, equal, identity } from "./keys.ts";
import { parsePath, type Path, reaches } from "./paths.ts";

export type Matcher = (doc: Doc) => boolean;
type Test = (value: Value | undefined) => boolean;
type Operator = (path: Path, operand: Value, siblings: Doc) => Matcher;

const bad = (message: string) => new CommandError(2, message);

/** The elements of an array are tried too. */
const leaf =
  (makeTest: (operand: Value, siblings: Doc) => Test): Operator =>
  (path, operand, siblings) => {
    const test = makeTest(operand, siblings);
    return (doc) => reaches(doc, path, true, test);
  };
const negated =
  (operator: Operator): Operator =>
  (...args) => {
    const matches = operator(...args);
    return (doc) => !matches(doc);
  };

/** Null stands for a missing value too. */
const equals =
  (operand: Value): Test =>
  (value) =>
    value === undefined ? operand === null : equal(value, operand);

function comparison(accepts: (order: number) => boolean): Operator {
  return leaf((operand) => {
    if (operand instanceof BSONRegExp)
      throw bad("Can't have RegEx as arg to a predicate over a field.");
    const isNaN = (value: Value) => isNumeric(value) && Number.isNaN(toNumber(value));
    const anyType = operand instanceof MinKey || operand instanceof MaxKey;
    return (value) => {
      if (value === undefined) return operand === null && accepts(0);
      if (!anyType && rankOf(value) !== rankOf(operand)) return false;
      if (isNaN(value) !== isNaN(operand) && !anyType) return false;
      return accepts(compare(value, operand));
    };
  });
}

function oneOf(operand: Value): Test {
  if (!Array.isArray(operand)) throw bad("$in needs an array");
  if (operand.some((e) => isDoc(e) && firstName(e).startsWith("$")))
    throw bad("cannot nest $ under $in");
  const regexes = operand.filter((e) => e instanceof BSONRegExp).map((e) => regexTest(e));
  const wanted = new Set(operand.map((e) => identity(e)));
  return (value) => wanted.has(identity(value)) || regexes.some((test) => test(value));
}

/**
 * Regular expressions, as far as they mean the same in PCRE and JavaScript: plain text, with `^`
 * before it where it has to stand at the beginning, and the option `i`. All else is refused.
 */
const PLAIN = /^\^?(?:[^\\^$.|?*+()[\]{}]|\\[^A-Za-z0-9])*$/su;

/** A test that a value is a string which holds the text, or is the very same expression. */
export function regexTest(source: Value, given?: Value): (value: unknown) => boolean {
  const isRegex = source instanceof BSONRegExp;
  const options = given ?? (isRegex ? source.options : "");
  const pattern = isRegex ? source.pattern : source;
  if (typeof pattern !== "string") throw new CommandError(2, "$regex has to be a string");
  if (typeof options !== "string") throw new CommandError(2, "$options has to be a string");
  if (!PLAIN.test(pattern) || (options !== "" && options !== "i"))
    throw unsupported(`The regular expression /${pattern}/${options}`, 51091);
  const anchor = pattern.startsWith("^") ? "^" : "";
  const text = pattern.slice(anchor.length).replace(/\\(.)/gsu, "$1");
  const regex = new RegExp(anchor + text.replace(/[/\\^$.|?*+()[\]{}]/gu, "\\$&"), `${options}u`);
  return (value) =>
    typeof value === "string"
      ? regex.test(value)
      : value instanceof BSONRegExp && value.pattern === pattern && value.options === options;
}

function hasType(operand: Value): Test {
  const wanted = Array.isArray(operand) ? operand : [operand];
  if (!wanted.every(isTypeName)) throw bad("Unknown type name alias in $type");
  return (value) => wanted.includes(typeName(value));
}

/** The test of an array's element that `$elemMatch`, `$pull` and array filters share. */
export function elementTest(condition: Doc): Test {
  if (!isOperators(condition)) {
    const matches = compileMatch(condition);
    return (element) => isDoc(element) && matches(element);
  }
  if (condition.has("$elemMatch")) throw unsupported("$elemMatch for an array in an array", 2);
  const matches = compileField(["e"], condition);
  // An element that is itself an array is compared as a whole, not spread over.
  return (element = null) => matches(docOf({ e: Array.isArray(element) ? [element] : element }));
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  $elemMatch: (path, operand) => {
    if (!isDoc(operand)) throw bad("$elemMatch needs an Object");
    const test = elementTest(operand);
    return (doc) =>
      reaches(doc, path, false, (value) => Array.isArray(value) && value.some((e) => test(e)));
  },
  $eq: leaf(equals),
  $exists: (path, operand) => (doc) =>
    reaches(doc, path, false, (value) => value !== undefined) ===
    (isSwitch(operand) ? isOn(operand) : operand !== null),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $in: leaf(oneOf),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $ne: negated(leaf(equals)),
  $nin: negated(leaf(oneOf)),
  $options: (path, operand, siblings) => {
    if (!siblings.has("$regex")) throw bad("$options needs a $regex");
    return () => true;
  },
  $regex: leaf((operand, siblings) => regexTest(operand, siblings.get("$options"))),
  $type: leaf(hasType),
};

function branches(name: string, operand: Value): Matcher[] {
  if (!Array.isArray(operand) || operand.length === 0)
    throw bad(`${name} argument must be a non-empty array`);
  return operand.map((branch) => {
    if (!isDoc(branch)) throw bad(`${name} argument's entries must be objects`);
    return compileMatch(branch);
  });
}

const LOGICAL: Readonly<Record<string, (operand: Value) => Matcher>> = {
  $and: (operand) => every(branches("$and", operand)),
  $or: (operand) => {
    const parts = branches("$or", operand);
    return (doc) => parts.some((matches) => matches(doc));
  },
};

const every =
  (parts: readonly Matcher[]): Matcher =>
  (doc) =>
    parts.every((matches) => matches(doc));

export const QUERY_OPERATORS: readonly string[] = [OPERATORS, LOGICAL].flatMap(Object.keys);

/** Whether a condition is operators on one value, and not a filter of a document's fields. */
const isOperators = (condition: Doc): boolean =>
  firstName(condition).startsWith("$") && !Object.hasOwn(LOGICAL, firstName(condition));

function compileField(path: Path, condition: Value): Matcher {
  if (condition instanceof BSONRegExp) return leaf((e) => regexTest(e))(path, condition, new Map());
  if (!isDoc(condition) || !firstName(condition).startsWith("$"))
    return leaf(equals)(path, condition, new Map());
  return every(
    [...condition].map(([name, operand]) => {
      const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
      if (operator === undefined) throw bad(`unknown operator: ${name}`);
      return operator(path, operand, condition);
    }),
  );
}

/** Throws 2 for anything that is not a listed operator; see QUERY_OPERATORS. */
export function compileMatch(filter: Doc): Matcher {
  return every(
    [...filter].map(([name, condition]) => {
      const logical = Object.hasOwn(LOGICAL, name) ? LOGICAL[name] : undefined;
      if (logical !== undefined) return logical(condition);
      if (name.startsWith("$")) throw bad(`unknown top level operator: ${name}`);
      return compileField(parsePath(name), condition);
    }),
  );
}

/** What every document that matches meets: `$and` is gone into, an `$or` comes as a whole. */
export function* clauses(
  filter: Doc,
): Generator<readonly [path: string, operator: string, operand: Value]> {
  for (const [path, condition] of filter) {
    const parts = Array.isArray(condition) ? condition.filter(isDoc) : [];
    if (path === "$and" || (path === "$or" && parts.length === 1))
      for (const part of parts) yield* clauses(part);
    else if (path === "$or") yield [path, path, condition];
    else if (condition instanceof BSONRegExp) yield [path, "$regex", condition];
    else if (!isDoc(condition) || !firstName(condition).startsWith("$"))
      yield [path, "$eq", condition];
    else for (const [operator, operand] of condition) yield [path, operator, operand];
  }
}

/** The conditions on fields that a filter holds, through `$and` and `$or`. */
export function* conditions(filter: Doc): Generator<[string, Value]> {
  for (const [name, value] of filter)
    if (!name.startsWith("$")) yield [name, value];
    else if (Array.isArray(value))
      for (const part of value) if (isDoc(part)) yield* conditions(part);
}
