/** `npm run bench`: what the targets are measured with, each beside its baseline, in one run. */

import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { startEmbedded } from "../db/embedded/index.ts";
import { buildIfChanged } from "./build.mjs";
import { memoryOf, startChild, startProgram } from "./bench/children.ts";
import { largePartnership } from "./bench/large-partnership.ts";
import { load, type Latencies } from "./bench/load.ts";
import { startSlackDouble } from "./bench/slack-double.ts";

const USAGE = `Usage: npm run bench [-- --seconds 10]

Prints the time to acknowledge /goal (stored durably before the answer) beside a bare Bolt app that
only acknowledges, the time from npm start to ready, the memory when idle, and how long the bot
thinks with 1,000 goals and 5,000 items in one partnership.
`;
const RATES = [50, 100, 200];
const SECRET = "bench-signing-secret";

if (process.argv.includes("--help")) {
  process.stdout.write(USAGE);
  process.exit(0);
}
const asked = Number(process.argv[process.argv.indexOf("--seconds") + 1]);
const seconds = process.argv.includes("--seconds") && asked > 0 ? asked : 10;
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const ms = (value: number): string => value.toFixed(1).padStart(7);

await buildIfChanged();
const folder = await mkdtemp(join(tmpdir(), "liaison-bench-"));
try {
  say(
    `${String(availableParallelism())} cores (${cpus()[0]?.model ?? "unknown"}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}`,
  );
  await acknowledgement();
  await startAndMemory();
  await large();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function acknowledgement(): Promise<void> {
  const slack = await startSlackDouble();
  const env = { SLACK_SIGNING_SECRET: SECRET, LOG_LEVEL: "error", NODE_ENV: "" };
  const bare = await startChild("scripts/bench/bare-bolt.js", [], env);
  const bot = await startChild(
    "src/main.js",
    ["--virtual-clock=2027-03-02T15:00:00.000Z", "--demo=demo"],
    {
      ...env,
      SLACK_BOT_TOKEN: "xoxb-bench-token",
      SLACK_API_URL: slack.apiUrl,
      PORT: "0",
      HOST: "127.0.0.1",
      DATA_DIR: join(folder, "bot"),
      MONGODB_URI: "",
    },
  );
  const target = { signingSecret: SECRET, responseUrl: slack.responseUrl };
  say(`\nTime to acknowledge /goal text, ms, ${String(seconds)} s each`);
  say("  rate        bare p50     p99   ours p50     p99   worst   ratio p50   p99");
  for (const [index, rate] of [RATES[0] ?? 50, ...RATES].entries()) {
    const base = await load({ ...target, port: bare.port }, rate, index === 0 ? 3 : seconds);
    const ours = await load({ ...target, port: bot.port }, rate, index === 0 ? 3 : seconds);
    if (index > 0) report(rate, base, ours);
    await answered(() => slack.answers());
  }
  await Promise.all([bare.stop(), bot.stop()]);
  await slack.stop();
}

function report(rate: number, base: Latencies, ours: Latencies): void {
  const ratio = (a: number, b: number) => (a / b).toFixed(2).padStart(6);
  const failed = base.failed + ours.failed;
  say(
    `  ${String(rate).padStart(3)}/s     ${ms(base.p50)} ${ms(base.p99)}    ${ms(ours.p50)} ${ms(ours.p99)} ${ms(ours.worst)}      ${ratio(ours.p50, base.p50)}${ratio(ours.p99, base.p99)}${failed > 0 ? `   ${String(failed)} failed` : ""}`,
  );
}

/** Lets the bot finish what it took in, so that one rate does not weigh on the next. */
async function answered(count: () => number): Promise<void> {
  let before = -1;
  while (count() !== before) {
    before = count();
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
