/** Success stories, and the shelf of those that both sides consented to. */

import type { Connection } from "mongoose";
import { z } from "zod";
import type { Story, StoryStore } from "../src/story/story.ts";
import { agreeing } from "./cycles.ts";
import { entity } from "./fields.ts";
import { createTable, type Rows, type Table } from "./versioned-store.ts";
const shape = entity<Story>({
  id: z.string(),
  partnershipId: z.string(),
  reflectionId: z.string(),
  goalId: z.string(),
  words: z.object({ need: z.string(), did: z.string(), result: z.string(), next: z.string() }),
  writtenById: z.string(),
  agreeing,
  publishedAt: z.date().nullable(),
});

export const storyTable = (connection: Connection): Table<Story> =>
  createTable(connection, {
    name: "stories",
    shape,
    people: ["writtenById", "agreeing.said.personId"],
    indexes: [{ publishedAt: -1 }],
  });

export function storyStore(rows: Rows<Story>): StoryStore {
  return {
    ...rows,
    async published({ skip, limit }) {
      const filter = { publishedAt: { $ne: null } };
      const [found, total] = await Promise.all([
        rows.select(filter, { sort: { publishedAt: -1, id: 1 }, skip, limit }),
        rows.count(filter),
      ]);
      return { rows: found, total };
    },
  };
}
