/**
 * The composition root: reads the settings, starts the bot or the playground, stops in reverse.
 * What only one of the two needs is loaded only there: each is a process of its own.
 */

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Platform } from "../adapters/index.ts";
import type { BotStart } from "../playground/index.ts";
import type { Preparation } from "./assembly/calls.ts";
import type { Liaison } from "./assembly/front.ts";
import type { WatchedCore } from "./assembly/thread.ts";
import { systemClock, virtualClock, type Clock } from "./time/clock.ts";
import { readConfig, type Config } from "./config.ts";
import { createLog } from "./log.ts";
import { nodeRemedy } from "./node-release.ts";
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
${nodeLine("  Node.js     ")}
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
  const { followPlayground } = await import("./virtual-time.ts");
  const clock = virtualClock(start);
  const { liaison, port, stop } = await startBot(config, {
    clock,
    virtualFrom: start,
    databaseName: "liaison_playground",
    prepare: () =>
      Promise.resolve(
        demo === undefined
          ? undefined
          : { type: "demo", mode: demo === "empty" ? "empty" : "demo" },
      ),
  });
  onStop(stop);
  await followPlayground(liaison, clock, port);
}

const BUILT_IN = new Set(["Error", "TypeError", "RangeError", "SyntaxError", "ReferenceError"]);

async function runBot(config: Config): Promise<void> {
  const { liaison, port, stop } = await startBot(config, {
    clock: systemClock,
    databaseName: "liaison",
    prepare: async (platforms) => ({
      type: "settle in",
      tenants: await Promise.all(platforms.map((platform) => platform.tenant())),
      timezone: config.timezone,
    }),
  });
  onStop(stop);
  say(`
Liaison is ready.

${openingLines(config, port)}
  Health  http://127.0.0.1:${String(port)}/healthz and /readyz
  Data    ${config.mongodbUri ? "MongoDB (MONGODB_URI)" : databaseFolder(config)}
${nodeLine("  Node    ")}${(await liaison.codesAwaited()).map(({ code }) => firstLines(code)).join("")}`);
}

/** Nothing on a Node that is kept up. */
function nodeLine(label: string): string {
  const remedy = nodeRemedy(process.versions.node);
  return remedy === undefined ? "" : `${label}${remedy}\n`;
}

/** Whoever can read this terminal runs the bot already, and says who administrates it. */
const firstLines = (code: string): string => `
  Nobody is administrator yet. Whoever is to be writes this to the bot, once:
    /liaison admin ${code}   (Slack)
    admin ${code}            (Teams)
`;

function openingLines({ slack, teams }: Config, port: number): string {
  const at = (path: string): string => `requests at port ${String(port)}, path ${path}`;
  return [
    ...(slack ? [`  Slack   ${slack.appToken ? "Socket Mode" : at("/slack/events")}`] : []),
    ...(teams ? [`  Teams   ${at("/api/messages")}`] : []),
  ].join("\n");
}

interface BotParts {
  readonly clock: Clock;
  /** Where that clock begins, when it is a virtual one. */
  readonly virtualFrom?: Date;
  readonly databaseName: string;
  /** What the database should hold before the work starts. */
  readonly prepare: (platforms: readonly Platform[]) => Promise<Preparation | undefined>;
}

/** Opens the database, starts the core in its thread, connects the platforms. */
async function startBot(
  config: Config,
  { clock, virtualFrom, databaseName, prepare }: BotParts,
): Promise<{ liaison: Liaison; port: number; stop: () => Promise<void> }> {
  const { startCoreThread } = await import("./assembly/thread.ts");
  const thread = startCoreThread(stopAtOnce);
  const [
    { createPages, createPlatforms, createWeb },
    { startEmbedded },
    { openArrivals },
    { assembleFront },
  ] = await Promise.all([
    import("../adapters/index.ts"),
    import("../db/embedded/index.ts"),
    import("../db/arrivals.ts"),
    import("./assembly/front.ts"),
  ]);
  const log = createLog(config.logLevel);
  let trouble: string | undefined;
  let opened: WatchedCore | undefined;
  const embedded = config.mongodbUri
    ? undefined
    : await startEmbedded({ dir: databaseFolder(config) });
  embedded?.onExit(({ restarted, reason }) => {
    trouble = reason;
    if (restarted) log.error({ reason }, "The database ended and was started again");
    else giveUp(databaseFolder(config), reason);
  });
  const uri = embedded?.uri ?? config.mongodbUri ?? "";
  const alone = embedded !== undefined;
  try {
    const arrivals = await openArrivals({ uri, name: databaseName, wire: systemClock });
    const web = createWeb({
      ...config,
      well: () => opened?.isWell() ?? true,
      ready: async () => (await opened?.ready()) === true,
    });
    const platforms = await createPlatforms(config, {
      web,
      log,
      notes: arrivals.notes,
      secret: (of) => arrivals.secret(of),
    });
    const core = (opened = await thread.open(
      {
        uri,
        databaseName,
        alone,
        logLevel: config.logLevel,
        publicUrl: config.publicUrl,
        virtualFrom,
      },
      { platforms, preparation: await prepare(platforms), log, now: () => clock.now() },
    ));
    const liaison = assembleFront({
      core,
      onRestart: core.onRestart,
      personBurst: config.personBurst,
      platforms,
      inbox: arrivals.inbox,
      pages: { server: createPages({ web, clock, log }), secret: await arrivals.secret("pages") },
      log,
      alone,
    });
    await liaison.start();
    return {
      liaison,
      port: platforms[0]?.port() ?? 0,
      stop: async () => {
        await liaison.stop();
        await arrivals.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    if (trouble !== undefined) giveUp(databaseFolder(config), trouble);
    throw error;
  }
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

const isWrongArgument = (error: Error): boolean =>
  "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");

/** What a person can mend is said in its sentence; only a bug shows where it happened. */
function stopAtOnce(error: unknown): never {
  const bug = !(error instanceof Error) || (BUILT_IN.has(error.name) && !isWrongArgument(error));
  const said = error instanceof Error ? (bug ? error.stack : error.message) : String(error);
  process.stderr.write(`${said ?? ""}\n`);
  process.exit(1);
}

main().catch(stopAtOnce);
