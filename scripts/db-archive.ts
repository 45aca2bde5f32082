/**
 * An export: one file of EJSON lines for each collection, sorted by `_id`, and a manifest with the
 * indexes and checksums. It holds no date and no path, so that equal data gives equal bytes.
 */
import { createHash, type Hash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { EJSON } from "bson";
import type { Db, Document, IndexDescription } from "mongodb";
import { progress, Refusal } from "./db-tools.ts";

const MANIFEST = "manifest.json";
const BATCH = 500;
/** Marks a database whose import has not finished; the same import may then start over. */
const MARKER = "liaison_import";

interface CollectionEntry {
  readonly name: string;
  readonly file: string;
  readonly documents: number;
  readonly sha256: string;
  readonly indexes: readonly Document[];
}
interface Manifest {
  readonly format: "liaison-export";
  readonly version: 1;
  readonly collections: readonly CollectionEntry[];
}

const canonical = (value: unknown): string => EJSON.stringify(value, { relaxed: false });

export interface Totals {
  readonly collections: number;
  readonly documents: number;
}

/** What signs links and marks forms; a database that has none makes its own. */
const SECRETS = "secrets";

/**
 * Throws Refusal when `target` exists or there is nothing to export; leaves nothing behind when it fails.
 * Only its owner can read what is written. Secrets stay out of it unless `withSecrets`.
 */
export async function exportTo(
  db: Db,
  target: string,
  { withSecrets = false }: { readonly withSecrets?: boolean } = {},
): Promise<Totals> {
  if (fs.existsSync(target)) throw new Refusal(`${target} exists; nothing was written.`);
  const partial = `${target}.partial`;
  fs.rmSync(partial, { recursive: true, force: true });
  fs.mkdirSync(partial, { recursive: true, mode: 0o700 });
  try {
    const names = (await db.listCollections({}, { nameOnly: true }).toArray())
      .map(({ name }) => name)
      .filter((name) => name !== MARKER && !name.startsWith("system."))
      .filter((name) => withSecrets || name !== SECRETS)
      .sort();
    if (names.length === 0)
      throw new Refusal(
        `The database ${db.databaseName} is empty; nothing was written. Name another one in the same place; that of the playground with --name liaison_playground.`,
      );
    const collections: CollectionEntry[] = [];
    for (const name of names) collections.push(await exportCollection(db, name, partial));
    const manifest: Manifest = { format: "liaison-export", version: 1, collections };
    fs.writeFileSync(path.join(partial, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: 0o600,
    });
    fs.renameSync(partial, target);
    return totalsOf(manifest);
  } catch (error) {
    fs.rmSync(partial, { recursive: true, force: true });
    throw error;
  }
}

async function exportCollection(db: Db, name: string, folder: string): Promise<CollectionEntry> {
  const file = `${encodeURIComponent(name)}.jsonl`;
  const out = fs.openSync(path.join(folder, file), "wx", 0o600);
  const hash = createHash("sha256");
  let documents = 0;
  for await (const document of db.collection(name).find().sort({ _id: 1 })) {
    const line = `${canonical(document)}\n`;
    fs.writeSync(out, line);
    hash.update(line);
    documents++;
    if (documents % 10_000 === 0) progress(`  ${name}: ${documents}`);
  }
  fs.fsyncSync(out);
  fs.closeSync(out);
  progress(`${name}: ${documents} documents`);
  return { name, file, documents, sha256: hash.digest("hex"), indexes: await indexesOf(db, name) };
}

/** As they are created, without the one on `_id`; both are the same on every server. */
async function indexesOf(db: Db, name: string): Promise<Document[]> {
  const all = await db.collection(name).indexes();
  return all
    .filter((index) => index.name !== "_id_")
    .map((index) => withoutVersion(JSON.parse(canonical(index)) as Document))
    .sort((a, b) => (String(a["name"]) < String(b["name"]) ? -1 : 1));
}

const withoutVersion = (index: Document): Document =>
  Object.fromEntries(Object.entries(index).filter(([name]) => name !== "v"));

const totalsOf = ({ collections }: Manifest): Totals => ({
  collections: collections.length,
  documents: collections.reduce((sum, { documents }) => sum + documents, 0),
});

/** Throws Refusal unless the folder is an export whose files are those that were written. */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = path.join(folder, MANIFEST);
  if (!fs.existsSync(file)) throw new Refusal(`${folder} is not an export: it has no ${MANIFEST}.`);
  const manifest = JSON.parse(fs.readFileSync(file, "utf8")) as Manifest;
  if ((manifest.format as string) !== "liaison-export" || (manifest.version as number) !== 1)
    throw new Refusal(`${folder} is not an export this version of Liaison can read.`);
  for (const { name, file: data, sha256 } of manifest.collections) {
    const hash: Hash = createHash("sha256");
    for await (const chunk of fs.createReadStream(path.join(folder, path.basename(data))))
      hash.update(chunk as Buffer);
    if (hash.digest("hex") !== sha256)
      throw new Refusal(
        `The file of ${name} is damaged: its checksum differs from the manifest's.`,
      );
  }
  return manifest;
}

/** Throws Refusal when the database holds anything but the beginning of this very import. */
export async function importFrom(folder: string, db: Db): Promise<Totals> {
  const manifest = await readManifest(folder);
  const id = createHash("sha256").update(JSON.stringify(manifest)).digest("hex");
  const present = (await db.listCollections({}, { nameOnly: true }).toArray()).map(
    ({ name }) => name,
  );
  const marker = db.collection<{ _id: string }>(MARKER);
  if (present.length > 0 && (await marker.findOne({ _id: id })) === null)
    throw new Refusal(`The database ${db.databaseName} is not empty; nothing was written.`);
  for (const name of present) if (name !== MARKER) await db.dropCollection(name);
  await marker.updateOne({ _id: id }, { $set: { _id: id } }, { upsert: true });
  for (const entry of manifest.collections) await importCollection(folder, entry, db);
  await db.dropCollection(MARKER);
  return totalsOf(manifest);
}

async function importCollection(folder: string, entry: CollectionEntry, db: Db): Promise<void> {
  await db.createCollection(entry.name);
  const collection = db.collection(entry.name);
  const indexes = entry.indexes.map(
    (index) => EJSON.deserialize(index, { relaxed: false }) as IndexDescription,
  );
  if (indexes.length > 0) await collection.createIndexes(indexes);
  const input = fs.createReadStream(path.join(folder, path.basename(entry.file)));
  let batch: Document[] = [];
  let done = 0;
  const flush = async () => {
    if (batch.length > 0) await collection.insertMany(batch);
    done += batch.length;
    batch = [];
  };
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    batch.push(EJSON.parse(line, { relaxed: false }) as Document);
    if (batch.length < BATCH) continue;
    await flush();
    if (done % 10_000 === 0) progress(`  ${entry.name}: ${done}`);
  }
  await flush();
  if (done !== entry.documents)
    throw new Refusal(`${entry.name} has ${done} documents, the manifest says ${entry.documents}.`);
  progress(`${entry.name}: ${done} documents`);
}
