/** Query filters, compiled to a test of one document. Every operator not listed here is refused. */
import { BSONRegExp, MaxKey, MinKey } from "bson";
import {
  type Doc,
  docOf,
  firstName,
  isDoc,
  isNumeric,
  isOn,
  isSwitch,
  isTypeName,
  rankOf,
  toNumber,
  typeName,
  type Value,
} from "./bson.ts";
import { CommandError, unsupported } from "./errors.ts";
import { compare, equal, identity } from "./keys.ts";
import { parsePath, type Path, reaches } from "./paths.ts";

export type Matcher = (doc: Doc) => boolean;
type Test = (value: Value | undefined) => boolean;
type Operator = (path: Path, operand: Value) => Matcher;

const bad = (message: string) => new CommandError(2, message);

/** The elements of an array are tried too. */
const leaf =
  (makeTest: (operand: Value) => Test): Operator =>
  (path, operand) => {
    const test = makeTest(operand);
    return (doc) => reaches(doc, path, true, test);
  };
const negated =
  (operator: Operator): Operator =>
  (path, operand) => {
    const matches = operator(path, operand);
    return (doc) => !matches(doc);
  };

/** Throws 2: PCRE's expressions are not JavaScript's; but for plain text, see `holds`. */
function refuseRegex(operand: Value): void {
  if (operand instanceof BSONRegExp) throw unsupported("A regular expression in a condition", 2);
}

/** Null stands for a missing value too. */
function equals(operand: Value): Test {
  refuseRegex(operand);
  return (value) => (value === undefined ? operand === null : equal(value, operand));
}

function comparison(accepts: (order: number) => boolean): Operator {
  return leaf((operand) => {
    refuseRegex(operand);
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
  operand.forEach(refuseRegex);
  const wanted = new Set(operand.map((e) => identity(e)));
  return (value) => wanted.has(identity(value));
}

/** Text that PCRE and JavaScript read alike, with `^` before it where it stands at the beginning. */
const PLAIN = /^\^?(?:[^\\^$.|?*+()[\]{}]|\\[\\^$.|?*+()[\]{}])*$/u;

/** A condition with `$regex`, as Agenda sends it to find jobs by a part of their name. */
function holds(condition: Value): Test {
  const { $regex: pattern, $options: options = "" } = Object.fromEntries(
    isDoc(condition) ? condition : [],
  );
  if (typeof pattern !== "string" || !PLAIN.test(pattern) || (options !== "" && options !== "i"))
    throw unsupported("A regular expression other than plain text with the option i", 51091);
  const regex = new RegExp(pattern, `${options}u`);
  const isSame = (value: unknown) =>
    value instanceof BSONRegExp && value.pattern === pattern && value.options === options;
  return (value) => (typeof value === "string" ? regex.test(value) : isSame(value));
}

function hasType(operand: Value): Test {
  const wanted = Array.isArray(operand) ? operand : [operand];
  if (!wanted.every(isTypeName)) throw bad("Unknown type name alias in $type");
  return (value) => wanted.includes(typeName(value));
}

/** The test of an array's element that `$elemMatch` and `$pull` share. */
export function elementTest(condition: Doc): Test {
  if (!isOperators(condition) || /^\$(and|or)$/.test(firstName(condition))) {
    const matches = compileMatch(condition);
    return (element) => isDoc(element) && matches(element);
  }
  if (condition.has("$elemMatch")) throw unsupported("$elemMatch for an array in an array", 2);
  const matches = compileMatch(docOf({ e: condition }));
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
  $exists: (path, operand) => {
    const wanted = isSwitch(operand) ? isOn(operand) : operand !== null;
    return (doc) => reaches(doc, path, false, (value) => value !== undefined) === wanted;
  },
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $in: leaf(oneOf),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $ne: negated(leaf(equals)),
  $nin: negated(leaf(oneOf)),
  $regex: leaf(holds),
  $type: leaf(hasType),
};

export const QUERY_OPERATORS: readonly string[] = [
  ...Object.keys(OPERATORS),
  "$and",
  "$options",
  "$or",
];

/** Throws 2 for anything that is not a listed operator; see QUERY_OPERATORS. */
export function compileMatch(filter: Doc): Matcher {
  const tests = [...clauses(filter)].map(([name, operator, operand]): Matcher => {
    if (operator === "$or") {
      const branches = branchesOf(operator, operand).map(compileMatch);
      return (doc) => branches.some((matches) => matches(doc));
    }
    const compile = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
    if (compile === undefined) throw bad(`unknown operator: ${operator}`);
    return compile(parsePath(name), operand);
  });
  return (doc) => tests.every((matches) => matches(doc));
}

/** Whether a condition is operators and not a value. */
const isOperators = (condition: Value): condition is Doc =>
  isDoc(condition) && firstName(condition).startsWith("$");

function branchesOf(operator: string, operand: Value): Doc[] {
  if (Array.isArray(operand) && operand.length > 0 && operand.every(isDoc)) return operand;
  throw bad(`${operator} needs a non-empty array of objects`);
}

/** What every document that matches meets: `$and` is gone into, an `$or` comes as a whole. */
export function* clauses(
  filter: Doc,
): Generator<readonly [path: string, operator: string, operand: Value]> {
  for (const [path, condition] of filter)
    if (path === "$and" || path === "$or") {
      const branches = branchesOf(path, condition);
      if (path === "$or" && branches.length > 1) yield [path, path, branches];
      else for (const branch of branches) yield* clauses(branch);
    } else if (path.startsWith("$")) throw bad(`unknown top level operator: ${path}`);
    else if (!isOperators(condition)) yield [path, "$eq", condition];
    else
      for (const [operator, operand] of condition)
        if (operator === "$regex") yield [path, operator, condition];
        else if (operator !== "$options" || !condition.has("$regex"))
          yield [path, operator, operand];
}

/** The conditions on fields that a filter holds, through `$and` and `$or`. */
export function* conditions(filter: Doc): Generator<[string, Value]> {
  for (const [name, value] of filter)
    if (!name.startsWith("$")) yield [name, value];
    else if (Array.isArray(value))
      for (const part of value) if (isDoc(part)) yield* conditions(part);
}
