/** Fills a database with the demo's districts, for the playground, the journeys and the benchmark. */

import type { Store } from "../src/ports.ts";
import { demoData, type DemoData } from "./demo-data.ts";
import { demoDistrict, type DemoDistrict } from "./demo-district.ts";
import { numberOf } from "./numbered-store.ts";
import type { StoredStores } from "./stores.ts";

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
    if (mode === "demo") await loadWork(stores, district, parsed);
  }
}

async function loadPlaces(
  stores: StoredStores,
  demo: DemoDistrict,
  mode: "demo" | "empty",
): Promise<void> {
  const into = stores.of(demo.district.id);
  if (!(await into.district())) await into.saveDistrict(demo.district);
  await addAll(into.schools, demo.schools);
  await addAll(into.calendars, demo.calendars);
  await addAll(into.people, demo.people);
  await addAll(
    into.partnerships,
    demo.partnerships.map((row) => (mode === "demo" ? row : { ...row, series: null })),
  );
  for (const tenant of demo.tenants) await stores.link(tenant, demo.district.id);
}

async function loadWork(stores: StoredStores, demo: DemoDistrict, data: DemoData): Promise<void> {
  const into = stores.of(demo.district.id);
  await addAll(into.goals, demo.goals);
  await addAll(into.items, demo.items);
  await addAll(into.checkIns, demo.checkIns);
  await addAll(into.topics, demo.topics);
  await addAll(into.thanks, demo.thanks);
  await addAll(into.reflections, demo.reflections);
  const used = { g: data.goals, a: data.action_items, t: data.agenda_topics };
  for (const [prefix, rows] of Object.entries(used))
    await stores.counters.atLeast(
      demo.district.id,
      prefix as keyof typeof used,
      Math.max(...rows.map(({ id }) => numberOf(id))),
    );
}

async function addAll<T extends { readonly id: string }>(
  store: Store<T>,
  entities: readonly T[],
): Promise<void> {
  await Promise.all(entities.map(async (entity) => await store.add(entity)));
}
