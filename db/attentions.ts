/** How each person is being nudged, and what waits to be said to them. */

import type { Connection } from "mongoose";
import { z } from "zod";
import type { Card } from "../src/card.ts";
import type { Attention, AttentionStore } from "../src/nudge/attention.ts";
import { address, entity, localDate } from "./fields.ts";
import { createTable, type Rows, type Table } from "./versioned-store.ts";
import type { Notice, NoticeStore } from "../src/telling/notice.ts";

const attention = entity<Attention>({
  id: z.string(),
  nextAt: z.date().nullable(),
  told: z.array(
    z.object({ on: localDate, kind: z.enum(["weekly", "notice", "reminder", "expected"]) }),
  ),
  silent: z.number().int().nonnegative(),
  cadenceAskedOn: localDate.nullable(),
  thanksAskedOn: localDate.nullable(),
  lookedOn: localDate.nullable(),
  answeredOn: localDate.nullable().default(null),
  mutedOn: localDate.nullable().default(null),
  handedBackOn: localDate.nullable(),
});

export const attentionTable = (connection: Connection): Table<Attention> =>
  createTable(connection, {
    name: "attentions",
    shape: attention,
    indexes: [{ nextAt: 1 }, { mutedOn: 1 }],
  });

export function attentionStore(rows: Rows<Attention>): AttentionStore {
  return {
    ...rows,
    async due(now, limit) {
      return await rows.select({ nextAt: { $lte: now } }, { sort: { nextAt: 1 }, limit });
    },
    async mutedSince(from) {
      return await rows.select({ mutedOn: { $gte: from } }, { sort: { mutedOn: 1 } });
    },
    async moments() {
      const waiting = await rows.select({ nextAt: { $gt: new Date(0) } }, { sort: { nextAt: 1 } });
      const instants = new Set(waiting.flatMap(({ nextAt }) => nextAt?.getTime() ?? []));
      return [...instants].map((instant) => new Date(instant));
    },
  };
}

const notice = entity<Notice>({
  id: z.string(),
  personId: z.string(),
  kind: z.string(),
  to: address,
  // Drawn and read by the product alone.
  card: z.custom<Card>((value) => typeof value === "object" && value !== null, "is no card"),
  thread: z.string().nullable(),
  isPersonal: z.boolean().default(false),
  manner: z.enum(["answer", "expected", "question", "news"]),
  arisenAt: z.date(),
  expiresAt: z.date().nullable(),
  state: z.enum(["held", "told", "listed", "settled"]),
  inMessage: z.string().nullable(),
  toldOn: localDate.nullable(),
});

export const noticeTable = (connection: Connection): Table<Notice> =>
  createTable(connection, {
    name: "notices",
    shape: notice,
    people: ["personId"],
    indexes: [{ personId: 1, state: 1, arisenAt: 1 }],
  });

export function noticeStore(rows: Rows<Notice>): NoticeStore {
  return {
    ...rows,
    async held(personIds) {
      if (personIds.length === 0) return [];
      return await rows.select(
        { personId: { $in: [...personIds] }, state: "held" },
        { sort: { arisenAt: 1, id: 1 } },
      );
    },
  };
}
