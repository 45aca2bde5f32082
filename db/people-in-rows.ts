/** One person in place of another, wherever a row names them. Pure. */

/**
 * @param path such as `claim.byId`; lists on the way are gone through, and a list of ids keeps each once.
 * @returns a copy, or the very value when nothing in it names `from`.
 */
export function withPerson(
  value: unknown,
  path: string,
  replaced: { readonly from: string; readonly to: string },
): unknown {
  const [field = "", ...rest] = path.split(".");
  if (path === "") return value === replaced.from ? replaced.to : value;
  if (Array.isArray(value)) return each(value, (entry) => withPerson(entry, path, replaced));
  if (typeof value !== "object" || value === null || !(field in value)) return value;
  const before = (value as Readonly<Record<string, unknown>>)[field];
  const after =
    rest.length === 0 && Array.isArray(before)
      ? [...new Set(each(before, (entry) => withPerson(entry, "", replaced)))]
      : withPerson(before, rest.join("."), replaced);
  return isSame(before, after) ? value : { ...value, [field]: after };
}

function each(list: readonly unknown[], change: (entry: unknown) => unknown): readonly unknown[] {
  const changed = list.map(change);
  return isSame(list, changed) ? list : changed;
}

const isSame = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && a.every((entry, n) => entry === b[n])
    : a === b;
