/** find, getMore, killCursors, distinct and aggregate. */
import { decode, encode, type Value } from "../bson.ts";
import { CommandError } from "../errors.ts";
import { orderOf } from "../keys.ts";
import { compileProjection, distinctStored, findStored } from "../query.ts";
import { aggregate } from "./aggregate.ts";
import { batchSizeOf, type Command, type Reply, type Request } from "./command.ts";

function find({ args, db, store, cursors }: Request): Reply {
  const name = args.text("find");
  const project = args.has("projection") ? compileProjection(args.doc("projection")) : undefined;
  const limit = args.number("limit");
  const size = batchSizeOf(args);
  const rows = findStored(store.find(db, name), {
    filter: args.doc("filter"),
    sort: orderOf(args.doc("sort")),
    skip: args.number("skip"),
    limit: args.flag("singleBatch") ? Math.min(limit || size, size) : limit,
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

function distinct({ args, db, store }: Request): Reply {
  const collection = store.find(db, args.text("distinct"));
  const values = distinctStored(collection, args.text("key"), args.doc("query"));
  return { values, ok: 1 };
}

export const READ_COMMANDS: Readonly<Record<string, Command>> = {
  find: {
    fields: ["filter", "sort", "projection", "skip", "limit", "batchSize", "singleBatch"],
    run: find,
  },
  getMore: { fields: ["collection", "batchSize"], run: getMore },
  killCursors: { fields: ["cursors"], run: killCursors },
  distinct: { fields: ["key", "query"], run: distinct },
  aggregate: { fields: ["pipeline", "cursor"], run: aggregate },
};
