/** Dotted paths through documents and arrays. */
import { isDoc, type Value, EMPTY_ARRAY, type Key } from "./bson.ts";
import { CommandError } from "./errors.ts";

export type Path = readonly string[];

/** More parts than this lead nowhere: no document is nested so deep. */
const MOST_PARTS = 200;

/** Throws 15 for a path that is too long. */
export function parsePath(path: string): string[] {
  const parts = path.split(".", MOST_PARTS + 1);
  if (parts.length > MOST_PARTS) throw new CommandError(15, "FieldPath is too long");
  return parts;
}
export const isIndex = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part);
/** Whether one path is the other or lies below it. */
export const overlap = (a: string, b: string): boolean =>
  a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

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
  const element = step(value, part);
  const deeper = isDoc(element) || Array.isArray(element);
  if (element !== undefined && (deeper || i + 1 === path.length))
    if (reaches(element, path, leaves, test, i + 1)) return true;
  return value.some((e) => isDoc(e) && reaches(e, path, leaves, test, i));
}

/** The values a sort or an index sees under a path, at least one; a missing value is undefined. */
export function expand(value: Value | undefined, path: Path, i = 0): Key[] {
  const part = path[i];
  if (part === undefined) {
    if (!Array.isArray(value)) return [value];
    return value.length === 0 ? [EMPTY_ARRAY] : value;
  }
  if (isDoc(value)) return expand(value.get(part), path, value.has(part) ? i + 1 : path.length);
  if (!Array.isArray(value)) return [undefined];
  const element = step(value, part);
  if (element !== undefined) return expand(element, path, i + 1);
  const found = value.filter(isDoc).flatMap((e) => expand(e, path, i));
  return found.length > 0 ? found : [undefined];
}
