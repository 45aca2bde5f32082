/** The partnerships of a district, found by id, by partner and by channel. */

import type { Connection } from "mongoose";
import { z } from "zod";
import { partnersOf, type Partnership } from "../src/team/partnership.ts";
import type { PartnershipStore } from "../src/ports.ts";
import { address, entity, ids, localTime, weekday } from "./fields.ts";
import { createTable, type Rows, type Table } from "./versioned-store.ts";

const shape = entity<Partnership>({
  id: z.string(),
  schoolId: z.string(),
  libraryIds: ids,
  itIds: ids,
  supervisorIds: ids,
  channel: address.nullable(),
  series: z
    .object({
      everyWeeks: z.union([z.literal(1), z.literal(2), z.literal(4)]),
      weekday,
      start: localTime,
      minutes: z.number(),
    })
    .nullable(),
  cycle: z.string(),
});

export const partnershipTable = (connection: Connection): Table<Partnership> =>
  createTable(connection, {
    name: "partnerships",
    shape,
    derived: (partnership) => ({ partnerIds: partnersOf(partnership) }),
    indexes: [{ partnerIds: 1 }, { channel: 1 }],
  });

export function partnershipStore(rows: Rows<Partnership>): PartnershipStore {
  return {
    ...rows,
    async ofPartner(personId) {
      return await rows.select({ partnerIds: personId }, { sort: { id: 1 } });
    },
    async atChannel(channel) {
      return await rows.first({ channel });
    },
    async all() {
      return await rows.select({}, { sort: { id: 1 } });
    },
  };
}
