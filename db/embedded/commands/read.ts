/** find, getMore, killCursors, count, distinct and aggregate. */
import { readArgs } from "../args.ts";
import { type Doc, decode, encode, isDoc, type Value } from "../bson.ts";
import { FIRST_BATCH } from "../cursors.ts";
import { CommandError } from "../errors.ts";
import { identity } from "../keys.ts";
import { expand, parsePath } from "../paths.ts";
import { checkedSort, compilePipeline } from "../pipeline.ts";
import { compileProjection } from "../projection.ts";
import { findStored } from "../query.ts";
import type { Command, Reply, Request } from "./command.ts";

function find({ args, db, store, cursors }: Request): Reply {
  const name = args.text("find");
  const filter = args.doc("filter");
  const projection = args.doc("projection");
  const limit = args.number("limit", 0);
  const rows = findStored(store, store.find(db, name), {
    filter,
    sort: checkedSort(args.doc("sort")),
    skip: args.count("skip"),
    limit: Math.abs(limit),
  });
  const project = projection.size > 0 ? compileProjection(projection, "find", filter) : undefined;
  const documents = rows.map(({ bytes }) => (project ? encode(project(decode(bytes))) : bytes));
  const size = args.has("batchSize") ? args.count("batchSize") : FIRST_BATCH;
  const single = args.flag("singleBatch") || limit < 0;
  return cursors.open(
    `${db}.${name}`,
    documents,
    single ? Math.max(size, Math.abs(limit)) : size,
    single,
  );
}

const cursorId = (value: Value | undefined): bigint => {
  if (typeof value === "bigint" || typeof value === "number") return BigInt(value);
  throw new CommandError(14, "A cursor id must be a 64 bit integer.");
};

function getMore({ args, db, cursors }: Request): Reply {
  return cursors.more(
    cursorId(args.value("getMore")),
    `${db}.${args.text("collection")}`,
    args.count("batchSize"),
  );
}

function killCursors({ args, cursors }: Request): Reply {
  const ids = args.list("cursors").map(cursorId);
  const killed = ids.filter((id) => cursors.kill(id));
  const cursorsNotFound = ids.filter((id) => !killed.includes(id));
  return { cursorsKilled: killed, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
}

function count({ args, db, store }: Request): Reply {
  const collection = store.find(db, args.text("count"));
  const filter = args.doc("query");
  const [skip, limit] = [args.count("skip"), Math.abs(args.number("limit", 0))];
  if (filter.size === 0 && skip === 0 && limit === 0) return { n: collection?.count ?? 0, ok: 1 };
  return { n: findStored(store, collection, { filter, skip, limit }).length, ok: 1 };
}

function distinct({ args, db, store }: Request): Reply {
  const path = parsePath(args.text("key"));
  const values = new Map<string, Value>();
  const rows = findStored(store, store.find(db, args.text("distinct")), {
    filter: args.doc("query"),
  });
  for (const { bytes } of rows)
    for (const value of expand(decode(bytes), path))
      if (value !== undefined && typeof value !== "symbol") {
        const key = identity(value);
        if (!values.has(key)) values.set(key, value);
      }
  return { values: [...values.values()], ok: 1 };
}

/** The stages a find can do first, by an index where there is one, and what is left. */
function split(stages: readonly Value[]): {
  filter: Doc;
  sort: Doc | undefined;
  rest: readonly Value[];
} {
  const [first, second] = stages;
  const matched = isDoc(first) && first.size === 1 ? first.get("$match") : undefined;
  const filter = isDoc(matched) ? matched : undefined;
  const next = filter === undefined ? first : second;
  const sorted = isDoc(next) && next.size === 1 ? next.get("$sort") : undefined;
  const sort = isDoc(sorted) ? checkedSort(sorted) : undefined;
  const used = Number(filter !== undefined) + Number(sort !== undefined);
  return { filter: filter ?? new Map<string, Value>(), sort, rest: stages.slice(used) };
}

function aggregate({ args, db, store, cursors }: Request): Reply {
  const name = args.text("aggregate");
  const options = readArgs(args.doc("cursor"), "aggregate.cursor", ["batchSize"]);
  if (!args.has("cursor")) throw new CommandError(9, "The 'cursor' option is required");
  const { filter, sort, rest } = split(args.list("pipeline"));
  const run = compilePipeline(rest, { variables: new Map() });
  const limit = isDoc(rest[0]) ? Number(rest[0].get("$limit") ?? 0) : 0;
  const rows = findStored(store, store.find(db, name), { filter, sort, limit });
  const documents =
    rest.length === 0
      ? rows.map(({ bytes }) => bytes)
      : run(rows.map(({ bytes }) => decode(bytes))).map(encode);
  const size = options.has("batchSize") ? options.count("batchSize") : FIRST_BATCH;
  return cursors.open(`${db}.${name}`, documents, size);
}

export const READ_COMMANDS: Readonly<Record<string, Command>> = {
  find: {
    fields: ["find", "filter", "sort", "projection", "skip", "limit", "batchSize", "singleBatch"],
    run: find,
  },
  getMore: { fields: ["getMore", "collection", "batchSize"], run: getMore },
  killCursors: { fields: ["killCursors", "cursors"], run: killCursors },
  count: { fields: ["count", "query", "skip", "limit"], run: count },
  distinct: { fields: ["distinct", "key", "query"], run: distinct },
  aggregate: { fields: ["aggregate", "pipeline", "cursor"], run: aggregate },
};
