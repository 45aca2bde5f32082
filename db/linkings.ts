/** Codes by which people join themselves on two platforms, and who typed wrong ones. */

import type { Connection } from "mongoose";
import { z } from "zod";
import type { CodeTries, Linking, Self } from "../src/team/linking.ts";
import { address, entity } from "./fields.ts";
import { createTable, type Table } from "./versioned-store.ts";

const self = entity<Self>({ personId: z.string(), address });

const linking = entity<Linking>({
  id: z.string(),
  first: self,
  second: self.nullable(),
  status: z.enum(["open", "claimed", "joined", "refused"]),
  until: z.date(),
});

/** Who was joined stays in the row as it was, so that a repetition finds both. */
export const linkingTable = (connection: Connection): Table<Linking> =>
  createTable(connection, { name: "linkings", shape: linking });

const tries = entity<CodeTries>({ id: z.string(), wrong: z.number(), until: z.date() });

export const codeTriesTable = (connection: Connection): Table<CodeTries> =>
  createTable(connection, { name: "code_tries", shape: tries });
