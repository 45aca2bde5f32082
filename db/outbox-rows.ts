/** The outbox as rows: what is posted, what is due next, who claims it, what is recorded. */

import { randomUUID } from "node:crypto";
import type { Collection, Filter as Matching } from "mongodb";
import type { Connection } from "mongoose";
import type { Card } from "../src/card.ts";
import type { Address } from "../src/team/person.ts";
import type { MessageAddress, OutgoingMessage } from "../src/ports.ts";
import { driverOf, isDuplicate, ON_DISK } from "./connection.ts";
import { HOLDING, type Change, type OutboxRow } from "./outbox-row.ts";
import type { Clock } from "../src/time/clock.ts";

export interface OutboxRows {
  post(district: string, messages: readonly OutgoingMessage[]): Promise<void>;
  revise(district: string, key: string, card: Card): Promise<void>;
  redirect(district: string, key: string, to: Address): Promise<void>;
  find(district: string, key: string): Promise<OutboxRow | undefined>;
  /** The row whose posted message that is. */
  at(district: string, message: MessageAddress): Promise<OutboxRow | undefined>;
  /** The posted message shows this card now; nothing when it waits to be replaced. */
  shows(district: string, message: MessageAddress, card: Card): Promise<void>;
  /** Districts that have something due. */
  districtsDue(): Promise<readonly string[]>;
  /** The channel of the row that has been due longest in that district, but for those. */
  laneDue(district: string, except: readonly Address[]): Promise<Address | undefined>;
  /** What to send to the channel next; or when to ask, while an earlier message holds it. */
  head(to: Address): Promise<OutboxRow | { readonly notBefore: Date } | undefined>;
  /** Takes the row as it was read, on disk before it is sent; undefined when somebody else has it or it changed. */
  claim(row: OutboxRow, leaseMs: number): Promise<OutboxRow | undefined>;
  /** Looks at it again then; it waits for the message that opens its thread. */
  postpone(row: OutboxRow, until: Date): Promise<void>;
  /** Writes what became of a claimed row; nothing when the claim was lost. */
  record(row: OutboxRow, change: Change): Promise<void>;
  /** When something is due at the latest; undefined when nothing is left to do. */
  nextDue(): Promise<Date | undefined>;
  /** Nobody else can be at work: what a dead process claimed is due now. */
  freeAll(): Promise<void>;
}

const KEPT_SECONDS = 90 * 24 * 3600;

const collectionOf = (connection: Connection): Collection<OutboxRow> =>
  driverOf(connection).collection<OutboxRow>("outbox");

export async function indexOutboxRows(connection: Connection): Promise<void> {
  await collectionOf(connection).createIndexes([
    { key: { dueAt: 1 }, sparse: true },
    // With the order, so that the first of ten thousand that are due at once is found without sorting.
    { key: { district: 1, dueAt: 1, order: 1 } },
    { key: { to: 1, open: 1, order: 1 } },
    { key: { message: 1 } },
    { key: { closedAt: 1 }, expireAfterSeconds: KEPT_SECONDS },
  ]);
}

export function createOutboxRows(connection: Connection, wire: Clock): OutboxRows {
  const rows = collectionOf(connection);
  let posted = 0;

  /** By time, and by a running number within one process and millisecond. */
  const nextOrder = (): string =>
    `${String(wire.now().getTime()).padStart(15, "0")}-${String(posted++).padStart(9, "0")}`;

  const find = async (district: string, key: string): Promise<OutboxRow | undefined> =>
    (await rows.findOne({ _id: `${district}/${key}` })) ?? undefined;

  return {
    find,
    async post(district, messages) {
      const now = wire.now();
      try {
        await rows.insertMany(
          messages.map(({ key, kind, to, card, thread }) => ({
            _id: `${district}/${key}`,
            district,
            key,
            kind,
            to,
            card,
            thread: thread ?? null,
            order: nextOrder(),
            state: "waiting",
            open: true,
            dueAt: now,
            attempts: 0,
            since: now,
            triedAt: null,
            message: null,
            wanted: 1,
            tried: 0,
          })),
          { ordered: false },
        );
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    },
    async revise(district, key, card) {
      for (;;) {
        const row = await find(district, key);
        if (!row || row.state === "refused") return;
        if (JSON.stringify(row.card) === JSON.stringify(card)) return;
        const isOpen = row.open === true;
        const now = wire.now();
        const { matchedCount } = await rows.updateOne(
          { _id: row._id, wanted: row.wanted, open: isOpen ? true : { $exists: false } },
          {
            $set: {
              card,
              wanted: row.wanted + 1,
              ...(isOpen || row.message === null
                ? {}
                : { state: "waiting" as const, open: true as const, dueAt: now, since: now }),
            },
            ...(isOpen ? {} : { $unset: { closedAt: "" as const } }),
          },
        );
        if (matchedCount === 1) return;
      }
    },
    async redirect(district, key, to) {
      const now = wire.now();
      await rows.updateOne(
        { _id: `${district}/${key}`, state: "refused" },
        {
          $set: {
            to,
            thread: null,
            order: nextOrder(),
            state: "waiting",
            open: true,
            dueAt: now,
            attempts: 0,
            since: now,
            triedAt: null,
          },
          // Whoever tells of the refusal just now has lost its claim, and records nothing.
          $unset: { claim: "", reason: "", closedAt: "" },
        },
      );
    },
    async at(district, message) {
      return (await rows.findOne({ message, district })) ?? undefined;
    },
    async shows(district, message, card) {
      await rows.updateOne(
        { message, district, state: "sent", open: { $exists: false } },
        { $set: { card } },
      );
    },
    async districtsDue() {
      return await rows.distinct("district", { dueAt: { $lte: wire.now() } });
    },
    async laneDue(district, except) {
      const row = await rows.findOne(
        { district, dueAt: { $lte: wire.now() }, to: { $nin: [...except] } },
        { sort: { dueAt: 1, order: 1 }, projection: { to: 1 } },
      );
      return row?.to;
    },
    async head(to) {
      const now = wire.now();
      const first = { sort: { order: 1 as const } };
      const [due, holder] = await Promise.all([
        rows.findOne({ to, open: true, dueAt: { $lte: now } }, first),
        rows.findOne({ to, open: true, dueAt: { $gt: now }, ...HOLDING }, first),
      ]);
      if (due && holder?.dueAt && holder.order < due.order) return { notBefore: holder.dueAt };
      return due ?? undefined;
    },
    async claim(row, leaseMs) {
      const now = wire.now();
      const isNew = row.state === "waiting";
      const claimed = await rows.findOneAndUpdate(
        { _id: row._id, open: true, state: row.state, dueAt: { $lte: now } },
        {
          $set: {
            claim: randomUUID(),
            dueAt: new Date(now.getTime() + leaseMs),
            ...(isNew
              ? { state: "sending" as const, triedAt: row.triedAt ?? now, tried: row.wanted }
              : {}),
          },
        },
        { returnDocument: "after", ...ON_DISK },
      );
      return claimed ?? undefined;
    },
    async postpone(row, until) {
      await rows.updateOne(
        { _id: row._id, state: row.state, open: true },
        { $set: { dueAt: until } },
      );
    },
    async record(row, change) {
      const mine: Matching<OutboxRow> = { _id: row._id, claim: row.claim ?? "" };
      if (change.state === "sent") {
        const asWanted = { ...mine, wanted: change.tried ?? row.wanted };
        const { matchedCount } = await rows.updateOne(asWanted, changing(change), ON_DISK);
        if (matchedCount === 1) return;
        // Revised while it was on its way: what arrived is replaced next.
        const { closedAt, ...sent } = change;
        await rows.updateOne(
          mine,
          changing({ ...sent, state: "waiting", open: true, dueAt: closedAt, since: closedAt }),
          ON_DISK,
        );
        return;
      }
      await rows.updateOne(mine, changing(change), ON_DISK);
    },
    async nextDue() {
      const row = await rows.findOne(
        { dueAt: { $gt: new Date(0) } },
        { sort: { dueAt: 1 }, projection: { dueAt: 1 } },
      );
      return row?.dueAt;
    },
    async freeAll() {
      await rows.updateMany(
        { open: true, claim: { $exists: true } },
        { $set: { dueAt: wire.now() } },
      );
    },
  };
}

function changing(change: Change): {
  $set: Partial<OutboxRow>;
  $unset: Partial<Record<keyof OutboxRow, "">>;
} {
  const entries = Object.entries(change);
  return {
    $set: Object.fromEntries(entries.filter(([, value]) => value !== undefined)),
    $unset: Object.fromEntries(
      entries.filter(([, value]) => value === undefined).map(([name]) => [name, ""]),
    ),
  };
}
