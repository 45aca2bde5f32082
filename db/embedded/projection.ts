/** Projections: the fields that are kept, with or without `_id`. */
import { type Doc, isDoc, type Value } from "./bson.ts";
import { CommandError, unsupported } from "./errors.ts";
import { overlap, parsePath } from "./paths.ts";
import { isNumeric, toNumber } from "./values.ts";

/** The fields that are named; an empty tree stands for a field with all below it. */
type Tree = Map<string, Tree>;

/** Throws 238 for a field that is left out, other than `_id`, or that is to be computed. */
export function compileProjection(spec: Doc): (doc: Doc) => Doc {
  const named = [...spec].filter(([name, value]) => isKept(name, value)).map(([name]) => name);
  const withoutId = spec.has("_id") && !named.includes("_id");
  if (named.length === 0)
    return (doc) => (withoutId ? new Map([...doc].filter(([name]) => name !== "_id")) : doc);
  const tree: Tree = new Map<string, Tree>();
  if (!withoutId && !named.includes("_id")) named.push("_id");
  for (const [i, name] of named.entries()) {
    if (named.slice(0, i).some((other) => overlap(name, other)))
      throw new CommandError(31249, `Path collision at ${name}`);
    grow(tree, name);
  }
  return (doc) => include(doc, tree);
}

function isKept(name: string, value: Value): boolean {
  if (parsePath(name).some((part) => part === "" || part.startsWith("$")))
    throw new CommandError(16410, `The field path '${name}' has an empty or a '$' prefixed part.`);
  const isSwitch = typeof value === "boolean" || isNumeric(value);
  const kept = value === true || (isNumeric(value) && toNumber(value) !== 0);
  if (isSwitch && (kept || name === "_id")) return kept;
  throw unsupported(`A projection that leaves out or computes '${name}'`);
}

function grow(tree: Tree, name: string): void {
  let branch = tree;
  for (const part of parsePath(name)) {
    const next: Tree = branch.get(part) ?? new Map<string, Tree>();
    branch.set(part, next);
    branch = next;
  }
}

const include = (doc: Doc, tree: Tree): Doc =>
  new Map(
    [...doc].flatMap(([name, value]): [string, Value][] => {
      const branch = tree.get(name);
      const kept = branch && (branch.size === 0 ? value : includeBelow(value, branch));
      return kept === undefined ? [] : [[name, kept]];
    }),
  );

/** Of an array the documents and arrays in it; nothing of any other value. */
function includeBelow(value: Value, tree: Tree): Value | undefined {
  if (isDoc(value)) return include(value, tree);
  if (!Array.isArray(value)) return undefined;
  return value.map((e) => includeBelow(e, tree)).filter((e) => e !== undefined);
}
