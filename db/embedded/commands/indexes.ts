/** createIndexes, listIndexes and dropIndexes. */
import { readArgs } from "../args.ts";
import { type Doc, encode, isDoc, type Value } from "../bson.ts";
import { CommandError } from "../errors.ts";
import type { Index } from "../index-entries.ts";
import { compileMatch } from "../match.ts";
import type { Collection } from "../store.ts";
import { equal, isNumeric, toNumber } from "../values.ts";
import type { Command, Reply, Request } from "./command.ts";

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
    if (typeof direction === "string")
      throw cannot(
        `The embedded database has no '${direction}' indexes; set MONGODB_URI to use MongoDB.`,
      );
    if (!isNumeric(direction) || toNumber(direction) === 0)
      throw cannot("Values in an index key pattern must be numbers other than 0.");
    if (path === "" || path.startsWith("$") || path.split(".").includes("") || path.includes("$**"))
      throw cannot(`Index key '${path}' is not a field path.`);
  }
  const spec: Doc = new Map<string, Value>([
    ["v", 2],
    ["key", key],
    ["name", name],
  ]);
  for (const flag of ["unique", "sparse"]) if (args.flag(flag)) spec.set(flag, true);
  const filter = args.value("partialFilterExpression");
  if (filter !== undefined) {
    compileMatch(args.doc("partialFilterExpression"));
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

const shown = ({ spec }: Index): Doc => new Map([...spec].filter(([name]) => name !== "multikey"));

const sameOptions = (a: Doc, b: Doc): boolean =>
  ["unique", "sparse", "partialFilterExpression", "expireAfterSeconds"].every((name) =>
    equal(a.get(name) ?? null, b.get(name) ?? null),
  );
const sameIn = (a: Doc, b: Doc, name: string): boolean => equal(a.get(name), b.get(name));

/** Whether there already is such an index; throws 85 or 86 where one is in the way. */
function exists(collection: Collection, spec: Doc): boolean {
  for (const { spec: other, name } of collection.indexes) {
    const sameKey = sameIn(other, spec, "key");
    if (sameIn(other, spec, "name")) {
      if (!sameKey)
        throw new CommandError(86, `An existing index has the name '${name}' and another key.`);
      if (name === "_id_" || sameOptions(other, spec)) return true;
      throw new CommandError(85, `An index named '${name}' already exists with different options.`);
    }
    if (sameKey && name === "_id_") return true;
    if (sameKey && sameIn(other, spec, "partialFilterExpression"))
      throw new CommandError(85, `Index already exists with a different name: ${name}`);
  }
  return false;
}

function createIndexes({ args, db, store }: Request): Reply {
  const name = args.text("createIndexes");
  const specs = args.docs("indexes").map(checkedSpec);
  if (specs.length === 0) throw new CommandError(2, "Must specify at least one index to create");
  const createdCollectionAutomatically = store.find(db, name) === undefined;
  const collection = store.findOrCreate(db, name);
  const numIndexesBefore = collection.indexes.length;
  const made: Index[] = [];
  try {
    for (const spec of specs)
      if (!exists(collection, spec)) made.push(store.addIndex(collection, spec));
  } catch (error) {
    if (error instanceof CommandError) for (const index of made) store.dropIndex(collection, index);
    throw error;
  }
  const numIndexesAfter = collection.indexes.length;
  return { numIndexesBefore, numIndexesAfter, createdCollectionAutomatically, ok: 1 };
}

function known({ args, db, store }: Request, command: string): Collection {
  const collection = store.find(db, args.text(command));
  if (collection === undefined)
    throw new CommandError(26, `ns does not exist: ${db}.${args.text(command)}`);
  return collection;
}

function listIndexes(request: Request): Reply {
  const collection = known(request, "listIndexes");
  const options = readArgs(request.args.doc("cursor"), "listIndexes.cursor", ["batchSize"]);
  const documents = collection.indexes.map((index) => encode(shown(index)));
  const size = options.has("batchSize") ? options.count("batchSize") : documents.length;
  return request.cursors.open(`${collection.db}.${collection.name}`, documents, size);
}

function dropIndexes(request: Request): Reply {
  const collection = known(request, "dropIndexes");
  const wanted = request.args.value("index") ?? null;
  const nIndexesWas = collection.indexes.length;
  const indexes = (Array.isArray(wanted) ? wanted : [wanted]).flatMap((one) => {
    if (one === "*") return collection.indexes.slice(1);
    const index = collection.indexes.find(({ name, spec }) =>
      isDoc(one) ? equal(spec.get("key"), one) : name === one,
    );
    if (index === undefined)
      throw new CommandError(
        27,
        `index not found${typeof one === "string" ? ` with name [${one}]` : ""}`,
      );
    if (index.name === "_id_") throw new CommandError(72, "cannot drop _id index");
    return [index];
  });
  for (const index of indexes) request.store.dropIndex(collection, index);
  return { nIndexesWas, ok: 1 };
}

export const INDEX_COMMANDS: Readonly<Record<string, Command>> = {
  createIndexes: { fields: ["createIndexes", "indexes"], run: createIndexes },
  listIndexes: { fields: ["listIndexes", "cursor"], run: listIndexes },
  dropIndexes: { fields: ["dropIndexes", "index"], run: dropIndexes },
};
