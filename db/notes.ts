/** What the adapters have to remember about addresses: one small row each. */

import type { Collection } from "mongodb";
import type { Connection } from "mongoose";
import type { PlatformNotes } from "../src/ports.ts";
import { driverOf } from "./connection.ts";

interface NoteRow {
  /** The address. */
  _id: string;
  note: string;
}

export function createNotes(connection: Connection): PlatformNotes {
  const rows: Collection<NoteRow> = driverOf(connection).collection("platformNotes");
  return {
    async get(address) {
      return (await rows.findOne({ _id: address }))?.note;
    },
    async set(address, note) {
      await rows.updateOne({ _id: address }, { $set: { note } }, { upsert: true });
    },
  };
}
