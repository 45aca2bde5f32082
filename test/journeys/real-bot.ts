/** The real bot as it runs for a school, with its own database; only Slack is a stand-in. */

import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { connect } from "../../db/connection.ts";
import { loadDemo } from "../../demo/index.ts";
import { currentOwner, startEmbedded } from "../../db/embedded/index.ts";
import { createStores, type StoredStores } from "../../db/stores.ts";
import type { StandIn } from "../adapters/slack/stand-in.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DATABASE = "liaison";
const ALL = { skip: 0, limit: 10_000 };

export interface Started {
  readonly child: ChildProcess;
  /** Everything it has printed so far. */
  said(): string;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

export interface RealBot extends Started {
  readonly port: number;
}

type Environment = Readonly<Record<string, string>>;

/** `npm start` with nothing but these settings. */
export function run(env: Environment): Started {
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: ROOT,
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const hear = (chunk: Buffer): void => {
    said += chunk.toString();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const ended = new Promise<number | string>((resolve) => {
    child.once("close", (code, signal) => {
      resolve(code ?? signal ?? "");
    });
  });
  return { child, said: () => said, ended };
}

/** The last words of a program that cannot start on that folder. */
export async function refusalOf(dataDir: string, env: Environment = {}) {
  const started = run({ DATA_DIR: dataDir, ...env });
  return { code: await started.ended, said: started.said() };
}

/** What connects it to the stand-in's workspace. */
export const slackSettings = ({ settings }: StandIn): Environment => ({
  HOST: "127.0.0.1",
  LOG_LEVEL: "silent",
  SLACK_BOT_TOKEN: settings.botToken,
  SLACK_SIGNING_SECRET: settings.signingSecret ?? "",
  SLACK_API_URL: settings.apiUrl ?? "",
});

/** Starts the bot and lets the stand-in deliver to it; what was left unfinished it finishes meanwhile. */
export async function startBot(
  standIn: StandIn,
  dataDir: string,
  env: Environment = {},
): Promise<RealBot> {
  const started = run({ ...slackSettings(standIn), DATA_DIR: dataDir, ...env });
  const port = await new Promise<number>((resolve, reject) => {
    const look = (): void => {
      const found = /requests at port (?<port>\d+)/u.exec(started.said())?.groups?.["port"];
      if (found) resolve(Number(found));
    };
    started.child.stdout?.on("data", look);
    void started.ended.then((how) => {
      reject(new Error(`The bot ended with ${String(how)}:\n${started.said()}`));
    });
  });
  standIn.connect({ port: () => port, idle: () => Promise.resolve() });
  return { ...started, port };
}

/** Puts the demo's schools, people and partnerships into a new folder. */
export async function fillFolder(dataDir: string): Promise<void> {
  const embedded = await startEmbedded({ dir: join(dataDir, "db") });
  const file = new URL("../../playground/demo-data.json", import.meta.url);
  const data: unknown = JSON.parse(readFileSync(file, "utf8"));
  await withStores(embedded.uri, async (stores) => {
    await stores.createIndexes();
    await loadDemo(stores, data, { mode: "empty" });
  });
  await embedded.stop();
}

/** The titles of the goals that the running bot of that folder has stored. */
export async function goalsOf(dataDir: string): Promise<readonly string[]> {
  const owner = await currentOwner(join(dataDir, "db"));
  if (!owner) throw new Error("No bot runs on that folder");
  return await withStores(owner.uri, async (stores) => {
    const { rows } = await stores.of("d-tv").goals.list({ partnershipIds: ["p-ab"], page: ALL });
    return rows.map(({ title }) => title);
  });
}

async function withStores<T>(uri: string, use: (stores: StoredStores) => Promise<T>): Promise<T> {
  const connection = await connect(uri, DATABASE);
  try {
    return await use(createStores(connection));
  } finally {
    await connection.close();
  }
}

/** True as soon as it is so, false when it is not within half a minute. */
export async function until(isSo: () => Promise<boolean>): Promise<boolean> {
  const end = Date.now() + 30_000;
  while (Date.now() < end) {
    if (await isSo()) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
