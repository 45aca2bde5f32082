/**
 * The composition root: reads the settings, starts the bot or the playground, stops in reverse.
 * What only one of the two needs is loaded only there: each is a process of its own.
 */

import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Platform } from "../adapters/index.ts";
import type { BotStart } from "../playground/index.ts";
import type { Liaison } from "./assemble.ts";
import { systemClock, virtualClock } from "./time/clock.ts";
import { readConfig, type Config } from "./config.ts";
import { createLog } from "./log.ts";
import { LOCALES } from "./team/person.ts";
import type { Clock } from "./ports.ts";

const USAGE = `Usage: npm start [-- --reset]

Starts Liaison. Without Slack or Teams settings in .env it opens the playground, with demo data and no
account.

  --reset   start the playground over: demo data, clock at Tue 2 March 2027 09:00 Chicago
  --help    show this

docs/connect-slack.md and docs/connect-teams.md say how to connect a real workspace.
`;

const say = (text: string): void => {
  process.stdout.write(text);
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      reset: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
      /** Used by the playground for the bot it starts. */
      "virtual-clock": { type: "string" },
      demo: { type: "string" },
    },
  });
  if (values.help) {
    say(USAGE);
    return;
  }
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig(process.env);
  if (!config.slack && !config.teams) await runPlayground(config, values.reset);
  else if (values["virtual-clock"])
    await runForPlayground(config, new Date(values["virtual-clock"]), values.demo);
  else await runBot(config);
}

async function runPlayground(config: Config, reset: boolean): Promise<void> {
  const [{ startPlayground }, { slackManifest }, { teamsManifest }, { features }] =
    await Promise.all([
      import("../playground/index.ts"),
      import("../adapters/slack/manifest.ts"),
      import("../adapters/teams/manifest.ts"),
      import("./features/index.ts"),
    ]);
  const dataDir = resolve(config.dataDir);
  const playground = await startPlayground({
    port: config.port,
    dataDir,
    reset,
    manifest: slackManifest(features),
    teamsManifest: teamsManifest(features, PLAYED_APP),
    launchBot: spawnBot,
    log: (sentence) => {
      process.stderr.write(`${sentence}\n`);
    },
  });
  say(`
Liaison is ready.

  Playground  ${playground.url}  (only this computer can open it)
  Data        ${dataDir}  (kept between starts; npm start -- --reset starts over)
  Slack       docs/connect-slack.md says how to connect a real workspace
  Teams       docs/connect-teams.md says how to connect a real tenant

Press Ctrl+C to stop.
`);
  onStop(() => playground.stop());
}

/** Teams reads more in a manifest than its stand-in does: of this, nothing is shown. */
const PLAYED_APP = {
  appId: "00000000-0000-0000-0000-000000000000",
  version: "1.0.0",
  organization: "Playground",
  website: "https://playground.invalid",
  privacy: "https://playground.invalid/privacy",
  terms: "https://playground.invalid/terms",
};

/** The very same program, with the settings of a workspace that the playground plays. */
function spawnBot({ now, data, fresh, env }: BotStart) {
  return spawn(
    process.execPath,
    [
      ...process.execArgv,
      fileURLToPath(import.meta.url),
      `--virtual-clock=${now}`,
      ...(fresh ? [`--demo=${data}`] : []),
    ],
    {
      env: { ...process.env, HOST: "127.0.0.1", LOG_LEVEL: "warn", NODE_ENV: "", ...env },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    },
  );
}

async function runForPlayground(
  config: Config,
  start: Date,
  demo: string | undefined,
): Promise<void> {
  process.once("disconnect", () => process.exit(0));
  const [{ loadDemo }, { followPlayground }] = await Promise.all([
    import("../db/demo.ts"),
    import("./virtual-time.ts"),
  ]);
  const clock = virtualClock(start);
  const { liaison, port, stop } = await startBot(
    config,
    clock,
    "liaison_playground",
    async ({ stores }) => {
      if (demo)
        await loadDemo(stores, JSON.parse(readFileSync(DEMO_DATA, "utf8")), {
          mode: demo === "empty" ? "empty" : "demo",
        });
    },
  );
  onStop(stop);
  await followPlayground(liaison, clock, port);
}

const BUILT_IN = new Set(["Error", "TypeError", "RangeError", "SyntaxError", "ReferenceError"]);
const DEMO_DATA = new URL("../playground/demo-data.json", import.meta.url);

async function runBot(config: Config): Promise<void> {
  const { port, stop } = await startBot(config, systemClock, "liaison", settleIn(config.timezone));
  onStop(stop);
  say(`
Liaison is ready.

${openingLines(config, port)}
  Health  http://127.0.0.1:${String(port)}/healthz and /readyz
  Data    ${config.mongodbUri ? "MongoDB (MONGODB_URI)" : databaseFolder(config)}
`);
}

function openingLines({ slack, teams }: Config, port: number): string {
  const at = (path: string): string => `requests at port ${String(port)}, path ${path}`;
  return [
    ...(slack ? [`  Slack   ${slack.appToken ? "Socket Mode" : at("/slack/events")}`] : []),
    ...(teams ? [`  Teams   ${at("/api/messages")}`] : []),
  ].join("\n");
}

/**
 * A workspace that is seen for the first time becomes a district of its own; a second one beside it, on
 * the other platform, belongs to the same.
 */
const settleIn =
  (timezone: string) =>
  async ({ stores }: Liaison, platforms: readonly Platform[]): Promise<void> => {
    const tenants = await Promise.all(platforms.map((platform) => platform.tenant()));
    const districts = await Promise.all(tenants.map((tenant) => stores.districtOf(tenant)));
    let id = districts.find((known) => known !== undefined);
    for (const [index, tenant] of tenants.entries()) {
      if (districts[index] !== undefined) continue;
      if (id === undefined) {
        id = `d-${tenant.replaceAll(/[^A-Za-z0-9]+/gu, "-").toLowerCase()}`;
        await stores.of(id).saveDistrict({ id, name: tenant, timezone, locales: LOCALES });
      }
      await stores.link(tenant, id);
    }
  };

/** Opens the database, puts the bot together, connects the platforms; `prepare` runs in between. */
async function startBot(
  config: Config,
  clock: Clock,
  databaseName: string,
  prepare: (liaison: Liaison, platforms: readonly Platform[]) => Promise<void>,
): Promise<{ liaison: Liaison; port: number; stop: () => Promise<void> }> {
  const [
    { createPages, createPlatforms, createWeb },
    { startEmbedded },
    { assemble },
    { features },
  ] = await Promise.all([
    import("../adapters/index.ts"),
    import("../db/embedded/index.ts"),
    import("./assemble.ts"),
    import("./features/index.ts"),
  ]);
  const log = createLog(config.logLevel);
  let trouble: string | undefined;
  const embedded = config.mongodbUri
    ? undefined
    : await startEmbedded({ dir: databaseFolder(config) });
  embedded?.onExit(({ restarted, reason }) => {
    trouble = reason;
    if (restarted) log.error({ reason }, "The database ended and was started again");
    else giveUp(databaseFolder(config), reason);
  });
  const web = createWeb({ ...config, ready: async () => await (await opening).ready() });
  const pages = createPages({ web, publicUrl: config.publicUrl, clock, log });
  const platforms = await createPlatforms(config, {
    web,
    log,
    notes: {
      get: async (address) => await (await opening).notes.get(address),
      set: async (address, note) => {
        await (await opening).notes.set(address, note);
      },
    },
  });
  const opening = assemble({
    features,
    platforms,
    pages,
    uri: embedded?.uri ?? config.mongodbUri ?? "",
    databaseName,
    clock,
    log,
    alone: embedded !== undefined,
    timersRing: clock === systemClock ? "by themselves" : "on command",
  });
  const liaison = await opening
    .then(async (opened) => {
      await prepare(opened, platforms);
      await opened.start();
      return opened;
    })
    .catch((error: unknown) => {
      if (trouble !== undefined) giveUp(databaseFolder(config), trouble);
      throw error;
    });
  return {
    liaison,
    port: platforms[0]?.port() ?? 0,
    stop: async () => {
      await liaison.stop();
      await embedded?.stop();
    },
  };
}

const databaseFolder = (config: Config): string => join(resolve(config.dataDir), "db");

/** Without its database nothing can be promised; what was acknowledged is on disk for the next start. */
function giveUp(folder: string, reason: string): never {
  process.stderr.write(
    `The database in ${folder} ended: ${reason}. See that its disk is well and has room, then start again; nothing that was saved is lost.\n`,
  );
  process.exit(1);
}

/** One orderly stop, whatever asks for it first; a second signal ends the process at once. */
function onStop(stop: () => Promise<void>): void {
  let stopping = false;
  const end = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
}

/** What a person can mend is said in its sentence; only a bug shows where it happened. */
main().catch((error: unknown) => {
  const bug = !(error instanceof Error) || BUILT_IN.has(error.name);
  const said = error instanceof Error ? (bug ? error.stack : error.message) : String(error);
  process.stderr.write(`${said ?? ""}\n`);
  process.exit(1);
});
