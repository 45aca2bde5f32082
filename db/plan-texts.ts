/** Texts of the plan that somebody agreed to, what was shared of them, and the log of that. */

import type { Connection } from "mongoose";
import { z } from "zod";
import type {
  AuditEntry,
  ExportedEntry,
  PlanShare,
  Reaction,
  SharedEntry,
  TakenEntry,
  AuditStore,
  PlanShareStore,
} from "../src/protocol/plan-share.ts";
import type { PlanGoal, PlanPromise, PlanText } from "../src/protocol/plan-text.ts";
import { agreeing, yes } from "./cycles.ts";
import { entity, ids, localDate, side } from "./fields.ts";
import { createTable, type Rows, type Table } from "./versioned-store.ts";
import type { Page } from "../src/store.ts";

const promise = entity<PlanPromise>({
  id: z.string(),
  direction: z.enum(["it_supports_library", "library_supports_it", "own_work"]),
  ownerId: z.string().nullable(),
  title: z.string(),
  plan: z.string(),
  due: localDate.nullable(),
});

const joint = {
  agreed: z.string(),
  decision: z.enum(["continue", "revise", "retire", "new"]),
  nextStep: z.string(),
};

const goal = entity<PlanGoal>({
  id: z.string(),
  department: side,
  ownerId: z.string(),
  title: z.string(),
  why: z.string(),
  horizon: z.enum(["short", "long"]),
  measure: z.object({ unit: z.string(), baseline: z.string(), target: z.string() }).nullable(),
  due: localDate.nullable(),
  servesSchoolGoal: z.string().nullable(),
  scope: z.enum(["common", "library", "it", "school_wide"]),
  promises: z.array(promise),
  common: z.array(z.string()).optional(),
  joint: z.object(joint).optional(),
});

const text = entity<PlanText>({
  id: z.string(),
  partnershipId: z.string(),
  cycleId: z.string(),
  hash: z.string(),
  goals: z.array(goal),
});

export const planTextTable = (connection: Connection): Table<PlanText> =>
  createTable(connection, {
    name: "plan_texts",
    shape: text,
    people: ["goals.ownerId", "goals.promises.ownerId"],
  });

const reaction = entity<Reaction>({
  id: z.string(),
  readerId: z.string(),
  kind: z.enum(["thanks", "question"]),
  words: z.string(),
  at: z.date(),
  answer: z.object({ words: z.string(), byId: z.string(), at: z.date() }).optional(),
});

const share = entity<PlanShare>({
  id: z.string(),
  partnershipId: z.string(),
  cycleId: z.string(),
  planVersion: z.number(),
  textId: z.string(),
  joint: z
    .object({ ...joint, reflectionId: z.string(), goalId: z.string(), goalTitle: z.string() })
    .optional(),
  readerIds: ids,
  benefits: z.object({ learning: z.string(), time: z.string(), access: z.string() }),
  agreeing,
  sentAt: z.date().nullable(),
  reactions: z.array(reaction),
  proposedById: z.string(),
  proposedAt: z.date(),
});

export const planShareTable = (connection: Connection): Table<PlanShare> =>
  createTable(connection, {
    name: "plan_shares",
    shape: share,
    people: [
      "readerIds",
      "agreeing.said.personId",
      "reactions.readerId",
      "reactions.answer.byId",
      "proposedById",
    ],
    indexes: [
      { partnershipId: 1, proposedAt: -1 },
      { readerIds: 1, sentAt: -1 },
    ],
  });

export function planShareStore(rows: Rows<PlanShare>): PlanShareStore {
  return {
    ...rows,
    async ofPartnership(partnershipId) {
      return await rows.select({ partnershipId }, { sort: { proposedAt: -1, id: -1 } });
    },
    async sentTo(readerId) {
      return await rows.select(
        { readerIds: readerId, sentAt: { $ne: null } },
        { sort: { sentAt: -1, id: -1 } },
      );
    },
  };
}

const shared = entity<SharedEntry>({
  id: z.string(),
  kind: z.literal("plan.shared"),
  partnershipId: z.string(),
  planVersion: z.number(),
  jointOf: z.string().optional(),
  readerId: z.string(),
  consents: z.array(yes),
  at: z.date(),
});

const exported = entity<ExportedEntry>({
  id: z.string(),
  kind: z.literal("page.exported"),
  partnershipId: z.string(),
  page: z.enum(["sheet", "plan", "reflection"]),
  format: z.enum(["html", "csv"]),
  byId: z.string(),
  at: z.date(),
});

const taken = entity<TakenEntry>({
  id: z.string(),
  kind: z.literal("record.exported"),
  partnershipId: z.string(),
  record: z.string(),
  byId: z.string(),
  at: z.date(),
});

export const auditTable = (connection: Connection): Table<AuditEntry> =>
  createTable(connection, {
    name: "audit",
    shape: z.union([shared, exported, taken]),
    people: ["readerId", "consents.personId", "byId"],
    indexes: [{ partnershipId: 1, kind: 1, at: -1 }],
  });

const isOf = <K extends AuditEntry["kind"]>(
  entry: AuditEntry,
  kind: K,
): entry is Extract<AuditEntry, { readonly kind: K }> => entry.kind === kind;

/** Nothing here can be changed: the log only grows. */
export function auditStore(rows: Rows<AuditEntry>): AuditStore {
  return {
    add: (added) => rows.add(added),
    async ofPartnership<K extends AuditEntry["kind"]>(
      partnershipId: string,
      kind: K,
      { skip, limit }: Page,
    ) {
      const filter = { partnershipId, kind };
      const [found, total] = await Promise.all([
        rows.select(filter, { sort: { at: -1, id: 1 }, skip, limit }),
        rows.count(filter),
      ]);
      return { rows: found.filter((entry) => isOf(entry, kind)), total };
    },
  };
}
