/** Records of every kind in one collection; none is found but through what somebody may see. */

import type { Connection } from "mongoose";
import { z } from "zod";
import type { FieldValue } from "../src/fields/field.ts";
import { kinds } from "../src/kinds/index.ts";
import type { KeptRecord, Moved, RecordStore, Seeing, Sought } from "../src/records/record.ts";
import { dayRange, entity, ids, localDate } from "./fields.ts";
import { numbered, type Counters } from "./numbered-store.ts";
import { createTable, type Filter, type Keys, type Rows, type Table } from "./versioned-store.ts";

const value: z.ZodType<FieldValue> = z.union([
  z.string(),
  z.number(),
  z.null(),
  z.array(z.string()),
  dayRange,
]);

const shape = entity<KeptRecord>({
  id: z.string(),
  kind: z.string(),
  version: z.number(),
  scopeId: z.string(),
  byId: z.string(),
  values: z.record(z.string(), value),
  state: z.string(),
  history: z.array(entity<Moved>({ to: z.string(), byId: z.string(), at: z.date() })),
  words: ids,
  tags: ids,
  named: ids,
  due: localDate.nullable(),
  group: z.string().optional(),
  told: z.array(z.object({ personId: z.string(), at: z.date() })),
  deleted: z.boolean(),
  origin: z.string(),
  createdAt: z.date(),
  changedAt: z.date(),
});

/** The latest first, and those of one moment by their number. */
const rank = ({ createdAt, id }: KeptRecord): string => `${createdAt.toISOString()} ${id}`;

const peopleIn = kinds.flatMap(({ fields }) =>
  Object.entries(fields).flatMap(([id, { type }]) => (type === "people" ? [`values.${id}`] : [])),
);

export const recordTable = (connection: Connection): Table<KeptRecord> =>
  createTable(connection, {
    name: "records",
    shape,
    people: ["scopeId", "byId", "named", "history.byId", "told.personId", ...new Set(peopleIn)],
    derived: (record) => ({ rank: rank(record) }),
    indexes: [
      { kind: 1, deleted: 1, rank: -1 },
      { kind: 1, scopeId: 1, deleted: 1, rank: -1 },
      { kind: 1, byId: 1, rank: -1 },
      { kind: 1, named: 1, rank: -1 },
      { kind: 1, due: 1, group: 1, rank: 1 },
      { kind: 1, group: 1 },
    ],
    unique: [{ origin: 1 }],
  });

export function recordStore(rows: Rows<KeptRecord>, counters: Counters): RecordStore {
  return {
    update: (id, change) => rows.update(id, change),
    async create(prefix, record) {
      const { create } = numbered(rows, counters, prefix, (made, id) => ({ ...made, id }));
      return await create(record);
    },
    async see(seeing, id) {
      return await rows.first({ id, ...visible(seeing) });
    },
    async list(seeing, sought, { skip, limit }) {
      const filter = { ...visible(seeing), ...wanted(sought), deleted: false };
      const sort: Keys = sought.by === "day" ? { due: 1, group: 1, rank: 1 } : { rank: -1 };
      const found = await rows.select(filter, { sort, skip, limit });
      const isLast = found.length < limit && (found.length > 0 || skip === 0);
      return { rows: found, total: isLast ? skip + found.length : await rows.count(filter) };
    },
    unseen: {
      find: (id) => rows.find(id),
      dueFrom: async (kind, day) => await rows.select({ kind, due: { $gte: day }, deleted: false }),
      naming: async (kind, personId) =>
        await rows.select({ kind, named: personId, deleted: false }, { sort: { rank: 1 } }),
      ownedBy: async (kind, scopeId) =>
        await rows.select({ kind, scopeId, deleted: false }, { sort: { rank: 1 } }),
      ofGroup: async (kind, group) =>
        await rows.select({ kind, group, deleted: false }, { sort: { rank: 1 } }),
      inStates: async (kind, states) =>
        await rows.select({ kind, state: { $in: [...states] }, deleted: false }),
    },
  };
}

/** The one right, as part of every query. */
function visible({ kind, scopeIds, writtenBy, naming }: Seeing): Filter {
  if (scopeIds === "all") return { kind };
  const [only, ...others] = scopeIds;
  const ways: readonly Filter[] = [
    ...(only === undefined ? [] : [{ scopeId: others.length > 0 ? { $in: [...scopeIds] } : only }]),
    ...(writtenBy === undefined ? [] : [{ byId: writtenBy }]),
    ...(naming === undefined ? [] : [{ named: naming }]),
  ];
  const [way, ...more] = ways;
  // Nothing of the kind may be seen; no row has this id.
  if (!way) return { kind, id: "" };
  return more.length === 0 ? { kind, ...way } : { kind, $or: ways };
}

const wanted = ({ state, states, tag, words = [], byId, naming }: Sought): Filter => {
  const all: readonly Filter[] = [
    ...(state === undefined ? [] : [{ state }]),
    ...(states === undefined ? [] : [{ state: { $in: [...states] } }]),
    ...(tag === undefined ? [] : [{ tags: tag }]),
    ...(byId === undefined ? [] : [{ byId }]),
    ...(naming === undefined ? [] : [{ named: naming }]),
    // Letters and digits alone, as they were cut out of what was typed.
    ...words.map((word) => ({ words: { $regex: `^${word}` } })),
  ];
  return all.length > 0 ? { $and: all } : {};
};
