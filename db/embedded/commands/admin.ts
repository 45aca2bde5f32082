/** Handshake, collections and databases. */
import fs from "node:fs";
import path from "node:path";
import { type Doc, docOf, encode, MAX_DOCUMENT_BYTES } from "../bson.ts";
import { CommandError } from "../errors.ts";
import { compileMatch } from "../match.ts";
import type { Command, Reply, Request } from "./command.ts";

export const MAX_MESSAGE_BYTES = 48_000_000;

/** Presents itself as a single MongoDB 7.0, which is what drivers need to know to talk to it. */
function hello(): Reply {
  return {
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId: 1,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
    ok: 1,
  };
}

const HELLO_FIELDS = [
  "helloOk",
  "client",
  "compression",
  "loadBalanced",
  "speculativeAuthenticate",
  "saslSupportedMechs",
  "backpressure",
];

function buildInfo(): Reply {
  return {
    version: "7.0.0",
    versionArray: [7, 0, 0, 0],
    gitVersion: "embedded",
    modules: [],
    bits: 64,
    debug: false,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    ok: 1,
  };
}

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
  const nIndexesWas = collection.indexes.length;
  store.drop(collection);
  return { nIndexesWas, ns: `${db}.${collection.name}`, ok: 1 };
}

function dropDatabase({ db, store }: Request): Reply {
  const all = [...store.collections.values()].filter((collection) => collection.db === db);
  for (const collection of all) store.drop(collection);
  return { ...(all.length > 0 ? { dropped: db } : {}), ok: 1 };
}

function listCollections({ args, db, store, cursors }: Request): Reply {
  const matches = compileMatch(args.doc("filter"));
  const all = [...store.collections.values()].filter((collection) => collection.db === db);
  const documents = all
    .map(({ name }): Doc =>
      docOf({
        name,
        type: "collection",
        options: new Map(),
        info: docOf({ readOnly: false }),
        idIndex: docOf({ v: 2, key: docOf({ _id: 1 }), name: "_id_" }),
      }),
    )
    .filter(matches)
    .map((doc) =>
      args.flag("nameOnly") ? docOf({ name: doc.get("name") ?? "", type: "collection" }) : doc,
    );
  return cursors.open(`${db}.$cmd.listCollections`, documents.map(encode), documents.length);
}

function listDatabases({ args, store }: Request): Reply {
  const matches = compileMatch(args.doc("filter"));
  const names = new Set([...store.collections.values()].map(({ db }) => db));
  const databases = [...names]
    .sort()
    .map((name) => docOf({ name, sizeOnDisk: 0, empty: false }))
    .filter(matches);
  const shown = args.flag("nameOnly")
    ? databases.map((doc) => ({ name: doc.get("name") }))
    : databases;
  return { databases: shown, totalSize: 0, ok: 1 };
}

/** Not MongoDB's: `db:backup` asks it of a running bot. */
function backupTo({ args, store }: Request): Reply {
  const target = args.text("backupTo");
  if (!path.isAbsolute(target) || fs.existsSync(target))
    throw new CommandError(
      2,
      "backupTo takes the absolute path of a file that does not exist yet.",
    );
  store.backup(target);
  const file = fs.openSync(target, "r+");
  fs.fsyncSync(file);
  fs.closeSync(file);
  return { ok: 1 };
}

const done = (): Reply => ({ ok: 1 });

export const ADMIN_COMMANDS: Readonly<Record<string, Command>> = {
  hello: { fields: ["hello", ...HELLO_FIELDS], run: hello },
  isMaster: { fields: ["isMaster", ...HELLO_FIELDS], run: hello },
  ismaster: { fields: ["ismaster", ...HELLO_FIELDS], run: hello },
  ping: { fields: ["ping"], run: done },
  buildInfo: { fields: ["buildInfo"], run: buildInfo },
  endSessions: { fields: ["endSessions"], run: done },
  create: { fields: ["create"], run: create },
  drop: { fields: ["drop"], run: drop },
  dropDatabase: { fields: ["dropDatabase"], run: dropDatabase },
  backupTo: { fields: ["backupTo"], run: backupTo },
  listCollections: {
    fields: ["listCollections", "filter", "nameOnly", "authorizedCollections", "cursor"],
    run: listCollections,
  },
  listDatabases: {
    fields: ["listDatabases", "filter", "nameOnly", "authorizedDatabases"],
    run: listDatabases,
  },
};
