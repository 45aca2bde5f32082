/**
 * Updates: which fields change, in what order, and at which positions of arrays. Every operator not
 * listed is refused.
 */
import { type Doc, docOf, encode, isDoc, typeName, type Value } from "./bson.ts";
import { CommandError, unsupported } from "./errors.ts";
import { FIELD_OPERATORS, type FieldOperator } from "./field-operators.ts";
import { equal } from "./keys.ts";
import { clauses, compileMatch, conditions, type Matcher } from "./match.ts";
import { at, isIndex, overlap, parsePath, type Path } from "./paths.ts";

export interface UpdateContext {
  readonly filter: Doc;
  readonly arrayFilters: readonly Value[];
  /** The document does not exist yet: `$setOnInsert` counts and `_id` may be set. */
  readonly inserting: boolean;
}

export const UPDATE_OPERATORS: readonly string[] = Object.keys(FIELD_OPERATORS);
/** So far behind its end an array is not filled up. */
const MOST_FILLED = 1_500_000;

const bad = (message: string, code = 2) => new CommandError(code, message);

export const isReplacement = (update: Value): boolean =>
  isDoc(update) && ![...update.keys()].some((name) => name.startsWith("$"));

export const sameBytes = (a: Doc, b: Doc): boolean => encode(a).equals(encode(b));

/** The changed document; the one given is left as it is, and shares with it what did not change. */
export function applyUpdate(before: Doc, update: Value, context: UpdateContext): Doc {
  if (Array.isArray(update)) throw unsupported("An update by a pipeline");
  if (!isDoc(update)) throw bad("Update argument must be an object", 9);
  const id = before.get("_id");
  const kept = id === undefined ? docOf({}) : docOf({ _id: id });
  const result: Doc = isReplacement(update)
    ? new Map([...kept, ...update])
    : changesOf(before, update, context).reduce(changed, before);
  const isOther = id !== undefined && !sameBytes(kept, docOf({ _id: result.get("_id") ?? null }));
  if (isOther) throw bad("The update would modify the immutable field '_id'", 66);
  return result;
}

interface Change {
  readonly field: FieldOperator;
  readonly path: Path;
  readonly operand: Value;
}

function changesOf(doc: Doc, update: Doc, context: UpdateContext): Change[] {
  const wanted = [...update].flatMap(([operator, fields]) => {
    const field = Object.hasOwn(FIELD_OPERATORS, operator) ? FIELD_OPERATORS[operator] : undefined;
    if (field === undefined) throw bad(`Unknown modifier: ${operator}`, 9);
    if (!isDoc(fields)) throw bad(`Modifiers operate on fields, not on ${typeName(fields)}`, 9);
    return [...fields].map(([name, operand]) => ({ operator, field, name, operand }));
  });
  const names = wanted.map(({ name }) => name);
  for (const [i, name] of names.entries()) {
    const clash = names.slice(0, i).find((other) => overlap(name, other));
    if (clash !== undefined)
      throw bad(`Updating '${name}' would create a conflict at '${clash}'`, 40);
  }
  const choice: Choice = { ...context, named: namedFilters(context.arrayFilters, names) };
  return wanted
    .filter(({ operator }) => operator !== "$setOnInsert" || context.inserting)
    .map((change) => ({ ...change, path: parsePath(change.name) }))
    .sort((a, b) => comparePaths(a.path, b.path))
    .flatMap(({ field, path, operand }) =>
      resolvePath(doc, path, choice).map((resolved) => ({ field, path: resolved, operand })),
    );
}

/** New fields are added in the order of their names, numbers by value. */
function comparePaths(x: Path, y: Path): number {
  const i = x.findIndex((part, n) => part !== y[n]);
  const [a, b] = [x[i], y[i]];
  if (a === undefined || b === undefined) return x.length - y.length;
  return isIndex(a) && isIndex(b) ? Number(a) - Number(b) : a < b ? -1 : 1;
}

function changed(doc: Doc, change: Change): Doc {
  const [name = "", ...rest] = change.path;
  const value = changedValue(doc.get(name), rest, change);
  const result = new Map(doc);
  if (value === undefined) result.delete(name);
  else result.set(name, value);
  return result;
}

/** What stands where a path begins, once what stands at its end is changed; undefined is nothing. */
function changedValue(value: Value | undefined, path: Path, change: Change): Value | undefined {
  const { field, operand } = change;
  const [name, ...rest] = path;
  if (value === undefined && !field.creates) return undefined;
  if (name === undefined) return field.apply(value, operand, change.path.join("."));
  if (value === undefined || isDoc(value))
    return changed(value ?? new Map<string, Value>(), { ...change, path });
  if (Array.isArray(value) && isIndex(name)) {
    const [i, filled] = [Number(name), [...value]];
    if (i > value.length + MOST_FILLED) throw bad(`Cannot fill an array up to position ${name}.`);
    const element = changedValue(value[i], rest, change);
    if (element === undefined && i >= value.length) return value;
    while (filled.length < i) filled.push(null);
    filled[i] = element ?? null;
    return filled;
  }
  if (!field.creates) return value;
  throw bad(`Cannot create field '${name}' in an element of type ${typeName(value)}`, 28);
}

/** The document an upsert starts from: what the filter says fields are equal to. */
export function seedOf(filter: Doc): Doc {
  let doc: Doc = new Map();
  for (const [name, operator, operand] of clauses(filter)) {
    const equals = operator === "$eq" ? [operand] : operator === "$in" ? operand : [];
    const [value, ...others] = Array.isArray(equals) ? equals : [];
    if (value === undefined || others.length > 0) continue;
    const path = parsePath(name);
    const known = at(doc, path);
    if (known === undefined || !equal(known, value))
      doc = changed(doc, { field: FIELD_OPERATORS.$set, path, operand: value });
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
function resolvePath(doc: Doc, path: Path, choice: Choice): Path[] {
  if (path.includes("")) throw bad(`The path '${path.join(".")}' has an empty field name.`, 56);
  return path.reduce<Path[]>(
    (paths, part) =>
      paths.flatMap((before) =>
        part.startsWith("$")
          ? positions(doc, before, part, choice).map((i) => [...before, String(i)])
          : [[...before, part]],
      ),
    [[]],
  );
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
