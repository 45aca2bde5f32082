/** Secrets that the program makes for itself once, and that all its processes share. */

import { randomBytes } from "node:crypto";
import type { Connection } from "mongoose";
import { driverOf, isDuplicate, ON_DISK } from "./connection.ts";

interface SecretRow {
  /** What it is for. */
  _id: string;
  secret: string;
}

/** The secret of that name, made on the first call: 32 random bytes. */
export async function secretOf(connection: Connection, name: string): Promise<Buffer> {
  const rows = driverOf(connection).collection<SecretRow>("secrets");
  const known = await rows.findOne({ _id: name });
  if (known) return Buffer.from(known.secret, "base64");
  const made = randomBytes(32);
  try {
    await rows.insertOne({ _id: name, secret: made.toString("base64") }, ON_DISK);
    return made;
  } catch (error) {
    // Another process was faster: its secret is the one.
    if (isDuplicate(error)) return await secretOf(connection, name);
    throw error;
  }
}
