/** The check-ins of a district, their topics, and the thanks said around them. */

import type { Connection } from "mongoose";
import { z } from "zod";
import type { CheckIn, CheckInStore } from "../src/check-in/check-in.ts";
import { entity, ids, lastPress, localDate, localTime, side } from "./fields.ts";
import { numbered, type Counters } from "./numbered-store.ts";
import { rankOf, rankedPage } from "./ranked-list.ts";
import { createTable, type Rows, type Table } from "./versioned-store.ts";
import type { Topic, TopicStore } from "../src/check-in/topic.ts";
import type { Thanks, ThanksStore } from "../src/check-in/thanks.ts";

const pressed = {
  status: z.enum(["planned", "held", "moved", "skipped", "unknown"]),
  reason: z.string().nullable(),
};

const checkIn = entity<CheckIn>({
  id: z.string(),
  partnershipId: z.string(),
  kind: z.enum(["check_in", "goal_sheet", "action_plan", "reflect_for_revision"]),
  plannedFor: localDate,
  date: localDate,
  start: localTime,
  minutes: z.number(),
  ...pressed,
  decision: z.string().nullable(),
  needs: z.object({ library: z.string().exactOptional(), it: z.string().exactOptional() }),
  answeredById: z.string().exactOptional(),
  note: z.string(),
  displaced: z.object({ date: localDate, start: localTime }).exactOptional(),
  host: side.exactOptional(),
  changes: z.number().exactOptional(),
  lastPress: lastPress(pressed).exactOptional(),
});

export const checkInTable = (connection: Connection): Table<CheckIn> =>
  createTable(connection, {
    name: "check_ins",
    shape: checkIn,
    people: ["answeredById", "lastPress.byId"],
    indexes: [
      { partnershipId: 1, status: 1, date: 1, start: 1 },
      { partnershipId: 1, date: -1, start: -1 },
    ],
  });

export function checkInStore(rows: Rows<CheckIn>): CheckInStore {
  return {
    ...rows,
    async planned(partnershipIds, from, to) {
      if (partnershipIds.length === 0) return [];
      return await rows.select(
        {
          partnershipId: { $in: [...partnershipIds] },
          status: "planned",
          date: { $gte: from, $lte: to },
        },
        { sort: { date: 1, start: 1 } },
      );
    },
    async upcoming(partnershipId, from, limit) {
      return await rows.select(
        { partnershipId, status: "planned", date: { $gte: from } },
        { sort: { date: 1, start: 1 }, limit },
      );
    },
    async recent(partnershipId, limit) {
      return await rows.select({ partnershipId }, { sort: { date: -1, start: -1 }, limit });
    },
  };
}

const topic = entity<Topic>({
  id: z.string(),
  partnershipId: z.string(),
  proposedById: z.string(),
  title: z.string(),
  status: z.enum(["queued", "discussed", "dropped"]),
  linkedItemIds: ids,
  checkInId: z.string().nullable(),
  origin: z.string(),
  proposedOn: localDate,
});

/** More than a meeting can talk about. */
const MOST_DISCUSSED = 200;

const topicRank = ({ proposedOn, id }: Topic): string => rankOf(proposedOn, id);

export const topicTable = (connection: Connection): Table<Topic> =>
  createTable(connection, {
    name: "topics",
    shape: topic,
    people: ["proposedById"],
    derived: (entity) => ({ rank: topicRank(entity) }),
    indexes: [{ partnershipId: 1, status: 1, rank: 1 }],
    unique: [{ origin: 1 }],
  });

export function topicStore(rows: Rows<Topic>, counters: Counters): TopicStore {
  return {
    ...rows,
    ...numbered(rows, counters, "t", (entity, id) => ({ ...entity, id })),
    async queued(partnershipId, page) {
      return await rankedPage(rows, [{ partnershipId, status: "queued" }], topicRank, page);
    },
    async queuedIn(partnershipIds) {
      if (partnershipIds.length === 0) return [];
      return await rows.select(
        { partnershipId: { $in: [...partnershipIds] }, status: "queued" },
        { sort: { rank: 1 } },
      );
    },
    async discussedAt({ id, partnershipId }) {
      return await rows.select(
        { partnershipId, status: "discussed", checkInId: id },
        { sort: { rank: 1 }, limit: MOST_DISCUSSED },
      );
    },
  };
}

const thanks = entity<Thanks>({
  id: z.string(),
  partnershipId: z.string(),
  fromId: z.string(),
  toId: z.string(),
  text: z.string(),
  visibility: z.enum(["channel", "private"]),
  on: localDate,
  origin: z.string(),
});

export const thanksTable = (connection: Connection): Table<Thanks> =>
  createTable(connection, {
    name: "thanks",
    shape: thanks,
    people: ["fromId", "toId"],
    indexes: [{ partnershipId: 1, on: 1 }],
  });

export function thanksStore(rows: Rows<Thanks>): ThanksStore {
  return {
    ...rows,
    async since(partnershipIds, from) {
      if (partnershipIds.length === 0) return [];
      return await rows.select({ partnershipId: { $in: [...partnershipIds] }, on: { $gte: from } });
    },
  };
}
