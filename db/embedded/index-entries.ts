/** Indexes, and the keys a document has in each. */
import { type Doc, isDoc, isNumeric, type Key, toNumber } from "./bson.ts";
import { keyOf, orderOf, type OrderPart } from "./keys.ts";
import { compileMatch, type Matcher } from "./match.ts";
import { expand } from "./paths.ts";

export interface Index {
  readonly id: number;
  readonly name: string;
  readonly parts: readonly OrderPart[];
  readonly unique: boolean;
  readonly sparse: boolean;
  /** A partial index holds only the documents that match. */
  readonly partial: Matcher | undefined;
  readonly expireAfterSeconds: number | undefined;
  /** As `listIndexes` shows it, and whether an array was ever indexed. */
  readonly spec: Doc;
  multikey: boolean;
}

export function makeIndex(id: number, spec: Doc): Index {
  const [name, key] = [spec.get("name"), spec.get("key")];
  const filter = spec.get("partialFilterExpression");
  const ttl = spec.get("expireAfterSeconds");
  return {
    id,
    name: typeof name === "string" ? name : "",
    parts: isDoc(key) ? orderOf(key) : [],
    unique: spec.get("unique") === true || name === "_id_",
    sparse: spec.get("sparse") === true,
    partial: isDoc(filter) ? compileMatch(filter) : undefined,
    expireAfterSeconds: isNumeric(ttl) ? toNumber(ttl) : undefined,
    spec,
    multikey: spec.get("multikey") === true,
  };
}

/** Several where a field is an array; none where the index leaves the document out. */
export function entriesOf({ parts, partial, sparse }: Index, doc: Doc): Buffer[] {
  if (partial !== undefined && !partial(doc)) return [];
  const values = parts.map(({ path }) => expand(doc, path));
  if (sparse && values.flat().every((value) => value === undefined)) return [];
  return joinedKeys(values, parts);
}

/** Every combination of one value of each field, as one key. */
export function joinedKeys(
  values: readonly (readonly Key[])[],
  parts: readonly OrderPart[],
): Buffer[] {
  let keys: Buffer[] = [Buffer.alloc(0)];
  for (const [i, list] of values.entries()) {
    const ends = list.map((value) => keyOf(value, parts[i]?.direction));
    const once =
      ends.length < 2 ? ends : new Map(ends.map((end) => [end.toString("latin1"), end])).values();
    keys = [...once].flatMap((end) => keys.map((key) => Buffer.concat([key, end])));
  }
  return keys;
}
