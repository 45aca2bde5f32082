/** The school years of a partnership: protocol, pairs, offers, agreements and their versions. */

import type { Connection } from "mongoose";
import { z } from "zod";
import type { Cycle, Version, WorkingAgreement, CycleStore } from "../src/protocol/cycle.ts";
import type { Intersection } from "../src/protocol/intersection.ts";
import type { Offer } from "../src/protocol/offer.ts";
import type { Agreeing, Yes } from "../src/protocol/one-text.ts";
import type { LookedBack } from "../src/protocol/plan-text.ts";
import { PROTOCOL_STATES } from "../src/protocol/protocol.ts";
import type { GoalNote, Understanding } from "../src/protocol/understanding.ts";
import type { YearDecision } from "../src/protocol/year-end.ts";
import { entity, ids, localDate, side } from "./fields.ts";
import { createTable, type Rows, type Table } from "./versioned-store.ts";
export const yes = entity<Yes>({ personId: z.string(), at: z.date() });
export const agreeing = entity<Agreeing>({
  hash: z.string(),
  round: z.number(),
  said: z.array(yes),
});

const state = z.enum(PROTOCOL_STATES);

const understanding = entity<Understanding>({
  id: z.string(),
  goalId: z.string(),
  byId: z.string(),
  words: z.string(),
  status: z.enum(["asked", "understood", "not_quite"]),
  answeredById: z.string().nullable(),
  note: z.string(),
});

const note = entity<GoalNote>({ goalId: z.string(), leftOut: z.string(), beliefs: z.string() });

const intersection = entity<Intersection>({
  id: z.string(),
  libraryGoalId: z.string(),
  itGoalId: z.string(),
  common: z.string(),
  writtenById: z.string(),
  agreeing,
});

const offer = entity<Offer>({
  id: z.string(),
  side,
  byId: z.string(),
  goalId: z.string().nullable(),
  words: z.string(),
  status: z.enum(["parked", "promised", "dropped"]),
  itemId: z.string().nullable(),
});

const working = entity<WorkingAgreement>({
  lines: z.array(z.string()),
  writtenById: z.string(),
  agreeing,
});

const version = entity<Version>({
  number: z.number(),
  textId: z.string(),
  hash: z.string(),
  agreed: z.array(yes),
  at: z.date(),
  reflectionId: z.string().optional(),
});

const decision = entity<YearDecision>({
  goalId: z.string(),
  outcome: z.enum(["carried_over", "stopped", "closed"]),
  reason: z.string(),
  byId: z.string(),
  carriedTo: z.string().nullable(),
});

const shape = entity<Cycle>({
  id: z.string(),
  partnershipId: z.string(),
  label: z.string(),
  state,
  before: state.nullable(),
  goalSheetOn: localDate.nullable(),
  actionPlanOn: localDate.nullable(),
  understandings: z.array(understanding),
  notes: z.array(note),
  intersections: z.array(intersection),
  noneYet: z.array(yes),
  offers: z.array(offer),
  working: working.nullable(),
  leftOut: ids,
  agreeing: agreeing.nullable(),
  versions: z.array(version),
  reflecting: ids,
  lookedBack: z
    .array(
      entity<LookedBack>({
        reflectionId: z.string(),
        goalId: z.string(),
        agreed: z.string(),
        decision: z.enum(["continue", "revise", "retire", "new"]),
        nextStep: z.string(),
      }),
    )
    .optional(),
  decisions: z.array(decision),
  closing: agreeing.nullable(),
  closedAt: z.date().nullable(),
  startedAt: z.date(),
});

export const cycleTable = (connection: Connection): Table<Cycle> =>
  createTable(connection, {
    name: "cycles",
    shape,
    people: [
      "understandings.byId",
      "understandings.answeredById",
      "intersections.writtenById",
      "intersections.agreeing.said.personId",
      "noneYet.personId",
      "offers.byId",
      "working.writtenById",
      "working.agreeing.said.personId",
      "agreeing.said.personId",
      "versions.agreed.personId",
      "decisions.byId",
      "closing.said.personId",
    ],
    indexes: [{ partnershipId: 1, startedAt: -1 }],
  });

export function cycleStore(rows: Rows<Cycle>): CycleStore {
  return {
    ...rows,
    async ofPartnership(partnershipId) {
      return await rows.select({ partnershipId }, { sort: { startedAt: -1, id: -1 } });
    },
  };
}
