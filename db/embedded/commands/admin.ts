/** Handshake, collections and databases. */
import fs from "node:fs";
import path from "node:path";
import { docOf, encode, MAX_DOCUMENT_BYTES } from "../bson.ts";
import { CommandError } from "../errors.ts";
import { compileMatch } from "../match.ts";
import { MAX_MESSAGE_BYTES } from "../wire.ts";
import type { Command, Reply, Request } from "./command.ts";

export const MOST_WRITES = 100_000;

/**
 * Presents itself as a single MongoDB 7.0, which is what drivers need to know to talk to it. A login
 * begun with it is not answered, upon which a driver begins it anew.
 */
const HELLO: Command = {
  fields: ["helloOk", "client", "compression", "backpressure", "speculativeAuthenticate"],
  run: () => ({
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: MOST_WRITES,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId: 1,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
    ok: 1,
  }),
};

function create({ args, db, store }: Request): Reply {
  const name = args.text("create");
  if (store.find(db, name) !== undefined)
    throw new CommandError(48, `Collection ${db}.${name} already exists.`);
  store.findOrCreate(db, name);
  return { ok: 1 };
}

function drop({ args, db, store }: Request): Reply {
  const collection = store.find(db, args.text("drop"));
  if (collection === undefined) return { ok: 1 };
  store.drop(collection);
  return { nIndexesWas: collection.indexes.length, ns: `${db}.${collection.name}`, ok: 1 };
}

function dropDatabase({ db, store }: Request): Reply {
  const all = [...store.collections.values()].filter((collection) => collection.db === db);
  for (const collection of all) store.drop(collection);
  return { ...(all.length > 0 ? { dropped: db } : {}), ok: 1 };
}

function listCollections({ args, db, store, cursors }: Request): Reply {
  const more = { options: new Map(), info: docOf({ readOnly: false }) };
  const documents = [...store.collections.values()]
    .filter((collection) => collection.db === db)
    .map(({ name }) => docOf({ name, type: "collection", ...(args.flag("nameOnly") ? {} : more) }))
    .filter(compileMatch(args.doc("filter")));
  return cursors.open(`${db}.$cmd.listCollections`, documents.map(encode), documents.length);
}

/** Not MongoDB's: `db:backup` asks it of a running bot. */
function backupTo({ args, store }: Request): Reply {
  const target = args.text("backupTo");
  if (!path.isAbsolute(target) || fs.existsSync(target))
    throw new CommandError(2, "backupTo takes the absolute path of a file that does not exist.");
  store.backup(target);
  const file = fs.openSync(target, "r+");
  fs.fsyncSync(file);
  fs.closeSync(file);
  return { ok: 1 };
}

const done = (): Reply => ({ ok: 1 });

export const ADMIN_COMMANDS: Readonly<Record<string, Command>> = {
  hello: HELLO,
  ismaster: HELLO,
  ping: {
    fields: [],
    run(request) {
      request.store.checkPlace();
      return done();
    },
  },
  buildInfo: { fields: [], run: () => ({ version: "7.0.0", versionArray: [7, 0, 0, 0], ok: 1 }) },
  endSessions: { fields: [], run: done },
  create: { writes: true, fields: [], run: create },
  drop: { writes: true, fields: [], run: drop },
  dropDatabase: { writes: true, fields: [], run: dropDatabase },
  backupTo: { fields: [], run: backupTo },
  listCollections: {
    fields: ["filter", "nameOnly", "authorizedCollections", "cursor"],
    run: listCollections,
  },
};
