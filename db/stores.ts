/** Every store of the product, a district at a time (rule 2). */

import type { Connection } from "mongoose";
import { itemStore, itemTable } from "./action-items.ts";
import { calendarChangeStore, calendarChangeTable } from "./calendar-changes.ts";
import { attentionStore, attentionTable, noticeStore, noticeTable } from "./attentions.ts";
import {
  checkInStore,
  checkInTable,
  thanksStore,
  thanksTable,
  topicStore,
  topicTable,
} from "./check-ins.ts";
import { digestStore, digestTable } from "./digests.ts";
import { createDistricts } from "./districts.ts";
import { lastingTable } from "./lasting.ts";
import { perspectiveStore, perspectiveTable, prepNoteTable, searchTable } from "./meetings.ts";
import { grantStore, grantTable } from "./grants.ts";
import { goalStore, goalTable } from "./goals.ts";
import { habitTable } from "./habits.ts";
import { codeTriesTable, linkingTable } from "./linkings.ts";
import { createCounters, type Counters } from "./numbered-store.ts";
import { partnershipStore, partnershipTable, upgradePartnerships } from "./partnerships.ts";
import { peopleStore, personTable } from "./people.ts";
import { recordStore, recordTable } from "./records.ts";
import { reflectionStore, reflectionTable } from "./reflections.ts";
import { cycleStore, cycleTable } from "./cycles.ts";
import {
  auditStore,
  auditTable,
  planShareStore,
  planShareTable,
  planTextTable,
} from "./plan-texts.ts";
import { rememberedRows } from "./remembered.ts";
import { calendarTable, schoolTable } from "./schools.ts";
import { storyStore, storyTable } from "./stories.ts";
import type { Rows, Table } from "./versioned-store.ts";
import type { DistrictStores, Stores } from "../src/stores.ts";

export interface StoredStores extends Stores {
  /** For data that comes with its own numbers. */
  readonly counters: Counters;
  /** For data that comes by the hundred. */
  readonly tables: Tables;
  /** Run once at start: rows of an earlier shape are brought up to date, missing indexes are made. */
  createIndexes(): Promise<void>;
  /** Reads everything anew: for whoever changed rows in another way than through these stores. */
  forget(): void;
}

/** @param alone nobody else writes to this database, so that what is read may last (`lasting.ts`). */
export function createStores(
  connection: Connection,
  { alone = false }: { readonly alone?: boolean } = {},
): StoredStores {
  const districts = createDistricts(connection);
  const counters = createCounters(connection);
  const lasting: { forget(): void }[] = [];
  const tables = createTables(connection, (table) => {
    if (!alone) return table;
    const kept = lastingTable(table);
    lasting.push(kept);
    return kept;
  });

  function storesOf(
    districtId: string,
    rows: <T extends { readonly id: string }>(table: Table<T>) => Rows<T>,
  ): DistrictStores {
    const partnerships = rows(tables.partnerships);
    return {
      districtId,
      district: async () => await districts.find(districtId),
      saveDistrict: async (district) => {
        if (district.id !== districtId) throw new Error(`${district.id} is not ${districtId}`);
        await districts.save(district);
      },
      async replacePerson(from, to) {
        for (const table of Object.values(tables))
          await rows<{ readonly id: string }>(table).replacePerson(from, to);
      },
      linkings: rows(tables.linkings),
      codeTries: rows(tables.codeTries),
      grants: grantStore(rows(tables.grants)),
      tenants: async () => await districts.tenantsOf(districtId),
      habits: rows(tables.habits),
      schools: rows(tables.schools),
      calendars: rows(tables.calendars),
      calendarChanges: calendarChangeStore(rows(tables.calendarChanges)),
      people: peopleStore(rows(tables.people), partnerships),
      partnerships: partnershipStore(partnerships),
      goals: goalStore(rows(tables.goals), counters),
      items: itemStore(rows(tables.items), counters),
      checkIns: checkInStore(rows(tables.checkIns)),
      searches: rows(tables.searches),
      perspectives: perspectiveStore(rows(tables.perspectives)),
      prepNotes: rows(tables.prepNotes),
      topics: topicStore(rows(tables.topics), counters),
      thanks: thanksStore(rows(tables.thanks)),
      reflections: reflectionStore(rows(tables.reflections)),
      digests: digestStore(rows(tables.digests)),
      attentions: attentionStore(rows(tables.attentions)),
      notices: noticeStore(rows(tables.notices)),
      cycles: cycleStore(rows(tables.cycles)),
      planTexts: rows(tables.planTexts),
      planShares: planShareStore(rows(tables.planShares)),
      audit: auditStore(rows(tables.audit)),
      stories: storyStore(rows(tables.stories)),
      records: recordStore(rows(tables.records), counters),
    };
  }

  return {
    ...districts,
    counters,
    tables,
    of: (districtId) => storesOf(districtId, (table) => table.of(districtId)),
    forOneEvent: (districtId) => storesOf(districtId, rememberedRows(districtId)),
    async createIndexes() {
      await upgradePartnerships(connection);
      await Promise.all(
        Object.values(tables).map(async (table) => {
          await table.createIndexes();
        }),
      );
    },
    forget() {
      for (const table of lasting) table.forget();
    },
  };
}

type Tables = ReturnType<typeof createTables>;

/** @param often wraps what nearly every event reads: who somebody is, when their school works. */
function createTables(
  connection: Connection,
  often: <T extends { readonly id: string }>(table: Table<T>) => Table<T>,
) {
  return {
    habits: habitTable(connection),
    schools: often(schoolTable(connection)),
    calendars: often(calendarTable(connection)),
    calendarChanges: calendarChangeTable(connection),
    people: often(personTable(connection)),
    partnerships: often(partnershipTable(connection)),
    goals: goalTable(connection),
    items: itemTable(connection),
    checkIns: checkInTable(connection),
    searches: searchTable(connection),
    perspectives: perspectiveTable(connection),
    prepNotes: prepNoteTable(connection),
    topics: topicTable(connection),
    thanks: thanksTable(connection),
    reflections: reflectionTable(connection),
    digests: digestTable(connection),
    attentions: often(attentionTable(connection)),
    notices: noticeTable(connection),
    linkings: linkingTable(connection),
    codeTries: codeTriesTable(connection),
    grants: often(grantTable(connection)),
    cycles: cycleTable(connection),
    planTexts: planTextTable(connection),
    planShares: planShareTable(connection),
    audit: auditTable(connection),
    stories: storyTable(connection),
    records: recordTable(connection),
  };
}
