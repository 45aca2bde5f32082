/** Opening, owning, stopping and losing the embedded database. */
import { afterEach, describe, expect, test } from "@jest/globals";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { MongoClient } from "mongodb";
import {
  checkDatabase,
  currentOwner,
  DATABASE_FILE,
  DatabaseUnusableError,
  type Embedded,
  FolderOwnedError,
  startEmbedded,
} from "../../../db/embedded/index.ts";
import { takeChecksum } from "../../../db/embedded/checksum.ts";
import { openSqlite, SQLITES } from "../../../db/embedded/sqlite.ts";
import { TYPESCRIPT } from "../../runner/typescript.ts";

const PROGRAM = fileURLToPath(new URL("./programs/serve.ts", import.meta.url));

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

function folder(): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "lifecycle-"));
  undo.push(() => {
    fs.rmSync(dir, { recursive: true, force: true });
  });
  return dir;
}

describe.each(SQLITES)("on %s", (library) => {
  async function start(dir: string): Promise<Embedded> {
    const embedded = await startEmbedded({ dir, library });
    undo.push(() => embedded.stop());
    return embedded;
  }

  async function connect(uri: string): Promise<MongoClient> {
    const client = await new MongoClient(uri).connect();
    undo.push(() => client.close());
    return client;
  }

  async function serveElsewhere(dir: string): Promise<{ child: ChildProcess; uri: string }> {
    const args = [...TYPESCRIPT, PROGRAM, library, dir];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    undo.push(() => child.kill("SIGKILL"));
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    return { child, uri: line.toString().trim() };
  }

  const onUnix = process.platform === "win32" ? test.skip : test;

  describe("a folder that goes away under it", () => {
    onUnix("is noticed: nothing more is promised until it is back", async () => {
      const dir = path.join(folder(), "db");
      const { uri } = await start(dir);
      const client = await connect(uri);
      const rows = client.db().collection<{ _id: string }>("rows");
      await rows.insertOne({ _id: "before" });
      fs.renameSync(dir, `${dir}-elsewhere`);

      await expect(rows.insertOne({ _id: "lost" })).rejects.toThrow(/was removed or moved/u);
      await expect(client.db().command({ ping: 1 })).rejects.toThrow(/was removed or moved/u);

      fs.renameSync(`${dir}-elsewhere`, dir);
      await rows.insertOne({ _id: "after" });
      expect(
        await rows
          .find()
          .map(({ _id }) => _id)
          .toArray(),
      ).toEqual(["before", "after"]);
    });

    onUnix("may be removed altogether; it still stops in order", async () => {
      const dir = path.join(folder(), "db");
      const embedded = await start(dir);
      const client = await connect(embedded.uri);
      const rows = client.db().collection<{ _id: string }>("rows");
      await rows.insertOne({ _id: "before" });
      fs.rmSync(dir, { recursive: true });
      await expect(rows.insertOne({ _id: "lost" })).rejects.toThrow(/was removed or moved/u);
      await client.close();
      await embedded.stop();
      expect(fs.existsSync(dir)).toBe(false);
    });

    onUnix("only its owner reads the file", async () => {
      const dir = folder();
      await start(dir);
      for (const name of [DATABASE_FILE, `${DATABASE_FILE}-wal`])
        expect(fs.statSync(path.join(dir, name)).mode & 0o077).toBe(0);
    });
  });

  describe("the folder", () => {
    test("what was written is there after a stop and a start", async () => {
      const dir = path.join(folder(), "made", "deep");
      const first = await startEmbedded({ dir, library });
      const client = await connect(first.uri);
      await client.db().collection("rows").createIndex({ n: 1 }, { unique: true }, {});
      await client.db().collection("rows").insertOne({ n: 1 });
      await client.close();
      await first.stop();

      const again = (await connect((await start(dir)).uri)).db().collection("rows");

      expect(await again.countDocuments({ n: 1 })).toBe(1);
      await expect(again.insertOne({ n: 1 })).rejects.toMatchObject({ code: 11000 });
      expect(fs.readdirSync(dir)).toContain(DATABASE_FILE);
    });

    test("a second owner is refused with the first one's process id", async () => {
      const dir = folder();
      await start(dir);

      const second = startEmbedded({ dir, library });

      await expect(second).rejects.toThrow(FolderOwnedError);
      await expect(second).rejects.toThrow(String(process.pid));
    });

    test("another process is refused too, and takes over once the owner was killed", async () => {
      const dir = folder();
      const { child, uri } = await serveElsewhere(dir);
      const client = await connect(uri);
      await client.db().collection("rows").insertOne({ n: 1 });

      await expect(startEmbedded({ dir, library })).rejects.toThrow(`process ${String(child.pid)}`);
      child.kill("SIGKILL");
      await once(child, "exit");
      const taken = await connect((await start(dir)).uri);

      expect(await taken.db().collection("rows").countDocuments()).toBe(1);
      expect(fs.readdirSync(dir).filter((name) => name.startsWith("run-"))).toHaveLength(1);
    }, 30_000);

    test("nobody owns it after a stop", async () => {
      const dir = folder();
      const embedded = await startEmbedded({ dir, library });

      expect((await currentOwner(dir))?.pid).toBe(process.pid);
      await embedded.stop();

      expect(await currentOwner(dir)).toBeUndefined();
      expect(fs.readdirSync(dir)).toEqual([DATABASE_FILE]);
    });

    test("the socket stands in a folder only its owner may enter", async () => {
      const { uri } = await start(folder());

      const socket = decodeURIComponent(new URL(uri).host);

      expect(Buffer.byteLength(socket)).toBeLessThan(108);
      expect(fs.statSync(path.dirname(socket)).mode & 0o777).toBe(0o700);
    });

    test("a file in its place is a sentence, not a crash", async () => {
      const dir = path.join(folder(), "file");
      fs.writeFileSync(dir, "");

      await expect(startEmbedded({ dir, library })).rejects.toThrow(DatabaseUnusableError);
    });
  });

  describe("the file", () => {
    test("a newer schema is refused with the remedy", async () => {
      const dir = folder();
      const sqlite = openSqlite(path.join(dir, DATABASE_FILE), library);
      sqlite.exec("PRAGMA user_version=99");
      sqlite.close();

      await expect(startEmbedded({ dir, library })).rejects.toThrow(
        /newer version.*Update Liaison/,
      );
    });

    test.each([
      ["what is not a database at all", replace],
      ["a file with a page overwritten", damage],
    ])("%s is refused when it is opened", async (_, spoil) => {
      const dir = folder();
      const embedded = await startEmbedded({ dir, library });
      const client = await connect(embedded.uri);
      const documents = Array.from({ length: 500 }, (_, i) => ({ n: i, text: "x".repeat(200) }));
      await client.db().collection("rows").insertMany(documents);
      await client.close();
      await embedded.stop();

      spoil(path.join(dir, DATABASE_FILE));

      await expect(startEmbedded({ dir, library })).rejects.toThrow(/damaged/);
    });

    test("a check finds an index entry that is missing", async () => {
      const dir = folder();
      const embedded = await startEmbedded({ dir, library });
      const client = await connect(embedded.uri);
      await client.db().collection("rows").insertOne({ n: 1 });
      await client.close();
      await embedded.stop();
      const file = path.join(dir, DATABASE_FILE);
      const sound = checkDatabase(file, library).problems;

      takeChecksum(file);
      const sqlite = openSqlite(file, library);
      sqlite.exec("DELETE FROM ent");
      sqlite.close();

      expect(sound).toEqual([]);
      expect(checkDatabase(file, library).problems.join()).toContain("missing from the index _id_");
    });
  });

  describe("on loopback, as on Windows", () => {
    const loopback = async () => {
      const embedded = await startEmbedded({ dir: folder(), library, loopback: true });
      undo.push(() => embedded.stop());
      return new URL(embedded.uri);
    };
    /** The address as somebody else would use it. */
    const altered = (address: URL, change: (other: URL) => void): string => {
      const other = new URL(address);
      change(other);
      return other.href;
    };

    test("the password of the address lets in, whatever else is refused", async () => {
      const address = await loopback();
      const right = await connect(address.href);
      const wrong = altered(address, (other) => (other.password = "0".repeat(48)));
      const stranger = altered(address, (other) => (other.username = "root"));
      const { host } = address;
      const nobody = await connect(`mongodb://${host}/`);

      expect(await right.db().command({ ping: 1 })).toMatchObject({ ok: 1 });
      for (const uri of [wrong, stranger])
        await expect(connect(uri)).rejects.toMatchObject({ code: 18 });
      for (const command of [{ ping: 1 }, { find: "rows" }, { backupTo: "/tmp/x" }, { none: 1 }])
        await expect(nobody.db().command(command)).rejects.toMatchObject({ code: 13 });
      expect(await nobody.db().command({ hello: 1 })).toMatchObject({ ok: 1 });
      const plain = { saslStart: 1, mechanism: "PLAIN", payload: Buffer.from("\0liaison\0x") };
      await expect(nobody.db().command(plain)).rejects.toMatchObject({ code: 18 });
      const unasked = { saslContinue: 1, conversationId: 1, payload: Buffer.from("c=biws,r=,p=") };
      await expect(nobody.db().command(unasked)).rejects.toMatchObject({ code: 18 });
    });

    test("each start has its own password, and db:backup finds it", async () => {
      const dir = folder();
      const first = await startEmbedded({ dir, library, loopback: true });
      const owner = await currentOwner(dir);
      await first.stop();
      const again = await startEmbedded({ dir, library, loopback: true });
      undo.push(() => again.stop());

      expect(owner?.uri).toBe(first.uri);
      expect(new URL(again.uri).password).not.toBe(new URL(first.uri).password);
    });

    test("what one login sent does not serve for another", async () => {
      const address = await loopback();
      const sent = new Map<net.Socket, Buffer[]>();
      const recorder = net.createServer((client) => {
        const server = net.connect(Number(address.port), "127.0.0.1");
        sent.set(client, []);
        client.on("data", (bytes) => sent.get(client)?.push(bytes)).pipe(server);
        server.pipe(client);
        for (const end of [client, server]) end.on("error", () => end.destroy());
      });
      await new Promise<void>((resolve) => recorder.listen(0, "127.0.0.1", resolve));
      undo.push(() => recorder.close());
      const { port } = recorder.address() as net.AddressInfo;
      const client = await connect(altered(address, (other) => (other.port = String(port))));
      const rows = client.db().collection("rows");
      await rows.updateOne({}, { $inc: { n: 1 } }, { upsert: true });
      const logins = [...sent.values()].map((parts) => Buffer.concat(parts));
      const login = logins.find((bytes) => bytes.includes("saslContinue"));

      const answers: Buffer[] = [];
      const replay = net.connect(Number(address.port), "127.0.0.1");
      replay.on("data", (bytes) => answers.push(bytes));
      replay.write(login ?? "");
      const isAnswered = () => Buffer.concat(answers).includes("update requires authentication");
      while (!isAnswered()) await once(replay, "data");
      replay.destroy();

      expect(Buffer.concat(answers).includes("Authentication failed.")).toBe(true);
      expect(await rows.findOne({}, { projection: { _id: 0 } })).toEqual({ n: 1 });
    });
  });
});

function replace(file: string): void {
  fs.writeFileSync(file, "x".repeat(5000));
}

function damage(file: string): void {
  const bytes = fs.readFileSync(file);
  bytes.fill(7, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 600);
  fs.writeFileSync(file, bytes);
}
