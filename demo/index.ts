/** Fills a database with the demo's districts, for the playground, the journeys and the benchmark. */

import type { KeptRecord } from "../src/records/record.ts";
import { demoData, type DemoData } from "./data.ts";
import { demoDistrict, type DemoDistrict } from "./district.ts";
import { demoRecords } from "./records.ts";
import { numberOf } from "../db/numbered-store.ts";
import type { StoredStores } from "../db/stores.ts";

/**
 * Adds what is missing and leaves what is there, so repeating it changes nothing.
 * @param data the parsed `demo-data.json`.
 * @param options `empty` stops after districts, schools, calendars, people and their partnerships,
 * whose check-ins are still to be set up.
 */
export async function loadDemo(
  stores: StoredStores,
  data: unknown,
  { mode }: { readonly mode: "demo" | "empty" },
): Promise<void> {
  const parsed = demoData.parse(data);
  for (const row of parsed.districts) {
    const district = demoDistrict(parsed, row);
    await loadPlaces(stores, district, mode);
    if (mode === "demo") {
      await loadWork(stores, district, parsed);
      await loadRecords(stores, demoRecords(parsed, row), row.id);
    }
  }
}

async function loadPlaces(
  stores: StoredStores,
  demo: DemoDistrict,
  mode: "demo" | "empty",
): Promise<void> {
  const { tables } = stores;
  const { id } = demo.district;
  const into = stores.of(id);
  if (!(await into.district())) await into.saveDistrict(demo.district);
  await tables.schools.of(id).insertAll(demo.schools);
  await tables.calendars.of(id).insertAll(demo.calendars);
  await tables.people.of(id).insertAll(demo.people);
  await tables.grants.of(id).insertAll(demo.grants);
  await tables.partnerships
    .of(id)
    .insertAll(demo.partnerships.map((row) => (mode === "demo" ? row : { ...row, series: null })));
  for (const tenant of demo.tenants) await stores.link(tenant, id);
}

async function loadWork(stores: StoredStores, demo: DemoDistrict, data: DemoData): Promise<void> {
  const { tables } = stores;
  const { id } = demo.district;
  await tables.goals.of(id).insertAll(demo.goals);
  await tables.items.of(id).insertAll(demo.items);
  await tables.checkIns.of(id).insertAll(demo.checkIns);
  await tables.topics.of(id).insertAll(demo.topics);
  await tables.thanks.of(id).insertAll(demo.thanks);
  await tables.reflections.of(id).insertAll(demo.reflections);
  await tables.cycles.of(id).insertAll(demo.cycles);
  const used = { g: data.goals, a: data.action_items, t: data.agenda_topics };
  for (const [prefix, rows] of Object.entries(used))
    await stores.counters.atLeast(id, prefix, Math.max(...rows.map((row) => numberOf(row.id))));
}

async function loadRecords(
  stores: StoredStores,
  records: readonly KeptRecord[],
  districtId: string,
): Promise<void> {
  await stores.tables.records.of(districtId).insertAll(records);
  for (const { id } of records)
    await stores.counters.atLeast(districtId, id.split("-")[0] ?? "", numberOf(id));
}
