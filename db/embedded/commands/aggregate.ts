/** Pipelines that count: a `$match`, and a `$group` by a field or a constant. All else is refused. */
import { type Doc, decode, encode, isDoc, type Value } from "../bson.ts";
import { CommandError, unsupported } from "../errors.ts";
import { identity } from "../keys.ts";
import { countStored, findStored } from "../query.ts";
import type { Stored } from "../collection.ts";
import { batchSizeOf, readArgs, type Reply, type Request } from "./command.ts";

/** The stages, in the order they may come in. */
export const STAGE_NAMES: readonly string[] = ["$match", "$group"];

interface Group {
  /** What the documents are grouped by: a constant, or a field of theirs. */
  readonly constant: Value;
  readonly field?: string;
  /** The fields of the result that say how many there are. */
  readonly counts: readonly string[];
}

const bad = (code: number, message: string) => new CommandError(code, message);

function onlyField(value: Value, otherwise: CommandError): readonly [string, Value] {
  const [field, another] = isDoc(value) ? [...value] : [];
  if (field === undefined || another !== undefined) throw otherwise;
  return field;
}

/** Throws 40324 for a stage that is not listed or comes too late, 40573 for a change stream. */
function stagesOf(pipeline: readonly Value[]): Map<string, Doc> {
  const stages = new Map<string, Doc>();
  const unclear = "A pipeline stage specification object must contain exactly one field.";
  for (const stage of pipeline) {
    const [name, operand] = onlyField(stage, bad(40323, unclear));
    if (name === "$changeStream")
      throw bad(40573, "The $changeStream stage is only supported on replica sets");
    if (!STAGE_NAMES.includes(name) || stages.has(name) || stages.has("$group"))
      throw unsupported(`The stage ${name} at this place`, 40324);
    if (!isDoc(operand)) throw bad(14, `the ${name} stage specification must be an object`);
    stages.set(name, operand);
  }
  return stages;
}

function compileGroup(spec: Doc): Group {
  const id = spec.get("_id");
  if (id === undefined) throw bad(15955, "a group specification must include an _id");
  if (isDoc(id) || Array.isArray(id)) throw unsupported("An expression", 168);
  const counts = [...spec.keys()].filter((name) => name !== "_id");
  for (const name of counts) {
    const misshapen = bad(40234, `The field '${name}' must be an accumulator object`);
    const [operator, operand] = onlyField(spec.get(name) ?? null, misshapen);
    if (operator !== "$sum") throw bad(15952, `unknown group operator '${operator}'`);
    if (operand !== 1) throw unsupported("A $sum of anything but 1", 168);
  }
  if (typeof id !== "string" || !id.startsWith("$")) return { constant: id, counts };
  if (id.startsWith("$$")) throw bad(17276, `Use of undefined variable: ${id.slice(2)}`);
  if (id.includes(".")) throw unsupported("A path through documents in $group", 168);
  return { constant: null, field: id.slice(1), counts };
}

export function aggregate({ args, db, store, cursors }: Request): Reply {
  const name = args.text("aggregate");
  if (!args.has("cursor")) throw bad(9, "The 'cursor' option is required");
  const size = batchSizeOf(readArgs(args.doc("cursor"), "aggregate.cursor", ["batchSize"]));
  const stages = stagesOf(args.list("pipeline"));
  const [filter = new Map<string, Value>(), spec] = STAGE_NAMES.map((stage) => stages.get(stage));
  const group = spec && compileGroup(spec);
  const collection = store.find(db, name);
  const open = (documents: readonly Buffer[]) => cursors.open(`${db}.${name}`, documents, size);
  const find = () => findStored(collection, { filter });
  if (group === undefined) return open(find().map(({ bytes }) => bytes));
  const { constant, field, counts } = group;
  const groups =
    field === undefined
      ? [[constant, countStored(collection, filter)] as const]
      : countedBy(field, find());
  const found = groups.filter(([, n]) => n > 0);
  return open(
    found.map(([id, n]) =>
      encode(new Map([["_id", id], ...counts.map((count): [string, Value] => [count, n])])),
    ),
  );
}

function countedBy(field: string, rows: readonly Stored[]): (readonly [Value, number])[] {
  const groups = new Map<string, readonly [Value, number]>();
  const only = new Set([field]);
  for (const { bytes } of rows) {
    const value = decode(bytes, only).get(field) ?? null;
    const key = identity(value);
    const [first, n] = groups.get(key) ?? [value, 0];
    groups.set(key, [first, n + 1]);
  }
  return [...groups.values()];
}
