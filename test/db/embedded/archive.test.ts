/** Leaving: an export imported elsewhere is the same data, to the byte. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Double, Long, ObjectId } from "bson";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Db } from "mongodb";
import { exportTo, importFrom } from "../../../scripts/db-archive.ts";
import { connectTo, type Source } from "../../../scripts/db-tools.ts";
import { testDatabase } from "../../setup/database.ts";

const [first, second] = [testDatabase(), testDatabase()];
const dir = fs.mkdtempSync(path.join(os.tmpdir(), "archive-"));
const at = (name: string) => path.join(dir, name);
let source: Source;
let target: Source;

beforeAll(async () => {
  [source, target] = [await connectTo(first.uri), await connectTo(second.uri)];
  await fill(source.db);
});
afterAll(async () => {
  await source.close();
  await target.close();
  await first.dispose();
  await second.dispose();
  fs.rmSync(dir, { recursive: true, force: true });
});

async function fill(db: Db): Promise<void> {
  const rows = db.collection("rows");
  const partialFilterExpression = { email: { $exists: true } };
  await rows.createIndex({ email: 1 }, { unique: true, partialFilterExpression }, {});
  await rows.insertMany(
    Array.from({ length: 1200 }, (_, i) => ({
      _id: new ObjectId(i.toString(16).padStart(24, "0")),
      email: `p${i}@example.org`,
      types: [i, new Double(i), Long.fromNumber(i), new Date(i), null, Buffer.from("é"), /a/i],
    })),
  );
  await db.createCollection("empty");
}

const contents = (folder: string) =>
  fs.readdirSync(folder).map((name) => [name, fs.readFileSync(path.join(folder, name), "utf8")]);

test("an export imported elsewhere exports the same bytes, indexes included", async () => {
  const totals = await exportTo(source.db, at("one"));
  await importFrom(at("one"), target.db);
  await exportTo(target.db, at("two"));

  expect(totals).toEqual({ collections: 2, documents: 1200 });
  expect(contents(at("two"))).toEqual(contents(at("one")));
});

test("nothing is overwritten: neither a folder nor a database that holds data", async () => {
  fs.mkdirSync(at("taken"));

  await expect(exportTo(source.db, at("taken"))).rejects.toThrow("exists; nothing was written");
  await exportTo(source.db, at("again"));
  await expect(importFrom(at("again"), source.db)).rejects.toThrow("is not empty");
});

test("a file that was changed is refused before anything is written", async () => {
  await exportTo(source.db, at("changed"));
  fs.appendFileSync(path.join(at("changed"), "rows.jsonl"), "{}\n");

  await expect(importFrom(at("changed"), target.db)).rejects.toThrow("its checksum differs");
});

test("an import that was interrupted may be repeated", async () => {
  const third = testDatabase();
  const other = await connectTo(third.uri);
  await exportTo(source.db, at("three"));
  const interrupted = Object.create(other.db, {
    dropCollection: { value: () => Promise.reject(new Error("the power went")) },
  }) as Db;

  await expect(importFrom(at("three"), interrupted)).rejects.toThrow("the power went");
  await importFrom(at("three"), other.db);

  expect(await other.db.collection("rows").countDocuments()).toEqual(
    await source.db.collection("rows").countDocuments(),
  );
  await other.close();
  await third.dispose();
});

test("only its owner reads an export, and secrets are in it on demand only", async () => {
  await source.db.collection<{ _id: string }>("secrets").insertOne({ _id: "pages" });
  await exportTo(source.db, at("shared"));
  await exportTo(source.db, at("whole"), { withSecrets: true });

  expect(fs.readdirSync(at("shared"))).not.toContain("secrets.jsonl");
  expect(fs.readdirSync(at("whole"))).toContain("secrets.jsonl");
  for (const folder of [at("shared"), at("whole")])
    for (const name of [".", ...fs.readdirSync(folder)])
      expect(fs.statSync(path.join(folder, name)).mode & 0o077).toBe(0);
});
