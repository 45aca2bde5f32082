/** Stores on a database of a test file's own, opened before its tests and closed after them. */

import { afterAll, beforeAll } from "@jest/globals";
import type { Connection } from "mongoose";
import { connect } from "../../db/connection.ts";
import { createStores, type StoredStores } from "../../db/stores.ts";
import { testDatabase } from "../setup/database.ts";

/** What is open while tests run, and not before. */
interface Open {
  readonly connection: () => Connection;
  readonly stores: () => StoredStores;
}

/** @param options as for `createStores`. */
export function openStores(options?: { readonly alone?: boolean }): Open {
  const database = testDatabase();
  let connection: Connection;
  let stores: StoredStores;
  beforeAll(async () => {
    connection = await connect(database.uri);
    stores = createStores(connection, options);
    await stores.createIndexes();
  });
  afterAll(async () => {
    await connection.close();
    await database.dispose();
  });
  return { connection: () => connection, stores: () => stores };
}
