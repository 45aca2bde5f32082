/** Dotted paths through documents and arrays. */
import { type Doc, isDoc, type Value } from "./bson.ts";
import { EMPTY_ARRAY, type Key } from "./values.ts";

export type Path = readonly string[];

export const parsePath = (path: string): string[] => path.split(".");
export const isIndex = (part: string | undefined): part is string =>
  part !== undefined && /^(0|[1-9]\d*)$/.test(part);

/** One step: a field of a document or an element of an array; undefined when missing. */
export function step(value: Value | undefined, part: string): Value | undefined {
  if (Array.isArray(value)) return isIndex(part) ? value[Number(part)] : undefined;
  return isDoc(value) ? value.get(part) : undefined;
}

/** Follows documents and array positions, never spreading over an array's elements. */
export const at = (value: Value | undefined, path: Path): Value | undefined =>
  path.reduce(step, value);

/**
 * Whether `test` holds for any value the path reaches, as queries see it: arrays on the way are
 * spread over, and with `leaves` the elements of a final array are tried before the array itself.
 */
export function reaches(
  value: Value | undefined,
  path: Path,
  leaves: boolean,
  test: (value: Value | undefined) => boolean,
  i = 0,
): boolean {
  const part = path[i];
  if (part === undefined)
    return (leaves && Array.isArray(value) && value.some((e) => test(e))) || test(value);
  if (isDoc(value)) {
    const child = value.get(part);
    return child === undefined ? test(undefined) : reaches(child, path, leaves, test, i + 1);
  }
  if (!Array.isArray(value)) return test(undefined);
  if (isIndex(part)) {
    const element = value[Number(part)];
    const deeper = isDoc(element) || Array.isArray(element);
    if (element !== undefined && (deeper || i + 1 === path.length))
      if (reaches(element, path, leaves, test, i + 1)) return true;
  }
  return value.some((e) => isDoc(e) && reaches(e, path, leaves, test, i));
}

/** The values a sort or an index sees under a path; a missing value is undefined. */
export function expand(value: Value | undefined, path: Path, i = 0, out: Key[] = []): Key[] {
  const part = path[i];
  if (part === undefined) {
    if (!Array.isArray(value)) out.push(value);
    else if (value.length === 0) out.push(EMPTY_ARRAY);
    else out.push(...value);
  } else if (Array.isArray(value)) {
    const element = isIndex(part) ? value[Number(part)] : undefined;
    if (element !== undefined) return expand(element, path, i + 1, out);
    const before = out.length;
    for (const e of value) if (isDoc(e)) expand(e, path, i, out);
    if (out.length === before) out.push(undefined);
  } else if (isDoc(value) && value.has(part)) expand(value.get(part), path, i + 1, out);
  else out.push(undefined);
  return out;
}

/** Sets a field below documents, making those that are missing; an array's documents each get it. */
export function assign(doc: Doc, path: Path, value: Value): void {
  const [part = "", ...rest] = path;
  if (rest.length === 0) {
    doc.set(part, value);
    return;
  }
  const child = doc.get(part);
  if (isDoc(child)) assign(child, rest, value);
  else if (Array.isArray(child)) for (const e of child) if (isDoc(e)) assign(e, rest, value);
  if (isDoc(child) || Array.isArray(child)) return;
  const made: Doc = new Map();
  assign(made, rest, value);
  doc.set(part, made);
}

/** A copy that shares no document or array with the original. */
export function clone<T extends Value>(value: T): T;
export function clone(value: Value): Value {
  if (Array.isArray(value)) return value.map((e) => clone(e));
  if (isDoc(value)) return new Map([...value].map(([name, child]) => [name, clone(child)]));
  return value;
}
