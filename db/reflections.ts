/** The reflections of a district, with everybody's answers and the joint column. */

import type { Connection } from "mongoose";
import { z } from "zod";
import type {
  JointColumn,
  Reflection,
  SurveyAnswers,
  ReflectionStore,
} from "../src/reflection/reflection.ts";
import { entity, ids, localDate } from "./fields.ts";
import { createTable, type Rows, type Table } from "./versioned-store.ts";
const answers = entity<SurveyAnswers>({
  met: z.enum(["met", "partly", "not", ""]),
  measureNow: z.string(),
  helped: z.string(),
  gotInTheWay: z.string(),
  improve: z.string(),
  need: z.string(),
  offer: z.string(),
  keep: z.string(),
  change: z.string(),
  relied: z.enum(["1", "2", "3", "4", "5", ""]),
});

const joint = entity<JointColumn>({
  agreed: z.string(),
  decision: z.enum(["continue", "revise", "retire", "new"]),
  nextStep: z.string(),
  editedById: z.string(),
  confirmedByIds: ids,
  confirmedAt: z.date().nullable(),
  edition: z.number(),
  nextOwnerId: z.string().optional(),
  nextPlan: z.string().optional(),
  nextDue: localDate.optional(),
});

const shape = entity<Reflection>({
  id: z.string(),
  partnershipId: z.string(),
  goalId: z.string(),
  status: z.enum(["survey_open", "answers_open", "joint_done", "lapsed", "taken_back"]),
  surveys: z.array(z.object({ personId: z.string(), answers, sentAt: z.date().nullable() })),
  closesOn: localDate,
  thanksKey: z.string(),
  joint: joint.nullable(),
  startedAt: z.date(),
  meetsWith: z.string().optional(),
});

const WAITING: readonly Reflection["status"][] = ["survey_open", "answers_open"];

export const reflectionTable = (connection: Connection): Table<Reflection> =>
  createTable(connection, {
    name: "reflections",
    shape,
    people: ["surveys.personId", "joint.editedById", "joint.confirmedByIds", "joint.nextOwnerId"],
    derived: ({ status }) => ({ waiting: WAITING.includes(status) }),
    indexes: [
      { waiting: 1, partnershipId: 1 },
      { goalId: 1, startedAt: -1 },
    ],
  });

export function reflectionStore(rows: Rows<Reflection>): ReflectionStore {
  return {
    ...rows,
    async waiting(partnershipIds) {
      if (partnershipIds.length === 0) return [];
      return await rows.select(
        { waiting: true, partnershipId: { $in: partnershipIds } },
        { sort: { startedAt: 1, id: 1 } },
      );
    },
    async ofGoal(goalId) {
      return await rows.select(
        { goalId, status: { $ne: "taken_back" } },
        { sort: { startedAt: -1 } },
      );
    },
  };
}
