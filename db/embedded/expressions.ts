/** Aggregation expressions. Every operator not listed here is refused. */
import { Double } from "bson";
import { type Doc, isDoc, type Value } from "./bson.ts";
import { CommandError } from "./errors.ts";
import { parsePath, type Path } from "./paths.ts";
import {
  arithmetic,
  compare,
  equal,
  isNumeric,
  type Numeric,
  toNumber,
  truthy,
  typeName,
} from "./values.ts";

export type Variables = ReadonlyMap<string, Value>;
export interface Scope {
  readonly root: Doc;
  readonly variables: Variables;
}
/** The expression's value; undefined when it names something missing. */
export type Expression = (scope: Scope) => Value | undefined;
type Result = Value | undefined;

const isNull = (value: Result): value is null | undefined => value === null || value === undefined;
const WRONG_TYPE: Readonly<Record<string, number>> = {
  $arrayElemAt: 28689,
  $concat: 16702,
  $concatArrays: 28664,
  $in: 40081,
  $size: 17124,
};
const wrong = (name: string, value: Result) =>
  new CommandError(
    WRONG_TYPE[name] ?? 14,
    `${name} does not take a value of type ${typeName(value)}`,
  );

const numbers =
  (name: string, apply: (values: readonly Numeric[]) => Result) =>
  (...values: Result[]): Result => {
    if (values.some(isNull)) return null;
    const numeric = values.filter(isNumeric);
    if (numeric.length < values.length)
      throw wrong(
        name,
        values.find((v) => !isNumeric(v)),
      );
    return apply(numeric);
  };

const fold = (sign: "+" | "*", start: number) =>
  numbers(sign === "+" ? "$add" : "$multiply", (values) =>
    values.reduce<Numeric>((a, b) => arithmetic(sign, a, b), start),
  );

function add(...values: Result[]): Result {
  const date = values.find((v) => v instanceof Date);
  if (date === undefined || values.some(isNull)) return fold("+", 0)(...values);
  const rest = fold("+", 0)(...values.filter((v) => v !== date));
  return isNumeric(rest) ? new Date(date.getTime() + Math.round(toNumber(rest))) : null;
}

function subtract(a: Result, b: Result): Result {
  if (a instanceof Date && b instanceof Date) return BigInt(a.getTime() - b.getTime());
  if (a instanceof Date && isNumeric(b)) return new Date(a.getTime() - Math.round(toNumber(b)));
  return numbers("$subtract", ([x = 0, y = 0]) => arithmetic("-", x, y))(a, b);
}

const divide = numbers("$divide", ([a = 0, b = 0]) => {
  if (toNumber(b) === 0) throw new CommandError(2, "can't $divide by zero");
  return new Double(toNumber(a) / toNumber(b));
});

const modulo = numbers("$mod", ([a = 0, b = 0]) => {
  if (toNumber(b) === 0) throw new CommandError(16610, "can't $mod by zero");
  if (a instanceof Double || b instanceof Double) return new Double(toNumber(a) % toNumber(b));
  return typeof a === "number" && typeof b === "number" ? a % b || 0 : BigInt(a) % BigInt(b);
});

const rounding = (name: string, round: (value: number) => number) =>
  numbers(name, ([a = 0]) => (a instanceof Double ? new Double(round(a.value)) : a));

const ordered = (accepts: (order: number) => boolean) => (a: Result, b: Result) =>
  accepts(order(a, b));

/** In expressions a missing value stands below null. */
const order = (a: Result, b: Result): number =>
  isNull(a) && isNull(b) ? Number(b === undefined) - Number(a === undefined) : compare(a, b);

function list(name: string, value: Result): Value[] {
  if (Array.isArray(value)) return value;
  throw wrong(name, value);
}

function elementAt(array: Result, position: Result): Result {
  if (isNull(array) || isNull(position)) return null;
  if (!isNumeric(position)) throw wrong("$arrayElemAt", position);
  return list("$arrayElemAt", array).at(toNumber(position));
}

function textOf(name: string, value: Result): string {
  if (isNull(value)) return "";
  if (typeof value === "string") return value;
  throw wrong(name, value);
}

const extreme =
  (sign: 1 | -1) =>
  (...values: Result[]) => {
    const [only] = values;
    const among = (values.length === 1 && Array.isArray(only) ? only : values).filter(
      (v) => !isNull(v),
    );
    return among.reduce<Result>((a, b) => (isNull(a) || order(b, a) * sign > 0 ? b : a), null);
  };

type Operator = readonly [least: number, most: number, apply: (...values: Result[]) => Result];

const OPERATORS: Readonly<Record<string, Operator>> = {
  $abs: [1, 1, numbers("$abs", ([a = 0]) => (toNumber(a) < 0 ? arithmetic("-", 0, a) : a))],
  $add: [0, Infinity, add],
  $and: [0, Infinity, (...values) => values.every(truthy)],
  $arrayElemAt: [2, 2, elementAt],
  $ceil: [1, 1, rounding("$ceil", Math.ceil)],
  $cmp: [2, 2, (a, b) => Math.sign(order(a, b))],
  $concat: [
    0,
    Infinity,
    (...values) => (values.some(isNull) ? null : values.map((v) => textOf("$concat", v)).join("")),
  ],
  $concatArrays: [
    0,
    Infinity,
    (...values) => (values.some(isNull) ? null : values.flatMap((v) => list("$concatArrays", v))),
  ],
  $divide: [2, 2, divide],
  $eq: [2, 2, ordered((n) => n === 0)],
  $first: [1, 1, (array) => elementAt(array, 0)],
  $floor: [1, 1, rounding("$floor", Math.floor)],
  $gt: [2, 2, ordered((n) => n > 0)],
  $gte: [2, 2, ordered((n) => n >= 0)],
  $ifNull: [2, Infinity, (...values) => values.find((v) => !isNull(v)) ?? values.at(-1)],
  $in: [
    2,
    2,
    (value, array) => list("$in", array).some((e) => value !== undefined && equal(e, value)),
  ],
  $isArray: [1, 1, (value) => Array.isArray(value)],
  $last: [1, 1, (array) => elementAt(array, -1)],
  $lt: [2, 2, ordered((n) => n < 0)],
  $lte: [2, 2, ordered((n) => n <= 0)],
  $max: [1, Infinity, extreme(1)],
  $min: [1, Infinity, extreme(-1)],
  $mod: [2, 2, modulo],
  $multiply: [0, Infinity, fold("*", 1)],
  $ne: [2, 2, ordered((n) => n !== 0)],
  $not: [1, 1, (value) => !truthy(value)],
  $or: [0, Infinity, (...values) => values.some(truthy)],
  $size: [1, 1, (array) => list("$size", array).length],
  $subtract: [2, 2, subtract],
  $toLower: [1, 1, (value) => asciiCase(textOf("$toLower", value), "toLowerCase")],
  $toUpper: [1, 1, (value) => asciiCase(textOf("$toUpper", value), "toUpperCase")],
  $type: [1, 1, (value) => typeName(value)],
};

/** MongoDB changes the case of ASCII letters only. */
const asciiCase = (text: string, to: "toLowerCase" | "toUpperCase") =>
  text.replace(/[A-Za-z]+/g, (letters) => letters[to]());

function cond(operand: Value): Expression {
  const parts = isDoc(operand)
    ? ["if", "then", "else"].map((name) => operand.get(name))
    : Array.isArray(operand)
      ? operand
      : [];
  const [test, yes, no] = parts.map((part) => part !== undefined && compileExpression(part));
  if (!test || !yes || !no || parts.length !== 3 || (isDoc(operand) && operand.size !== 3))
    throw new CommandError(17080, "$cond needs exactly 'if', 'then' and 'else'");
  return (scope) => (truthy(test(scope)) ? yes(scope) : no(scope));
}

const SPECIAL: Readonly<Record<string, (operand: Value) => Expression>> = {
  $cond: cond,
  $literal: (operand) => () => operand,
};

export const EXPRESSION_OPERATORS: readonly string[] = [
  ...Object.keys(OPERATORS),
  ...Object.keys(SPECIAL),
].sort();

function fieldPath(text: string): Expression {
  if (!text.startsWith("$$")) return follow((scope) => scope.root, parsePath(text.slice(1)));
  const [name = "", ...path] = parsePath(text.slice(2));
  if (name === "ROOT" || name === "CURRENT") return follow((scope) => scope.root, path);
  if (name === "REMOVE" && path.length === 0) return () => undefined;
  return follow((scope) => {
    const value = scope.variables.get(name);
    if (value === undefined) throw new CommandError(17276, `Use of undefined variable: ${name}`);
    return value;
  }, path);
}

function follow(start: (scope: Scope) => Value, path: Path): Expression {
  if (path.includes("") || path.some((part) => part.startsWith("$")))
    throw new CommandError(16410, "A field path has an empty or a '$' prefixed part.");
  const walk = (value: Result, i: number): Result => {
    const part = path[i];
    if (part === undefined) return value;
    if (Array.isArray(value)) return value.map((e) => walk(e, i)).filter((e) => e !== undefined);
    return isDoc(value) ? walk(value.get(part), i + 1) : undefined;
  };
  return (scope) => walk(start(scope), 0);
}

/** Throws 168 for an operator that is not listed; see EXPRESSION_OPERATORS. */
export function compileExpression(source: Value): Expression {
  if (typeof source === "string" && source.startsWith("$")) return fieldPath(source);
  if (Array.isArray(source)) {
    const parts = source.map(compileExpression);
    return (scope) => parts.map((part) => part(scope) ?? null);
  }
  if (!isDoc(source)) return () => source;
  const [name, operand] = [...source][0] ?? [];
  if (name === undefined || operand === undefined || !name.startsWith("$")) return object(source);
  if (source.size > 1)
    throw new CommandError(15983, "An expression object needs exactly one operator.");
  const special = Object.hasOwn(SPECIAL, name) ? SPECIAL[name] : undefined;
  if (special !== undefined) return special(operand);
  const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
  if (operator === undefined) throw new CommandError(168, `Unrecognized expression '${name}'`);
  const [least, most, apply] = operator;
  const args = (Array.isArray(operand) ? operand : [operand]).map(compileExpression);
  if (args.length < least || args.length > most)
    throw new CommandError(16020, `Expression ${name} does not take ${args.length} arguments.`);
  return (scope) => apply(...args.map((arg) => arg(scope)));
}

function object(source: Doc): Expression {
  const fields = [...source].map(([name, value]) => [name, compileExpression(value)] as const);
  if (fields.some(([name]) => name.startsWith("$") || name.includes(".")))
    throw new CommandError(16410, "A field name of an expression has a '.' or begins with '$'.");
  return (scope) => {
    const made: Doc = new Map();
    for (const [name, evaluate] of fields) {
      const value = evaluate(scope);
      if (value !== undefined) made.set(name, value);
    }
    return made;
  };
}
