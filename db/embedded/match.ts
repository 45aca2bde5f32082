/** Query filters, compiled to a test of one document. Every operator not listed here is refused. */
import { BSONRegExp, MaxKey, MinKey } from "bson";
import { type Doc, docOf, isDoc, type Value } from "./bson.ts";
import { CommandError } from "./errors.ts";
import { compileExpression, type Variables } from "./expressions.ts";
import { identity } from "./keys.ts";
import { parsePath, type Path, reaches } from "./paths.ts";
import { regexTest } from "./regex.ts";
import {
  compare,
  equal,
  isNumeric,
  rankOf,
  toNumber,
  truthy,
  TYPE_NUMBERS,
  typeName,
} from "./values.ts";

export type Matcher = (doc: Doc) => boolean;
type Test = (value: Value | undefined) => boolean;
type Operator = (path: Path, operand: Value, siblings: Doc, variables: Variables) => Matcher;

const bad = (message: string) => new CommandError(2, message);
const isNull = (value: Value | undefined) => value === null || value === undefined;

const leaf =
  (makeTest: (operand: Value, siblings: Doc) => Test, leaves = true): Operator =>
  (path, operand, siblings) => {
    const test = makeTest(operand, siblings);
    return (doc) => reaches(doc, path, leaves, test);
  };
const negated =
  (operator: Operator): Operator =>
  (...args) => {
    const matches = operator(...args);
    return (doc) => !matches(doc);
  };

function equals(operand: Value): Test {
  if (operand === null) return isNull;
  return (value) => value !== undefined && equal(value, operand);
}

function comparison(accepts: (order: number) => boolean): Operator {
  return leaf((operand) => {
    if (operand instanceof BSONRegExp)
      throw bad("Can't have RegEx as arg to a predicate over a field.");
    const rank = rankOf(operand);
    const anyType = operand instanceof MinKey || operand instanceof MaxKey;
    if (operand === null) return (value) => isNull(value) && accepts(0);
    return (value) => {
      if (value === undefined || (!anyType && rankOf(value) !== rank)) return false;
      const order = compare(value, operand);
      if (order !== 0 && isNumeric(value) && isNumeric(operand))
        if (Number.isNaN(toNumber(value)) || Number.isNaN(toNumber(operand))) return false;
      return accepts(order);
    };
  });
}

function oneOf(operand: Value): Test {
  if (!Array.isArray(operand)) throw bad("$in needs an array");
  if (operand.some((e) => isDoc(e) && firstName(e).startsWith("$")))
    throw bad("cannot nest $ under $in");
  const regexes = operand.filter((e) => e instanceof BSONRegExp).map((e) => regexTest(e));
  const wanted = new Set(operand.map((e) => identity(e)));
  return (value) =>
    (value === undefined ? wanted.has(identity(null)) : wanted.has(identity(value))) ||
    regexes.some((test) => test(value));
}

function hasType(operand: Value): Test {
  const wanted = (Array.isArray(operand) ? operand : [operand]).flatMap((type) => {
    if (type === "number") return [1, 16, 18];
    const number = typeof type === "string" ? TYPE_NUMBERS[type] : undefined;
    if (number !== undefined) return [number];
    if (isNumeric(type) && Object.values(TYPE_NUMBERS).includes(toNumber(type)))
      return [toNumber(type)];
    throw bad(`Unknown type name alias: ${typeof type === "string" ? type : typeName(type)}`);
  });
  return (value) => value !== undefined && wanted.includes(TYPE_NUMBERS[typeName(value)] ?? 0);
}

function remainder(operand: Value): Test {
  const [divisor, rest] = Array.isArray(operand) && operand.length === 2 ? operand : [];
  if (!isNumeric(divisor) || !isNumeric(rest))
    throw bad("malformed mod, needs to be an array of two numbers");
  const whole = (value: Value | undefined) =>
    isNumeric(value) && Number.isFinite(toNumber(value))
      ? BigInt(typeof value === "bigint" ? value : Math.trunc(toNumber(value)))
      : undefined;
  const [by, wanted] = [whole(divisor), whole(rest)];
  if (by === undefined || wanted === undefined || by === 0n) throw bad("divisor cannot be 0");
  return (value) => {
    const number = whole(value);
    return number !== undefined && number % by === wanted;
  };
}

function sizeIs(operand: Value): Test {
  const size = isNumeric(operand) ? toNumber(operand) : -1;
  if (!Number.isInteger(size) || size < 0)
    throw bad("Failed to parse $size. Expected a non-negative number");
  return (value) => Array.isArray(value) && value.length === size;
}

/** The test of an array's element that `$elemMatch`, `$pull` and array filters share. */
export function elementTest(condition: Doc, variables: Variables): Test {
  if (isOperators(condition)) {
    const matches = compileField(["e"], condition, variables, false);
    return (element) => element !== undefined && matches(docOf({ e: element }));
  }
  const matches = compileMatch(condition, variables);
  return (element) => isDoc(element) && matches(element);
}

const all: Operator = (path, operand, siblings, variables) => {
  if (!Array.isArray(operand)) throw bad("$all needs an array");
  const parts = operand.map((part) =>
    isDoc(part) && part.has("$elemMatch")
      ? compileField(path, part, variables)
      : compileField(path, docOf({ $in: [part] }), variables),
  );
  return (doc) => parts.length > 0 && parts.every((matches) => matches(doc));
};

const OPERATORS: Readonly<Record<string, Operator>> = {
  $eq: leaf(equals),
  $ne: negated(leaf(equals)),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $in: leaf(oneOf),
  $nin: negated(leaf(oneOf)),
  $exists: (path, operand) => {
    const wanted = truthy(operand);
    return (doc) => reaches(doc, path, false, (value) => value !== undefined) === wanted;
  },
  $type: leaf(hasType),
  $mod: leaf(remainder),
  $size: leaf(sizeIs, false),
  $all: all,
  $regex: leaf((operand, siblings) => {
    const options = siblings.get("$options");
    if (options !== undefined && typeof options !== "string")
      throw bad("$options has to be a string");
    return regexTest(operand, options);
  }),
  $options: (path, operand, siblings) => {
    if (!siblings.has("$regex")) throw bad("$options needs a $regex");
    return () => true;
  },
  $elemMatch: (path, operand, siblings, variables) => {
    if (!isDoc(operand)) throw bad("$elemMatch needs an Object");
    const test = elementTest(operand, variables);
    return (doc) =>
      reaches(doc, path, false, (value) => Array.isArray(value) && value.some((e) => test(e)));
  },
  $not: (path, operand, siblings, variables) => {
    if (!(operand instanceof BSONRegExp) && !(isDoc(operand) && isOperators(operand)))
      throw bad("$not needs a regex or a document of operators");
    const matches = compileField(path, operand, variables);
    return (doc) => !matches(doc);
  },
};

type Logical = (operand: Value, variables: Variables) => Matcher;

const branches =
  (name: string, combine: (parts: readonly Matcher[]) => Matcher): Logical =>
  (operand, variables) => {
    if (!Array.isArray(operand) || operand.length === 0)
      throw bad(`${name} argument must be a non-empty array`);
    return combine(
      operand.map((part) => {
        if (!isDoc(part)) throw bad(`${name} entries need to be full objects`);
        return compileMatch(part, variables);
      }),
    );
  };

const LOGICAL: Readonly<Record<string, Logical>> = {
  $and: branches("$and", (parts) => (doc) => parts.every((matches) => matches(doc))),
  $or: branches("$or", (parts) => (doc) => parts.some((matches) => matches(doc))),
  $nor: branches("$nor", (parts) => (doc) => !parts.some((matches) => matches(doc))),
  $expr: (operand, variables) => {
    const evaluate = compileExpression(operand);
    return (doc) => truthy(evaluate({ root: doc, variables }));
  },
  $comment: () => () => true,
};

export const QUERY_OPERATORS: readonly string[] = [
  ...Object.keys(OPERATORS),
  ...Object.keys(LOGICAL),
];

/** Whether a condition is operators on one value, and not a filter of a document's fields. */
export const isOperators = (condition: Doc): boolean =>
  firstName(condition).startsWith("$") && !Object.hasOwn(LOGICAL, firstName(condition));

const firstName = (condition: Doc): string => condition.keys().next().value ?? "";

function compileField(path: Path, condition: Value, variables: Variables, spread = true): Matcher {
  if (condition instanceof BSONRegExp)
    return leaf((e) => regexTest(e))(path, condition, new Map(), variables);
  if (!isDoc(condition) || !firstName(condition).startsWith("$")) {
    const test = equals(condition);
    return (doc) => reaches(doc, path, true, test);
  }
  const parts = [...condition].map(([name, operand]) => {
    const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
    if (operator === undefined) throw bad(`unknown operator: ${name}`);
    return operator(path, operand, condition, variables);
  });
  if (!spread) return (doc) => matchWhole(doc, parts);
  return (doc) => parts.every((matches) => matches(doc));
}

/** An element that is itself an array is compared as a whole, not spread over. */
function matchWhole(doc: Doc, parts: readonly Matcher[]): boolean {
  const element = doc.get("e");
  const wrapped = Array.isArray(element) ? docOf({ e: [element] }) : doc;
  return parts.every((matches) => matches(wrapped));
}

/** Throws 2 for anything that is not a listed operator; see QUERY_OPERATORS. */
export function compileMatch(filter: Doc, variables: Variables = new Map()): Matcher {
  const parts = [...filter].map(([name, condition]): Matcher => {
    const logical = Object.hasOwn(LOGICAL, name) ? LOGICAL[name] : undefined;
    if (logical !== undefined) return logical(condition, variables);
    if (name.startsWith("$")) throw bad(`unknown top level operator: ${name}`);
    return compileField(parsePath(name), condition, variables);
  });
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return (doc) => parts.every((matches) => matches(doc));
}
