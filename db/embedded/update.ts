/**
 * Updates: which fields change, in what order, and at which positions of arrays. Every operator not
 * listed is refused.
 */
import { type Doc, docOf, encode, isDoc, type Value, typeName } from "./bson.ts";
import { CommandError, unsupported } from "./errors.ts";
import { FIELD_OPERATORS } from "./field-operators.ts";
import { equal } from "./keys.ts";
import { clauses, compileMatch, conditions, type Matcher } from "./match.ts";
import { at, clone, isIndex, overlap, parsePath, type Path, step } from "./paths.ts";

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

const bad = (message: string, code = 2) => new CommandError(code, message);

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
  for (const [path, operator, operand] of clauses(filter)) {
    const equals = operator === "$eq" ? [operand] : operator === "$in" ? operand : [];
    const [value, ...others] = Array.isArray(equals) ? equals : [];
    if (value === undefined || others.length > 0) continue;
    const known = at(doc, parsePath(path));
    if (known === undefined || !equal(known, value))
      apply(doc, { operator: "$set", path: parsePath(path), operand: clone(value) });
  }
  return doc;
}

/** What decides the positions: the filter that found the document, and the array filters by name. */
interface Choice {
  readonly filter: Doc;
  readonly named: ReadonlyMap<string, Matcher>;
}

/** The first element of `array`, at `path`, that a condition of the query matches by itself. */
function positionOf(array: readonly Value[], path: Path, filter: Doc): number | undefined {
  const prefix = path.join(".");
  for (const [name, condition] of conditions(filter)) {
    if (name !== prefix && !name.startsWith(`${prefix}.`)) continue;
    const matches = compileMatch(docOf({ [`e${name.slice(prefix.length)}`]: condition }));
    const position = array.findIndex((e) => matches(docOf({ e: [e] })));
    if (position >= 0) return position;
  }
  return undefined;
}

/** Throws 9 unless each filter names one identifier, once, that a path of the update uses. */
function namedFilters(filters: readonly Value[], paths: readonly string[]): Map<string, Matcher> {
  const named = new Map<string, Matcher>();
  for (const filter of filters) {
    if (!isDoc(filter)) throw bad("An array filter must be an object.", 14);
    const names = new Set([...conditions(filter)].map(([name]) => parsePath(name)[0] ?? ""));
    const [name = ""] = names;
    if (names.size !== 1 || !/^[a-z][a-zA-Z0-9]*$/.test(name))
      throw bad("Expected a single top-level field name in each array filter.", 9);
    if (named.has(name)) throw bad(`Found multiple array filters named ${name}.`, 9);
    if (!paths.some((path) => path.includes(`$[${name}]`)))
      throw bad(`The array filter for identifier '${name}' was not used.`, 9);
    named.set(name, compileMatch(filter));
  }
  return named;
}

/** The concrete paths one path of an update stands for in this document. */
function resolvePath(doc: Doc, path: string, choice: Choice): Path[] {
  const parts = parsePath(path);
  if (parts.includes("")) throw bad(`The update path '${path}' contains an empty field name.`, 56);
  let paths: Path[] = [[]];
  for (const part of parts)
    paths = paths.flatMap((before) =>
      part.startsWith("$")
        ? positions(doc, before, part, choice).map((i) => [...before, String(i)])
        : [[...before, part]],
    );
  return paths;
}

function positions(doc: Doc, path: Path, part: string, { filter, named }: Choice): number[] {
  const array = at(doc, path);
  if (part === "$") {
    const position = Array.isArray(array) ? positionOf(array, path, filter) : undefined;
    if (position !== undefined) return [position];
    throw bad("The positional operator did not find the match needed from the query.");
  }
  const name = /^\$\[(\w*)\]$/.exec(part)?.[1];
  if (name === undefined || path.length === 0)
    throw bad(`The dollar ($) prefixed field '${part}' is not valid for storage.`, 52);
  const matches = name === "" ? () => true : named.get(name);
  if (matches === undefined) throw bad(`No array filter found for identifier '${name}'.`);
  if (!Array.isArray(array))
    throw bad(`The path '${path.join(".")}' must be an array to apply array updates.`);
  return array.flatMap((e, i) => (matches(docOf({ [name]: e })) ? [i] : []));
}
