/** The `db:` commands as an operator runs them: each by itself, repeated, and one after the other. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { type Db, Double, Long, MongoClient, ObjectId } from "mongodb";
import { startEmbedded } from "../../../db/embedded/index.ts";
import { testDatabase } from "../../setup/database.ts";
import { TYPESCRIPT } from "../../runner/typescript.ts";

const TOOLS = ["backup", "check", "copy", "export", "import", "serve"] as const;
type Tool = (typeof TOOLS)[number];
const LONGEST_MS = 180_000;

const dir = fs.mkdtempSync(path.join(os.tmpdir(), "tools-"));
const at = (name: string): string => path.join(dir, name);
const target = testDatabase();

beforeAll(async () => {
  const embedded = await startEmbedded({ dir: at("db") });
  const client = await new MongoClient(embedded.uri).connect();
  await fill(client.db());
  await client.close();
  await embedded.stop();
}, LONGEST_MS);
afterAll(async () => {
  await target.dispose();
  fs.rmSync(dir, { recursive: true, force: true });
});

async function fill(db: Db): Promise<void> {
  const rows = db.collection("rows");
  await rows.createIndexes([
    { key: { email: 1 }, unique: true, sparse: true },
    { key: { at: -1, email: 1 } },
  ]);
  await rows.insertMany(
    [1, 2, 3].map((n) => ({
      _id: new ObjectId(),
      email: `p${n}@example.org`,
      at: new Date(n),
      n: [n, new Double(n), Long.fromNumber(n), null, { "10": 1, a: /^x/i }],
    })),
  );
  await db.createCollection("empty");
}

interface Outcome {
  readonly code: unknown;
  readonly said: string;
  readonly progress: string;
}

async function run(tool: Tool, ...args: string[]): Promise<Outcome> {
  const argv = [...TYPESCRIPT, `scripts/db-${tool}.ts`, ...args];
  const child = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "pipe"] });
  const exit = once(child, "exit");
  const [said, progress] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await exit) as unknown[];
  return { code, said, progress };
}

const contents = (folder: string) =>
  fs.readdirSync(folder).map((name) => [name, fs.readFileSync(path.join(folder, name), "utf8")]);

test.each(TOOLS)(
  "db:%s explains itself",
  async (tool) => {
    const { code, said } = await run(tool, "--help");

    expect(code).toBe(0);
    expect(said).toContain(`Usage: npm run db:${tool}`);
  },
  LONGEST_MS,
);

test(
  "a copy to another server and an import hold what the database held, to the byte",
  async () => {
    const copy = await run("copy", "--dir", at("db"), "--to", target.uri);
    await run("export", "--dir", at("db"), "--to", at("first"));
    await run("export", "--from", target.uri, "--to", at("copied"));
    const imported = await run("import", "--from", at("first"), "--dir", at("other"));
    await run("export", "--dir", at("other"), "--to", at("imported"));

    expect(copy).toMatchObject({ code: 0, said: "Copied 3 documents of 2 collections.\n" });
    expect(copy.progress).toContain("rows: 3 documents");
    expect(imported).toMatchObject({ code: 0, said: "Imported 3 documents of 2 collections.\n" });
    expect(contents(at("first")).map(([name]) => name)).toHaveLength(3);
    expect(contents(at("copied"))).toEqual(contents(at("first")));
    expect(contents(at("imported"))).toEqual(contents(at("first")));

    const again = [
      await run("copy", "--dir", at("db"), "--to", target.uri),
      await run("import", "--from", at("first"), "--dir", at("other")),
      await run("export", "--dir", at("db"), "--to", at("first")),
    ];
    for (const { code, progress } of again) {
      expect(code).toBe(1);
      expect(progress).toContain("nothing was written");
    }
  },
  LONGEST_MS,
);

test(
  "the playground's database is read by its name, and an empty one is not taken for a copy",
  async () => {
    const embedded = await startEmbedded({ dir: at("playground") });
    const client = await new MongoClient(embedded.uri).connect();
    await fill(client.db("liaison_playground"));
    await client.close();
    await embedded.stop();
    const from = ["--dir", at("playground"), "--to", at("played")];

    const empty = await run("export", ...from);
    const named = await run("export", ...from, "--name", "liaison_playground");

    expect(empty.code).toBe(1);
    expect(empty.progress).toContain("The database liaison is empty");
    expect(empty.progress).toContain("--name liaison_playground");
    expect(named).toMatchObject({ code: 0 });
    expect(contents(at("played")).map(([name]) => name)).toHaveLength(3);
  },
  LONGEST_MS,
);

test(
  "a backup is checked, is not overwritten, and can be put in the database's place",
  async () => {
    const backup = await run("backup", "--dir", at("db"), "--to", at("backup"));
    const again = await run("backup", "--dir", at("db"), "--to", at("backup"));
    const checked = await run("check", "--dir", at("backup"));

    expect(backup).toMatchObject({ code: 0 });
    expect(backup.said).toContain("Backed up 3 documents");
    expect(again).toMatchObject({ code: 1 });
    expect(again.progress).toContain("exists; nothing was written");
    expect(checked.said).toContain("All is well: 3 documents of 2 collections, 9 index entries.");
  },
  LONGEST_MS,
);
