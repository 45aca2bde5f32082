/**
 * How every entity is kept: one row under `<district>/<id>` with a version that guards each write.
 * An entity's own file says only what its rows hold and what they are looked up by.
 */

import { Schema, type Connection, type Model } from "mongoose";
import type { z } from "zod";
import { driverOf, isDuplicate } from "./connection.ts";
import { withPerson } from "./people-in-rows.ts";
import { type BulkStore, TakenError } from "../src/store.ts";

export type Keys = Readonly<Record<string, 1 | -1>>;

/** Everything about one kind of row. */
export interface Kind<T extends { readonly id: string }> {
  /** The collection, and what it is called in a fault. */
  readonly name: string;
  /** Checks a row on the way in and out; fields it does not know stay in the database only. */
  readonly shape: z.ZodType<T>;
  /** Looked up by these, each behind the district. */
  readonly indexes?: readonly Keys[];
  /** Behind the district too, and no two rows alike. */
  readonly unique?: readonly Keys[];
  /** What a query needs beside the entity's own fields, such as the key it sorts by. */
  readonly derived?: (entity: T) => Readonly<Record<string, unknown>>;
  /** Where it names people, for `replacePerson`: `claim.byId`, also through lists. */
  readonly people?: readonly string[];
}

/** Fields a row has to equal, or MongoDB's operators on them. */
export type Filter = Readonly<Record<string, unknown>>;

export interface Selection {
  readonly sort?: Keys;
  readonly skip?: number;
  readonly limit?: number;
}

/** A store that its own file can ask more of than the port promises. */
export interface Rows<T extends { readonly id: string }> extends BulkStore<T> {
  readonly districtId: string;
  select(filter: Filter, selection?: Selection): Promise<readonly T[]>;
  first(filter: Filter, selection?: Selection): Promise<T | undefined>;
  count(filter: Filter): Promise<number>;
  /** @returns false when the id, or another unique key, is taken. */
  insert(entity: T): Promise<boolean>;
  /** In one go; those whose id, or another unique key, is taken are left as they are. */
  insertAll(entities: readonly T[]): Promise<void>;
  /** Names one person wherever the rows name another, a row at a time; repeatable. */
  replacePerson(from: string, to: string): Promise<void>;
}

export interface Table<T extends { readonly id: string }> {
  of(districtId: string): Rows<T>;
  createIndexes(): Promise<void>;
}

interface Row {
  readonly _id: string;
  readonly district: string;
  readonly id: string;
  readonly version: number;
}

/** What every row has; the rest is the shape's, which checks it on the way in and out. */
const schema = new Schema<Row>(
  {
    _id: { type: String, required: true },
    district: { type: String, required: true },
    id: { type: String, required: true },
    version: { type: Number, required: true },
  },
  { strict: false, minimize: false, versionKey: false, id: false, autoIndex: false },
);

/** Rows that come in one answer of the database. */
const LARGEST_ANSWER = 2_000;

/** Enough for any crowd a school can raise; each round lets at least one writer through. */
const ATTEMPTS = 50;

export function createTable<T extends { readonly id: string }>(
  connection: Connection,
  kind: Kind<T>,
): Table<T> {
  const model = connection.model<Row>(kind.name, schema, kind.name);
  return {
    of: (districtId) => createRows(model, kind, districtId),
    async createIndexes() {
      const { indexes = [], unique = [] } = kind;
      const all = [
        ...indexes.map((key) => ({ key: { district: 1, ...key } })),
        ...unique.map((key) => ({ key: { district: 1, ...key }, unique: true })),
      ];
      // One command for all of them; the model would send one each.
      if (all.length > 0) await model.collection.createIndexes(all);
    },
  };
}

function createRows<T extends { readonly id: string }>(
  model: Model<Row>,
  kind: Kind<T>,
  district: string,
): Rows<T> {
  const driver = driverOf(model.db).collection<Row>(kind.name);
  const keyOf = (id: string): string => `${district}/${id}`;

  const toRow = (entity: T, version: number): Row => ({
    ...kind.shape.parse(entity),
    ...kind.derived?.(entity),
    _id: keyOf(entity.id),
    district,
    id: entity.id,
    version,
  });

  function toEntity(row: Row): T {
    const read = kind.shape.safeParse(row);
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    throw new Error(
      `The row ${row._id} of ${kind.name} cannot be read: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`,
    );
  }

  async function find(id: string): Promise<T | undefined> {
    const row = await model.findById(keyOf(id)).lean<Row>().exec();
    return row ? toEntity(row) : undefined;
  }

  async function select(filter: Filter, selection: Selection = {}): Promise<readonly T[]> {
    const rows = await model
      .find({ ...filter, district })
      .sort({ ...selection.sort })
      .skip(selection.skip ?? 0)
      .limit(selection.limit ?? 0)
      // All of a page in one answer.
      .batchSize(LARGEST_ANSWER)
      .lean<Row[]>()
      .exec();
    return rows.map(toEntity);
  }

  async function insert(entity: T): Promise<boolean> {
    try {
      await driver.insertOne({ ...toRow(entity, 1) });
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  async function insertAll(entities: readonly T[]): Promise<void> {
    if (entities.length === 0) return;
    const added = entities.map((entity) => toRow(entity, 1));
    try {
      await driver.insertMany(added, { ordered: false });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }

  async function findAll(wanted: readonly string[]): Promise<readonly T[]> {
    if (wanted.length === 0) return [];
    const rows = await model
      .find({ _id: { $in: wanted.map(keyOf) } })
      .lean<Row[]>()
      .exec();
    return rows.map(toEntity);
  }

  const taken = (id: string): TakenError =>
    new TakenError(`${kind.name} ${id} wants what another row has`);

  /** @returns false when somebody else wrote in between. */
  async function replace({ _id, version }: Row, changed: T): Promise<boolean> {
    try {
      const row = { ...toRow(changed, version + 1) };
      return (await driver.replaceOne({ _id, version }, row)).matchedCount === 1;
    } catch (error) {
      throw isDuplicate(error) ? taken(changed.id) : error;
    }
  }

  async function update(id: string, change: (current: T) => T): Promise<T | undefined> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const row = await model.findById(keyOf(id)).lean<Row>().exec();
      if (!row) return undefined;
      const current = toEntity(row);
      const changed = change(current);
      if (changed === current) return current;
      if (changed.id !== id) throw new Error(`A change may not rename ${kind.name} ${id}`);
      if (await replace(row, changed)) return changed;
    }
    throw new Error(`Others kept changing ${kind.name} ${id}; this change was not written`);
  }

  return {
    districtId: district,
    find,
    update,
    select,
    insert,
    insertAll,
    findAll,
    async addAll(entities) {
      await insertAll(entities);
      return await findAll(entities.map(({ id }) => id));
    },
    async updateAll(ids, change) {
      if (ids.length === 0) return;
      const rows = await model
        .find({ _id: { $in: [...new Set(ids)].map(keyOf) } })
        .lean<Row[]>()
        .exec();
      const changes = rows.flatMap((row) => {
        const current = toEntity(row);
        const changed = change(current);
        const { _id, version } = row;
        return changed === current
          ? []
          : [
              {
                replaceOne: {
                  filter: { _id, version },
                  replacement: { ...toRow(changed, version + 1) },
                },
              },
            ];
      });
      if (changes.length === 0) return;
      const { matchedCount } = await driver.bulkWrite(changes, { ordered: false });
      // Somebody wrote in between; who was not overtaken is changed again to what they are.
      if (matchedCount < changes.length)
        for (const { replaceOne } of changes) await update(replaceOne.replacement.id, change);
    },
    async replacePerson(from, to) {
      const { people = [] } = kind;
      if (people.length === 0) return;
      const rows = await select({ $or: people.map((path) => ({ [path]: from })) });
      for (const { id } of rows)
        await update(id, (current) => {
          const named = people.reduce<unknown>(
            (entity, path) => withPerson(entity, path, { from, to }),
            current,
          );
          return named === current ? current : kind.shape.parse(named);
        });
    },
    async first(filter, selection) {
      const [found] = await select(filter, { ...selection, limit: 1 });
      return found;
    },
    async count(filter) {
      return await model.countDocuments({ ...filter, district }).exec();
    },
    async add(entity) {
      if (await insert(entity)) return entity;
      const stored = await find(entity.id);
      if (!stored) throw taken(entity.id);
      return stored;
    },
  };
}
