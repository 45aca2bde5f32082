/**
 * Reading JSON whose shape is not ours: Block Kit, Adaptive Cards, request bodies, manifests. Every reader answers
 * undefined (or an empty list) for what is missing or of another kind.
 */
export type Bag = Readonly<Record<string, unknown>>;

export function isBag(value: unknown): value is Bag {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function bagAt(bag: Bag | undefined, key: string): Bag | undefined {
  const value = bag?.[key];
  return isBag(value) ? value : undefined;
}

export function bagsAt(bag: Bag | undefined, key: string): readonly Bag[] {
  return listAt(bag, key).filter(isBag);
}

export function listAt(bag: Bag | undefined, key: string): readonly unknown[] {
  const value = bag?.[key];
  return Array.isArray(value) ? value : [];
}

export function stringAt(bag: Bag | undefined, key: string): string | undefined {
  const value = bag?.[key];
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : undefined;
}

/** True for `true` and for the forms a URL-encoded body can carry. */
export function flagAt(bag: Bag | undefined, key: string): boolean {
  const value = bag?.[key];
  return value === true || value === "true" || value === "1";
}

/** The text of a text object at `key`. */
export function textAt(bag: Bag | undefined, key: string): string | undefined {
  return stringAt(bagAt(bag, key), "text");
}

/** How long Slack finds a text: in code points. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** A JSON text as a value, or undefined when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
