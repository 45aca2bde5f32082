/** `$`, `$[]` and `$[name]` in the paths of an update, turned into array positions. */
import { type Doc, docOf, isDoc, type Value } from "./bson.ts";
import { CommandError } from "./errors.ts";
import { compileMatch, type Matcher } from "./match.ts";
import { at, parsePath, type Path } from "./paths.ts";

export type ArrayFilters = ReadonlyMap<string, Matcher>;

const bad = (message: string) => new CommandError(2, message);

/** The conditions on fields that a filter holds, through `$and` and `$or`. */
function* conditions(filter: Doc): Generator<[string, Value]> {
  for (const [name, value] of filter)
    if (name === "$and" || name === "$or") {
      if (Array.isArray(value)) for (const part of value) if (isDoc(part)) yield* conditions(part);
    } else if (!name.startsWith("$")) yield [name, value];
}

/** The first element of the array at `path` that a condition of the query matches, by itself. */
export function positionOf(doc: Doc, path: Path, filter: Doc): number | undefined {
  const array = at(doc, path);
  if (!Array.isArray(array)) return undefined;
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
export function compileArrayFilters(
  filters: readonly Value[],
  paths: readonly string[],
): ArrayFilters {
  const compiled = new Map<string, Matcher>();
  for (const filter of filters) {
    if (!isDoc(filter)) throw new CommandError(14, "An array filter must be an object.");
    const names = new Set([...conditions(filter)].map(([name]) => parsePath(name)[0] ?? ""));
    const [name = ""] = names;
    if (names.size !== 1 || !/^[a-z][a-zA-Z0-9]*$/.test(name))
      throw new CommandError(9, "Expected a single top-level field name in each array filter.");
    if (compiled.has(name))
      throw new CommandError(9, `Found multiple array filters with the field name ${name}.`);
    if (!paths.some((path) => path.includes(`$[${name}]`)))
      throw new CommandError(9, `The array filter for identifier '${name}' was not used.`);
    compiled.set(name, compileMatch(filter));
  }
  return compiled;
}

/** The concrete paths one path of an update stands for in this document. */
export function resolvePath(doc: Doc, path: string, filter: Doc, filters: ArrayFilters): Path[] {
  const parts = parsePath(path);
  if (parts.includes(""))
    throw new CommandError(56, `The update path '${path}' contains an empty field name.`);
  if (parts[0]?.startsWith("$"))
    throw new CommandError(52, `The dollar ($) prefixed field '${path}' is not valid for storage.`);
  let paths: string[][] = [[]];
  for (const part of parts)
    paths = paths.flatMap((path) => resolvePart(doc, path, part, filter, filters));
  return paths;
}

function resolvePart(
  doc: Doc,
  before: string[],
  part: string,
  filter: Doc,
  filters: ArrayFilters,
): string[][] {
  if (part === "$") {
    const position = positionOf(doc, before, filter);
    if (position === undefined)
      throw bad("The positional operator did not find the match needed from the query.");
    return [[...before, String(position)]];
  }
  if (!part.startsWith("$")) return [[...before, part]];
  const name = /^\$\[(\w*)\]$/.exec(part)?.[1];
  if (name === undefined)
    throw new CommandError(52, `The dollar ($) prefixed field '${part}' is not valid for storage.`);
  const matches = name === "" ? () => true : filters.get(name);
  if (matches === undefined) throw bad(`No array filter found for identifier '${name}'.`);
  const array = at(doc, before);
  if (!Array.isArray(array))
    throw bad(`The path '${before.join(".")}' must be an array to apply array updates.`);
  return array.flatMap((element, i) =>
    name === "" || matches(docOf({ [name]: element })) ? [[...before, String(i)]] : [],
  );
}
