/** createIndexes and listIndexes. */
import { type Doc, encode, type Value, isNumeric, toNumber } from "../bson.ts";
import { CommandError, unsupported } from "../errors.ts";
import { equal } from "../keys.ts";
import { compileMatch } from "../match.ts";
import { type Command, readArgs, type Reply, type Request } from "./command.ts";

/** `background` has meant nothing since MongoDB 4.2. */
export const INDEX_FIELDS: readonly string[] = [
  "v",
  "key",
  "name",
  "unique",
  "sparse",
  "partialFilterExpression",
  "expireAfterSeconds",
  "background",
];

const cannot = (why: string) => new CommandError(67, why);

/** The specification as it is stored, without what has no meaning. */
function checkedSpec(source: Doc): Doc {
  const args = readArgs(source, "createIndexes.indexes", INDEX_FIELDS);
  const [key, name] = [args.doc("key"), args.text("name")];
  if (key.size === 0) throw cannot("Index keys cannot be an empty object");
  for (const [path, direction] of key) {
    if (!isNumeric(direction) || Math.abs(toNumber(direction)) !== 1)
      throw unsupported("An index of a direction other than 1 and -1", 67);
    if (path.split(".").some((part) => part === "" || part.startsWith("$")))
      throw cannot(`Index key '${path}' is not a field path.`);
  }
  const spec: Doc = new Map<string, Value>(Object.entries({ v: 2, key, name }));
  for (const flag of ["unique", "sparse"]) if (args.flag(flag)) spec.set(flag, true);
  if (args.has("partialFilterExpression")) {
    const filter = args.doc("partialFilterExpression");
    compileMatch(filter);
    if (spec.has("sparse"))
      throw cannot("cannot mix 'partialFilterExpression' and 'sparse' options");
    spec.set("partialFilterExpression", filter);
  }
  const ttl = args.value("expireAfterSeconds");
  if (ttl !== undefined) {
    if (!isNumeric(ttl) || !(toNumber(ttl) >= 0 && toNumber(ttl) <= 0x7fffffff))
      throw cannot("TTL index 'expireAfterSeconds' must be between 0 and 2147483647");
    if (key.size > 1) throw cannot("TTL indexes are single-field indexes");
    spec.set("expireAfterSeconds", ttl);
  }
  return spec;
}

const OPTIONS = ["unique", "sparse", "partialFilterExpression", "expireAfterSeconds"];

/** Whether there already is such an index; throws 85 or 86 where one is in the way. */
function exists(others: readonly Doc[], spec: Doc): boolean {
  for (const other of others) {
    const same = (field: string) => equal(other.get(field), spec.get(field));
    if (same("key") && (other.get("name") === "_id_" || (same("name") && OPTIONS.every(same))))
      return true;
    if (same("name") && !same("key"))
      throw new CommandError(86, "An existing index has the same name and another key.");
    if (same("key") && (same("name") || same("partialFilterExpression")))
      throw new CommandError(85, "An existing index has the same key and other options.");
  }
  return false;
}

function createIndexes({ args, db, store }: Request): Reply {
  const name = args.text("createIndexes");
  const specs = args.docs("indexes").map(checkedSpec);
  const createdCollectionAutomatically = store.find(db, name) === undefined;
  const collection = store.findOrCreate(db, name);
  const before = collection.indexes.map(({ spec }) => spec);
  const all = [...before];
  for (const spec of specs) if (!exists(all, spec)) all.push(spec);
  collection.addIndexes(all.slice(before.length));
  const [numIndexesBefore, numIndexesAfter] = [before.length, all.length];
  return { numIndexesBefore, numIndexesAfter, createdCollectionAutomatically, ok: 1 };
}

function listIndexes({ args, db, store, cursors }: Request): Reply {
  const collection = store.find(db, args.text("listIndexes"));
  if (collection === undefined)
    throw new CommandError(26, `ns does not exist: ${db}.${args.text("listIndexes")}`);
  readArgs(args.doc("cursor"), "listIndexes.cursor", ["batchSize"]);
  const documents = collection.indexes.map(({ spec }) =>
    encode(new Map([...spec].filter(([name]) => name !== "multikey"))),
  );
  return cursors.open(`${db}.${collection.name}`, documents, documents.length);
}

export const INDEX_COMMANDS: Readonly<Record<string, Command>> = {
  createIndexes: { writes: true, fields: ["indexes"], run: createIndexes },
  listIndexes: { fields: ["cursor"], run: listIndexes },
};
