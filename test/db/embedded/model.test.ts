/** Whatever is inserted, updated and deleted, a find by index gives what a plain scan gives. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Double } from "bson";
import { type Doc, decode, docOf, encode, type Value } from "../../../db/embedded/bson.ts";
import { checkDatabase } from "../../../db/embedded/check.ts";
import type { Collection } from "../../../db/embedded/collection.ts";
import { createEngine } from "../../../db/embedded/engine.ts";
import { identity, orderOf, sortKey } from "../../../db/embedded/keys.ts";
import { compileMatch } from "../../../db/embedded/match.ts";
import { expand } from "../../../db/embedded/paths.ts";
import { countStored, distinctStored, findStored } from "../../../db/embedded/query.ts";
import { SQLITES } from "../../../db/embedded/sqlite.ts";
import { openStore } from "../../../db/embedded/store.ts";

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom<Value>(null, true, "a", "b", new Double(1.5), new Double(2), 3n, new Date(0)),
);
const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: scalar.map((x): Value => docOf({ x })) },
  {
    weight: 1,
    arbitrary: fc.array(
      scalar.map((x): Value => docOf({ x })),
      { maxLength: 2 },
    ),
  },
);
const fields = fc.dictionary(fc.constantFrom("a", "b", "u"), value, { noNullPrototype: true });

const condition: fc.Arbitrary<Value> = fc.oneof(
  scalar,
  fc
    .tuple(fc.constantFrom("$gt", "$gte", "$lt", "$lte", "$ne", "$eq"), scalar)
    .map(([name, operand]): Value => docOf({ [name]: operand })),
  fc.tuple(scalar, scalar).map(([low, high]): Value => docOf({ $gte: low, $lt: high })),
  fc.array(scalar, { maxLength: 3 }).map((list): Value => docOf({ $in: list })),
);
const fieldPath = fc.constantFrom("a", "b", "a.x", "_id");
const simple = fc
  .dictionary(fieldPath, condition, { maxKeys: 2, noNullPrototype: true })
  .map((entries): Doc => docOf(entries));
const filter = fc.oneof(
  simple,
  fc
    .tuple(simple, simple, simple)
    .map(([outer, a, b]): Doc => new Map([...outer, ["$or", [a, b]]])),
);
const sort = fc.constantFrom<Doc>(
  new Map(),
  docOf({ a: 1 }),
  docOf({ a: -1, b: 1 }),
  docOf({ b: -1 }),
  docOf({ "a.x": 1 }),
  docOf({ _id: -1 }),
);

const step = fc.oneof(
  fc.tuple(fc.constant("insert" as const), fields),
  fc.tuple(fc.constant("delete" as const), simple),
  fc.tuple(fc.constant("update" as const), simple, fields),
);

const INDEXES: readonly Doc[] = [
  docOf({ key: docOf({ a: 1, b: -1 }), name: "ab" }),
  docOf({ key: docOf({ b: 1 }), name: "b", sparse: true }),
  docOf({ key: docOf({ "a.x": 1 }), name: "ax" }),
  docOf({ key: docOf({ u: 1 }), name: "u", unique: true, sparse: true }),
];

/** A find, its first two, a count and the different values of `a`, each beside the same without an index. */
function expectAgreement(
  collection: Collection,
  all: readonly Doc[],
  wanted: Doc,
  order: Doc,
): void {
  const parts = orderOf(order);
  const find = (limit: number) =>
    findStored(collection, { filter: wanted, sort: parts, limit }).map(({ bytes }) =>
      decode(bytes),
    );
  const plain = all.filter(compileMatch(wanted));
  const keys = (docs: readonly Doc[]) => docs.map((doc) => sortKey(doc, parts).toString("hex"));
  const found = find(0);

  expect(found.map(hex).sort()).toEqual(plain.map(hex).sort());
  expect(keys(found)).toEqual(keys(plain).sort());
  expect(keys(find(2))).toEqual(keys(plain).sort().slice(0, 2));
  expect(countStored(collection, wanted)).toBe(plain.length);
  const values = plain.flatMap((doc) => expand(doc, ["a"])).filter((e) => typeof e !== "symbol");
  const different = new Set(values.filter((e) => e !== undefined).map(identity));
  const distinct = distinctStored(collection, "a", wanted);
  expect(distinct.map(identity).sort()).toEqual([...different].sort());
}

describe.each(SQLITES)("on %s", (library) => {
  test("indexes never change an answer", () => {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), "model-"));
    let round = 0;
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 25 }),
        fc.array(fc.tuple(filter, sort), { minLength: 1, maxLength: 8 }),
        (steps, queries) => {
          const file = path.join(dir, `${++round}.db`);
          const store = openStore(file, library);
          const run = createEngine(store).connect();
          const command = (body: Record<string, Value>) =>
            run(new Map([...Object.entries(body), ["$db", "t"]]));
          command({ createIndexes: "rows", indexes: [...INDEXES] });
          let id = 0;
          for (const [kind, doc, set] of steps) {
            if (kind === "insert")
              command({ insert: "rows", documents: [docOf({ _id: ++id, ...doc })] });
            if (kind === "delete")
              command({ delete: "rows", deletes: [docOf({ q: doc, limit: 1 })] });
            if (kind === "update")
              command({
                update: "rows",
                updates: [docOf({ q: doc, u: docOf({ $set: docOf(set) }), multi: true })],
              });
          }
          store.commit();
          const collection = store.findOrCreate("t", "rows");
          const all = [...collection.scan()].map(({ bytes }) => decode(bytes));
          for (const [wanted, order] of queries) expectAgreement(collection, all, wanted, order);
          store.commit();
          store.close();
          expect(checkDatabase(file, library).problems).toEqual([]);
          fs.rmSync(file);
        },
      ),
      { numRuns: Number(process.env["MODEL_RUNS"] ?? 150) },
    );
    fs.rmSync(dir, { recursive: true, force: true });
  }, 120_000);

  test("nor do they among many documents, where the first few are searched in order", () => {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), "model-"));
    const store = openStore(path.join(dir, "many.db"), library);
    const run = createEngine(store).connect();
    const command = (body: Record<string, Value>) =>
      run(new Map([...Object.entries(body), ["$db", "t"]]));
    // Without an index on an array's field: one whose keys are several of a document is not in order.
    command({ createIndexes: "rows", indexes: INDEXES.slice(0, 2) });
    const mostlyOne = fc.oneof(
      { weight: 3, arbitrary: fc.constant(1) },
      { weight: 1, arbitrary: scalar },
    );
    const documents = fc
      .sample(fc.dictionary(fc.constantFrom("a", "b"), mostlyOne, { noNullPrototype: true }), 900)
      .map((doc, i): Doc => docOf({ _id: i, ...doc }));
    command({ insert: "rows", documents });
    store.commit();
    const collection = store.findOrCreate("t", "rows");
    fc.assert(
      fc.property(filter, sort, (wanted, order) => {
        expectAgreement(collection, documents, wanted, order);
      }),
      { numRuns: 15 },
    );
    store.close();
    fs.rmSync(dir, { recursive: true, force: true });
  }, 120_000);
});

const hex = (doc: Doc): string => encode(doc).toString("hex");
