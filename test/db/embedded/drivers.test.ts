/** mongoose, the driver and Agenda, unmodified, against the embedded database. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { MongoBackend } from "@agendajs/mongo-backend";
import { Agenda } from "agenda";
import {
  type Db,
  Double,
  Int32,
  Long,
  MongoClient,
  type MongoServerError,
  ObjectId,
} from "mongodb";
import mongoose from "mongoose";
import { TEST_SERVERS, testDatabase } from "../../setup/database.ts";
import { nobodyWaitsForAgenda } from "../agenda-timeouts.ts";

describe.each(TEST_SERVERS)("on %s", (server) => {
  const database = testDatabase(server);
  const client = new MongoClient(database.uri);
  let db: Db;

  beforeAll(async () => {
    db = (await client.connect()).db(database.name);
  });
  afterAll(async () => {
    await database.dispose();
    await client.close();
  });

  const failure = async (work: Promise<unknown>): Promise<MongoServerError> =>
    work.then(
      () => {
        throw new Error("it did not fail");
      },
      (error: unknown) => error as MongoServerError,
    );

  describe("the driver", () => {
    test("a unique index refuses the second document and names key and value", async () => {
      const people = db.collection("people");
      await people.createIndex({ email: 1 }, { unique: true }, {});
      await people.insertOne({ email: "a@example.org" });

      const error = await failure(people.insertOne({ email: "a@example.org" }));

      expect(error).toMatchObject({
        code: 11000,
        keyPattern: { email: 1 },
        keyValue: { email: "a@example.org" },
      });
      expect(await people.countDocuments()).toBe(1);
    });

    test("a sparse unique index lets many documents be without the field", async () => {
      const rows = db.collection("sparse");
      await rows.createIndex({ code: 1 }, { unique: true, sparse: true }, {});

      await rows.insertMany([{}, {}, { code: 1 }]);

      expect((await failure(rows.insertOne({ code: 1 }))).code).toBe(11000);
    });

    test("a partial unique index counts only the documents that match", async () => {
      const goals = db.collection("goals");
      const partialFilterExpression = { status: "active" };
      await goals.createIndex({ pair: 1 }, { unique: true, partialFilterExpression }, {});
      await goals.insertMany([
        { pair: 1, status: "done" },
        { pair: 1, status: "done" },
        { pair: 1, status: "active" },
      ]);

      expect((await failure(goals.insertOne({ pair: 1, status: "active" }))).code).toBe(11000);
      const update = goals.updateOne({ status: "done" }, { $set: { status: "active" } });
      expect((await failure(update)).code).toBe(11000);
    });

    test("an upsert takes its fields from the filter, $set and $setOnInsert", async () => {
      const rows = db.collection<{ _id: ObjectId; name: string; n: number; made?: number }>(
        "upsert",
      );
      const upsert = (n: number) =>
        rows.findOneAndUpdate(
          { name: "x" },
          { $set: { n }, $setOnInsert: { made: 1 } },
          { upsert: true, returnDocument: "after", projection: { _id: 0 } },
        );

      expect(await upsert(1)).toEqual({ name: "x", n: 1, made: 1 });
      expect(await upsert(2)).toEqual({ name: "x", n: 2, made: 1 });
    });

    test("sort, skip and limit give the wanted part, with and without an index", async () => {
      const rows = db.collection("sorted");
      await rows.insertMany(Array.from({ length: 300 }, (_, i) => ({ n: (i * 7) % 300 })));
      const part = () =>
        rows.find().sort({ n: -1 }).skip(10).limit(3).project({ _id: 0 }).toArray();

      const plain = await part();
      await rows.createIndex({ n: 1 }, {}, {});

      expect(plain).toEqual([{ n: 289 }, { n: 288 }, { n: 287 }]);
      expect(await part()).toEqual(plain);
      expect(await rows.find({ n: { $gte: 100 } }).toArray()).toHaveLength(200);
    });

    test("an aggregation matches, groups and counts", async () => {
      const rows = db.collection("totals");
      await rows.insertMany([1, 2, 3, 4].map((n) => ({ kind: n % 2 ? "odd" : "even", n })));

      const totals = await rows
        .aggregate([
          { $match: { n: { $gt: 1 } } },
          { $group: { _id: "$kind", count: { $sum: 1 } } },
        ])
        .toArray();

      expect(totals).toEqual([
        { _id: "even", count: 2 },
        { _id: "odd", count: 1 },
      ]);
    });

    test("number types come back as they went in", async () => {
      const rows = db.collection("types");
      const doc = { _id: 1 as never, d: new Double(1), i: new Int32(1), l: Long.fromNumber(1) };
      await rows.insertOne(doc);
      await rows.updateOne({ _id: 1 as never }, { $set: { other: true } });

      const [found] = await rows.find({}, { promoteValues: false }).toArray();

      expect(found).toMatchObject({ d: new Double(1), i: new Int32(1), l: Long.fromNumber(1) });
    });

    test("a bulk write reports what each part did", async () => {
      const rows = db.collection("bulk");

      const result = await rows.bulkWrite([
        { insertOne: { document: { n: 1 } } },
        { updateOne: { filter: { n: 1 }, update: { $inc: { n: 1 } } } },
        { updateOne: { filter: { n: 9 }, update: { $set: { n: 9 } }, upsert: true } },
        { deleteOne: { filter: { n: 2 } } },
      ]);

      expect(result).toMatchObject({
        insertedCount: 1,
        modifiedCount: 1,
        upsertedCount: 1,
        deletedCount: 1,
      });
    });
  });

  describe("mongoose", () => {
    test("models, defaults, array updates by position and timestamps work", async () => {
      const connection = await mongoose.createConnection(database.uri).asPromise();
      const items = [{ name: String, done: Boolean }];
      const schema = new mongoose.Schema({ title: String, items }, { timestamps: true });
      schema.index({ title: 1 }, { unique: true });
      const Plan = connection.model("Plan", schema);
      await Plan.init();
      const plan = await Plan.create({ title: "t", items: [{ name: "a" }, { name: "b" }] });

      await Plan.updateOne(
        { _id: plan._id, "items.name": "b" },
        { $set: { "items.$.done": true } },
      );
      plan.items.push({ name: "c" });
      await plan.save();

      const found = await Plan.findById(plan._id).lean();
      expect(found?.items.map(({ name, done }) => [name, done])).toEqual([
        ["a", undefined],
        ["b", true],
        ["c", undefined],
      ]);
      expect(await failure(Plan.create({ title: "t" }))).toMatchObject({ code: 11000 });
      await connection.close();
    });
  });

  describe("Agenda", () => {
    nobodyWaitsForAgenda();

    test("two instances run every job once between them", async () => {
      const runs = new Map<string, number>();
      let finish: () => void = () => undefined;
      const finished = new Promise<void>((resolve) => {
        finish = resolve;
      });
      const start = async () => {
        const backend = new MongoBackend({ mongo: db, collection: "jobs", ensureIndex: true });
        const agenda = new Agenda({ backend, processEvery: 20 });
        agenda.define<{ id: string }>("work", (job) => {
          runs.set(job.attrs.data.id, (runs.get(job.attrs.data.id) ?? 0) + 1);
          if (runs.size === 40) finish();
          return Promise.resolve();
        });
        await agenda.start();
        return agenda;
      };
      const [first, second] = [await start(), await start()];

      await Promise.all(
        Array.from({ length: 40 }, (_, i) => i).map((i) =>
          (i % 2 === 0 ? first : second).now("work", { id: String(i) }),
        ),
      );
      await finished;
      await Promise.all([first.stop(), second.stop()]);

      expect([...runs.values()]).toEqual(Array.from({ length: 40 }, () => 1));
    }, 60_000);
  });
});
