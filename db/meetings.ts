/** The searches for times of the three meetings, what IT wants known before the first, and private notes. */

import type { Connection } from "mongoose";
import { z } from "zod";
import type { Perspective, PerspectiveStore } from "../src/meetings/perspective.ts";
import type { PrepNote } from "../src/meetings/prep-note.ts";
import {
  MEETING_KINDS,
  REFUSALS,
  type MeetingSearch,
  type Slot,
  type SlotPick,
  type SlotTime,
  type TurnedDown,
} from "../src/meetings/search.ts";
import { entity, ids, localDate, localTime, side } from "./fields.ts";
import { createTable, type Rows, type Table } from "./versioned-store.ts";
const pick = entity<SlotPick>({ personId: z.string(), side, at: z.date() });

const slot = entity<Slot>({
  date: localDate,
  start: localTime,
  suits: side.exactOptional(),
  byId: z.string().nullable(),
  reason: z.string(),
  picks: z.array(pick),
});

const turnedDown = entity<TurnedDown>({
  byId: z.string(),
  side,
  why: z.enum(REFUSALS),
  words: z.string(),
  slots: z.array(entity<SlotTime>({ date: localDate, start: localTime })),
});

const search = entity<MeetingSearch>({
  id: z.string(),
  partnershipId: z.string(),
  kind: z.enum(MEETING_KINDS),
  turn: z.number(),
  status: z.enum(["open", "agreed", "called_off", "not_needed"]),
  host: side,
  slots: z.array(slot),
  turnedDown: z.array(turnedDown),
  brought: z.enum(["ticked", "skipped"]).nullable(),
});

const perspective = entity<Perspective>({
  id: z.string(),
  partnershipId: z.string(),
  personId: z.string(),
  load: z.string(),
  busy: z.string(),
  limits: z.string(),
  writtenAt: z.date(),
  readByIds: ids,
});

const prepNote = entity<PrepNote>({
  id: z.string(),
  partnershipId: z.string(),
  personId: z.string(),
  know: z.string(),
  turn: z.string(),
  reading: z.enum(["read", "skipped"]).nullable(),
});

export const prepNoteTable = (connection: Connection): Table<PrepNote> =>
  createTable(connection, { name: "prep_notes", shape: prepNote, people: ["personId"] });

export const searchTable = (connection: Connection): Table<MeetingSearch> =>
  createTable(connection, {
    name: "meeting_searches",
    shape: search,
    people: ["slots.byId", "slots.picks.personId", "turnedDown.byId"],
  });

export const perspectiveTable = (connection: Connection): Table<Perspective> =>
  createTable(connection, {
    name: "perspectives",
    shape: perspective,
    people: ["personId", "readByIds"],
    indexes: [{ partnershipId: 1, writtenAt: 1 }],
  });

export function perspectiveStore(rows: Rows<Perspective>): PerspectiveStore {
  return {
    ...rows,
    async ofPartnership(partnershipId) {
      return await rows.select({ partnershipId }, { sort: { writtenAt: 1, id: 1 } });
    },
  };
}
