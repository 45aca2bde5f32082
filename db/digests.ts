/** The weekly digests of a district, as they were sent. */

import type { Connection } from "mongoose";
import { z } from "zod";
import type { Digest } from "../src/nudge/nudge.ts";
import type { DigestStore } from "../src/ports.ts";
import { entity, localDate } from "./fields.ts";
import { createTable, type Rows, type Table } from "./versioned-store.ts";

const shape = entity<Digest>({
  id: z.string(),
  personId: z.string(),
  date: localDate,
  entries: z.array(
    z.object({
      kind: z.enum(["item", "check_in", "goal"]),
      id: z.string(),
      partnershipId: z.string(),
      due: localDate.nullable(),
      overdueNudges: z.number(),
    }),
  ),
  more: z.number(),
  pressedAt: z.date().nullable(),
});

export const digestTable = (connection: Connection): Table<Digest> =>
  createTable(connection, {
    name: "digests",
    shape,
    people: ["personId"],
    indexes: [{ personId: 1, date: -1 }],
  });

export function digestStore(rows: Rows<Digest>): DigestStore {
  return {
    ...rows,
    async recent(personId, limit) {
      return await rows.select({ personId }, { sort: { date: -1 }, limit });
    },
  };
}
