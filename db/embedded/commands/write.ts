/** insert, update, delete and findAndModify. */
import { ObjectId } from "bson";
import { type Doc, decode, idFirst, type Value } from "../bson.ts";
import { CommandError } from "../errors.ts";
import { compileProjection, checkedSort, findStored, type Query } from "../query.ts";
import type { Store } from "../store.ts";
import { applyUpdate, isReplacement, sameBytes, seedOf } from "../update.ts";
import { MOST_WRITES } from "./admin.ts";
import { type Args, type Command, readArgs, type Reply, type Request } from "./command.ts";

/** Each write by itself: an ordered command stops at the first that fails, the others go on. */
function eachWrite(
  args: Args,
  writes: readonly Doc[],
  write: (doc: Doc, index: number) => void,
): object {
  const writeErrors: object[] = [];
  if (writes.length === 0 || writes.length > MOST_WRITES)
    throw new CommandError(16, `Write batch sizes must be between 1 and ${MOST_WRITES}.`);
  for (const [index, doc] of writes.entries())
    try {
      write(doc, index);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      writeErrors.push({ index, code: error.code, errmsg: error.message, ...error.extra });
      if (args.flag("ordered", true)) break;
    }
  return writeErrors.length > 0 ? { writeErrors } : {};
}

function insert({ args, db, store }: Request): Reply {
  const collection = store.findOrCreate(db, args.text("insert"));
  let n = 0;
  const failures = eachWrite(args, args.docs("documents"), (doc) => {
    collection.insert(withId(doc));
    n++;
  });
  return { n, ...failures, ok: 1 };
}

const withId = (doc: Doc): Doc =>
  idFirst(doc.has("_id") ? doc : new Map([["_id", new ObjectId()], ...doc]));

interface Updated {
  readonly matched: number;
  readonly modified: number;
  readonly upsertedId?: Value | undefined;
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
    return { matched: 1, modified: 0, upsertedId: after.get("_id"), after };
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

const UPDATE_FIELDS = ["q", "u", "multi", "upsert", "arrayFilters"];

function update(request: Request): Reply {
  const { args } = request;
  const name = args.text("update");
  let [n, nModified] = [0, 0];
  const upserted: object[] = [];
  const failures = eachWrite(args, args.docs("updates"), (doc, index) => {
    const part = readArgs(doc, "update.updates", UPDATE_FIELDS);
    const change = part.value("u") ?? null;
    const multi = part.flag("multi");
    if (multi && isReplacement(change))
      throw new CommandError(9, "multi update is not supported for replacement-style update");
    const query = { filter: part.doc("q"), limit: multi ? 0 : 1 };
    const done = updateMatching(request, name, part, query, change);
    n += done.matched;
    nModified += done.modified;
    if (done.upsertedId !== undefined) upserted.push({ index, _id: done.upsertedId });
  });
  return { n, nModified, ...(upserted.length > 0 ? { upserted } : {}), ...failures, ok: 1 };
}

/** The documents that were removed. */
function removeMatching(store: Store, db: string, name: string, query: Query): Doc[] {
  const collection = store.find(db, name);
  return findStored(collection, query).map(({ seq, bytes }) => {
    const doc = decode(bytes);
    collection?.change(seq, doc);
    return doc;
  });
}

function remove({ args, db, store }: Request): Reply {
  const name = args.text("delete");
  let n = 0;
  const failures = eachWrite(args, args.docs("deletes"), (doc) => {
    const part = readArgs(doc, "delete.deletes", ["q", "limit"]);
    const limit = part.number("limit");
    if (limit > 1) throw new CommandError(9, "The limit field in delete objects must be 0 or 1.");
    n += removeMatching(store, db, name, { filter: part.doc("q"), limit }).length;
  });
  return { n, ...failures, ok: 1 };
}

function findAndModify(request: Request): Reply {
  const { args, db, store } = request;
  const name = args.text("findAndModify");
  const query = { filter: args.doc("query"), sort: checkedSort(args.doc("sort")), limit: 1 };
  const project = compileProjection(args.doc("fields"));
  const shown = (doc: Doc | undefined) => (doc === undefined ? null : project(doc));
  if (args.flag("remove")) {
    if (args.has("update") || args.flag("new") || args.flag("upsert"))
      throw new CommandError(9, "Cannot specify remove=true with update, new or upsert");
    const [doc] = removeMatching(store, db, name, query);
    return { lastErrorObject: { n: doc ? 1 : 0 }, value: shown(doc), ok: 1 };
  }
  const change = args.value("update");
  if (change === undefined)
    throw new CommandError(9, "Either an update or remove=true must be specified");
  const done = updateMatching(request, name, args, query, change);
  const { matched, upsertedId, before, after } = done;
  const upserted = upsertedId === undefined ? {} : { upserted: upsertedId };
  return {
    lastErrorObject: { n: matched, updatedExisting: before !== undefined, ...upserted },
    value: shown(args.flag("new") ? after : before),
    ok: 1,
  };
}

const FIND_AND_MODIFY_FIELDS = ["query", "sort", "remove", "update", "new", "fields", "upsert"];

export const WRITE_COMMANDS: Readonly<Record<string, Command>> = {
  insert: { writes: true, fields: ["documents", "ordered"], run: insert },
  update: { writes: true, fields: ["updates", "ordered"], run: update },
  delete: { writes: true, fields: ["deletes", "ordered"], run: remove },
  findAndModify: {
    writes: true,
    fields: [...FIND_AND_MODIFY_FIELDS, "arrayFilters"],
    run: findAndModify,
  },
};
