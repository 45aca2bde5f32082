/** Projections: fields that are kept, or fields that are left out. */
import { type Doc, isDoc, type Value } from "./bson.ts";
import { CommandError, unsupported } from "./errors.ts";
import { overlap, parsePath } from "./paths.ts";
import { isNumeric, toNumber } from "./values.ts";

/** The fields that are named; an empty tree stands for a field with all below it. */
type Tree = Map<string, Tree>;

/** Throws 31253 and 31254 for a mixture of both, 238 for a field that is to be computed. */
export function compileProjection(spec: Doc): (doc: Doc) => Doc {
  const fields = [...spec].map(([name, value]) => ({ name, kept: isKept(name, value) }));
  const [first] = fields.filter(({ name }) => name !== "_id");
  const keeps = first?.kept ?? fields[0]?.kept ?? false;
  const tree: Tree = new Map<string, Tree>();
  if (keeps) grow(tree, "_id");
  for (const [i, { name, kept }] of fields.entries()) {
    if (fields.slice(0, i).some((other) => overlap(name, other.name)))
      throw new CommandError(31249, `Path collision at ${name}`);
    if (kept === keeps) grow(tree, name);
    else if (name === "_id") tree.delete(name);
    else if (kept)
      throw new CommandError(31253, `Cannot do inclusion on field ${name} in exclusion projection`);
    else
      throw new CommandError(31254, `Cannot do exclusion on field ${name} in inclusion projection`);
  }
  return (doc) => (keeps ? include(doc, tree) : exclude(doc, tree));
}

function isKept(name: string, value: Value): boolean {
  if (parsePath(name).some((part) => part === "" || part.startsWith("$")))
    throw new CommandError(16410, `The field path '${name}' has an empty or a '$' prefixed part.`);
  if (typeof value === "boolean") return value;
  if (isNumeric(value)) return toNumber(value) !== 0;
  throw unsupported(`A projection that computes '${name}'`);
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

const exclude = (doc: Doc, tree: Tree): Doc =>
  new Map(
    [...doc].flatMap(([name, value]): [string, Value][] => {
      const branch = tree.get(name);
      if (branch?.size === 0) return [];
      return [[name, branch === undefined ? value : excludeBelow(value, branch)]];
    }),
  );

function excludeBelow(value: Value, tree: Tree): Value {
  if (Array.isArray(value)) return value.map((e) => excludeBelow(e, tree));
  return isDoc(value) ? exclude(value, tree) : value;
}
