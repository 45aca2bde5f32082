/** insert, update, delete and findAndModify. */
import { ObjectId } from "bson";
import { type Doc, decode, firstName, type Value } from "../bson.ts";
import { CommandError, unsupported } from "../errors.ts";
import { orderOf } from "../keys.ts";
import { compileProjection, findStored, type Query } from "../query.ts";
import { applyUpdate, isReplacement, sameBytes, seedOf } from "../update.ts";
import { MOST_WRITES } from "./admin.ts";
import { type Args, type Command, readArgs, type Reply, type Request } from "./command.ts";

/**
 * Each write by itself: an ordered command stops at the first that fails, the others go on. `write`
 * returns how many documents it found or made.
 */
function eachWrite(args: Args, writes: readonly Doc[], write: (doc: Doc, index: number) => number) {
  const writeErrors: object[] = [];
  let n = 0;
  if (writes.length === 0 || writes.length > MOST_WRITES)
    throw new CommandError(16, `Write batch sizes must be between 1 and ${MOST_WRITES}.`);
  for (const [index, doc] of writes.entries())
    try {
      n += write(doc, index);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      writeErrors.push({ index, code: error.code, errmsg: error.message, ...error.extra });
      if (args.flag("ordered", true)) break;
    }
  return { n, ...(writeErrors.length > 0 && { writeErrors }), ok: 1 };
}

function insert({ args, db, store }: Request): Reply {
  const collection = store.findOrCreate(db, args.text("insert"));
  return eachWrite(args, args.docs("documents"), (doc) => {
    collection.insert(withId(doc));
    return 1;
  });
}

/** With the `_id` first, and a new one where there is none. */
const withId = (doc: Doc): Doc =>
  firstName(doc) === "_id" ? doc : new Map<string, Value>([["_id", new ObjectId()], ...doc]);

interface Updated {
  readonly matched: number;
  readonly modified: number;
  readonly upserted?: Value | undefined;
  /** The last one, as it was and as it is. */
  readonly before?: Doc;
  readonly after?: Doc;
}

/** `part` holds `arrayFilters` and `upsert`, which the commands that update have in common. */
function updateMatching(
  { store, db }: Request,
  name: string,
  part: Args,
  query: Query,
  update: Value,
): Updated {
  const { filter } = query;
  const context = { filter, arrayFilters: part.list("arrayFilters"), inserting: false };
  const collection = store.find(db, name);
  const rows = findStored(collection, query);
  if (rows.length === 0 && part.flag("upsert")) {
    const after = withId(applyUpdate(seedOf(filter), update, { ...context, inserting: true }));
    store.findOrCreate(db, name).insert(after);
    return { matched: 1, modified: 0, upserted: after.get("_id"), after };
  }
  let result: Updated = { matched: rows.length, modified: 0 };
  for (const { seq, bytes } of rows) {
    const before = decode(bytes);
    const after = applyUpdate(before, update, context);
    const isChanged = !sameBytes(before, after);
    if (isChanged) collection?.change(seq, before, after);
    result = { ...result, modified: result.modified + Number(isChanged), before, after };
  }
  return result;
}

function update(request: Request): Reply {
  const { args } = request;
  const name = args.text("update");
  const upserts: object[] = [];
  let nModified = 0;
  const written = eachWrite(args, args.docs("updates"), (doc, index) => {
    const part = readArgs(doc, "update.updates", ["q", "u", "multi", "upsert", "arrayFilters"]);
    const change = part.value("u") ?? null;
    const multi = part.flag("multi");
    if (multi && isReplacement(change))
      throw new CommandError(9, "multi update is not supported for replacement-style update");
    const query = { filter: part.doc("q"), limit: multi ? 0 : 1 };
    const { matched, modified, upserted } = updateMatching(request, name, part, query, change);
    nModified += modified;
    if (upserted !== undefined) upserts.push({ index, _id: upserted });
    return matched;
  });
  return { ...written, nModified, ...(upserts.length > 0 && { upserted: upserts }) };
}

function remove({ args, db, store }: Request): Reply {
  const collection = store.find(db, args.text("delete"));
  return eachWrite(args, args.docs("deletes"), (doc) => {
    const part = readArgs(doc, "delete.deletes", ["q", "limit"]);
    const limit = part.number("limit");
    if (limit > 1) throw new CommandError(9, "The limit field in delete objects must be 0 or 1.");
    const rows = findStored(collection, { filter: part.doc("q"), limit });
    for (const { seq, bytes } of rows) collection?.change(seq, decode(bytes));
    return rows.length;
  });
}

function findAndModify(request: Request): Reply {
  const { args } = request;
  if (args.flag("remove")) throw unsupported("findAndModify with remove");
  const query = { filter: args.doc("query"), sort: orderOf(args.doc("sort")), limit: 1 };
  const project = compileProjection(args.doc("fields"));
  const change = args.value("update");
  if (change === undefined) throw new CommandError(9, "findAndModify needs an update");
  const name = args.text("findAndModify");
  const { matched, upserted, ...docs } = updateMatching(request, name, args, query, change);
  const doc = args.flag("new") ? docs.after : docs.before;
  const updatedExisting = docs.before !== undefined;
  return {
    lastErrorObject: { n: matched, updatedExisting, ...(upserted !== undefined && { upserted }) },
    value: doc ? project(doc) : null,
    ok: 1,
  };
}

export const WRITE_COMMANDS: Readonly<Record<string, Command>> = {
  insert: { writes: true, fields: ["documents", "ordered"], run: insert },
  update: { writes: true, fields: ["updates", "ordered"], run: update },
  delete: { writes: true, fields: ["deletes", "ordered"], run: remove },
  findAndModify: {
    writes: true,
    fields: ["query", "sort", "remove", "update", "new", "fields", "upsert", "arrayFilters"],
    run: findAndModify,
  },
};
