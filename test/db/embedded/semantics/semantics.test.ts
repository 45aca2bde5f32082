/** The embedded database gives MongoDB's answers; with MONGODB_URI set, MongoDB is asked instead. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { EJSON, Int32 } from "bson";
import { type Collection, type Document, MongoClient, MongoServerError } from "mongodb";
import { TEST_SERVERS, testDatabase } from "../../../setup/database.ts";
import { AGGREGATE_GROUPS } from "./aggregate-cases.ts";
import { ARRAY_UPDATE_GROUPS } from "./array-update-cases.ts";
import { COMPARISON_GROUPS } from "./comparison-cases.ts";
import { FIND_GROUPS } from "./find-cases.ts";
import { MISSING, QUERY_GROUPS } from "./query-cases.ts";
import { UPDATE_GROUPS } from "./update-cases.ts";

interface Row extends Document {
  _id: number;
}

describe.each(TEST_SERVERS)("on %s", (server) => {
  const database = testDatabase(server);
  const client = new MongoClient(database.uri, { promoteValues: false, ignoreUndefined: false });
  let rows: Collection<Row>;

  beforeAll(async () => {
    await client.connect();
    rows = client.db(database.name).collection<Row>("rows");
  });
  afterAll(async () => {
    await database.dispose();
    await client.close();
  });

  /** Types and the order of fields count: a double 1.0 is not an int 1. */
  const exact = (value: unknown): string => EJSON.stringify(value, { relaxed: false });
  const show = (...values: readonly unknown[]): string =>
    values.map((value) => EJSON.stringify(value)).join(" ");

  async function load(documents: readonly object[]): Promise<void> {
    await rows.deleteMany({});
    if (documents.length > 0)
      await rows.insertMany(documents.map((doc, i): Row => ({ _id: i, ...doc })));
  }

  /** The result, or the code of the error MongoDB's protocol gave. */
  async function outcome(work: Promise<unknown>): Promise<unknown> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof MongoServerError) return Number(error.code ?? 0);
      throw error;
    }
  }

  const ids = (found: readonly Row[]) => found.map(({ _id }) => _id.valueOf());

  for (const [source, cases] of [...COMPARISON_GROUPS, ...QUERY_GROUPS])
    describe(source, () => {
      test.each(cases.map((c) => [show(c[1]), c] as const))(
        "%s",
        async (_, [values, filter, expected]) => {
          await load(values.map((a) => (a === MISSING ? {} : { a })));
          const search = async () => ids(await rows.find(filter).sort({ _id: 1 }).toArray());

          expect(await outcome(search())).toEqual(expected);
        },
      );
    });

  for (const [source, cases] of [...UPDATE_GROUPS, ...ARRAY_UPDATE_GROUPS])
    describe(source, () => {
      test.each(cases.map((c) => [show(c[0], c[1]), c] as const))(
        "%s",
        async (_, [before, update, expected, options]) => {
          await load([before]);
          const work = async () => {
            const { filter = {}, arrayFilters = [] } = options ?? {};
            const updates = [{ q: { _id: 0, ...filter }, u: update, arrayFilters }];
            const command = { update: rows.collectionName, updates };
            const reply = await client.db(database.name).command(command);
            const [error] = (reply["writeErrors"] ?? []) as { code: Int32 }[];
            if (error !== undefined) return error.code.valueOf();
            return exact(await rows.findOne({ _id: 0 }, { projection: { _id: 0 } }));
          };

          const wanted = typeof expected === "number" ? expected : exact(expected);
          expect(await outcome(work())).toEqual(wanted);
        },
      );
    });

  for (const [source, cases] of AGGREGATE_GROUPS)
    describe(source, () => {
      test.each(cases.map((c) => [show(c[0], c[1]), c] as const))(
        "%s",
        async (_, [documents, pipeline, expected]) => {
          await load(documents);
          const work = async () => exact(await rows.aggregate([...pipeline]).toArray());

          const wanted = typeof expected === "number" ? expected : exact(expected);
          expect(await outcome(work())).toEqual(wanted);
        },
      );
    });

  for (const [source, cases] of FIND_GROUPS)
    describe(source, () => {
      test.each(cases.map((c) => [show(c[0], c[1]), c] as const))(
        "%s",
        async (_, [documents, options, expected]) => {
          await load(documents);
          const { filter = {}, ...rest } = options;
          const work = async () => exact(await rows.find(filter, rest).toArray());

          const wanted = typeof expected === "number" ? expected : exact(expected);
          expect(await outcome(work())).toEqual(wanted);
        },
      );
    });
});
