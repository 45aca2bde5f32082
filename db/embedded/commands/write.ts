/** insert, update, delete and findAndModify. */
import { ObjectId } from "bson";
import { type Args, readArgs } from "../args.ts";
import { type Doc, decode, isDoc, type Value } from "../bson.ts";
import { CommandError } from "../errors.ts";
import { checkedSort } from "../pipeline.ts";
import { compileProjection } from "../projection.ts";
import { findStored } from "../query.ts";
import { applyUpdate, isReplacement, sameBytes, seedOf } from "../update.ts";
import type { Command, Reply, Request } from "./command.ts";

const MOST_WRITES = 100_000;

/** Each write by itself: an ordered command stops at the first that fails, the others go on. */
function eachWrite(
  args: Args,
  writes: readonly Doc[],
  write: (doc: Doc, index: number) => void,
): object {
  const writeErrors: object[] = [];
  if (writes.length === 0 || writes.length > MOST_WRITES)
    throw new CommandError(16, `Write batch sizes must be between 1 and ${MOST_WRITES}.`);
  const ordered = args.flag("ordered", true);
  for (const [index, doc] of writes.entries())
    try {
      write(doc, index);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      writeErrors.push({ index, code: error.code, errmsg: error.message, ...error.extra });
      if (ordered) break;
    }
  return writeErrors.length > 0 ? { writeErrors } : {};
}

function insert({ args, db, store }: Request): Reply {
  const collection = store.findOrCreate(db, args.text("insert"));
  let n = 0;
  const failures = eachWrite(args, args.docs("documents"), (doc) => {
    store.insert(collection, withId(doc));
    n++;
  });
  return { n, ...failures, ok: 1 };
}

function withId(doc: Doc): Doc {
  if (doc.keys().next().value === "_id") return doc;
  const id = doc.get("_id") ?? new ObjectId();
  return new Map<string, Value>([["_id", id], ...[...doc].filter(([name]) => name !== "_id")]);
}

interface UpdateSpec {
  readonly filter: Doc;
  readonly update: Value;
  readonly arrayFilters: readonly Value[];
  readonly sort?: Doc | undefined;
  readonly multi: boolean;
  readonly upsert: boolean;
}

interface Updated {
  readonly matched: number;
  readonly modified: number;
  readonly upsertedId?: Value | undefined;
  readonly before?: Doc | undefined;
  readonly after?: Doc | undefined;
}

function updateMatching({ store, db }: Request, name: string, spec: UpdateSpec): Updated {
  const { filter, update, multi } = spec;
  if (multi && isReplacement(update))
    throw new CommandError(9, "multi update is not supported for replacement-style update");
  const context = {
    filter,
    arrayFilters: spec.arrayFilters,
    variables: new Map(),
    now: new Date(),
  };
  const collection = store.find(db, name);
  const rows = findStored(store, collection, { filter, sort: spec.sort, limit: multi ? 0 : 1 });
  if (rows.length === 0 && spec.upsert) {
    const seed = seedOf(filter, context.now);
    const kept = isReplacement(update)
      ? new Map([...seed].filter(([field]) => field === "_id"))
      : seed;
    const after = withId(applyUpdate(kept, update, { ...context, inserting: true }));
    store.insert(store.findOrCreate(db, name), after);
    return { matched: 1, modified: 0, upsertedId: after.get("_id") ?? null, after };
  }
  let modified = 0;
  let result: Updated = { matched: 0, modified: 0 };
  for (const { seq, bytes } of rows) {
    const before = decode(bytes);
    const after = applyUpdate(before, update, { ...context, inserting: false });
    result = { ...result, before, after };
    if (sameBytes(before, after) || collection === undefined) continue;
    store.replace(collection, seq, before, after);
    modified++;
  }
  return { ...result, matched: rows.length, modified };
}

const UPDATE_FIELDS = ["q", "u", "multi", "upsert", "arrayFilters"];

function update(request: Request): Reply {
  const { args } = request;
  const name = args.text("update");
  let [n, nModified] = [0, 0];
  const upserted: object[] = [];
  const failures = eachWrite(args, args.docs("updates"), (doc, index) => {
    const part = readArgs(doc, "update.updates", UPDATE_FIELDS);
    const done = updateMatching(request, name, {
      filter: part.doc("q"),
      update: part.value("u") ?? null,
      arrayFilters: part.list("arrayFilters"),
      multi: part.flag("multi"),
      upsert: part.flag("upsert"),
    });
    n += done.matched;
    nModified += done.modified;
    if (done.upsertedId !== undefined) upserted.push({ index, _id: done.upsertedId });
  });
  return { n, nModified, ...(upserted.length > 0 ? { upserted } : {}), ...failures, ok: 1 };
}

function remove({ args, db, store }: Request): Reply {
  const collection = store.find(db, args.text("delete"));
  let n = 0;
  const failures = eachWrite(args, args.docs("deletes"), (doc) => {
    const part = readArgs(doc, "delete.deletes", ["q", "limit"]);
    const limit = part.number("limit", 0);
    if (limit !== 0 && limit !== 1)
      throw new CommandError(9, "The limit field in delete objects must be 0 or 1.");
    for (const { seq, bytes } of findStored(store, collection, { filter: part.doc("q"), limit })) {
      if (collection !== undefined) store.remove(collection, seq, decode(bytes));
      n++;
    }
  });
  return { n, ...failures, ok: 1 };
}

function findAndModify(request: Request): Reply {
  const { args, db, store } = request;
  const name = args.text("findAndModify");
  const [filter, sort] = [args.doc("query"), checkedSort(args.doc("sort"))];
  const project = compileProjection(args.doc("fields"), "find", filter);
  const shown = (doc: Doc | undefined) => (doc === undefined ? null : project(doc));
  if (args.flag("remove")) {
    if (args.has("update") || args.flag("new") || args.flag("upsert"))
      throw new CommandError(9, "Cannot specify remove=true with update, new or upsert");
    const collection = store.find(db, name);
    const [row] = findStored(store, collection, { filter, sort, limit: 1 });
    const doc = row && decode(row.bytes);
    if (row && doc && collection) store.remove(collection, row.seq, doc);
    return { lastErrorObject: { n: doc ? 1 : 0 }, value: shown(doc), ok: 1 };
  }
  const value = args.value("update");
  if (!isDoc(value) && !Array.isArray(value))
    throw new CommandError(9, "Either an update or remove=true must be specified");
  const { matched, upsertedId, before, after } = updateMatching(request, name, {
    filter,
    sort,
    update: value,
    arrayFilters: args.list("arrayFilters"),
    multi: false,
    upsert: args.flag("upsert"),
  });
  const upserted = upsertedId === undefined ? {} : { upserted: upsertedId };
  return {
    lastErrorObject: { n: matched, updatedExisting: before !== undefined, ...upserted },
    value: shown(args.flag("new") ? after : before),
    ok: 1,
  };
}

export const WRITE_COMMANDS: Readonly<Record<string, Command>> = {
  insert: { fields: ["insert", "documents", "ordered"], run: insert },
  update: { fields: ["update", "updates", "ordered"], run: update },
  delete: { fields: ["delete", "deletes", "ordered"], run: remove },
  findAndModify: {
    fields: [
      "findAndModify",
      "query",
      "sort",
      "remove",
      "update",
      "new",
      "fields",
      "upsert",
      "arrayFilters",
    ],
    run: findAndModify,
  },
};
