/** Aggregation pipelines over documents in memory. Every stage not listed here is refused. */
import { Double } from "bson";
import { type Doc, docOf, isDoc, type Value } from "./bson.ts";
import { CommandError } from "./errors.ts";
import { compileExpression, type Expression, type Variables } from "./expressions.ts";
import { identity, orderOf, sortKey } from "./keys.ts";
import { compileMatch } from "./match.ts";
import { assign, at, clone, parsePath } from "./paths.ts";
import { compileProjection } from "./projection.ts";
import { arithmetic, compare, isNumeric, type Numeric, toNumber } from "./values.ts";

type Stage = (docs: Doc[]) => Doc[];
interface Context {
  readonly variables: Variables;
}

const bad = (code: number, message: string) => new CommandError(code, message);

function object(name: string, operand: Value): Doc {
  if (isDoc(operand)) return operand;
  throw bad(14, `the ${name} stage specification must be an object`);
}

function count(name: string, operand: Value, least: number): number {
  const value = isNumeric(operand) ? toNumber(operand) : NaN;
  if (Number.isInteger(value) && value >= least) return value;
  throw bad(
    name === "$limit" ? 15958 : 15956,
    `the ${name} argument must be a whole number of at least ${least}`,
  );
}

/** Throws 15975 for a direction other than 1 and -1. */
export function checkedSort(spec: Doc): Doc {
  for (const [name, direction] of spec)
    if (!isNumeric(direction) || Math.abs(toNumber(direction)) !== 1)
      throw bad(15975, `$sort key ordering of '${name}' must be 1 or -1`);
  return spec;
}

export function sortDocs<T>(items: readonly T[], spec: Doc, doc: (item: T) => Doc): T[] {
  const order = orderOf(spec);
  return items
    .map((item) => ({ item, key: sortKey(doc(item), order) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ item }) => item);
}

function addFields(name: string, operand: Value, { variables }: Context): Stage {
  const fields = [...object(name, operand)].map(
    ([field, value]) => [parsePath(field), compileExpression(value)] as const,
  );
  return (docs) =>
    docs.map((root) => {
      const result = clone(root);
      for (const [path, evaluate] of fields) {
        const value = evaluate({ root, variables });
        if (value !== undefined) assign(result, path, value);
      }
      return result;
    });
}

function unset(operand: Value): Stage {
  const names = Array.isArray(operand) ? operand : [operand];
  const spec = names.map((name): [string, Value] => {
    if (typeof name !== "string") throw bad(31002, "$unset takes a string or an array of strings");
    return [name, 0];
  });
  const project = compileProjection(new Map(spec), "aggregate");
  return (docs) => docs.map(project);
}

function unwind(operand: Value): Stage {
  const spec = isDoc(operand) ? operand : docOf({ path: operand });
  for (const name of spec.keys())
    if (name !== "path" && name !== "preserveNullAndEmptyArrays")
      throw bad(28811, `unrecognized option to $unwind stage: ${name}`);
  const source = spec.get("path");
  if (typeof source !== "string" || !source.startsWith("$"))
    throw bad(28818, "path option to $unwind stage should be prefixed with a '$'");
  const path = parsePath(source.slice(1));
  const keep = spec.get("preserveNullAndEmptyArrays") === true;
  return (docs) =>
    docs.flatMap((doc) => {
      const value = at(doc, path);
      if (!Array.isArray(value))
        return (value === undefined || value === null) && !keep ? [] : [doc];
      if (value.length === 0 && keep)
        return compileProjection(docOf({ [path.join(".")]: 0 }), "aggregate")(doc);
      return value.map((element) => {
        const result = clone(doc);
        assign(result, path, element);
        return result;
      });
    });
}

type Accumulate = (values: readonly (Value | undefined)[]) => Value;

const sum: Accumulate = (values) =>
  values.filter(isNumeric).reduce<Numeric>((a, b) => arithmetic("+", a, b), 0);
const present = (values: readonly (Value | undefined)[]): Value[] =>
  values.filter((v) => v !== undefined && v !== null);
const best =
  (sign: 1 | -1): Accumulate =>
  (values) =>
    present(values).reduce<Value>((a, b) => (a === null || compare(b, a) * sign > 0 ? b : a), null);

const ACCUMULATORS: Readonly<Record<string, Accumulate>> = {
  $addToSet: (values) => [
    ...new Map(values.flatMap((v) => (v === undefined ? [] : [[identity(v), v]]))).values(),
  ],
  $avg: (values) => {
    const numeric = values.filter(isNumeric);
    const total = numeric.reduce<number>((a, b) => a + toNumber(b), 0);
    return numeric.length === 0 ? null : new Double(total / numeric.length);
  },
  $count: (values) => values.length,
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  $max: best(1),
  $min: best(-1),
  $push: (values) => values.filter((v) => v !== undefined),
  $sum: sum,
};

interface Accumulator {
  readonly field: string;
  readonly input: Expression;
  readonly result: Accumulate;
}

function accumulator(field: string, value: Value): Accumulator {
  const [name = "", operand] = isDoc(value) && value.size === 1 ? ([...value][0] ?? []) : [];
  const result = Object.hasOwn(ACCUMULATORS, name) ? ACCUMULATORS[name] : undefined;
  if (operand === undefined) throw bad(40234, `The field '${field}' must be an accumulator object`);
  if (field.includes(".")) throw bad(40235, `The field name '${field}' cannot contain '.'`);
  if (result === undefined) throw bad(15952, `unknown group operator '${name}'`);
  if (name === "$count" && !(isDoc(operand) && operand.size === 0))
    throw bad(2, "$count takes no arguments, i.e. $count:{}");
  return { field, input: compileExpression(operand), result };
}

function group(operand: Value, { variables }: Context): Stage {
  const spec = object("$group", operand);
  const idSource = spec.get("_id");
  if (idSource === undefined) throw bad(15955, "a group specification must include an _id");
  const id = compileExpression(idSource);
  const accumulators = [...spec].flatMap(([field, value]) =>
    field === "_id" ? [] : [accumulator(field, value)],
  );
  return (docs) => {
    const groups = new Map<string, { id: Value; members: Doc[] }>();
    for (const root of docs) {
      const value = id({ root, variables }) ?? null;
      const key = identity(value);
      const known = groups.get(key);
      if (known === undefined) groups.set(key, { id: value, members: [root] });
      else known.members.push(root);
    }
    return [...groups.values()].map(({ id: value, members }) => {
      const result: Doc = docOf({ _id: value });
      for (const { field, input, result: reduce } of accumulators)
        result.set(field, reduce(members.map((root) => input({ root, variables }))));
      return result;
    });
  };
}

function replaceRoot(name: string, operand: Value, { variables }: Context): Stage {
  const source = name === "$replaceRoot" ? object(name, operand).get("newRoot") : operand;
  const evaluate = compileExpression(source ?? null);
  return (docs) =>
    docs.map((root) => {
      const value = evaluate({ root, variables });
      if (isDoc(value)) return value;
      throw bad(40228, "'newRoot' expression must evaluate to an object");
    });
}

const STAGES: Readonly<Record<string, (operand: Value, context: Context) => Stage>> = {
  $addFields: (operand, context) => addFields("$addFields", operand, context),
  $count: (operand) => {
    if (typeof operand !== "string" || !/^[^$.]+$/.test(operand))
      throw bad(40156, "the count field must be a non-empty string without '$' and '.'");
    return (docs) => (docs.length === 0 ? [] : [docOf({ [operand]: docs.length })]);
  },
  $group: group,
  $limit: (operand) => {
    const limit = count("$limit", operand, 1);
    return (docs) => docs.slice(0, limit);
  },
  $match: (operand, { variables }) => {
    const matches = compileMatch(object("$match", operand), variables);
    return (docs) => docs.filter(matches);
  },
  $project: (operand, { variables }) => {
    const spec = object("$project", operand);
    if (spec.size === 0) throw bad(51272, "$project specification must have at least one field");
    const project = compileProjection(spec, "aggregate", new Map(), variables);
    return (docs) => docs.map(project);
  },
  $replaceRoot: (operand, context) => replaceRoot("$replaceRoot", operand, context),
  $replaceWith: (operand, context) => replaceRoot("$replaceWith", operand, context),
  $set: (operand, context) => addFields("$set", operand, context),
  $skip: (operand) => {
    const skip = count("$skip", operand, 0);
    return (docs) => docs.slice(skip);
  },
  $sort: (operand) => {
    const spec = checkedSort(object("$sort", operand));
    return (docs) => sortDocs(docs, spec, (doc) => doc);
  },
  $unset: unset,
  $unwind: unwind,
};

export const STAGE_NAMES: readonly string[] = Object.keys(STAGES);
export const ACCUMULATOR_NAMES: readonly string[] = Object.keys(ACCUMULATORS);

/** Throws 40324 for a stage that is not listed, 40573 for a change stream. */
export function compilePipeline(stages: readonly Value[], context: Context): Stage {
  const steps = stages.map((stage) => {
    const [name, operand] = isDoc(stage) && stage.size === 1 ? ([...stage][0] ?? []) : [];
    if (name === undefined || operand === undefined)
      throw bad(40323, "A pipeline stage specification object must contain exactly one field.");
    if (name === "$changeStream")
      throw bad(40573, "The $changeStream stage is only supported on replica sets");
    const compile = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined;
    if (compile === undefined) throw bad(40324, `Unrecognized pipeline stage name: '${name}'`);
    return compile(operand, context);
  });
  return (docs) => steps.reduce((result, step) => step(result), docs);
}
