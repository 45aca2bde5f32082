/** What somebody used lately, and what they said to offers of the season. */

import type { Connection } from "mongoose";
import { z } from "zod";
import type { Habit } from "../src/finding/habit.ts";
import { entity } from "./fields.ts";
import { createTable, type Table } from "./versioned-store.ts";

const shape = entity<Habit>({
  id: z.string(),
  lately: z.array(z.string()),
  seasons: z.array(z.string()),
});

export const habitTable = (connection: Connection): Table<Habit> =>
  createTable(connection, { name: "habits", shape });
