/** The demo data of one district as the product's entities. Pure. */

import { MODULES } from "../src/team/module.ts";
import { untilIn, quietAfter, type ActionItem } from "../src/plan/action-item.ts";
import { localDate } from "../src/time/calendar.ts";
import type { CheckIn } from "../src/check-in/check-in.ts";
import type { Goal } from "../src/goal/goal.ts";
import type { Partnership } from "../src/team/partnership.ts";
import type { Address, Person } from "../src/team/person.ts";
import type { Cycle } from "../src/protocol/cycle.ts";
import type { Reflection } from "../src/reflection/reflection.ts";
import { rightOf, type Grant } from "../src/team/grant.ts";
import type { District, School, SchoolCalendar } from "../src/team/school.ts";
import { readDate } from "../src/time/when.ts";
import { cycleOf } from "./cycles.ts";
import { noon, type DemoData, type DemoGoal } from "./data.ts";
import { reflectionOf } from "./reflections.ts";
import type { Topic } from "../src/check-in/topic.ts";
import type { Thanks } from "../src/check-in/thanks.ts";

export interface DemoDistrict {
  readonly district: District;
  readonly tenants: readonly Address[];
  readonly schools: readonly School[];
  readonly calendars: readonly SchoolCalendar[];
  readonly people: readonly Person[];
  readonly grants: readonly Grant[];
  readonly partnerships: readonly Partnership[];
  readonly goals: readonly Goal[];
  readonly items: readonly ActionItem[];
  readonly checkIns: readonly CheckIn[];
  readonly topics: readonly Topic[];
  readonly thanks: readonly Thanks[];
  readonly reflections: readonly Reflection[];
  readonly cycles: readonly Cycle[];
}

export function demoDistrict(
  data: DemoData,
  district: DemoData["districts"][number],
): DemoDistrict {
  const { id, name, timezone, locales } = district;
  /** In the order of the data: where somebody is in several, the first is their primary place. */
  const spaces = data.workspaces.filter((space) => space.district_id === id);
  const schools = data.schools.filter((school) => school.district_id === id);
  const calendarIds = schools.map((school) => school.calendar_id);
  const calendars = data.calendars.filter((calendar) => calendarIds.includes(calendar.id));
  const schoolIds = schools.map((school) => school.id);
  const partnerships = data.partnerships.filter((row) => schoolIds.includes(row.school_id));
  const partnershipIds = partnerships.map((row) => row.id);
  const goals = data.goals.filter((goal) => partnershipIds.includes(goal.partnership_id));
  const zoneOf = (schoolId: string | null): string =>
    schools.find((school) => school.id === schoolId)?.timezone ?? timezone;
  const zoneAt = (partnershipId: string): string =>
    zoneOf(partnerships.find((row) => row.id === partnershipId)?.school_id ?? null);
  const within = (tenant: Address, inside: string): Address => `${tenant}/${inside}` as Address;

  const items = data.action_items.flatMap((item) => {
    const goal = goals.find((row) => row.id === item.goal_id);
    return goal ? [itemOf(item, goal, zoneAt(goal.partnership_id), data.meta.demo_clock)] : [];
  });
  const calendarEntities = calendars.map(calendarOf);
  return {
    district: { id, name, timezone, locales },
    tenants: spaces.map(({ tenant }) => tenant),
    calendars: calendarEntities,
    schools: schools.map((school) => ({
      id: school.id,
      name: school.name,
      timezone: school.timezone,
      locale: locales[0] ?? "en",
      calendarId: school.calendar_id,
      learningGoals: school.learning_goals,
      // It shows everything; a school that is set up begins with the core.
      modules: MODULES,
    })),
    people: data.people
      .filter((person) => person.district_id === id)
      .map((person) => ({
        id: person.id,
        schoolId: person.school_id,
        name: person.display_name,
        role: person.role,
        locale: person.locale,
        timezone: zoneOf(person.school_id),
        addresses: spaces.flatMap(({ tenant, users }) => {
          const user = users[person.id];
          return user === undefined ? [] : [within(tenant, user)];
        }),
        unreachable: [],
        chosen: [],
        workingDays: person.working_days,
        contractMonths: person.contract_months,
        pausedUntil: null,
        active: true,
      })),
    grants: grantsOf(
      data.people.filter((person) => person.district_id === id),
      data.meta.demo_clock,
    ),
    partnerships: partnerships.map((row) => {
      const { every_weeks: everyWeeks, weekday, start, minutes } = row.check_in;
      return {
        id: row.id,
        schoolId: row.school_id,
        libraryIds: row.library_ids,
        itIds: row.it_ids,
        supervisorIds: row.supervisor_ids,
        channels: spaces.flatMap(({ tenant, channels }) => {
          const found = channels[row.school_id];
          return found ? [within(tenant, found.id)] : [];
        }),
        closed: [],
        series: { everyWeeks, weekday, start, minutes },
        cycle: row.cycle,
      };
    }),
    cycles: partnerships.map((row) => cycleOf(row, data, zoneAt(row.id))),
    goals: goals.map((goal) => goalOf(goal, zoneAt(goal.partnership_id))),
    items,
    checkIns: data.meetings
      .filter((meeting) => partnershipIds.includes(meeting.partnership_id))
      .map(checkInOf),
    topics: data.agenda_topics.flatMap((topic) => {
      const meeting = data.meetings.find((row) => row.id === topic.meeting_id);
      if (topic.for !== "check_in" || !meeting) return [];
      if (!partnershipIds.includes(meeting.partnership_id)) return [];
      const isDiscussed = topic.status === "discussed";
      return {
        id: topic.id,
        partnershipId: meeting.partnership_id,
        proposedById: topic.proposed_by,
        title: topic.title,
        status: isDiscussed ? ("discussed" as const) : ("queued" as const),
        linkedItemIds: topic.linked_action_ids,
        checkInId: isDiscussed ? meeting.id : null,
        origin: `demo/${topic.id}`,
        proposedOn: topic.proposed_on,
      };
    }),
    thanks: data.thanks.flatMap(({ school_id: schoolId, from, to, id: thanksId, ...rest }) => {
      const partnership = partnerships.find((row) => row.school_id === schoolId);
      if (!partnership) return [];
      const origin = `demo/${thanksId}`;
      return {
        ...rest,
        id: thanksId,
        partnershipId: partnership.id,
        fromId: from,
        toId: to,
        origin,
      };
    }),
    reflections: goals.flatMap((goal) => {
      const row = partnerships.find(({ id: rowId }) => rowId === goal.partnership_id);
      const school = schools.find(({ id: schoolId }) => schoolId === row?.school_id);
      const calendar =
        calendarEntities.find(({ id: held }) => held === school?.calendar_id) ?? null;
      const week = {
        calendar,
        workingDays: ["mon", "tue", "wed", "thu", "fri"] as const,
        contractMonths: 12,
      };
      const zone = school?.timezone ?? timezone;
      return reflectionOf(goalOf(goal, zone), goal.reflection_state, data.reflections, week, zone);
    }),
  };
}

/** The demo's people have what their work needs; its IT directors also look after the bot. */
const grantsOf = (people: DemoData["people"], at: Date): readonly Grant[] =>
  people.flatMap(({ id, role }) => {
    const right = rightOf(role);
    const rights =
      right === "it_director" ? ["administrator" as const, right] : right ? [right] : [];
    return rights.map((each) => ({
      id: `demo/${each}/${id}`,
      personId: id,
      right: each,
      givenById: null,
      givenAt: at,
      ended: null,
    }));
  });

/** A freeze that comes with a testing window is an entry of its own, since it may start earlier. */
function calendarOf(calendar: DemoData["calendars"][number]): SchoolCalendar {
  const { id, name, sessions } = calendar;
  return {
    id,
    name,
    sessions,
    days: calendar.days.flatMap(({ kind, title, start, end, change_freeze, freeze_from }) => [
      { kind, title, start, end },
      ...(change_freeze
        ? [{ kind: "change_freeze" as const, title, start: freeze_from ?? start, end }]
        : []),
    ]),
  };
}

function goalOf(goal: DemoGoal, timezone: string): Goal {
  const doneOn = goal.completed_on;
  return {
    id: goal.id,
    partnershipId: goal.partnership_id,
    ownerId: goal.owner_id,
    department: goal.department,
    title: goal.title,
    horizon: goal.horizon,
    why: goal.why_it_matters,
    measure: goal.measure,
    start: goal.start,
    due: goal.due,
    servesSchoolGoal: goal.aligns_with,
    scope: goal.scope,
    // Overdue is not a state: it follows from the date.
    status: goal.status === "overdue" ? "on_track" : goal.status,
    claim: doneOn && { byId: goal.owner_id, at: noon(doneOn, timezone) },
    doneOn,
    stoppedReason: goal.stopped_reason ?? null,
    origin: `demo/${goal.id}`,
    deleted: false,
    createdAt: noon(goal.start, timezone),
  };
}

function itemOf(
  item: DemoData["action_items"][number],
  goal: DemoGoal,
  timezone: string,
  now: Date,
): ActionItem {
  const reason = item.blocked_reason ?? null;
  const today = localDate(now, timezone);
  const until = reason && readDate(untilIn(reason), { today, timezone, locale: "en" });
  return {
    id: item.id,
    partnershipId: goal.partnership_id,
    goalId: goal.id,
    direction: item.direction,
    ownerId: item.owner_id,
    title: item.title,
    plan: item.plan,
    due: item.due,
    status: item.status === "overdue" ? "open" : item.status,
    blockedReason: reason,
    quietUntil: until && until.kind === "read" ? quietAfter(until.date) : null,
    doneOn: item.done_on,
    overdueNudges: item.nudges_sent,
    origin: `demo/${item.id}`,
    deleted: false,
    createdAt: noon(goal.start, timezone),
  };
}

function checkInOf(meeting: DemoData["meetings"][number]): CheckIn {
  const { id, kind, date, start, minutes, status, note } = meeting;
  const isCancelled = status === "cancelled";
  return {
    id,
    partnershipId: meeting.partnership_id,
    kind,
    plannedFor: date,
    date,
    start,
    minutes,
    status: isCancelled ? "skipped" : status,
    reason: isCancelled ? note : null,
    decision: null,
    needs: {},
    note,
  };
}
