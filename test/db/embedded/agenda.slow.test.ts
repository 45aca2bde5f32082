/**
 * Two processes with Agenda on one embedded database, as Agenda's own suite asks of a store: jobs
 * are locked, unique, repeated, run one at a time where they ask for it, and taken over from a
 * process that died.
 */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { MongoBackend } from "@agendajs/mongo-backend";
import { Agenda, InMemoryNotificationChannel } from "agenda";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface, type Interface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type Db, MongoClient } from "mongodb";
import { TEST_SERVERS, testDatabase } from "../../setup/database.ts";
import { TYPESCRIPT } from "../../runner/typescript.ts";

interface Program {
  readonly child: ChildProcess;
  readonly output: Interface;
  /** What it printed. */
  readonly lines: readonly string[];
}

const PROGRAM = fileURLToPath(new URL("./programs/agenda-process.ts", import.meta.url));
const LONGEST_MS = 180_000;
describe.each(TEST_SERVERS)("on %s", (server) => {
  const database = testDatabase(server);
  const client = new MongoClient(database.uri);
  const programs: Program[] = [];
  let db: Db;
  /** Only stores jobs; the processes run them. */
  let agenda: Agenda;

  function start(...args: string[]): Program {
    const argv = [...TYPESCRIPT, PROGRAM, database.uri, ...args];
    const child = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "inherit"] });
    const output = createInterface(child.stdout);
    const lines: string[] = [];
    output.on("line", (line) => lines.push(line));
    const program: Program = { child, output, lines };
    programs.push(program);
    return program;
  }

  /** Looks again whenever a program prints a line. */
  async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await holds())) {
      const done = new AbortController();
      const next = programs.map(({ output }) =>
        once(output, "line", { signal: done.signal }).catch(() => undefined),
      );
      await Promise.race(next);
      done.abort();
    }
  }

  const printed = ({ lines }: Program, line: string): Promise<void> =>
    until(() => lines.includes(line));

  async function end({ child }: Program, signal: NodeJS.Signals): Promise<void> {
    const gone = once(child, "exit");
    if (child.kill(signal)) await gone;
  }

  const runsOf = (name: string) =>
    db.collection<{ name: string; id: string }>("runs").find({ name }).toArray();
  const jobsOf = (name: string) => db.collection("jobs").countDocuments({ name });

  beforeAll(async () => {
    db = (await client.connect()).db(database.name);
    agenda = new Agenda({
      backend: new MongoBackend({ mongo: db, collection: "jobs", ensureIndex: true }),
      notificationChannel: new InMemoryNotificationChannel(),
    });
    const both = [start(), start()];
    for (const program of both) await printed(program, "ready");
  }, LONGEST_MS);

  afterAll(async () => {
    for (const program of programs)
      if (program.child.exitCode === null && program.child.signalCode === null)
        await end(program, "SIGTERM");
    await agenda.stop();
    await database.dispose();
    await client.close();
  });

  const stored = (name: string, count: number): Promise<void> =>
    until(async () => (await runsOf(name)).length >= count);

  test(
    "of 20 jobs none is run twice and none is lost",
    async () => {
      const ids = Array.from({ length: 20 }, (_, i) => String(i));

      await Promise.all(ids.map((id) => agenda.now("work", { id })));
      await stored("work", 20);

      const runs = (await runsOf("work")).map(({ id }) => id);
      expect(runs.sort()).toEqual(ids.sort());
    },
    LONGEST_MS,
  );

  test("a job that is unique is stored once, however many ask for it at the same time", async () => {
    const save = () =>
      agenda
        .create("later", { key: "one" })
        .unique({ "data.key": "one" })
        .schedule(new Date(Date.now() + 3_600_000))
        .save();

    await Promise.all(Array.from({ length: 10 }, save));

    expect(await jobsOf("later")).toBe(1);
  });

  test(
    "what two processes repeat is one job, which goes on",
    async () => {
      const before = (await runsOf("tick")).length;

      await stored("tick", before + 3);

      expect(await jobsOf("tick")).toBe(1);
    },
    LONGEST_MS,
  );

  test(
    "in each process a job that wants to be alone is",
    async () => {
      const turnsOf = ({ lines }: Program) =>
        lines.filter((line) => line.includes(" alone ")).map((line) => line.split(" ")[0]);
      let asked = 0;
      // Either process may be the faster one again and again; both have to have had a turn.
      while (programs.some((program) => !turnsOf(program).includes("end")) || asked < 4) {
        await agenda.now("alone", { id: String(++asked) });
        await agenda.now("alone", { id: String(++asked) });
        await stored("alone", asked);
      }

      // The last may still be at work.
      for (const program of programs)
        expect(turnsOf(program).join(" ")).toMatch(/^(?:begin end ?)+(?:begin)?$/u);
    },
    LONGEST_MS,
  );

  test(
    "a job of a process that was killed is run by the other",
    async () => {
      for (const program of programs) await end(program, "SIGTERM");
      const first = start("hangs");
      await printed(first, "ready");
      await agenda.now("stuck", { id: "s" });
      await printed(first, "begin stuck s");
      await end(first, "SIGKILL");

      const second = start("works", "1000");
      await printed(second, "end stuck s");

      expect(await runsOf("stuck")).toHaveLength(1);
    },
    LONGEST_MS,
  );
});
