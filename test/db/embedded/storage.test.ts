/** A full disk, expired documents and cursors, with the server in the test's own thread. */
import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type Collection, MongoClient } from "mongodb";
import { checkDatabase } from "../../../db/embedded/check.ts";
import { createEngine, type Engine } from "../../../db/embedded/engine.ts";
import { isDiskFull } from "../../../db/embedded/errors.ts";
import { type Listening, serve } from "../../../db/embedded/server.ts";
import { SQLITES } from "../../../db/embedded/sqlite.ts";
import { openStore, type Store } from "../../../db/embedded/store.ts";

describe.each(SQLITES)("on %s", (library) => {
  let dir: string;
  let file: string;
  let store: Store;
  let engine: Engine;
  let server: Listening;
  let client: MongoClient;
  let rows: Collection;
  const failures: unknown[] = [];

  beforeEach(async () => {
    dir = fs.mkdtempSync(path.join(os.tmpdir(), "storage-"));
    file = path.join(dir, "rows.db");
    store = openStore(file, library);
    engine = createEngine(store);
    const socket = path.join(dir, "db.sock");
    const place = { path: socket };
    const onFailure = (error: unknown): void => {
      failures.push(error);
    };
    server = await serve({ engine, place, onFailure });
    client = await new MongoClient(`mongodb://${encodeURIComponent(socket)}/`).connect();
    rows = client.db("storage").collection("rows");
  });
  afterEach(async () => {
    await client.close();
    await server.close();
    fs.rmSync(dir, { recursive: true, force: true });
    expect(failures).toEqual([]);
  });

  test("a full disk is an error, writes nothing by half, and what was there stays readable", async () => {
    await rows.createIndex({ n: 1 }, { unique: true }, {});
    await rows.insertMany([{ n: 1 }, { n: 2 }]);
    const [pages] = store.sqlite.prepare("PRAGMA page_count").all();
    store.sqlite.exec(`PRAGMA max_page_count=${Number(pages?.["page_count"]) + 20}`);

    const large = rows.insertMany([{ n: 3 }, { n: 4, text: "x".repeat(1_000_000) }]);

    await expect(large).rejects.toMatchObject({ code: 14031 });
    expect(await rows.countDocuments()).toBe(2);
    await rows.insertOne({ n: 5 });
    expect(await rows.distinct("n")).toEqual([1, 2, 5]);
    store.close();
    expect(checkDatabase(file, library).problems).toEqual([]);
  });

  test("a document grows to 16 MB and 180 levels, and no further", async () => {
    const deep = (levels: number) => Array.from({ length: levels }, () => "a").join(".");
    const limit = 16 * 1024 * 1024;
    const filled = (bytes: number) => ({ $set: { text: "x".repeat(bytes) } });
    await rows.insertOne({ n: 1 });

    expect(await rows.updateOne({}, filled(limit - 100))).toMatchObject({ modifiedCount: 1 });
    await expect(rows.updateOne({}, filled(limit))).rejects.toMatchObject({ code: 10334 });
    await rows.updateOne({}, { $unset: { text: "" } });
    expect(await rows.updateOne({}, { $set: { [deep(181)]: 1 } })).toMatchObject({
      modifiedCount: 1,
    });
    for (const levels of [182, 1_000_000])
      await expect(
        rows.updateOne({}, { $set: { [`b.${deep(levels - 1)}`]: 1 } }),
      ).rejects.toMatchObject({ code: 15 });
    await expect(rows.insertOne({ [deep(1)]: nested(181) })).rejects.toMatchObject({ code: 15 });

    expect(await rows.find().toArray()).toHaveLength(1);
  });

  test("an answer that is too large is refused, and the next one comes", async () => {
    const texts = ["a", "b", "c"].map((letter) => ({ text: letter.repeat(6_000_000) }));
    for (const text of texts) await rows.insertOne(text);

    await expect(rows.distinct("text")).rejects.toMatchObject({ code: 10334 });
    expect(await rows.countDocuments()).toBe(3);
  });

  function nested(levels: number): object {
    return levels === 0 ? {} : { a: nested(levels - 1) };
  }

  test("who writes is answered when the disk has it; who does not ask for that, within a tenth of a second", async () => {
    const unasked = { writeConcern: { w: 1, journal: false } };
    const disk = jest.spyOn(fs, "fdatasyncSync");
    await rows.insertOne({ n: 0 });
    const asked = disk.mock.calls.length;
    await rows.insertOne({ n: 1 }, unasked);
    const notAsked = disk.mock.calls.length;
    await rows.countDocuments();
    while (disk.mock.calls.length === notAsked) await nextTurn();

    expect([asked, notAsked]).toEqual([1, 1]);
    disk.mockRestore();
  });

  test("writes that arrive together share a flush, and a read beside them does not wait for it", async () => {
    await Promise.all(Array.from({ length: 8 }, () => rows.findOne()));
    const answered: string[] = [];
    const disk = jest.spyOn(fs, "fdatasyncSync").mockImplementation(() => {
      answered.push("disk");
    });
    const writes = [1, 2, 3].map((n) => rows.insertOne({ n }).then(() => answered.push("write")));
    const read = rows.findOne({ n: 3 }).then(() => answered.push("read"));
    await Promise.all([...writes, read]);

    expect(answered.indexOf("disk")).toBeLessThan(answered.indexOf("write"));
    expect(answered.filter((what) => what === "disk").length).toBeLessThan(3);
    disk.mockRestore();
  });

  test("a disk that refuses ends it: who wrote is not answered", async () => {
    const disk = jest.spyOn(fs, "fdatasyncSync").mockImplementation(() => {
      throw new Error("EIO");
    });
    let isAnswered = false;
    const writing = rows.insertOne({ n: 1 }).finally(() => (isAnswered = true));
    while (failures.length === 0) await nextTurn();
    disk.mockRestore();

    expect(isAnswered).toBe(false);
    expect(failures.splice(0)).toEqual([new Error("EIO")]);
    const outcome = expect(writing).rejects.toThrow();
    await client.close(true);
    await outcome;
  });

  test("a TTL index removes the documents whose time has come, and no others", async () => {
    await rows.createIndex({ at: 1 }, { expireAfterSeconds: 60 }, {});
    const now = Date.parse("2026-03-01T10:00:00Z");
    await rows.insertMany([
      { n: "old", at: new Date(now - 61_000) },
      { n: "young", at: new Date(now - 59_000) },
      { n: "text", at: "2020" },
      { n: "none" },
    ]);

    engine.expire(now);
    store.commit();

    expect((await rows.distinct("n")).sort()).toEqual(["none", "text", "young"]);
  });

  test("a result is given in batches and a forgotten cursor ends after ten minutes", async () => {
    await rows.insertMany(Array.from({ length: 250 }, (_, n) => ({ n })));
    const cursor = rows.find().batchSize(100);
    for (let i = 0; i < 100; i++) await cursor.next();

    engine.expire(Date.now() + 601_000);

    await expect(cursor.toArray()).rejects.toMatchObject({ code: 43 });
    expect(await rows.find().batchSize(7).toArray()).toHaveLength(250);
  });

  test("documents are counted by an index alone where its keys say all", async () => {
    await rows.createIndex({ district: 1, open: 1, due: 1 }, {}, {});
    await rows.insertMany(
      [1, 2, 3, 4].map((n) => ({ district: "d", open: n > 1, due: `2026-0${n}-01` })),
    );
    const stored = store.findOrCreate("storage", "rows");
    const scan = jest.spyOn(stored, "range");

    const counts = [
      await rows.countDocuments({ district: "d" }),
      await rows.countDocuments({ district: "d", open: { $in: [true, false] } }),
      await rows.countDocuments({ district: "d", open: true, due: { $gt: "2026-02-01" } }),
      await rows.countDocuments(),
    ];

    expect(counts).toEqual([4, 4, 2, 4]);
    expect(scan).not.toHaveBeenCalled();
    expect(await rows.countDocuments({ district: "d", due: null })).toBe(0);
    expect(scan).toHaveBeenCalled();
    scan.mockRestore();
  });

  test("of writes that arrive together one that fails does not undo the others", async () => {
    const writes = await Promise.allSettled(
      [1, 2, 2, 3].map((_id) => rows.insertOne({ _id: _id as never })),
    );

    expect(writes.map(({ status }) => status).sort()).toEqual([
      "fulfilled",
      "fulfilled",
      "fulfilled",
      "rejected",
    ]);
    expect(await rows.countDocuments()).toBe(3);
  });

  test("a write that came out short counts as a full disk only where there is no room", () => {
    const here = fs.statfsSync(dir);
    const room = jest.spyOn(fs, "statfsSync");
    const short = new Error("disk I/O error");
    room.mockReturnValue(Object.assign(here, { bavail: 3, bsize: 4096 }));
    expect(isDiskFull(short, dir)).toBe(true);
    room.mockReturnValue(Object.assign(here, { bavail: 1e6, bsize: 4096 }));
    expect(isDiskFull(short, dir)).toBe(false);
    room.mockRestore();
  });
});
