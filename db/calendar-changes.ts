/** Changes of school calendars: proposed, saved as versions, undone. Who changed what stays readable. */

import type { Connection } from "mongoose";
import { z } from "zod";
import type { CalendarChange, CalendarChangeStore } from "../src/school-calendar/change.ts";
import { DAY_KINDS, SESSION_TYPES, type CalendarContent } from "../src/school-calendar/entry.ts";
import { entity, localDate } from "./fields.ts";
import { createTable, type Rows, type Table } from "./versioned-store.ts";
const dates = { start: localDate, end: localDate };

const content = entity<CalendarContent>({
  name: z.string(),
  sessions: z.array(
    z.object({
      type: z.enum(SESSION_TYPES),
      title: z.string(),
      ...dates,
      parent: z.string().nullable(),
    }),
  ),
  days: z.array(z.object({ kind: z.enum(DAY_KINDS), title: z.string(), ...dates })),
});

const shape = entity<CalendarChange>({
  id: z.string(),
  schoolId: z.string(),
  source: z.enum(["form", "import", "preset"]),
  byId: z.string(),
  at: z.date(),
  before: content.nullable(),
  after: content,
  forAll: z.boolean(),
  undecided: z.array(z.object({ title: z.string(), ranges: z.array(z.object(dates)) })),
  taken: z.array(
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("began_after"), title: z.string(), start: localDate }),
      z.object({ kind: z.literal("year_spans"), title: z.string() }),
    ]),
  ),
  unread: z.array(z.string()),
  status: z.enum(["proposed", "saved", "dropped", "undone"]),
  savedAt: z.date().nullable(),
});

export const calendarChangeTable = (connection: Connection): Table<CalendarChange> =>
  createTable(connection, {
    name: "calendarChanges",
    shape,
    indexes: [{ schoolId: 1, savedAt: -1 }],
    people: ["byId"],
  });

export function calendarChangeStore(rows: Rows<CalendarChange>): CalendarChangeStore {
  return {
    ...rows,
    async saved(schoolId, { skip, limit }) {
      const filter = { schoolId, status: { $in: ["saved", "undone"] } };
      return {
        rows: await rows.select(filter, { sort: { savedAt: -1 }, skip, limit }),
        total: await rows.count(filter),
      };
    },
  };
}
