/** The parts of the demo data that have a place in the product so far, as they are written there. */

import { z } from "zod";
import { instantAt, type LocalDate, type LocalTime } from "../src/time/calendar.ts";
import { LOCALES, type Address } from "../src/team/person.ts";
import { ids, localDate, localTime, side, weekday } from "../db/fields.ts";

const session = z.object({
  type: z.enum(["schoolYear", "semester", "term", "gradingPeriod"]),
  title: z.string(),
  start: localDate,
  end: localDate,
  parent: z.string().nullable(),
});

const days = z.object({
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
  change_freeze: z.boolean().default(false),
  /** The freeze may start before the tests (CAL-9). */
  freeze_from: localDate.optional(),
});

const person = z.object({
  id: z.string(),
  school_id: z.string().nullable(),
  district_id: z.string(),
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
  ]),
  display_name: z.string(),
  locale: z.enum(LOCALES),
  contract_months: z.number(),
  working_days: z.array(weekday),
  memberships: z.array(z.string()).default([]),
});

const figure = z
  .union([z.number(), z.string()])
  .nullable()
  .transform((value) => (value === null ? "" : String(value)));

const goal = z.object({
  id: z.string(),
  partnership_id: z.string(),
  department: side,
  owner_id: z.string(),
  horizon: z.enum(["short", "long"]),
  title: z.string(),
  why_it_matters: z.string(),
  measure: z.object({ unit: z.string(), baseline: figure, target: figure, current: figure }),
  start: localDate,
  due: localDate,
  status: z.enum(["not_started", "on_track", "at_risk", "overdue", "done", "stopped"]),
  completed_on: localDate.nullable(),
  aligns_with: z.string().nullable(),
  scope: z.enum(["department", "common", "school_wide"]),
  stopped_reason: z.string().optional(),
  reflection_state: z.enum(["none", "survey_open", "individual_only", "joint_done", "lapsed"]),
});

const item = z.object({
  id: z.string(),
  goal_id: z.string(),
  direction: z.enum(["it_supports_library", "library_supports_it", "own_work"]),
  owner_id: z.string(),
  title: z.string(),
  plan: z.string(),
  due: localDate,
  status: z.enum(["open", "overdue", "blocked", "done", "dropped"]),
  done_on: localDate.nullable(),
  nudges_sent: z.number().default(0),
  blocked_reason: z.string().optional(),
});

const meeting = z.object({
  id: z.string(),
  partnership_id: z.string(),
  kind: z.enum(["check_in", "goal_sheet", "action_plan", "reflect_for_revision"]),
  date: localDate,
  start: localTime,
  minutes: z.number(),
  status: z.enum(["planned", "held", "cancelled"]),
  note: z.string(),
});

const topic = z.object({
  id: z.string(),
  for: z.enum(["check_in", "share_session"]),
  proposed_by: z.string(),
  title: z.string(),
  proposed_on: localDate,
  status: z.string(),
  meeting_id: z.string().nullable(),
  linked_action_ids: ids,
  category: z.string(),
});

const reflection = z.object({
  kind: z.enum(["individual", "joint"]),
  goal_id: z.string(),
  by: z.tuple([z.string()], z.string()),
  submitted_on: localDate,
  goal_met: z.enum(["met", "partly", "not"]),
  what_helped: z.string(),
  what_got_in_the_way: z.string(),
  improvement_in_our_department: z.string(),
  support_we_need: z.string(),
  support_we_can_offer: z.string(),
  keep: z.string(),
  change: z.string(),
  decision: z.enum(["continue", "revise", "retire", "new"]).nullable(),
  could_rely_on_partner_1to5: z.number().nullable(),
  next_goal_note: z.string().nullable(),
});

const workspace = {
  district_id: z.string(),
  users: z.record(z.string(), z.string()),
  channels: z.record(z.string(), z.object({ id: z.string() })),
};

export const demoData = z.object({
  meta: z.object({ demo_clock: z.iso.datetime({ offset: true }).transform((at) => new Date(at)) }),
  workspaces: z.array(
    z.discriminatedUnion("platform", [
      z
        .object({ platform: z.literal("slack"), team_id: z.string(), ...workspace })
        .transform(({ team_id, ...rest }) => ({ ...rest, tenant: `slack:${team_id}` as Address })),
      z
        .object({ platform: z.literal("teams"), tenant_id: z.string(), ...workspace })
        .transform(({ tenant_id, ...rest }) => ({
          ...rest,
          tenant: `teams:${tenant_id}` as Address,
        })),
    ]),
  ),
  districts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      timezone: z.string(),
      locales: z.array(z.enum(LOCALES)),
    }),
  ),
  schools: z.array(
    z.object({
      id: z.string(),
      district_id: z.string(),
      name: z.string(),
      timezone: z.string(),
      calendar_id: z.string(),
      learning_goals: z.array(z.string()),
      instructional_priorities: z.array(z.string()).default([]),
    }),
  ),
  people: z.array(person),
  calendars: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      sessions: z.array(session),
      days: z.array(days),
    }),
  ),
  partnerships: z.array(
    z.object({
      id: z.string(),
      school_id: z.string(),
      library_ids: ids,
      it_ids: ids,
      supervisor_ids: ids,
      check_in: z.object({
        every_weeks: z.union([z.literal(1), z.literal(2), z.literal(4)]),
        weekday,
        start: localTime,
        minutes: z.number(),
      }),
      cycle: z.string(),
      protocol_state: z.enum(["plan_active", "reflect_and_repeat"]),
    }),
  ),
  intersections: z.array(
    z.object({
      id: z.string(),
      partnership_id: z.string(),
      goal_ids: z.array(z.string()).length(2),
      common_goal: z.string(),
    }),
  ),
  meetings: z.array(meeting),
  goals: z.array(goal),
  action_items: z.array(item),
  agenda_topics: z.array(topic),
  shared_resources: z.array(
    z.object({
      shared_by: z.string(),
      shared_with: z.array(z.string()),
      title: z.string(),
      url: z.string(),
      on: localDate,
      why: z.string(),
      tags: z.array(z.string()),
      reaction: z.enum(["useful", "used"]).nullable(),
    }),
  ),
  co_led_instruction: z.array(
    z.object({
      school_id: z.string(),
      title: z.string(),
      theme: z.string(),
      leads: z.array(z.string()),
      sequence: z.array(z.string()),
    }),
  ),
  thanks: z.array(
    z.object({
      id: z.string(),
      school_id: z.string(),
      from: z.string(),
      to: z.string(),
      on: localDate,
      text: z.string(),
      visibility: z.enum(["channel", "private"]),
    }),
  ),
  reflections: z.array(reflection),
});

export type DemoData = z.output<typeof demoData>;
export type DemoGoal = DemoData["goals"][number];
export type DemoReflection = DemoData["reflections"][number];

const NOON = "12:00" as LocalTime;

/** A day without a time is taken at noon, where it happened. */
export const noon = (date: LocalDate, timezone: string): Date => instantAt(date, NOON, timezone);
