/**
 * Aggregation pipelines that count: a find and a grouping of its documents by a field, each stage
 * once and in that order. Every other stage and order is refused.
 */
import {
  type Doc,
  docOf,
  isDoc,
  type Value,
  isNumeric,
  type Numeric,
  sum,
  toNumber,
} from "./bson.ts";
import { CommandError, unsupported } from "./errors.ts";
import { identity } from "./keys.ts";
import type { Query } from "./query.ts";

/** The stages, in the order they may come in. */
export const STAGE_NAMES = ["$match", "$skip", "$limit", "$group"] as const;
type StageName = (typeof STAGE_NAMES)[number];

export interface Pipeline {
  readonly query: Query;
  /** Undefined where the documents found are the result. */
  readonly group: ((docs: readonly Doc[]) => readonly Doc[]) | undefined;
  /** The result is their number, as a driver's `countDocuments` asks for it: `{ _id: 1, n }`. */
  readonly isCount: boolean;
}

const bad = (code: number, message: string) => new CommandError(code, message);

/** Throws 40324 for a stage that is not listed or comes too late, 40573 for a change stream. */
export function compilePipeline(stages: readonly Value[]): Pipeline {
  const given = new Map<StageName, Value>();
  for (const stage of stages) {
    const [name, operand] = isDoc(stage) && stage.size === 1 ? ([...stage][0] ?? []) : [];
    if (name === undefined || operand === undefined)
      throw bad(40323, "A pipeline stage specification object must contain exactly one field.");
    if (name === "$changeStream")
      throw bad(40573, "The $changeStream stage is only supported on replica sets");
    const known = STAGE_NAMES.find((stageName) => stageName === name);
    const later = STAGE_NAMES.slice(known === undefined ? 0 : STAGE_NAMES.indexOf(known));
    if (known === undefined || later.some((stageName) => given.has(stageName)))
      throw unsupported(`The stage ${name} at this place`, 40324);
    given.set(known, operand);
  }
  const doc = (name: StageName): Doc => object(name, given.get(name) ?? new Map<string, Value>());
  const query: Query = {
    filter: doc("$match"),
    skip: count(15956, given.get("$skip") ?? 0, 0),
    limit: given.has("$limit") ? count(15958, given.get("$limit"), 1) : 0,
  };
  const group = given.has("$group") ? compileGroup(doc("$group")) : undefined;
  const isPart = given.has("$skip") || given.has("$limit");
  return { query, group: group?.run, isCount: !isPart && group?.isCount === true };
}

function object(name: string, operand: Value): Doc {
  if (isDoc(operand)) return operand;
  throw bad(14, `the ${name} stage specification must be an object`);
}

function count(code: number, operand: Value | undefined, least: number): number {
  const value = isNumeric(operand) ? toNumber(operand) : NaN;
  if (Number.isInteger(value) && value >= least) return value;
  throw bad(code, `the argument must be a whole number of at least ${least}`);
}

/** What the documents are grouped by: a constant, or a field of theirs. */
function compileId(source: Value): (doc: Doc) => Value {
  if (isDoc(source) || Array.isArray(source)) throw unsupported("An expression", 168);
  if (typeof source !== "string" || !source.startsWith("$")) return () => source;
  if (source.startsWith("$$")) throw bad(17276, `Use of undefined variable: ${source.slice(2)}`);
  if (source.includes(".")) throw unsupported("A path through documents in $group", 168);
  return (doc) => doc.get(source.slice(1)) ?? null;
}

/** What the field's `$sum` adds for each document. */
function summed(field: string, value: Value): Numeric {
  const [name, operand] = isDoc(value) && value.size === 1 ? ([...value][0] ?? []) : [];
  if (operand === undefined) throw bad(40234, `The field '${field}' must be an accumulator object`);
  if (name !== "$sum") throw bad(15952, `unknown group operator '${name ?? ""}'`);
  if (isNumeric(operand)) return operand;
  throw unsupported("A $sum of anything but a number", 168);
}

function compileGroup(spec: Doc) {
  const source = spec.get("_id");
  if (source === undefined) throw bad(15955, "a group specification must include an _id");
  const id = compileId(source);
  const sums = [...spec]
    .filter(([field]) => field !== "_id")
    .map(([field, value]) => [field, summed(field, value)] as const);
  const [first] = sums;
  return {
    isCount: source === 1 && sums.length === 1 && first?.[0] === "n" && first[1] === 1,
    run: (docs: readonly Doc[]): readonly Doc[] => {
      const groups = new Map<string, Doc>();
      for (const doc of docs) {
        const value = id(doc);
        const known = groups.get(identity(value)) ?? docOf({ _id: value });
        groups.set(identity(value), known);
        for (const [field, number] of sums) {
          const total = known.get(field);
          known.set(field, isNumeric(total) ? sum(total, number) : number);
        }
      }
      return [...groups.values()];
    },
  };
}
