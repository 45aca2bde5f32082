/** The schools of a district, and the calendars they live by. */

import type { Connection } from "mongoose";
import { z } from "zod";
import { MODULES } from "../src/team/module.ts";
import type { NudgeSettings } from "../src/nudge/settings.ts";
import { CADENCES } from "../src/team/availability.ts";
import { LOCALES } from "../src/team/person.ts";
import type { School, SchoolCalendar } from "../src/team/school.ts";
import { entity, localDate, localTime } from "./fields.ts";
import { createTable, type Table } from "./versioned-store.ts";

const school = entity<School>({
  id: z.string(),
  name: z.string(),
  timezone: z.string(),
  locale: z.enum(LOCALES),
  calendarId: z.string().nullable(),
  learningGoals: z.array(z.string()),
  closures: z.array(z.object({ date: localDate, byId: z.string() })).exactOptional(),
  modules: z.array(z.enum(MODULES)).exactOptional(),
  nudging: entity<Partial<NudgeSettings>>({
    digestAt: localTime.exactOptional(),
    sharedAt: localTime.exactOptional(),
    quietFrom: localTime.exactOptional(),
    quietTo: localTime.exactOptional(),
    lines: z.number().exactOptional(),
    meetingDays: z.number().exactOptional(),
    dueDays: z.number().exactOptional(),
    perWeek: z.number().exactOptional(),
    overdueDigests: z.number().exactOptional(),
    silentDigests: z.number().exactOptional(),
    thanksEveryDays: z.number().exactOptional(),
    cadence: z.enum(CADENCES).exactOptional(),
    cadenceCutOn: localDate.exactOptional(),
    mutePercent: z.number().exactOptional(),
    mutePeople: z.number().exactOptional(),
    muteDays: z.number().exactOptional(),
    busyFirstWeeks: z.number().exactOptional(),
    busyLastWeeks: z.number().exactOptional(),
  }).exactOptional(),
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
