/** `npm run bench`: what the targets are measured with, each beside its baseline, in one run. */

import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { startEmbedded } from "../db/embedded/index.ts";
import { buildIfChanged } from "./build.mjs";
import { ending } from "./ending.ts";
import { memoryOf, startChild, startFlags, startProgram } from "./bench/children.ts";
import { diskFlush } from "./bench/disk.ts";
import { largePartnership } from "./bench/large-partnership.ts";
import { mondayMorning, onePersonsWeek } from "./bench/nudges.ts";
import { latencies, load, type Latencies, type Posting } from "./bench/load.ts";
import { startMicrosoftDouble, TEAMS_APP } from "./bench/microsoft-double.ts";
import { slashCommand } from "./bench/slash-command.ts";

const USAGE = `Usage: npm run bench [-- --seconds 10] [--busy]

Prints the time of one flush to the disk, the time to acknowledge /goal (stored durably before the answer) beside a bare Bolt app that
only acknowledges, the time to answer an invoke of Teams beside a bare CloudAdapter, the time from
npm start to ready, the memory when idle, how long the bot thinks with 1,000 goals and 5,000 items in one
partnership, to plan the week of a person with 1,000 open items, and to hand the Monday messages of 10,000
people to the outbox.

  --seconds  how long for each rate
  --busy     only acknowledgements and invokes, with a busy loop for each core beside them, as on a
             server that does other things
`;
const RATES = [50, 100, 200];
const SLICES = 5;
/** Until Node has compiled what is run often: a bot runs for weeks. */
const WARM_UP = { perSecond: 200, seconds: 10 };
const SECRET = "bench-signing-secret";

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const ms = (value: number): string => value.toFixed(1).padStart(7);

const PLAYGROUND_CLOCK = ["--virtual-clock=2027-03-02T15:00:00.000Z", "--demo=demo"];
let seconds = 10;
const folder = await mkdtemp(join(tmpdir(), "liaison-bench-"));
process.exitCode = await ending(() => main(process.argv.slice(2))).finally(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: "string", default: "10" },
      busy: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  seconds = Number(values.seconds);
  if (!(seconds > 0)) throw new Error("Give --seconds as a number above 0.");
  if (values.help) process.stdout.write(USAGE);
  else {
    await machine();
    await (values.busy ? beside(busyLoops(), answers) : everything());
  }
  return 0;
}

async function machine(): Promise<void> {
  await buildIfChanged();
  say(
    `${String(availableParallelism())} cores (${cpus()[0]?.model ?? "unknown"}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}`,
  );
  const flush = await diskFlush(folder, Math.min(seconds, 5));
  say(
    `One flush of this disk, which whatever is stored durably waits for: p50${ms(flush.p50)} ms, p99${ms(flush.p99)} ms`,
  );
}

async function everything(): Promise<void> {
  await answers();
  await startAndMemory();
  await large();
  await nudges();
}

async function answers(): Promise<void> {
  await acknowledgement();
  await invokes();
}

/** Runs while those others run. */
async function beside(others: readonly ChildProcess[], run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } finally {
    for (const other of others) other.kill();
  }
}

/** One that never waits for each core. */
function busyLoops(): readonly ChildProcess[] {
  const cores = availableParallelism();
  say(`Beside ${String(cores)} busy loops`);
  return Array.from({ length: cores }, () => spawn(process.execPath, ["-e", "for (;;);"]));
}

async function acknowledgement(): Promise<void> {
  const slack = await startChild("scripts/bench/slack-double.js", [], {});
  const slackUrl = `http://127.0.0.1:${String(slack.port)}`;
  const env = { SLACK_SIGNING_SECRET: SECRET, LOG_LEVEL: "error", NODE_ENV: "" };
  const bare = await startChild("scripts/bench/bare-bolt.js", [], env);
  const bot = await startChild(
    "src/main.js",
    PLAYGROUND_CLOCK,
    {
      ...env,
      SLACK_BOT_TOKEN: "xoxb-bench-token",
      SLACK_API_URL: `${slackUrl}/api/`,
      PORT: "0",
      HOST: "127.0.0.1",
      // One person sends it all.
      PERSON_BURST: "0",
      DATA_DIR: join(folder, "slack"),
      MONGODB_URI: "",
    },
    startFlags(),
  );
  const target = { signingSecret: SECRET, responseUrl: `${slackUrl}/response` };
  say(`\nSlack: time to acknowledge /goal text, ms, ${String(seconds)} s each`);
  await besideBare(
    slashCommand({ ...target, port: bare.port }),
    slashCommand({ ...target, port: bot.port }),
    () => answered(`${slackUrl}/answers`),
  );
  await Promise.all([bare.stop(), bot.stop(), slack.stop()]);
}

/** The answer to an invoke is the dialog itself: stored, decided and drawn before it is out. */
async function invokes(): Promise<void> {
  const microsoft = await startMicrosoftDouble();
  const env = {
    TEAMS_APP_ID: TEAMS_APP,
    TEAMS_CONNECTOR_URL: microsoft.url,
    LOG_LEVEL: "error",
    NODE_ENV: "",
  };
  const space = demoSpace();
  const bare = await startChild("scripts/bench/bare-cloud-adapter.js", [], env);
  const bot = await startChild(
    "src/main.js",
    PLAYGROUND_CLOCK,
    {
      ...env,
      TEAMS_APP_PASSWORD: "bench-password",
      TEAMS_TENANT_ID: space.tenant,
      PORT: "0",
      HOST: "127.0.0.1",
      // One person sends it all.
      PERSON_BURST: "0",
      DATA_DIR: join(folder, "teams"),
      MONGODB_URI: "",
    },
    startFlags(),
  );
  say(`\nTeams: time to answer "Log a goal" with its dialog, ms, ${String(seconds)} s each`);
  await besideBare(
    microsoft.opening(bare.port, space.tenant, space.person),
    microsoft.opening(bot.port, space.tenant, space.person),
    () => wait(1000),
  );
  await Promise.all([bare.stop(), bot.stop()]);
  await microsoft.stop();
}

/** The librarian of the demo school that is on Teams. */
function demoSpace(): { readonly tenant: string; readonly person: string } {
  const file = new URL("../playground/demo-data.json", import.meta.url);
  const demo = JSON.parse(readFileSync(file, "utf8")) as {
    readonly workspaces: readonly {
      readonly platform: string;
      readonly tenant_id?: string;
      readonly users: Readonly<Record<string, string>>;
    }[];
  };
  const [space] = demo.workspaces.filter(({ users }) => users["u-wc-lib"] !== undefined);
  return { tenant: space?.tenant_id ?? "", person: space?.users["u-wc-lib"] ?? "" };
}

/**
 * Both in turn at each rate, a slice of the time each, so that what else the machine does meets both;
 * both warmed up. `settle` waits for work left over.
 */
async function besideBare(
  bare: (count: number) => Posting,
  ours: (count: number) => Posting,
  settle: () => Promise<void>,
): Promise<void> {
  say("  rate        bare p50     p99   ours p50     p99   worst   ratio p50   p99");
  for (const write of [bare, ours]) await load(write, WARM_UP.perSecond, WARM_UP.seconds);
  await settle();
  for (const rate of RATES) {
    const base: (number | undefined)[] = [];
    const own: (number | undefined)[] = [];
    for (let slice = 0; slice < SLICES; slice++) {
      base.push(...(await load(bare, rate, seconds / SLICES)));
      own.push(...(await load(ours, rate, seconds / SLICES)));
      await settle();
    }
    report(rate, latencies(base), latencies(own));
  }
}

function report(rate: number, base: Latencies, ours: Latencies): void {
  const ratio = (a: number, b: number) => (a / b).toFixed(2).padStart(6);
  const failed = base.failed + ours.failed;
  say(
    `  ${String(rate).padStart(3)}/s     ${ms(base.p50)} ${ms(base.p99)}    ${ms(ours.p50)} ${ms(ours.p99)} ${ms(ours.worst)}      ${ratio(ours.p50, base.p50)}${ratio(ours.p99, base.p99)}${failed > 0 ? `   ${String(failed)} failed` : ""}`,
  );
}

/** Lets the bot finish what it took in, so that one rate does not weigh on the next. */
async function answered(url: string): Promise<void> {
  const count = async () => await (await fetch(url)).text();
  let before = "";
  for (let now = await count(); now !== before; now = await count()) {
    before = now;
    await wait(1000);
  }
}

async function startAndMemory(): Promise<void> {
  const runs: number[] = [];
  for (const run of [1, 2, 3]) {
    const program = await startProgram({
      PORT: "0",
      DATA_DIR: join(folder, `start-${String(run)}`),
      NODE_ENV: "",
      MONGODB_URI: "",
    });
    runs.push(program.seconds);
    if (run === 3 && program.process.pid) {
      await wait(5000);
      say("\nMemory when idle for 5 s, MB");
      for (const { mb, command } of memoryOf(program.process.pid))
        say(`  ${mb.toFixed(0).padStart(5)}  ${command.slice(0, 90)}`);
    }
    await program.stop();
  }
  runs.sort((a, b) => a - b);
  say(
    `\nFrom npm start to ready, first start with demo data: ${String(runs[1]?.toFixed(1))} s (median of 3)`,
  );
}

async function large(): Promise<void> {
  const database = await startEmbedded({ dir: join(folder, "large") });
  say(
    "\n1,000 goals and 5,000 items in one partnership: ms until the answer is decided (limit 3,000)",
  );
  for (const { what, median, worst } of await largePartnership(database.uri))
    say(`  ${what.padEnd(16)} median ${ms(median)}   slowest of 20 ${ms(worst)}`);
  await database.stop();
}

async function nudges(): Promise<void> {
  const { median, worst, heap } = onePersonsWeek(1_000);
  say("\nNudges");
  say(
    `  One person's week among 1,000 open items: median ${ms(median)} ms, slowest of 200 ${ms(worst)} ms (limit 5), ${(heap / 1024).toFixed(0)} KiB of heap each`,
  );
  const database = await startEmbedded({ dir: join(folder, "nudges") });
  const {
    people,
    messages,
    seconds: took,
    cpuSeconds,
    before,
    most,
  } = await mondayMorning(database.uri, 10_000);
  say(
    `  Monday 08:10 of ${String(people)} people in one zone: ${String(messages)} messages handed to the outbox in ${took.toFixed(1)} s (limit 60), ${cpuSeconds.toFixed(1)} s of processor time; memory ${before.toFixed(0)} MB before, ${most.toFixed(0)} MB at most, database included`,
  );
  await database.stop();
}
