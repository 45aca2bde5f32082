/** The schools of a district, and the calendars they live by. */

import type { Connection } from "mongoose";
import { z } from "zod";
import { LOCALES } from "../src/team/person.ts";
import type { School, SchoolCalendar } from "../src/team/school.ts";
import { entity, localDate } from "./fields.ts";
import { createTable, type Table } from "./versioned-store.ts";

const school = entity<School>({
  id: z.string(),
  name: z.string(),
  timezone: z.string(),
  locale: z.enum(LOCALES),
  calendarId: z.string().nullable(),
  learningGoals: z.array(z.string()),
});

const calendar = entity<SchoolCalendar>({
  id: z.string(),
  name: z.string(),
  weekStart: z.enum(["mon", "sun"]).exactOptional(),
  sessions: z.array(
    z.object({
      type: z.enum(["schoolYear", "semester", "term", "gradingPeriod"]),
      title: z.string(),
      start: localDate,
      end: localDate,
      parent: z.string().nullable(),
    }),
  ),
  days: z.array(
    z.object({
      kind: z.enum([
        "holiday",
        "break",
        "staff_day",
        "early_release",
        "testing_window",
        "change_freeze",
        "busy_season",
        "season",
        "summer",
        "event",
        "closure",
      ]),
      title: z.string(),
      start: localDate,
      end: localDate,
    }),
  ),
});

export const schoolTable = (connection: Connection): Table<School> =>
  createTable(connection, { name: "schools", shape: school });

export const calendarTable = (connection: Connection): Table<SchoolCalendar> =>
  createTable(connection, { name: "calendars", shape: calendar });
