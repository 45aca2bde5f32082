/** The one connection to MongoDB: a real server's or the embedded one's, told apart by nothing. */

import { createConnection, type Connection } from "mongoose";
import { MongoBulkWriteError, type Db } from "mongodb";

/**
 * For what must outlive a power cut and a lost server. Every other write is one that an accepted event
 * or a timer repeats; and since a database keeps the order of writes, whatever came before one of these
 * is on disk with it.
 */
export const ON_DISK = { writeConcern: { w: "majority", journal: true } } as const;

/** How long to look for a server before saying that there is none. */
const PATIENCE_MS = 8_000;

/**
 * Opens the database that `uri` names; `name` overrides the database in it.
 * @throws with a sentence for the operator: the host, and never the password.
 */
export async function connect(uri: string, name?: string): Promise<Connection> {
  const connection = createConnection();
  try {
    return await connection.openUri(uri, {
      serverSelectionTimeoutMS: PATIENCE_MS,
      autoIndex: false,
      autoCreate: false,
      // A key that is undefined is left out, as the entity meant it, instead of stored as null.
      ignoreUndefined: true,
      writeConcern: { w: 1, journal: false },
      ...(name === undefined ? {} : { dbName: name }),
    });
  } catch (error) {
    await connection.close(true).catch(() => undefined);
    throw new Error(whyNot(uri, error));
  }
}

/** The driver's own handle, for rows that need no model. */
export function driverOf(connection: Connection): Db {
  if (!connection.db) throw new Error("Connect to the database before using it.");
  return connection.db;
}

/** Resolves when everything that was written before is on disk. */
export async function settleOnDisk(connection: Connection): Promise<void> {
  const nothing = driverOf(connection).collection<{ _id: string }>("districts", ON_DISK);
  await nothing.updateOne({ _id: "" }, { $set: { settled: true } });
}

/** True for E11000: a unique index already holds the key; for many rows, when nothing else failed. */
export function isDuplicate(error: unknown): boolean {
  if (error instanceof MongoBulkWriteError)
    return [error.writeErrors].flat().every(({ code }) => code === 11000);
  return error instanceof Error && "code" in error && error.code === 11000;
}

function whyNot(uri: string, error: unknown): string {
  const host = hostOf(uri);
  const kind = error instanceof Error ? error.name : "";
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (
    kind === "MongoParseError" ||
    kind === "MongooseError" ||
    kind === "MongoInvalidArgumentError"
  )
    return `MONGODB_URI is not a MongoDB address. It looks like mongodb://host:27017/liaison.`;
  if (code === 18 || code === 8000)
    return `MongoDB at ${host} refused the user name or password in MONGODB_URI.`;
  return `MongoDB at ${host} cannot be reached. Is it running, and may this machine connect to it?`;
}

/** What stands between the credentials and the path. */
function hostOf(uri: string): string {
  const authority = /^mongodb(?:\+srv)?:\/\/([^/?]*)/u.exec(uri)?.[1] ?? "";
  return decodeURIComponent(authority.slice(authority.lastIndexOf("@") + 1)) || "an unnamed host";
}
