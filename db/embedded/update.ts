/** Updates: which fields change, and in what order. Every operator not listed is refused. */
import { BSONRegExp } from "bson";
import { type Doc, encode, firstName, isDoc, type Value } from "./bson.ts";
import { CommandError, unsupported } from "./errors.ts";
import { FIELD_OPERATORS } from "./field-operators.ts";
import { equal } from "./keys.ts";
import { at, clone, isIndex, overlap, parsePath, type Path, step } from "./paths.ts";
import { type Choice, namedFilters, resolvePath } from "./positions.ts";
import { typeName } from "./values.ts";

export interface UpdateContext {
  readonly filter: Doc;
  readonly arrayFilters: readonly Value[];
  /** The document does not exist yet: `$setOnInsert` counts and `_id` may be set. */
  readonly inserting: boolean;
}

export const UPDATE_OPERATORS: readonly string[] = Object.keys(FIELD_OPERATORS);

export const isReplacement = (update: Value): update is Doc =>
  isDoc(update) && ![...update.keys()].some((name) => name.startsWith("$"));

export const sameBytes = (a: Doc, b: Doc): boolean => encode(a).equals(encode(b));

const wrapped = (value: Value | undefined): Doc =>
  new Map(value === undefined ? [] : [["v", value]]);

/** The changed document; the one given is left as it is. */
export function applyUpdate(before: Doc, update: Value, context: UpdateContext): Doc {
  if (Array.isArray(update)) throw unsupported("An update by a pipeline");
  if (!isDoc(update)) throw new CommandError(9, "Update argument must be an object");
  const result = isReplacement(update)
    ? new Map([...before].filter(([name]) => name === "_id"))
    : clone(before);
  if (isReplacement(update)) for (const [name, value] of update) result.set(name, clone(value));
  else for (const change of changesOf(result, update, context)) apply(result, change);
  const id = before.get("_id");
  if (id !== undefined && !sameBytes(wrapped(id), wrapped(result.get("_id"))))
    throw new CommandError(
      66,
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  return result;
}

interface Change {
  readonly operator: string;
  readonly path: Path;
  readonly operand: Value;
}

function changesOf(doc: Doc, update: Doc, context: UpdateContext): Change[] {
  const wanted = [...update].flatMap(([operator, fields]) => {
    if (!UPDATE_OPERATORS.includes(operator))
      throw new CommandError(9, `Unknown modifier: ${operator}. Expected a valid update modifier.`);
    if (!isDoc(fields))
      throw new CommandError(
        9,
        `Modifiers operate on fields but we found type ${typeName(fields)} instead.`,
      );
    return [...fields].map(([path, operand]) => ({ operator, path, operand }));
  });
  const paths = wanted.map(({ path }) => path);
  for (const [i, path] of paths.entries()) {
    const clash = paths.slice(0, i).find((other) => overlap(path, other));
    if (clash !== undefined)
      throw new CommandError(40, `Updating '${path}' would create a conflict at '${clash}'`);
  }
  const choice: Choice = { ...context, named: namedFilters(context.arrayFilters, paths) };
  return wanted
    .filter(({ operator }) => operator !== "$setOnInsert" || context.inserting)
    .sort((a, b) => comparePaths(parsePath(a.path), parsePath(b.path)))
    .flatMap(({ path, ...rest }) =>
      resolvePath(doc, path, choice).map((resolved) => ({ ...rest, path: resolved })),
    );
}

/** New fields are added in the order of their names, numbers by value. */
function comparePaths(x: Path, y: Path): number {
  const i = x.findIndex((part, n) => part !== y[n]);
  const [a, b] = [x[i], y[i]];
  if (a === undefined || b === undefined) return x.length - y.length;
  return isIndex(a) && isIndex(b) ? Number(a) - Number(b) : a < b ? -1 : 1;
}

function apply(doc: Doc, { operator, path, operand }: Change): void {
  const field = FIELD_OPERATORS[operator];
  const parent = field && reach(doc, path, field.creates);
  if (field === undefined || parent === undefined) return;
  const name = path.at(-1) ?? "";
  const before = step(parent, name);
  if (before === undefined && !field.creates) return;
  const value = field.apply(before, operand, path.join("."));
  if (value !== undefined) put(parent, name, value);
  else if (isDoc(parent)) parent.delete(name);
  else put(parent, name, null);
}

/** The document or array that holds the path's last part, made on the way if `create`. */
function reach(doc: Doc, path: Path, create: boolean): Doc | Value[] | undefined {
  let parent: Doc | Value[] = doc;
  for (const [i, part] of path.slice(0, -1).entries()) {
    let child: Value | undefined = step(parent, part);
    if (child === undefined && create) put(parent, part, (child = new Map<string, Value>()));
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
  if (!isIndex(name)) throw notViable(name, parent);
  if (Number(name) > parent.length + 1_500_000)
    throw new CommandError(2, `Cannot fill an array up to position ${name}.`);
  while (parent.length < Number(name)) parent.push(null);
  parent[Number(name)] = value;
}

const notViable = (part: string, holder: Value | undefined) =>
  new CommandError(28, `Cannot create field '${part}' in an element of type ${typeName(holder)}`);

/** The document an upsert starts from: what the filter says fields are equal to. */
export function seedOf(filter: Doc): Doc {
  const doc: Doc = new Map();
  for (const [path, value] of equalities(filter)) {
    const known = at(doc, parsePath(path));
    if (known === undefined || !equal(known, value))
      apply(doc, { operator: "$set", path: parsePath(path), operand: clone(value) });
  }
  return doc;
}

function* equalities(filter: Doc): Generator<[string, Value]> {
  for (const [name, condition] of filter) {
    const parts = Array.isArray(condition) ? condition.filter(isDoc) : [];
    if (name === "$and" || (name === "$or" && parts.length === 1))
      for (const part of parts) yield* equalities(part);
    if (name.startsWith("$") || condition instanceof BSONRegExp) continue;
    if (!isDoc(condition) || !firstName(condition).startsWith("$")) yield [name, condition];
    else {
      const list = condition.has("$eq") ? [condition.get("$eq")] : condition.get("$in");
      const [value] = Array.isArray(list) && list.length === 1 ? list : [];
      if (value !== undefined && !(value instanceof BSONRegExp)) yield [name, value];
    }
  }
}
