/** Aggregation pipelines over documents in memory. Every stage not listed here is refused. */
import { type Doc, docOf, firstName, idFirst, isDoc, type Value } from "./bson.ts";
import { CommandError, unsupported } from "./errors.ts";
import { identity, orderOf, sortKey } from "./keys.ts";
import { compileMatch } from "./match.ts";
import { parsePath, type Path } from "./paths.ts";
import { compileProjection } from "./projection.ts";
import { isNumeric, type Numeric, sum, toNumber } from "./values.ts";

type Stage = (docs: readonly Doc[]) => readonly Doc[];
/** The value an expression has for a document; undefined when it names something missing. */
type Expression = (doc: Doc) => Value | undefined;

const bad = (code: number, message: string) => new CommandError(code, message);

function object(name: string, operand: Value): Doc {
  if (isDoc(operand)) return operand;
  throw bad(14, `the ${name} stage specification must be an object`);
}

function count(code: number, operand: Value, least: number): number {
  const value = isNumeric(operand) ? toNumber(operand) : NaN;
  if (Number.isInteger(value) && value >= least) return value;
  throw bad(code, `the argument must be a whole number of at least ${least}`);
}

/** Throws 15975 for a direction other than 1 and -1. */
export function checkedSort(spec: Doc): Doc {
  for (const [name, direction] of spec)
    if (!isNumeric(direction) || Math.abs(toNumber(direction)) !== 1)
      throw bad(15975, `$sort key ordering of '${name}' must be 1 or -1`);
  return spec;
}

/** A constant, the path of a field, or a document of these. */
function compileExpression(source: Value): Expression {
  if (typeof source === "string" && source.startsWith("$")) {
    if (source.startsWith("$$")) throw bad(17276, `Use of undefined variable: ${source.slice(2)}`);
    const path = parsePath(source.slice(1));
    return (doc) => follow(doc, path);
  }
  if (Array.isArray(source)) throw unsupported("An array in an expression", 168);
  if (!isDoc(source)) return () => source;
  if (firstName(source).startsWith("$"))
    throw bad(168, `Unrecognized expression '${firstName(source)}'`);
  const fields = [...source].map(([name, value]) => [name, compileExpression(value)] as const);
  return (doc) =>
    new Map(
      fields.flatMap(([name, evaluate]): [string, Value][] => {
        const value = evaluate(doc);
        return value === undefined ? [] : [[name, value]];
      }),
    );
}

/** Of the documents in an array, an array of what each has. */
function follow(value: Value | undefined, path: Path): Value | undefined {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  if (Array.isArray(value)) return value.map((e) => follow(e, path)).filter((e) => e !== undefined);
  return isDoc(value) ? follow(value.get(part), rest) : undefined;
}

function total(field: string, value: Value): readonly [field: string, Expression] {
  const [name, operand] = isDoc(value) && value.size === 1 ? ([...value][0] ?? []) : [];
  if (operand === undefined) throw bad(40234, `The field '${field}' must be an accumulator object`);
  if (name !== "$sum") throw bad(15952, `unknown group operator '${name ?? ""}'`);
  return [field, compileExpression(operand)];
}

function group(operand: Value): Stage {
  const spec = idFirst(object("$group", operand));
  const source = spec.get("_id");
  if (source === undefined) throw bad(15955, "a group specification must include an _id");
  const id = compileExpression(source);
  const totals = [...spec].slice(1).map(([field, value]) => total(field, value));
  return (docs) => {
    const groups = new Map<string, Doc>();
    for (const doc of docs) {
      const value = id(doc) ?? null;
      const known = groups.get(identity(value)) ?? docOf({ _id: value });
      groups.set(identity(value), known);
      for (const [field, evaluate] of totals) {
        const [before, more] = [known.get(field), evaluate(doc)];
        known.set(field, sum(numberOr0(before), numberOr0(more)));
      }
    }
    return [...groups.values()];
  };
}

const numberOr0 = (value: Value | undefined): Numeric => (isNumeric(value) ? value : 0);

const STAGES: Readonly<Record<string, (operand: Value) => Stage>> = {
  $group: group,
  $limit: (operand) => {
    const limit = count(15958, operand, 1);
    return (docs) => docs.slice(0, limit);
  },
  $match: (operand) => {
    const matches = compileMatch(object("$match", operand));
    return (docs) => docs.filter(matches);
  },
  $project: (operand) => {
    const spec = object("$project", operand);
    if (spec.size === 0) throw bad(51272, "$project specification must have at least one field");
    const project = compileProjection(spec);
    return (docs) => docs.map(project);
  },
  $skip: (operand) => {
    const skip = count(15956, operand, 0);
    return (docs) => docs.slice(skip);
  },
  $sort: (operand) => {
    const order = orderOf(checkedSort(object("$sort", operand)));
    return (docs) =>
      docs
        .map((doc) => ({ doc, key: sortKey(doc, order) }))
        .sort((a, b) => Buffer.compare(a.key, b.key))
        .map(({ doc }) => doc);
  },
};

export const STAGE_NAMES: readonly string[] = Object.keys(STAGES);

/** Throws 40324 for a stage that is not listed, 40573 for a change stream. */
export function compilePipeline(stages: readonly Value[]): Stage {
  const steps = stages.map((stage) => {
    const [name, operand] = isDoc(stage) && stage.size === 1 ? ([...stage][0] ?? []) : [];
    if (name === undefined || operand === undefined)
      throw bad(40323, "A pipeline stage specification object must contain exactly one field.");
    if (name === "$changeStream")
      throw bad(40573, "The $changeStream stage is only supported on replica sets");
    const compile = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined;
    if (compile === undefined) throw bad(40324, `Unrecognized pipeline stage name: '${name}'`);
    return compile(operand);
  });
  return (docs) => steps.reduce((result, step) => step(result), docs);
}
