/** What the db:* scripts share: their command line, and a database to read from. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { type Db, MongoClient } from "mongodb";
import { currentOwner, DATABASE_FILE, startEmbedded } from "../db/embedded/index.ts";

/** Said to the person as it is; anything else is a bug and shows its stack. */
export class Refusal extends Error {}

type Options = Readonly<Record<string, string | undefined>>;

/**
 * Runs one script: `--help` prints the usage, a refusal is one sentence and exit code 1, and the
 * string `work` resolves to is the last line printed.
 */
export async function runScript(
  usage: string,
  names: readonly string[],
  work: (options: Options, set: (flag: string) => boolean) => Promise<string>,
  flags: readonly string[] = [],
): Promise<void> {
  // What these scripts write holds what people wrote: only its owner reads it.
  process.umask(0o077);
  try {
    const options = Object.fromEntries(
      names.map((name) => [name, { type: flags.includes(name) ? "boolean" : "string" } as const]),
    );
    const { values } = parseArgs({ options: { ...options, help: { type: "boolean" } } });
    if (values.help === true) {
      process.stdout.write(usage);
      return;
    }
    const named = values as Readonly<Record<string, unknown>>;
    process.stdout.write(`${await work(values as Options, (flag) => named[flag] === true)}\n`);
  } catch (error) {
    const expected = error instanceof Refusal || (error instanceof Error && "code" in error);
    const known =
      error instanceof Error && (expected || /^(Database|Folder|Mongo)/.test(error.name));
    process.stderr.write(
      `${known ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
    );
    process.exitCode = 1;
  }
}

export const progress = (line: string): void => void process.stderr.write(`${line}\n`);

/** The folder of the bot's own database, unless told otherwise. */
export const folderOf = (options: Options): string =>
  path.resolve(options["dir"] ?? path.join(process.env["DATA_DIR"] ?? "data", "db"));

export interface Source {
  readonly db: Db;
  close(): Promise<void>;
}

/** @param name a database other than the one the address names. */
export async function connectTo(uri: string, name?: string): Promise<Source> {
  const client = new MongoClient(uri, {
    serverSelectionTimeoutMS: 8000,
    promoteValues: false,
    promoteBuffers: false,
    bsonRegExp: true,
  });
  await client.connect();
  return { db: client.db(name), close: () => client.close() };
}

/** An embedded database that may be written; refused while a bot is running on it. */
export async function openFolder(dir: string, name?: string): Promise<Source> {
  const embedded = await startEmbedded({ dir });
  const source = await connectTo(embedded.uri, name);
  return {
    db: source.db,
    async close() {
      await source.close();
      await embedded.stop();
    },
  };
}

/** A copy of the database file as it is at this moment, also of a running bot's. */
export async function snapshot(dir: string, target: string): Promise<void> {
  if (!fs.existsSync(path.join(dir, DATABASE_FILE)))
    throw new Refusal(`There is no database in ${dir}. Name its folder with --dir.`);
  const owner = await currentOwner(dir);
  const source = owner === undefined ? await openFolder(dir) : await connectTo(owner.uri);
  try {
    await source.db.admin().command({ backupTo: path.resolve(target) });
  } finally {
    await source.close();
  }
}

/** `--from` a MongoDB address, else a snapshot of the embedded database in `--dir`, called `--name`. */
export async function openSource(options: Options): Promise<Source> {
  if (options["from"] !== undefined) return connectTo(options["from"]);
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), "liaison-snapshot-"));
  const remove = () => {
    fs.rmSync(copy, { recursive: true, force: true });
  };
  try {
    await snapshot(folderOf(options), path.join(copy, DATABASE_FILE));
    const source = await openFolder(copy, options["name"]);
    return { db: source.db, close: () => source.close().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}
