/** Every store of the product, a district at a time (rule 2). */

import type { Connection } from "mongoose";
import type { Stores } from "../src/ports.ts";
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
import { goalStore, goalTable } from "./goals.ts";
import { codeTriesTable, linkingTable } from "./linkings.ts";
import { createCounters, type Counters } from "./numbered-store.ts";
import { partnershipStore, partnershipTable, upgradePartnerships } from "./partnerships.ts";
import { peopleStore, personTable } from "./people.ts";
import { reflectionStore, reflectionTable } from "./reflections.ts";
import { cycleStore, cycleTable } from "./cycles.ts";
import {
  auditStore,
  auditTable,
  planShareStore,
  planShareTable,
  planTextTable,
} from "./plan-texts.ts";
import { calendarTable, schoolTable } from "./schools.ts";

import { storyStore, storyTable } from "./stories.ts";

export interface StoredStores extends Stores {
  /** For data that comes with its own numbers. */
  readonly counters: Counters;
  /** For data that comes by the hundred. */
  readonly tables: Tables;
  /** Run once at start: rows of an earlier shape are brought up to date, missing indexes are made. */
  createIndexes(): Promise<void>;
}

export function createStores(connection: Connection): StoredStores {
  const districts = createDistricts(connection);
  const counters = createCounters(connection);
  const tables = createTables(connection);
  return {
    ...districts,
    counters,
    tables,
    of(districtId) {
      const partnerships = tables.partnerships.of(districtId);
      return {
        districtId,
        district: async () => await districts.find(districtId),
        saveDistrict: async (district) => {
          if (district.id !== districtId) throw new Error(`${district.id} is not ${districtId}`);
          await districts.save(district);
        },
        async replacePerson(from, to) {
          for (const table of Object.values(tables))
            await table.of(districtId).replacePerson(from, to);
        },
        linkings: tables.linkings.of(districtId),
        codeTries: tables.codeTries.of(districtId),
        tenants: async () => await districts.tenantsOf(districtId),
        schools: tables.schools.of(districtId),
        calendars: tables.calendars.of(districtId),
        calendarChanges: calendarChangeStore(tables.calendarChanges.of(districtId)),
        people: peopleStore(tables.people.of(districtId), partnerships),
        partnerships: partnershipStore(partnerships),
        goals: goalStore(tables.goals.of(districtId), counters),
        items: itemStore(tables.items.of(districtId), counters),
        checkIns: checkInStore(tables.checkIns.of(districtId)),
        topics: topicStore(tables.topics.of(districtId), counters),
        thanks: thanksStore(tables.thanks.of(districtId)),
        reflections: reflectionStore(tables.reflections.of(districtId)),
        digests: digestStore(tables.digests.of(districtId)),
        attentions: attentionStore(tables.attentions.of(districtId)),
        notices: noticeStore(tables.notices.of(districtId)),
        cycles: cycleStore(tables.cycles.of(districtId)),
        planTexts: tables.planTexts.of(districtId),
        planShares: planShareStore(tables.planShares.of(districtId)),
        audit: auditStore(tables.audit.of(districtId)),
        stories: storyStore(tables.stories.of(districtId)),
      };
    },
    async createIndexes() {
      await upgradePartnerships(connection);
      await Promise.all(
        Object.values(tables).map(async (table) => {
          await table.createIndexes();
        }),
      );
    },
  };
}

type Tables = ReturnType<typeof createTables>;

function createTables(connection: Connection) {
  return {
    schools: schoolTable(connection),
    calendars: calendarTable(connection),
    calendarChanges: calendarChangeTable(connection),
    people: personTable(connection),
    partnerships: partnershipTable(connection),
    goals: goalTable(connection),
    items: itemTable(connection),
    checkIns: checkInTable(connection),
    topics: topicTable(connection),
    thanks: thanksTable(connection),
    reflections: reflectionTable(connection),
    digests: digestTable(connection),
    attentions: attentionTable(connection),
    notices: noticeTable(connection),
    linkings: linkingTable(connection),
    codeTries: codeTriesTable(connection),
    cycles: cycleTable(connection),
    planTexts: planTextTable(connection),
    planShares: planShareTable(connection),
    audit: auditTable(connection),
    stories: storyTable(connection),
  };
}
