/** The weekly digests of a district, as they were sent. */

import type { Connection } from "mongoose";
import { z } from "zod";
import type { Digest, DigestEntry, DigestStore } from "../src/nudge/nudge.ts";
import { entity, localDate } from "./fields.ts";
import { createTable, type Rows, type Table } from "./versioned-store.ts";
const entry = entity<DigestEntry>({
  kind: z.enum(["item", "check_in", "goal", "notice"]),
  id: z.string(),
  partnershipId: z.string(),
  due: localDate.nullable(),
  overdueNudges: z.number(),
  afterGoal: z.boolean().exactOptional(),
});

const shape = entity<Digest>({
  id: z.string(),
  personId: z.string(),
  date: localDate,
  entries: z.array(entry),
  more: z.number(),
  rest: z.array(entry).exactOptional(),
  pressedAt: z.date().nullable(),
  kind: z.enum(["weekly", "notice", "reminder", "expected"]).exactOptional(),
  asksCadence: z.boolean().exactOptional(),
  freshStart: z.string().exactOptional(),
  thanksFor: z.string().exactOptional(),
  handBack: z.object({ since: localDate, coverId: z.string() }).exactOptional(),
});

export const digestTable = (connection: Connection): Table<Digest> =>
  createTable(connection, {
    name: "digests",
    shape,
    people: ["personId"],
    indexes: [{ personId: 1, date: -1 }, { date: 1 }],
  });

export function digestStore(rows: Rows<Digest>): DigestStore {
  return {
    ...rows,
    async since(from) {
      return await rows.select({ date: { $gte: from } }, { sort: { date: 1 } });
    },
    async recent(personId, limit) {
      return await rows.select({ personId }, { sort: { date: -1 }, limit });
    },
  };
}
