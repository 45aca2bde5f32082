/** The demo's records: resources, memberships, school goals, lessons and ideas of one district. Pure. */

import type { FieldValue } from "../src/fields/field.ts";
import { idea } from "../src/kinds/idea.ts";
import { lesson } from "../src/kinds/lesson.ts";
import { membership } from "../src/kinds/membership.ts";
import { resource } from "../src/kinds/resource.ts";
import { schoolGoal } from "../src/kinds/school-goal.ts";
import type { AnyKind } from "../src/records/kind.ts";
import { moveTo, newRecord, type KeptRecord } from "../src/records/record.ts";
import { addDays, localDate } from "../src/time/calendar.ts";
import { noon, type DemoData } from "./data.ts";

/** Before these they were given, a week apart; the data says only in which order. */
const LESSONS_END = "2027-02-26";

interface Row {
  readonly scopeId: string;
  readonly byId: string;
  readonly on: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly told?: readonly string[];
  readonly reaction?: string | null;
}

export function demoRecords(
  data: DemoData,
  district: DemoData["districts"][number],
): readonly KeptRecord[] {
  const { id, timezone } = district;
  const people = data.people.filter((person) => person.district_id === id);
  const isHere = (personId: string): boolean => people.some((person) => person.id === personId);
  const schools = data.schools.filter((school) => school.district_id === id);
  const day = localDate(data.meta.demo_clock, timezone);
  const teamOf = (schoolId: string) => data.partnerships.find((row) => row.school_id === schoolId);

  const made = (kind: AnyKind, rows: readonly Row[]): readonly KeptRecord[] =>
    rows.map(({ scopeId, byId, on, values, told = [], reaction }, n) => {
      const at = noon(on as never, timezone);
      const number = `${kind.prefix}-${String(n + 1).padStart(2, "0")}`;
      const origin = `demo/${kind.name}/${String(n + 1)}`;
      const record: KeptRecord = {
        ...newRecord(kind, { scopeId, byId, values, origin, at }),
        id: number,
        told: told.map((personId) => ({ personId, at })),
      };
      return reaction ? moveTo(kind, record, { to: reaction, byId: told[0] ?? byId, at }) : record;
    });

  return [
    ...made(
      resource,
      data.shared_resources
        .filter((row) => isHere(row.shared_by))
        .map((row) => ({
          scopeId: id,
          byId: row.shared_by,
          on: row.on,
          values: {
            title: row.title,
            link: row.url,
            why: row.why,
            to: row.shared_with,
            tags: row.tags.map((tag) => tag.toLowerCase()),
          },
          told: row.shared_with,
          reaction: row.reaction,
        })),
    ),
    ...made(
      membership,
      people.flatMap((person) =>
        person.memberships.map((name) => ({
          scopeId: person.id,
          byId: person.id,
          on: day,
          values: { name, sort: "association", link: "", tell: "yes" },
        })),
      ),
    ),
    ...made(
      schoolGoal,
      schools.flatMap((school) =>
        [
          ...school.learning_goals.map((title) => ({ title, sort: "learning_goal" })),
          ...school.instructional_priorities.map((title) => ({ title, sort: "priority" })),
        ].map(({ title, sort }) => ({
          scopeId: school.id,
          byId: teamOf(school.id)?.library_ids[0] ?? "",
          on: day,
          values: { title, sort, note: "" },
        })),
      ),
    ),
    ...made(
      lesson,
      data.co_led_instruction.flatMap((course) => {
        const team = teamOf(course.school_id);
        const [byId] = course.leads;
        if (!team || !byId || !isHere(byId)) return [];
        return course.sequence.map((title, n) => {
          const on = addDays(LESSONS_END as never, 7 * (n + 1 - course.sequence.length));
          return {
            scopeId: team.id,
            byId,
            on,
            values: {
              title,
              day: on,
              led: "both",
              aim: course.title,
              themes: [course.theme === "AI literacy" ? "ai_literacy" : "digital_citizenship"],
              along: ["teachers"],
            },
          };
        });
      }),
    ),
    ...made(
      idea,
      data.agenda_topics
        .filter((topic) => topic.category === "lesson_idea" && isHere(topic.proposed_by))
        .map((topic) => ({
          scopeId: id,
          byId: topic.proposed_by,
          on: topic.proposed_on,
          values: { title: topic.title },
        })),
    ),
  ];
}
