/** What is not supported is refused with MongoDB's code and a sentence, never accepted and ignored. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Db, Decimal128, type Document, MongoClient, type MongoServerError } from "mongodb";
import { type Embedded, startEmbedded } from "../../../db/embedded/index.ts";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

let embedded: Embedded;
let client: MongoClient;
let db: Db;
const dir = fs.mkdtempSync(path.join(os.tmpdir(), "refusals-"));

beforeAll(async () => {
  embedded = await startEmbedded({ dir });
  client = await new MongoClient(embedded.uri).connect();
  db = client.db("refusals");
  await db.collection("rows").insertOne({ a: 1 });
});
afterAll(async () => {
  await client.close();
  await embedded.stop();
  fs.rmSync(dir, { recursive: true, force: true });
});

const index = (key: Document, options: Document = {}): Document => ({
  createIndexes: "rows",
  indexes: [{ key, name: "i", ...options }],
});
const update = (part: Document): Document => ({
  update: "rows",
  updates: [{ q: {}, u: { $set: { a: 1 } }, ...part }],
});

const aggregate = (...pipeline: Document[]): Document => ({
  aggregate: "rows",
  pipeline,
  cursor: {},
});

const COMMANDS: readonly (readonly [what: string, command: Document, code: number])[] = [
  ["an unknown command", { nothing: 1 }, 59],
  ["explain", { explain: { find: "rows" } }, 59],
  ["collMod", { collMod: "rows" }, 59],
  ["an unknown field of find", { find: "rows", nothing: 1 }, 40415],
  ["hint of find", { find: "rows", hint: { a: 1 } }, 238],
  ["collation of find", { find: "rows", collation: { locale: "en" } }, 238],
  ["let of find", { find: "rows", let: { x: 1 } }, 238],
  ["maxTimeMS", { find: "rows", maxTimeMS: 5 }, 238],
  ["a tailable cursor", { find: "rows", tailable: true }, 40415],
  ["a text in place of a number", { find: "rows", limit: "1" }, 14],
  ["a negative skip", { find: "rows", skip: -1 }, 51024],
  ["a sort by text score", { find: "rows", sort: { a: { $meta: "textScore" } } }, 15975],
  ["collation of update", update({ collation: { locale: "en" } }), 238],
  ["an unknown field of update", update({ nothing: 1 }), 40415],
  ["a text index", index({ a: "text" }), 67],
  ["a geo index", index({ a: "2dsphere" }), 67],
  ["a hashed index", index({ a: "hashed" }), 67],
  ["a wildcard index", index({ "$**": 1 }), 67],
  ["collation of an index", index({ a: 1 }, { collation: { locale: "en" } }), 238],
  ["a hidden index", index({ a: 1 }, { hidden: true }), 40415],
  ["a TTL index of two fields", index({ a: 1, b: 1 }, { expireAfterSeconds: 1 }), 67],
  ["a sparse partial index", index({ a: 1 }, { sparse: true, partialFilterExpression: {} }), 67],
  ["a validator", { create: "x", validator: {} }, 238],
  ["a capped collection", { create: "x", capped: true, size: 1 }, 238],
  ["a view", { create: "x", viewOn: "rows", pipeline: [] }, 238],
  ["a time series", { create: "x", timeseries: { timeField: "t" } }, 238],
  ["a collection that exists", { create: "rows" }, 48],
  ["a collection with a bad name", { create: "a$b" }, 73],
  ["a change stream", { aggregate: "rows", pipeline: [{ $changeStream: {} }], cursor: {} }, 40573],
  ["$out", { aggregate: "rows", pipeline: [{ $out: "x" }], cursor: {} }, 40324],
  ["an aggregation of a database", { aggregate: 1, pipeline: [], cursor: {} }, 14],
  ["a linearizable read", { find: "rows", readConcern: { level: "linearizable" } }, 238],
  ["a write to two nodes", { insert: "rows", documents: [{}], writeConcern: { w: 2 } }, 2],
  ["Decimal128", { insert: "rows", documents: [{ a: Decimal128.fromString("1") }] }, 238],
  ["an array as _id", { insert: "rows", documents: [{ _id: [1] }] }, 53],
  ["a cursor nobody has", { getMore: 5, collection: "rows" }, 43],
  ["indexes of a missing collection", { listIndexes: "none" }, 26],
  ["dropping an index", { dropIndexes: "rows", index: "a_1" }, 59],
  ["a find that removes", { findAndModify: "rows", query: {}, remove: true }, 238],
  ["a list of databases", { listDatabases: 1 }, 59],
  ["count", { count: "rows", query: {} }, 59],
  ["a negative limit", { find: "rows", limit: -1 }, 51024],
  ["an update by a pipeline", update({ u: [{ $set: { a: 1 } }] }), 238],
  ["$literal", aggregate({ $group: { _id: { $literal: 1 } } }), 168],
  ["an array in an expression", aggregate({ $group: { _id: ["$a"] } }), 168],
  ["a variable", aggregate({ $group: { _id: "$$ROOT" } }), 17276],
  ["an expression for a group", aggregate({ $group: { _id: { x: "$a" } } }), 168],
  ["a path to group by", aggregate({ $group: { _id: "$a.b" } }), 168],
  ["a sum of fields", aggregate({ $group: { _id: null, n: { $sum: "$a" } } }), 168],
  ["a group before a match", aggregate({ $group: { _id: "$a" } }, { $match: { _id: 1 } }), 40324],
  ["a sum of twos", aggregate({ $group: { _id: null, n: { $sum: 2 } } }), 168],
  ["a stage twice", aggregate({ $match: {} }, { $match: {} }), 40324],
  ["a number for a type", { find: "rows", filter: { a: { $type: 10 } } }, 2],
];

const QUERY_OPERATORS = [
  "$all",
  "$bitsAllSet",
  "$geoIntersects",
  "$geoWithin",
  "$mod",
  "$near",
  "$not",
  "$size",
];
const TOP_LEVEL_OPERATORS = [
  "$comment",
  "$expr",
  "$jsonSchema",
  "$nor",
  "$sampleRate",
  "$text",
  "$where",
];
const UPDATE_OPERATORS = ["$bit", "$currentDate", "$min", "$mul", "$pop", "$rename"];
const STAGES = [
  "$addFields",
  "$bucket",
  "$count",
  "$facet",
  "$limit",
  "$lookup",
  "$merge",
  "$out",
  "$project",
  "$replaceRoot",
  "$sample",
  "$set",
  "$skip",
  "$sort",
  "$unionWith",
  "$unset",
  "$unwind",
];
const ACCUMULATORS = ["$addToSet", "$avg", "$count", "$first", "$last", "$max", "$min", "$push"];
const PROJECTIONS = [
  0,
  { x: 1 },
  { $slice: 1 },
  { $elemMatch: { x: 1 } },
  { $meta: "textScore" },
  "$b",
];
const EXPRESSIONS = [{ a: /a/ }, { a: { $in: [/a/] } }, { a: { $ne: /a/ } }, { a: { $gt: /a/ } }];

async function codeOf(command: Document): Promise<unknown> {
  const reply = await db.command(command).then(
    (answer) => (answer["writeErrors"] as { code: number; errmsg: string }[])[0],
    (error: unknown) => error as MongoServerError,
  );
  return reply?.code;
}

describe("refused", () => {
  test.each(COMMANDS)("%s", async (_, command, code) => {
    expect(await codeOf(command)).toBe(code);
  });

  test.each(QUERY_OPERATORS)("%s of a query", async (name) => {
    expect(await codeOf({ find: "rows", filter: { a: { [name]: 1 } } })).toBe(2);
  });

  test.each(TOP_LEVEL_OPERATORS)("%s of a query", async (name) => {
    expect(await codeOf({ find: "rows", filter: { [name]: "x" } })).toBe(2);
  });

  test.each(UPDATE_OPERATORS)("%s of an update", async (name) => {
    expect(await codeOf(update({ u: { [name]: { a: 1 } } }))).toBe(9);
  });

  test.each(["$position", "$slice", "$sort"])("%s of $push", async (name) => {
    expect(await codeOf(update({ u: { $push: { b: { $each: [1], [name]: 1 } } } }))).toBe(2);
  });

  test.each(STAGES)("%s", async (name) => {
    expect(await codeOf(aggregate({ [name]: {} }))).toBe(40324);
  });

  test.each(ACCUMULATORS)("%s of $group", async (name) => {
    expect(await codeOf(aggregate({ $group: { _id: null, v: { [name]: "$a" } } }))).toBe(15952);
  });

  test.each(PROJECTIONS)("the projection %j", async (value) => {
    expect(await codeOf({ find: "rows", projection: { a: value } })).toBe(238);
  });

  test("a projection of a part of a field", async () => {
    expect(await codeOf({ find: "rows", projection: { "a.b": 1 } })).toBe(238);
  });

  test.each(EXPRESSIONS)("a regular expression: %o", async (filter) => {
    expect(await codeOf({ find: "rows", filter })).toBe(2);
  });

  test("a transaction", async () => {
    const session = client.startSession();
    const work = session.withTransaction(() =>
      db.collection("rows").insertOne({ b: 1 }, { session }),
    );

    await expect(work).rejects.toThrow("does not support retryable writes");
    await session.endSession();
    expect(await db.collection("rows").countDocuments({ b: 1 })).toBe(0);
  });

  test("nothing of what was refused was done", async () => {
    const names = (await db.listCollections().toArray()).map(({ name }) => name);

    expect(names).toEqual(["rows"]);
    expect((await db.collection("rows").indexes()).map(({ name }) => name)).toEqual(["_id_"]);
    expect(await db.collection("rows").countDocuments()).toBe(1);
  });
});
