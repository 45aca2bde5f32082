/** The people of a district, found by id or by where they are reached. */

import { createHash } from "node:crypto";
import type { Connection } from "mongoose";
import { z } from "zod";
import { CADENCES } from "../src/team/availability.ts";
import { partnersOf, type Partnership } from "../src/team/partnership.ts";
import { addressIn, LOCALES, type Person, type PeopleStore } from "../src/team/person.ts";
import { address, dayRange, entity, localDate, localTime, weekday } from "./fields.ts";
import { createTable, type Rows, type Table } from "./versioned-store.ts";
const shape = entity<Person>({
  id: z.string(),
  schoolId: z.string().nullable(),
  name: z.string(),
  role: z.enum([
    "school_librarian",
    "instructional_technology_specialist",
    "it_technician",
    "it_director",
    "filter_reviewer",
    "district_library_coordinator",
    "principal",
    "teacher",
    "on_call_teacher",
    "staff",
  ]),
  locale: z.enum(LOCALES),
  timezone: z.string(),
  addresses: z.array(address),
  unreachable: z.array(address).default([]),
  chosen: z.array(z.enum(["locale", "timezone"])).default([]),
  workingDays: z.array(weekday),
  contractMonths: z.number(),
  pausedUntil: z.date().nullable(),
  active: z.boolean(),
  quiet: z.object({ from: localTime, to: localTime }).exactOptional(),
  nudgeAt: localTime.exactOptional(),
  cadence: z.enum(CADENCES).exactOptional(),
  away: z.array(dayRange).exactOptional(),
  noContact: z.array(dayRange).exactOptional(),
  cover: z.object({ byId: z.string(), start: localDate, end: localDate }).exactOptional(),
  worksInSummer: z.boolean().exactOptional(),
});

export const personTable = (connection: Connection): Table<Person> =>
  createTable(connection, {
    name: "people",
    shape,
    people: ["cover.byId"],
    indexes: [{ addresses: 1 }, { "cover.byId": 1 }],
  });

export function peopleStore(rows: Rows<Person>, partnerships: Rows<Partnership>): PeopleStore {
  return {
    ...rows,
    async at(wanted) {
      return await rows.first({ addresses: wanted });
    },
    async enrol(person) {
      for (let attempt = 0; ; attempt++) {
        for (const known of person.addresses) {
          const there = await rows.first({ addresses: known });
          if (there) return there;
        }
        // Two first sights of one address make the same id, so only one of them is stored.
        const stored = await rows.add({ ...person, id: newId(person, attempt) });
        if (stored.addresses.some((known) => person.addresses.includes(known))) return stored;
      }
    },
    async outside(tenant) {
      const active = await rows.select({ active: true }, { sort: { name: 1, id: 1 } });
      return active.filter((person) => !addressIn(person, tenant));
    },
    async coveredBy(personIds) {
      return await rows.select({ "cover.byId": { $in: [...personIds] } });
    },
    async all() {
      const partners = new Set((await partnerships.select({})).flatMap(partnersOf));
      return (await rows.findAll([...partners])).filter(({ active }) => active);
    },
  };
}

function newId(person: Omit<Person, "id">, attempt: number): string {
  const seed = `${person.addresses.join(" ")}#${attempt}`;
  return `u-${createHash("sha256").update(seed).digest("hex").slice(0, 12)}`;
}
