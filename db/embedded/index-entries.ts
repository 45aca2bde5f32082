/** Indexes, and the keys a document has in each. */
import { type Doc, isDoc } from "./bson.ts";
import { isNumeric, type Key, toNumber } from "./values.ts";
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
  const name = spec.get("name");
  const key = spec.get("key");
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
export function entriesOf(index: Index, doc: Doc): Buffer[] {
  if (index.partial !== undefined && !index.partial(doc)) return [];
  const values = index.parts.map(({ path }) => expand(doc, path));
  if (index.sparse && values.every((list) => list.every((v) => v === undefined))) return [];
  let keys: Buffer[] = [Buffer.alloc(0)];
  for (const [i, { direction }] of index.parts.entries()) {
    const ends = distinctKeys(values[i] ?? [], direction);
    const [only] = ends;
    if (only !== undefined && ends.length === 1) keys = keys.map((k) => Buffer.concat([k, only]));
    else keys = keys.flatMap((k) => ends.map((end) => Buffer.concat([k, end])));
  }
  return keys;
}

function distinctKeys(values: readonly Key[], direction: 1 | -1): Buffer[] {
  const keys = values.map((v) => keyOf(v, direction));
  if (keys.length === 1) return keys;
  return [...new Map(keys.map((k) => [k.toString("latin1"), k])).values()];
}
