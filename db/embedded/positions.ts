/** `$`, `$[]` and `$[name]` in the paths of an update, turned into array positions. */
import { type Doc, docOf, isDoc, type Value } from "./bson.ts";
import { CommandError } from "./errors.ts";
import { compileMatch, conditions, type Matcher } from "./match.ts";
import { at, parsePath, type Path } from "./paths.ts";

/** What decides the positions: the filter that found the document, and the array filters by name. */
export interface Choice {
  readonly filter: Doc;
  readonly named: ReadonlyMap<string, Matcher>;
}

const bad = (message: string, code = 2) => new CommandError(code, message);

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
export function namedFilters(
  filters: readonly Value[],
  paths: readonly string[],
): Map<string, Matcher> {
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
export function resolvePath(doc: Doc, path: string, choice: Choice): Path[] {
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
