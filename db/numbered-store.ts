/** Entities with a short id that people type: `g-41`, `a-81`, `t-33`, counted per district. */

import type { Connection } from "mongoose";
import { driverOf, isDuplicate } from "./connection.ts";
import type { Rows } from "./versioned-store.ts";
import type { NumberedStore } from "../src/store.ts";

export interface Counters {
  /** The next number of that prefix in that district, given out once. */
  next(districtId: string, prefix: string): Promise<number>;
  /** Never gives out a number up to `used` again; for data that came with numbers. */
  atLeast(districtId: string, prefix: string, used: number): Promise<void>;
}

interface CounterRow {
  _id: string;
  last: number;
}

export function createCounters(connection: Connection): Counters {
  const rows = driverOf(connection).collection<CounterRow>("counters");
  const keyOf = (districtId: string, prefix: string): string => `${districtId}/${prefix}`;

  async function next(districtId: string, prefix: string): Promise<number> {
    try {
      const row = await rows.findOneAndUpdate(
        { _id: keyOf(districtId, prefix) },
        { $inc: { last: 1 } },
        { upsert: true, returnDocument: "after" },
      );
      if (!row) throw new Error(`No number for ${prefix} in ${districtId}`);
      return row.last;
    } catch (error) {
      // Two first numbers at once: both tried to insert the counter, and now it is there.
      if (isDuplicate(error)) return await next(districtId, prefix);
      throw error;
    }
  }

  return {
    next,
    async atLeast(districtId, prefix, used) {
      await rows.updateOne(
        { _id: keyOf(districtId, prefix) },
        { $max: { last: used } },
        { upsert: true },
      );
    },
  };
}

/** `g-04`: the form in which ids are stored and shown. */
const idOf = (prefix: string, number: number): string =>
  `${prefix}-${String(number).padStart(2, "0")}`;

/** The 41 of `g-41`; 0 when the id has none. */
export const numberOf = (id: string): number => Number(/-(\d+)$/u.exec(id)?.[1] ?? 0);

/** Needs a unique index on `origin`: it is what makes one entity of a delivery that came twice. */
export function numbered<T extends { readonly id: string; readonly origin: string }>(
  rows: Rows<T>,
  counters: Counters,
  prefix: string,
  withId: (entity: Omit<T, "id">, id: string) => T,
): Pick<NumberedStore<T>, "create"> {
  return {
    async create(entity) {
      for (;;) {
        const id = idOf(prefix, await counters.next(rows.districtId, prefix));
        const created = withId(entity, id);
        if (await rows.insert(created)) return created;
        // The delivery came before, or imported data holds the number; that one is given to nobody.
        const earlier = await rows.first({ origin: entity.origin });
        if (earlier) return earlier;
      }
    },
  };
}
