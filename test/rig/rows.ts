/** All rows of a database, to be put back as they were. */

import { BSON, type AnyBulkWriteOperation, type Collection, type Db } from "mongodb";

/** Whatever its id is, here it is only handed on. */
interface Row {
  readonly _id: string;
}

/** The rows of a collection as they are stored, by their ids as text. */
type Stored = ReadonlyMap<string, Uint8Array>;

/** Keeps the rows of now. @returns what puts exactly them back, and writes only what differs. */
export async function keepRows(db: Db): Promise<() => Promise<void>> {
  const kept = new Map<string, Stored>();
  for (const rows of await collectionsOf(db)) kept.set(rows.collectionName, await storedIn(rows));
  return async () => {
    await Promise.all(
      (await collectionsOf(db)).map(async (rows) => {
        const were = kept.get(rows.collectionName) ?? new Map<string, Uint8Array>();
        const changes = changesBetween(await storedIn(rows), were);
        if (changes.length > 0) await rows.bulkWrite(changes);
      }),
    );
  };
}

/** Every row in which a word stands, but for what arrived and is only on its way through. */
export async function rowsNaming(db: Db, word: string): Promise<readonly string[]> {
  const named: string[] = [];
  for (const rows of await collectionsOf(db)) {
    if (rows.collectionName === "inbox") continue;
    for (const bytes of (await storedIn(rows)).values())
      if (Buffer.from(bytes).includes(word))
        named.push(`${rows.collectionName} ${BSON.EJSON.stringify(rowOf(bytes))}`);
  }
  return named.sort((a, b) => (a < b ? -1 : 1));
}

const collectionsOf = async (db: Db): Promise<readonly Collection<Row>[]> =>
  (await db.collections()).map(({ collectionName }) => db.collection<Row>(collectionName));

async function storedIn(rows: Collection<Row>): Promise<Stored> {
  const found: unknown[] = await rows.find({}, { raw: true }).toArray();
  const stored = new Map<string, Uint8Array>();
  for (const bytes of found)
    if (bytes instanceof Uint8Array) stored.set(BSON.EJSON.stringify(idOf(bytes)), bytes);
  return stored;
}

const idOf = (bytes: Uint8Array): string => rowOf(bytes)._id;
const rowOf = (bytes: Uint8Array): Row => BSON.deserialize(bytes) as Row;

function changesBetween(are: Stored, were: Stored): AnyBulkWriteOperation<Row>[] {
  const added = [...are].filter(([id]) => !were.has(id));
  const differing = [...were].filter(([id, bytes]) => {
    const now = are.get(id);
    return !now || Buffer.compare(now, bytes) !== 0;
  });
  return [
    ...added.map(([, bytes]) => ({ deleteOne: { filter: { _id: idOf(bytes) } } })),
    ...differing.map(([, bytes]) => {
      const { _id, ...replacement } = rowOf(bytes);
      return { replaceOne: { filter: { _id }, replacement, upsert: true } };
    }),
  ];
}

/** Whether nothing is being worked on or waits to be sent: the process has nothing in mind but rows. */
export async function isAtRest(db: Db): Promise<boolean> {
  const found = await Promise.all([
    db.collection("outbox").findOne({ open: true }),
    db.collection("inbox").findOne({ heardAt: { $exists: true } }),
    db.collection("timers").findOne({ lockedAt: { $ne: null } }),
  ]);
  return found.every((row) => row === null);
}
