/** Projections of find, findAndModify and `$project`. */
import { type Doc, isDoc, type Value } from "./bson.ts";
import { CommandError } from "./errors.ts";
import { compileExpression, type Expression, type Variables } from "./expressions.ts";
import { elementTest } from "./match.ts";
import { assign, at, parsePath, type Path } from "./paths.ts";
import { positionOf } from "./positions.ts";
import { isNumeric, toNumber, truthy } from "./values.ts";

type Tree = Map<string, Tree | true>;
type Edit = (source: Doc, result: Doc) => void;

interface Plan {
  readonly included: Tree;
  readonly excluded: Tree;
  readonly edits: Edit[];
  mode?: "include" | "exclude";
}

/** `where` tells which special forms are allowed; a find also has `$slice`, `$elemMatch` and `.$`. */
export function compileProjection(
  spec: Doc,
  where: "find" | "aggregate",
  filter: Doc = new Map(),
  variables: Variables = new Map(),
): (doc: Doc) => Doc {
  const plan: Plan = { included: new Map(), excluded: new Map(), edits: [] };
  let id: boolean | undefined;
  for (const [name, value] of flatten(spec)) {
    if (name === "_id" && (typeof value === "boolean" || isNumeric(value))) id = truthy(value);
    else addField(plan, name, value, { where, filter, variables });
  }
  const mode = plan.mode ?? (id === true ? "include" : "exclude");
  if (id === false && mode === "exclude") plan.excluded.set("_id", true);
  if (id !== false && mode === "include") plan.included.set("_id", true);
  return (doc) => {
    const result = mode === "include" ? include(doc, plan.included) : exclude(doc, plan.excluded);
    for (const edit of plan.edits) edit(doc, result);
    return result;
  };
}

function* flatten(spec: Doc, prefix = ""): Generator<[string, Value]> {
  for (const [name, value] of spec)
    if (isDoc(value) && value.size > 0 && ![...value.keys()][0]?.startsWith("$"))
      yield* flatten(value, `${prefix}${name}.`);
    else yield [prefix + name, value];
}

interface Context {
  readonly where: "find" | "aggregate";
  readonly filter: Doc;
  readonly variables: Variables;
}

function addField(plan: Plan, name: string, value: Value, context: Context): void {
  if (name === "" || name.startsWith("$") || name.split(".").includes(""))
    throw new CommandError(40353, `FieldPath '${name}' must not be empty or begin with '$'.`);
  const find = context.where === "find";
  if (typeof value === "boolean" || isNumeric(value)) {
    if (!truthy(value)) {
      setMode(plan, "exclude", name);
      grow(plan.excluded, parsePath(name));
      return;
    }
    setMode(plan, "include", name);
    if (!name.endsWith(".$")) grow(plan.included, parsePath(name));
    else if (find) addPositional(plan, name.slice(0, -2), context.filter);
    else throw new CommandError(16410, "A FieldPath may not begin with '$'.");
    return;
  }
  const slice = isDoc(value) && find ? value.get("$slice") : undefined;
  const wanted = isDoc(value) && find ? value.get("$elemMatch") : undefined;
  if (slice !== undefined) addSlice(plan, name, slice);
  else if (isDoc(wanted)) addElemMatch(plan, name, wanted, context.variables);
  else addComputed(plan, name, compileExpression(value), context.variables);
}

function setMode(plan: Plan, mode: "include" | "exclude", name: string): void {
  if (plan.mode !== undefined && plan.mode !== mode)
    throw mode === "exclude"
      ? new CommandError(31254, `Cannot do exclusion on field ${name} in inclusion projection`)
      : new CommandError(31253, `Cannot do inclusion on field ${name} in exclusion projection`);
  plan.mode = mode;
}

function grow(tree: Tree, path: Path): void {
  const [part = "", ...rest] = path;
  const branch = tree.get(part);
  if (branch === true || (branch !== undefined && rest.length === 0))
    throw new CommandError(31249, `Path collision at ${path.join(".")}`);
  if (rest.length === 0) tree.set(part, true);
  else {
    const next: Tree = branch ?? new Map<string, Tree | true>();
    tree.set(part, next);
    grow(next, rest);
  }
}

function addComputed(plan: Plan, name: string, evaluate: Expression, variables: Variables): void {
  setMode(plan, "include", name);
  const path = parsePath(name);
  plan.edits.push((root, result) => {
    const value = evaluate({ root, variables });
    if (value !== undefined) assign(result, path, value);
  });
}

function addPositional(plan: Plan, name: string, filter: Doc): void {
  const path = parsePath(name);
  grow(plan.included, path);
  plan.edits.push((source, result) => {
    const array = at(source, path);
    if (!Array.isArray(array)) return;
    const position = positionOf(source, path, filter);
    const element = position === undefined ? undefined : array[position];
    if (element === undefined)
      throw new CommandError(51246, "The positional projection matched no element of the array.");
    assign(result, path, [element]);
  });
}

function addElemMatch(plan: Plan, name: string, wanted: Doc, variables: Variables): void {
  setMode(plan, "include", name);
  if (name.includes("."))
    throw new CommandError(31274, "Cannot use $elemMatch projection on a nested field.");
  const test = elementTest(wanted, variables);
  plan.edits.push((source, result) => {
    const array = source.get(name);
    const element = Array.isArray(array) ? array.find((e) => test(e)) : undefined;
    if (element !== undefined) result.set(name, [element]);
  });
}

function addSlice(plan: Plan, name: string, slice: Value): void {
  const path = parsePath(name);
  const [first, count] = (Array.isArray(slice) ? slice : [slice]).map((n) => {
    if (isNumeric(n)) return Math.trunc(toNumber(n));
    throw new CommandError(28667, "$slice takes a number or an array of two numbers.");
  });
  if (first === undefined || (count !== undefined && count <= 0))
    throw new CommandError(28724, "The second number of $slice must be positive.");
  if (plan.mode === "include") grow(plan.included, path);
  plan.edits.push((source, result) => {
    const array = at(source, path);
    if (!Array.isArray(array)) return;
    const start = first < 0 ? Math.max(0, array.length + first) : first;
    const part =
      count !== undefined
        ? array.slice(start, start + count)
        : first < 0
          ? array.slice(start)
          : array.slice(0, first);
    assign(result, path, part);
  });
}

function include(doc: Doc, tree: Tree): Doc {
  const result: Doc = new Map();
  for (const [name, value] of doc) {
    const branch = tree.get(name);
    if (branch === true) result.set(name, value);
    else if (branch !== undefined && isDoc(value)) result.set(name, include(value, branch));
    else if (branch !== undefined && Array.isArray(value))
      result.set(name, includeEach(value, branch));
  }
  return result;
}

const includeEach = (list: Value[], tree: Tree): Value[] =>
  list.flatMap((e): Value[] =>
    isDoc(e) ? [include(e, tree)] : Array.isArray(e) ? [includeEach(e, tree)] : [],
  );

function exclude(doc: Doc, tree: Tree): Doc {
  const result: Doc = new Map();
  for (const [name, value] of doc) {
    const branch = tree.get(name);
    if (branch === undefined) result.set(name, value);
    else if (branch !== true) result.set(name, excludeEach(value, branch));
  }
  return result;
}

const excludeEach = (value: Value, tree: Tree): Value =>
  isDoc(value)
    ? exclude(value, tree)
    : Array.isArray(value)
      ? value.map((e) => excludeEach(e, tree))
      : value;
