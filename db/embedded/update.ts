/** Updates: which fields change, and in what order. Every operator not listed is refused. */
import { type Doc, encode, isDoc, type Value } from "./bson.ts";
import { CommandError } from "./errors.ts";
import type { Variables } from "./expressions.ts";
import { FIELD_OPERATORS } from "./field-operators.ts";
import { at, clone, isIndex, parsePath, type Path, step } from "./paths.ts";
import { compilePipeline } from "./pipeline.ts";
import { compileArrayFilters, resolvePath } from "./positions.ts";
import { equal, identical, typeName } from "./values.ts";

export interface UpdateContext {
  readonly filter: Doc;
  readonly arrayFilters: readonly Value[];
  /** The document does not exist yet: `$setOnInsert` counts and `_id` may be set. */
  readonly inserting: boolean;
  readonly variables: Variables;
  readonly now: Date;
}

export const UPDATE_OPERATORS: readonly string[] = [
  ...Object.keys(FIELD_OPERATORS),
  "$rename",
  "$setOnInsert",
];
const PIPELINE_STAGES = [
  "$addFields",
  "$project",
  "$replaceRoot",
  "$replaceWith",
  "$set",
  "$unset",
];

export const isReplacement = (update: Value): update is Doc =>
  isDoc(update) && ![...update.keys()].some((name) => name.startsWith("$"));

/** The changed document; the one given is left as it is. */
export function applyUpdate(before: Doc, update: Value, context: UpdateContext): Doc {
  const id = before.get("_id");
  const result = withIdFirst(changed(before, update, context), id);
  const newId = result.get("_id");
  if (id !== undefined && (newId === undefined || !identical(newId, id)))
    throw new CommandError(
      66,
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  return result;
}

function changed(before: Doc, update: Value, context: UpdateContext): Doc {
  if (Array.isArray(update)) return runPipeline(before, update, context);
  if (!isDoc(update))
    throw new CommandError(9, "Update argument must be either an object or an array");
  return isReplacement(update) ? clone(update) : runOperators(clone(before), update, context);
}

function withIdFirst(doc: Doc, id: Value | undefined): Doc {
  const own = doc.get("_id") ?? id;
  if (own === undefined || doc.keys().next().value === "_id") return doc;
  return new Map<string, Value>([["_id", own], ...[...doc].filter(([name]) => name !== "_id")]);
}

export const sameBytes = (a: Doc, b: Doc): boolean => encode(a).equals(encode(b));

function runPipeline(before: Doc, stages: readonly Value[], { variables }: UpdateContext): Doc {
  for (const stage of stages) {
    const name = isDoc(stage) ? stage.keys().next().value : undefined;
    if (name === undefined || !PIPELINE_STAGES.includes(name))
      throw new CommandError(72, `${name ?? "This"} is not allowed to be used within an update`);
  }
  const [result] = compilePipeline(stages, { variables })([clone(before)]);
  return result ?? before;
}

interface Change {
  readonly operator: string;
  readonly path: Path;
  readonly operand: Value;
}

function runOperators(doc: Doc, update: Doc, context: UpdateContext): Doc {
  const changes: Change[] = [];
  const written: string[] = [];
  for (const [operator, fields] of update) {
    if (!UPDATE_OPERATORS.includes(operator))
      throw new CommandError(9, `Unknown modifier: ${operator}. Expected a valid update modifier.`);
    if (!isDoc(fields))
      throw new CommandError(
        9,
        `Modifiers operate on fields but we found type ${typeName(fields)} instead.`,
      );
    for (const [path, operand] of fields) {
      claim(written, path);
      if (operator === "$rename") claim(written, renameTarget(path, operand));
    }
  }
  const filters = compileArrayFilters(context.arrayFilters, written);
  for (const [operator, fields] of update)
    if (isDoc(fields) && (operator !== "$setOnInsert" || context.inserting))
      for (const [path, operand] of [...fields].sort(([a], [b]) => comparePaths(a, b)))
        for (const resolved of resolvePath(doc, path, context.filter, filters))
          changes.push({ operator, path: resolved, operand });
  for (const change of changes) apply(doc, change, context.now);
  return doc;
}

function claim(written: string[], path: string): void {
  const clash = written.find(
    (p) => p === path || p.startsWith(`${path}.`) || path.startsWith(`${p}.`),
  );
  if (clash !== undefined)
    throw new CommandError(40, `Updating the path '${path}' would create a conflict at '${clash}'`);
  written.push(path);
}

function renameTarget(path: string, operand: Value): string {
  if (typeof operand !== "string")
    throw new CommandError(2, `The 'to' field for $rename must be a string: ${path}`);
  if ([path, operand].some((p) => p.includes("$")))
    throw new CommandError(2, "The source and target fields for $rename may not be dynamic");
  return operand;
}

/** New fields are added in the order of their names, numbers by value. */
function comparePaths(a: string, b: string): number {
  const [x, y] = [parsePath(a), parsePath(b)];
  for (const [i, part] of x.entries()) {
    const other = y[i];
    if (other === undefined) return 1;
    if (part === other) continue;
    if (isIndex(part) && isIndex(other)) return Number(part) - Number(other);
    return part < other ? -1 : 1;
  }
  return x.length - y.length;
}

function apply(doc: Doc, { operator, path, operand }: Change, now: Date): void {
  if (operator === "$rename") {
    rename(doc, path, operand, now);
    return;
  }
  const field = FIELD_OPERATORS[operator === "$setOnInsert" ? "$set" : operator];
  if (field === undefined) return;
  const parent = reach(doc, path, field.creates);
  const name = path.at(-1) ?? "";
  if (parent === undefined) return;
  if (Array.isArray(parent) && !isIndex(name)) {
    if (operator === "$unset") return;
    throw notViable(name, parent);
  }
  const before = step(parent, name);
  if (before === undefined && !field.creates) return;
  const value = field.apply(before, operand, path.join("."), now);
  if (value !== undefined) put(parent, name, value);
  else if (Array.isArray(parent)) parent[Number(name)] = null;
  else parent.delete(name);
}

function rename(doc: Doc, path: Path, target: Value, now: Date): void {
  const parent = reach(doc, path, false);
  const value = step(parent, path.at(-1) ?? "");
  if (Array.isArray(parent) || path.some((_, i) => Array.isArray(at(doc, path.slice(0, i)))))
    throw new CommandError(2, "The source field of $rename cannot be an array element");
  if (value === undefined || !isDoc(parent)) return;
  parent.delete(path.at(-1) ?? "");
  apply(
    doc,
    { operator: "$set", path: parsePath(typeof target === "string" ? target : ""), operand: value },
    now,
  );
}

/** The document or array that holds the path's last part, made on the way if `create`. */
function reach(doc: Doc, path: Path, create: boolean): Doc | Value[] | undefined {
  let parent: Doc | Value[] = doc;
  for (const [i, part] of path.slice(0, -1).entries()) {
    let child: Value | undefined = step(parent, part);
    if (child === undefined) {
      if (!create) return undefined;
      if (Array.isArray(parent) && !isIndex(part)) throw notViable(part, parent);
      child = new Map<string, Value>();
      put(parent, part, child);
    }
    if (!isDoc(child) && !Array.isArray(child)) {
      if (!create) return undefined;
      throw notViable(path[i + 1] ?? "", child);
    }
    parent = child;
  }
  return parent;
}

function put(parent: Doc | Value[], name: string, value: Value): void {
  if (isDoc(parent)) {
    parent.set(name, value);
    return;
  }
  const position = Number(name);
  if (position > parent.length + 1_500_000)
    throw new CommandError(2, `Cannot fill an array up to position ${name}.`);
  while (parent.length < position) parent.push(null);
  parent[position] = value;
}

const notViable = (part: string, holder: Value) =>
  new CommandError(28, `Cannot create field '${part}' in an element of type ${typeName(holder)}`);

/** The document an upsert starts from: what the filter says fields are equal to. */
export function seedOf(filter: Doc, now: Date): Doc {
  const doc: Doc = new Map();
  collectEqualities(filter, (path, operand) => {
    if (
      parsePath(path).some(
        (_, i, parts) => doc.has(parts.slice(0, i + 1).join(".")) && equalsAt(doc, path, operand),
      )
    )
      return;
    apply(doc, { operator: "$set", path: parsePath(path), operand: clone(operand) }, now);
  });
  return doc;
}

const equalsAt = (doc: Doc, path: string, value: Value): boolean => {
  const known = at(doc, parsePath(path));
  return known !== undefined && equal(known, value);
};

function collectEqualities(filter: Doc, found: (path: string, value: Value) => void): void {
  for (const [name, condition] of filter) {
    if (name === "$and" || (name === "$or" && Array.isArray(condition) && condition.length === 1)) {
      if (Array.isArray(condition))
        for (const part of condition) if (isDoc(part)) collectEqualities(part, found);
    } else if (!name.startsWith("$")) {
      const value = equality(condition);
      if (value !== undefined) found(name, value);
    }
  }
}

function equality(condition: Value): Value | undefined {
  if (!isDoc(condition) || !condition.keys().next().value?.startsWith("$"))
    return rankIsRegex(condition) ? undefined : condition;
  if (condition.has("$eq")) return condition.get("$eq");
  for (const name of ["$in", "$all"]) {
    const list = condition.get(name);
    if (Array.isArray(list) && list.length === 1 && !rankIsRegex(list[0])) return list[0];
  }
  return undefined;
}

const rankIsRegex = (value: Value | undefined): boolean =>
  value !== undefined && typeName(value) === "regex";
