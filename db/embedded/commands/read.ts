/** find, getMore, killCursors, count, distinct and aggregate. */
import { decode, docOf, encode, type Value } from "../bson.ts";
import { CommandError } from "../errors.ts";
import { parsePath } from "../paths.ts";
import { compilePipeline } from "../pipeline.ts";
import {
  compileProjection,
  checkedSort,
  countStored,
  distinctStored,
  findStored,
  type Steps,
} from "../query.ts";
import { type Command, readArgs, type Reply, type Request } from "./command.ts";

const FIRST_BATCH = 101;

function* find({ args, db, store, cursors }: Request): Steps<Reply> {
  const name = args.text("find");
  const project = args.has("projection") ? compileProjection(args.doc("projection")) : undefined;
  const limit = args.number("limit");
  const size = args.has("batchSize") ? args.number("batchSize") : FIRST_BATCH;
  const single = args.flag("singleBatch");
  const rows = yield* findStored(store, store.find(db, name), {
    filter: args.doc("filter"),
    sort: checkedSort(args.doc("sort")),
    skip: args.number("skip"),
    limit: single ? Math.min(limit || size, size) : limit,
  });
  const documents = rows.map(({ bytes }) => (project ? encode(project(decode(bytes))) : bytes));
  return cursors.open(`${db}.${name}`, documents, size);
}

const cursorId = (value: Value | undefined): bigint => {
  if (typeof value === "bigint" || typeof value === "number") return BigInt(value);
  throw new CommandError(14, "A cursor id must be a 64 bit integer.");
};

const getMore = ({ args, db, cursors }: Request): Reply =>
  cursors.more(
    cursorId(args.value("getMore")),
    `${db}.${args.text("collection")}`,
    args.number("batchSize"),
  );

function killCursors({ args, cursors }: Request): Reply {
  const ids = args.list("cursors").map(cursorId);
  const killed = ids.filter((id) => cursors.kill(id));
  const cursorsNotFound = ids.filter((id) => !killed.includes(id));
  return { cursorsKilled: killed, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
}

function* count({ args, db, store }: Request): Steps<Reply> {
  const n = yield* countStored(store, store.find(db, args.text("count")), args.doc("query"));
  return { n, ok: 1 };
}

function* distinct({ args, db, store }: Request): Steps<Reply> {
  const path = parsePath(args.text("key"));
  const collection = store.find(db, args.text("distinct"));
  const values = yield* distinctStored(store, collection, path, args.doc("query"));
  return { values, ok: 1 };
}

function* aggregate({ args, db, store, cursors }: Request): Steps<Reply> {
  const name = args.text("aggregate");
  const options = readArgs(args.doc("cursor"), "aggregate.cursor", ["batchSize"]);
  if (!args.has("cursor")) throw new CommandError(9, "The 'cursor' option is required");
  const collection = store.find(db, name);
  const { query, group, isCount } = compilePipeline(args.list("pipeline"));
  const size = options.has("batchSize") ? options.number("batchSize") : FIRST_BATCH;
  const open = (documents: readonly Buffer[]) => cursors.open(`${db}.${name}`, documents, size);
  if (isCount) {
    const n = yield* countStored(store, collection, query.filter);
    return open(n === 0 ? [] : [encode(docOf({ _id: 1, n }))]);
  }
  const rows = yield* findStored(store, collection, query);
  if (group === undefined) return open(rows.map(({ bytes }) => bytes));
  return open(group(rows.map(({ bytes }) => decode(bytes))).map(encode));
}

export const READ_COMMANDS: Readonly<Record<string, Command>> = {
  find: {
    fields: ["filter", "sort", "projection", "skip", "limit", "batchSize", "singleBatch"],
    run: find,
  },
  getMore: { fields: ["collection", "batchSize"], run: getMore },
  killCursors: { fields: ["cursors"], run: killCursors },
  count: { fields: ["query"], run: count },
  distinct: { fields: ["key", "query"], run: distinct },
  aggregate: { fields: ["pipeline", "cursor"], run: aggregate },
};
