/** The partnerships of a district, found by id, by partner and by channel. */

import type { Document } from "mongodb";
import type { Connection } from "mongoose";
import { z } from "zod";
import { partnersOf, type Partnership, type PartnershipStore } from "../src/team/partnership.ts";
import { driverOf } from "./connection.ts";
import { address, entity, ids, localTime, weekday } from "./fields.ts";
import { createTable, type Rows, type Table } from "./versioned-store.ts";
const everyWeeks = z.union([z.literal(1), z.literal(2), z.literal(4)]);

const shape = entity<Partnership>({
  id: z.string(),
  schoolId: z.string(),
  libraryIds: ids,
  itIds: ids,
  supervisorIds: ids,
  invited: z
    .array(z.object({ personId: z.string(), status: z.enum(["asked", "later", "accepted"]) }))
    .exactOptional(),
  channels: z.array(address),
  closed: z.array(address),
  series: z
    .object({
      everyWeeks,
      weekday,
      start: localTime,
      minutes: z.number(),
    })
    .nullable(),
  meetsEvery: everyWeeks.exactOptional(),
  weeklyLine: z.literal("off").exactOptional(),
  cycle: z.string(),
});

/** Its channels are nobody else's; one without any holds a place that nobody else wants. */
const placesOf = ({
  id,
  channels,
}: {
  readonly id: string;
  readonly channels: readonly string[];
}): readonly string[] => (channels.length > 0 ? channels : [`none:${id}`]);

export const partnershipTable = (connection: Connection): Table<Partnership> =>
  createTable(connection, {
    name: "partnerships",
    shape,
    people: ["libraryIds", "itIds", "supervisorIds", "invited.personId"],
    derived: (partnership) => ({
      partnerIds: partnersOf(partnership),
      places: placesOf(partnership),
    }),
    indexes: [{ partnerIds: 1 }],
    unique: [{ places: 1 }],
  });

interface EarlierRow extends Document {
  readonly _id: string;
  readonly id: string;
  readonly version: number;
  readonly channel: string | null;
}

/**
 * Rows from when a partnership had one channel or none get their list. To be run before the indexes
 * are made; repeating it changes nothing. Of two rows with one channel the first keeps it.
 */
export async function upgradePartnerships(connection: Connection): Promise<void> {
  const rows = driverOf(connection).collection<EarlierRow>("partnerships");
  const earlier = await rows
    .find({ channels: { $exists: false } })
    .sort({ _id: 1 })
    .toArray();
  if (earlier.length === 0) return;
  const taken = new Set<unknown>(await rows.distinct("channels"));
  for (const { channel, ...row } of earlier) {
    const channels = channel && !taken.has(channel) ? [channel] : [];
    for (const kept of channels) taken.add(kept);
    await rows.replaceOne(
      { _id: row._id, version: row.version },
      {
        ...row,
        channels,
        closed: [],
        places: placesOf({ id: row.id, channels }),
        version: row.version + 1,
      },
    );
  }
}

export function partnershipStore(rows: Rows<Partnership>): PartnershipStore {
  return {
    ...rows,
    async ofPartner(personId) {
      return await rows.select({ partnerIds: personId }, { sort: { id: 1 } });
    },
    async ofPartners(personIds) {
      if (personIds.length === 0) return [];
      return await rows.select({ partnerIds: { $in: [...personIds] } }, { sort: { id: 1 } });
    },
    async atChannel(channel) {
      return await rows.first({ places: channel });
    },
    async all() {
      return await rows.select({}, { sort: { id: 1 } });
    },
  };
}
