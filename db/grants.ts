/** Who was given which right over what is others', by whom; nothing of it is deleted. */

import type { Connection } from "mongoose";
import { z } from "zod";
import { RIGHTS, type Grant, type GrantStore } from "../src/team/grant.ts";
import { entity } from "./fields.ts";
import { createTable, type Rows, type Table } from "./versioned-store.ts";

const shape = entity<Grant>({
  id: z.string(),
  personId: z.string(),
  right: z.enum(RIGHTS),
  givenById: z.string().nullable(),
  givenAt: z.date(),
  ended: z.object({ byId: z.string(), at: z.date() }).nullable(),
});

export const grantTable = (connection: Connection): Table<Grant> =>
  createTable(connection, {
    name: "grants",
    shape,
    people: ["personId", "givenById", "ended.byId"],
    indexes: [{ givenAt: 1, id: 1 }],
  });

export const grantStore = (rows: Rows<Grant>): GrantStore => ({
  ...rows,
  all: async () => await rows.select({}, { sort: { givenAt: 1, id: 1 } }),
});
