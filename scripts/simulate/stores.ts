/**
 * The stores in memory, for a year in minutes: the same promises as those on a database, shown by the
 * same contract. What the simulated people never touch, such as links between accounts, has only what
 * every store has.
 */

import type { Goal } from "../../src/goal/goal.ts";
import type { Attention } from "../../src/nudge/attention.ts";
import type { Digest } from "../../src/nudge/nudge.ts";
import type { ActionItem } from "../../src/plan/action-item.ts";
import type { CheckIn } from "../../src/check-in/check-in.ts";
import type { Cycle } from "../../src/protocol/cycle.ts";
import type { Reflection } from "../../src/reflection/reflection.ts";
import { partnersOf, sideOf, type Partnership } from "../../src/team/partnership.ts";
import type { Grant } from "../../src/team/grant.ts";
import { addressIn, type Address, type Person } from "../../src/team/person.ts";
import type { District, School, SchoolCalendar } from "../../src/team/school.ts";
import { among, compare, createTable, type InPartnership, type Table } from "./table.ts";
import { checkInStore, goalStore, itemStore, topicStore } from "./work-stores.ts";
import type { DistrictStores, Stores } from "../../src/stores.ts";
import type { Topic } from "../../src/check-in/topic.ts";
import type { Thanks } from "../../src/check-in/thanks.ts";
import type { Notice } from "../../src/telling/notice.ts";

export function createStores(): Stores {
  const districts = new Map<string, DistrictStores>();
  const rows = new Map<string, District>();
  const tenants = new Map<Address, string>();
  const of = (id: string): DistrictStores => {
    const known = districts.get(id) ?? createDistrict(id, rows, tenants);
    districts.set(id, known);
    return known;
  };
  return {
    of,
    forOneEvent: of,
    districtOf: (tenant) => Promise.resolve(tenants.get(tenant)),
    link: (tenant, id) => {
      tenants.set(tenant, id);
      return Promise.resolve();
    },
    districts: () => Promise.resolve([...rows.values()]),
  };
}

function createDistrict(
  districtId: string,
  districts: Map<string, District>,
  tenants: ReadonlyMap<Address, string>,
): DistrictStores {
  const partnerships = createTable<Partnership>("p", channelTaken);
  const known: Partial<DistrictStores> = {
    districtId,
    district: () => Promise.resolve(districts.get(districtId)),
    saveDistrict: (district) => {
      districts.set(districtId, district);
      return Promise.resolve();
    },
    tenants: () =>
      Promise.resolve([...tenants].flatMap(([tenant, id]) => (id === districtId ? [tenant] : []))),
    schools: createTable<School>(),
    calendars: createTable<SchoolCalendar>(),
    people: peopleStore(createTable<Person>("u"), partnerships),
    partnerships: partnershipStore(partnerships),
    grants: grantStore(createTable<Grant>()),
    goals: goalStore(createTable<Goal>("g")),
    items: itemStore(createTable<ActionItem>("a")),
    checkIns: checkInStore(createTable<CheckIn>()),
    topics: topicStore(createTable<Topic>("t")),
    thanks: thanksStore(createTable<Thanks>()),
    reflections: reflectionStore(createTable<Reflection>()),
    digests: digestStore(createTable<Digest>()),
    attentions: attentionStore(createTable<Attention>()),
    notices: noticeStore(createTable<Notice>()),
    cycles: cycleStore(createTable<Cycle>()),
    records: noRecords,
  };
  const others = new Map<PropertyKey, unknown>();
  return new Proxy(known, {
    get(target, name) {
      if (name in target) return target[name as keyof DistrictStores];
      if (!others.has(name)) others.set(name, plain());
      return others.get(name);
    },
  }) as DistrictStores;
}

function plain() {
  const table = createTable<InPartnership>();
  return {
    ...table,
    ofPartnership: (id: string) =>
      Promise.resolve(table.select(({ partnershipId }) => partnershipId === id)),
  };
}

const none = () => Promise.resolve([]);

/** Nobody of a simulated year keeps records: what a start and a leaver ask of them finds none. */
const noRecords: DistrictStores["records"] = {
  create: () => Promise.reject(new Error("No records are kept in a simulated year")),
  update: () => Promise.resolve(undefined),
  see: () => Promise.resolve(undefined),
  list: () => Promise.resolve({ rows: [], total: 0 }),
  unseen: {
    dueFrom: none,
    find: () => Promise.resolve(undefined),
    naming: none,
    ownedBy: none,
    ofGroup: none,
    inStates: none,
  },
};

const grantStore = (rows: Table<Grant>): DistrictStores["grants"] => ({
  ...rows,
  all: () => Promise.resolve(rows.select(() => true)),
});

const channelTaken = (
  { id, channels }: Partnership,
  all: ReadonlyMap<string, Partnership>,
): string | undefined =>
  channels.find((channel) =>
    [...all.values()].some((other) => other.id !== id && other.channels.includes(channel)),
  );

function peopleStore(
  rows: Table<Person>,
  partnerships: Table<Partnership>,
): DistrictStores["people"] {
  const at = (address: Address) => rows.select(({ addresses }) => addresses.includes(address))[0];
  return {
    ...rows,
    at: (address) => Promise.resolve(at(address)),
    enrol: async (person) => {
      for (let turn = 1; ; turn++) {
        const there = person.addresses.flatMap((address) => at(address) ?? [])[0];
        if (there) return there;
        // Two first sights of one address make the same id, so only one of them is stored.
        const id = `u-${person.addresses.join(" ")}#${String(turn)}`;
        const stored = await rows.add({ ...person, id });
        if (stored.addresses.some((address) => person.addresses.includes(address))) return stored;
      }
    },
    outside: (tenant) =>
      Promise.resolve(
        rows.select(
          (person) => person.active && !addressIn(person, tenant),
          (a, b) => compare(a.name, b.name) || compare(a.id, b.id),
        ),
      ),
    coveredBy: (ids) =>
      Promise.resolve(rows.select(({ cover }) => cover !== undefined && ids.includes(cover.byId))),
    all: async () => {
      const partners = new Set(partnerships.select(() => true).flatMap(partnersOf));
      return (await rows.findAll([...partners])).filter(({ active }) => active);
    },
  };
}

const partnershipStore = (rows: Table<Partnership>): DistrictStores["partnerships"] => ({
  ...rows,
  ofPartner: (id) => Promise.resolve(rows.select((one) => sideOf(one, id) !== undefined, byIdText)),
  ofPartners: (ids) =>
    Promise.resolve(rows.select((one) => partnersOf(one).some((id) => ids.includes(id)), byIdText)),
  atChannel: (channel) =>
    Promise.resolve(rows.select(({ channels }) => channels.includes(channel))[0]),
  all: () => Promise.resolve(rows.select(() => true)),
});

const byIdText = (a: { readonly id: string }, b: { readonly id: string }): number =>
  compare(a.id, b.id);

const thanksStore = (rows: Table<Thanks>): DistrictStores["thanks"] => ({
  ...rows,
  since: (ids, from) =>
    Promise.resolve(rows.select((thanks) => among(ids)(thanks) && thanks.on >= from)),
});

const reflectionStore = (rows: Table<Reflection>): DistrictStores["reflections"] => ({
  ...rows,
  waiting: (ids) =>
    Promise.resolve(
      rows.select(
        (one) => among(ids)(one) && ["survey_open", "answers_open"].includes(one.status),
        (a, b) => a.startedAt.getTime() - b.startedAt.getTime() || compare(a.id, b.id),
      ),
    ),
  ofGoal: (id) =>
    Promise.resolve(
      rows.select(
        ({ goalId }) => goalId === id,
        (a, b) => b.startedAt.getTime() - a.startedAt.getTime(),
      ),
    ),
});

const digestStore = (rows: Table<Digest>): DistrictStores["digests"] => ({
  ...rows,
  since: (from) =>
    Promise.resolve(
      rows.select(
        ({ date }) => date >= from,
        (a, b) => compare(a.date, b.date),
      ),
    ),
  recent: (id, limit) =>
    Promise.resolve(
      rows
        .select(
          ({ personId }) => personId === id,
          (a, b) => compare(b.date, a.date),
        )
        .slice(0, limit),
    ),
});

const timeOf = ({ nextAt }: Attention): number => nextAt?.getTime() ?? Infinity;

const attentionStore = (rows: Table<Attention>): DistrictStores["attentions"] => ({
  ...rows,
  due: (now, limit) =>
    Promise.resolve(
      rows
        .select(
          (row) => timeOf(row) <= now.getTime(),
          (a, b) => timeOf(a) - timeOf(b),
        )
        .slice(0, limit),
    ),
  mutedSince: (from) => Promise.resolve(rows.select(({ mutedOn }) => (mutedOn ?? "") >= from)),
  moments: () =>
    Promise.resolve(
      [...new Set(rows.select(({ nextAt }) => nextAt !== null).map(timeOf))].map(
        (instant) => new Date(instant),
      ),
    ),
});

const noticeStore = (rows: Table<Notice>): DistrictStores["notices"] => ({
  ...rows,
  held: (ids) =>
    Promise.resolve(
      rows.select(
        ({ personId, state }) => state === "held" && ids.includes(personId),
        (a, b) => a.arisenAt.getTime() - b.arisenAt.getTime() || compare(a.id, b.id),
      ),
    ),
});

const cycleStore = (rows: Table<Cycle>): DistrictStores["cycles"] => ({
  ...rows,
  ofPartnership: (id) =>
    Promise.resolve(
      rows.select(among([id]), (a, b) => b.startedAt.getTime() - a.startedAt.getTime()),
    ),
});
