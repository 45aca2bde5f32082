/** The districts themselves, and which workspace or tenant belongs to which. */

import type { Connection } from "mongoose";
import { z } from "zod";
import { POLICY_FLAGS } from "../src/team/module.ts";
import { LOCALES, type Address } from "../src/team/person.ts";
import type { District } from "../src/team/school.ts";
import { driverOf } from "./connection.ts";
import { entity } from "./fields.ts";
import type { Stores } from "../src/stores.ts";

const shape = entity<District>({
  id: z.string(),
  name: z.string(),
  timezone: z.string(),
  locales: z.array(z.enum(LOCALES)),
  permits: z.array(z.enum(POLICY_FLAGS)).exactOptional(),
  founders: z.enum(["anyone", "district"]).exactOptional(),
});

export interface Districts extends Pick<Stores, "districtOf" | "link" | "districts"> {
  find(id: string): Promise<District | undefined>;
  save(district: District): Promise<void>;
  tenantsOf(id: string): Promise<readonly Address[]>;
}

export function createDistricts(connection: Connection): Districts {
  const rows = driverOf(connection).collection<{ _id: string }>("districts");
  const tenants = driverOf(connection).collection<{ _id: Address; district: string }>("tenants");
  /** A tenant that has a district keeps it, so it is asked for once. */
  const known = new Map<Address, string>();
  return {
    async find(id) {
      const row = await rows.findOne({ _id: id });
      return row ? shape.parse(row) : undefined;
    },
    async save(district) {
      await rows.replaceOne({ _id: district.id }, { ...district }, { upsert: true });
    },
    async districts() {
      const all = await rows.find().sort({ _id: 1 }).toArray();
      return all.map((row) => shape.parse(row));
    },
    async tenantsOf(id) {
      const linked = await tenants.find({ district: id }).sort({ _id: 1 }).toArray();
      return linked.map(({ _id }) => _id);
    },
    async districtOf(tenant) {
      const district = known.get(tenant) ?? (await tenants.findOne({ _id: tenant }))?.district;
      if (district !== undefined) known.set(tenant, district);
      return district;
    },
    async link(tenant, district) {
      await tenants.updateOne({ _id: tenant }, { $set: { district } }, { upsert: true });
      known.delete(tenant);
    },
  };
}
