/** Messages no driver sends neither crash nor hang the database. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Binary, serialize } from "bson";
import fc from "fast-check";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { MongoClient } from "mongodb";
import { type Doc, decode, docOf, type Value } from "../../../db/embedded/bson.ts";
import { createEngine, type Run } from "../../../db/embedded/engine.ts";
import { type Embedded, startEmbedded } from "../../../db/embedded/index.ts";
import { openStore } from "../../../db/embedded/store.ts";

let embedded: Embedded;
let socket: string;
let deaths = 0;
const dir = fs.mkdtempSync(path.join(os.tmpdir(), "fuzz-"));

beforeAll(async () => {
  embedded = await startEmbedded({ dir });
  embedded.onExit(() => deaths++);
  socket = decodeURIComponent(new URL(embedded.uri).host);
});
afterAll(async () => {
  await embedded.stop();
  fs.rmSync(dir, { recursive: true, force: true });
});

/** Sends bytes, ends, and waits until the server has closed its side. */
const send = (bytes: Uint8Array): Promise<void> =>
  new Promise((resolve) => {
    const connection = net.connect(socket, () => connection.end(bytes));
    connection.on("error", () => undefined);
    connection.on("data", () => undefined);
    connection.on("close", () => {
      resolve();
    });
  });

const head = (length: number, operation: number): Buffer => {
  const bytes = Buffer.alloc(16);
  bytes.writeInt32LE(length, 0);
  bytes.writeInt32LE(1, 4);
  bytes.writeInt32LE(operation, 12);
  return bytes;
};
const message = (body: Uint8Array, flags = 0, kind = 0): Buffer => {
  const start = Buffer.alloc(5);
  start.writeUInt32LE(flags, 0);
  start[4] = kind;
  return Buffer.concat([head(21 + body.length, 2013), start, body]);
};
const PING = serialize({ ping: 1, $db: "admin" });

async function alive(): Promise<void> {
  const client = await new MongoClient(embedded.uri).connect();
  expect(await client.db().command({ ping: 1 })).toMatchObject({ ok: 1 });
  await client.close();
  expect(deaths).toBe(0);
}

function nested(depth: number): Buffer {
  let inner = Buffer.from([5, 0, 0, 0, 0]);
  for (let i = 0; i < depth; i++) {
    const outer = Buffer.alloc(inner.length + 8);
    outer.writeInt32LE(outer.length, 0);
    outer[4] = 3;
    outer[5] = 97;
    inner.copy(outer, 7);
    inner = outer;
  }
  return inner;
}

test.each([
  ["a message shorter than its header says", head(1000, 2013)],
  ["a length of zero", head(0, 2013)],
  ["a negative length", head(-1, 2013)],
  ["a length over the limit", head(0x7fffffff, 2013)],
  ["an unknown operation", Buffer.concat([head(16, 1)])],
  ["an unknown flag", message(PING, 4)],
  ["an unknown kind of section", message(PING, 0, 9)],
  ["a document longer than the message", message(Buffer.from([255, 255, 0, 0, 0]))],
  ["a document with a negative length", message(Buffer.from([255, 255, 255, 255, 0]))],
  ["an OP_QUERY without a body", head(16, 2004)],
  ["an empty message", message(Buffer.alloc(0))],
  ["two bodies", message(Buffer.concat([PING, Buffer.from([0]), PING]))],
  ["a document nested 20,000 deep", message(nested(20_000))],
  ["sixteen megabytes of zeros", message(Buffer.alloc(16_000_000))],
  ["a sixteen megabyte command", message(serialize({ nothing: "x".repeat(16_000_000), $db: "a" }))],
])(
  "%s",
  async (_, bytes) => {
    await send(bytes);

    await alive();
  },
  20_000,
);

test("any change of a good message", async () => {
  const insert = serialize({ insert: "rows", documents: [{ a: [1, { b: "x" }] }], $db: "fuzz" });
  const good = message(insert);
  const change = fc.record({ at: fc.nat(good.length - 1), to: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 4 }),
      fc.nat(10),
      async (changes, cut) => {
        const bytes = Buffer.from(good.subarray(0, good.length - cut));
        for (const { at, to } of changes) if (at < bytes.length) bytes[at] = to;
        await send(bytes);
      },
    ),
    { numRuns: 300 },
  );
  await alive();
}, 60_000);

test("any bytes at all", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), (bytes) => send(bytes)),
    { numRuns: 200 },
  );
  await alive();
}, 60_000);

test("no login but the right one lets in, whatever is sent", () => {
  const store = openStore(path.join(dir, "login.db"));
  const engine = createEngine(store, "a password");
  const payload = fc.oneof(
    fc.uint8Array({ maxLength: 80 }).map((bytes): Value => new Binary(bytes)),
    fc
      .constantFrom("n,,n=liaison,r=abc", "c=biws,r=abc,p=", "n,,n=liaison,r=", "p=", ",p=,p=")
      .map((text): Value => new Binary(Buffer.from(text))),
    fc.constantFrom<Value>(null, 1, "n,,n=liaison,r=abc"),
  );
  const login = fc
    .tuple(fc.constantFrom("saslStart", "saslContinue"), payload)
    .map(([name, bytes]) => docOf({ [name]: 1, mechanism: "SCRAM-SHA-256", payload: bytes }));
  const answer = (run: Run, body: Doc) => Object.fromEntries(decode(run(body)));
  const ping = docOf({ ping: 1 });
  fc.assert(
    fc.property(fc.array(login, { maxLength: 6 }), (logins) => {
      const run = engine.connect();
      for (const body of logins) expect(answer(run, body)["done"]).not.toBe(true);

      expect(answer(run, ping)).toMatchObject({ ok: 0, code: 13 });
    }),
  );
  store.close();
});
