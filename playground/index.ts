/**
 * The playground: a stand-in for Slack with a web page, a control interface and a virtual clock,
 * on one port of this machine. It starts the bot as a child process and plays everybody else.
 */
import type { ChildProcess } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import type { Socket } from "node:net";
import { join } from "node:path";
import { CannotStart } from "./cannot-start.ts";
import { createBotProcess } from "./bot-process.ts";
import { readInstant } from "./control/clock.ts";
import { createEvents } from "./control/events.ts";
import { type Beginning, controlRouter } from "./control/router.ts";
import type { Stage } from "./control/stage.ts";
import { readDemo } from "./demo.ts";
import { foreign } from "./guard.ts";
import { openJournal } from "./journal.ts";
import { lockFolder } from "./lock.ts";
import { readManifest } from "./manifest.ts";
import { pageRouter } from "./page.ts";
import { guardedApp, listen, mountSlack } from "./server.ts";
import { Refused } from "./refused.ts";
import { createDeliver } from "./slack/deliver.ts";
import { createFaults } from "./slack/faults.ts";
import { createRateLimits } from "./slack/rate-limits.ts";
import { createSocketMode } from "./slack/socket-mode.ts";
import { createResponseUrls, createTriggers, type ResponseUrl } from "./slack/triggers.ts";
import { createUploads } from "./slack/uploads.ts";
import { botToken } from "./slack/web-api.ts";
import { createWorld, FIRST_INSTANT } from "./slack/world.ts";

/** How the bot is to be started. */
export interface BotStart {
  /** Where its virtual clock starts, ISO 8601 in UTC. */
  readonly now: string;
  readonly data: "demo" | "empty";
  /** True when it starts on an empty folder and loads `data`. */
  readonly fresh: boolean;
  /** To be added to its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** The bot's own folder. */
  readonly dataDir: string;
}

export interface PlaygroundOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly dataDir: string;
  /** Starts over: everything that was said, and all of the bot's data, is deleted. */
  readonly reset?: boolean;
  /** The bot's Slack app manifest: its commands, shortcuts and events. */
  readonly manifest: unknown;
  /**
   * Starts the bot with a message channel that speaks `ToBot` and `FromBot`. It must end itself
   * when the channel closes.
   */
  readonly launchBot: (start: BotStart) => ChildProcess;
  /** Takes one sentence about what the playground does. */
  readonly log: (sentence: string) => void;
}

export interface Playground {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  stop(): Promise<void>;
}

export { CannotStart };

/**
 * Starts the playground and the bot; resolves when both take requests. Rejects with `CannotStart`,
 * whose sentence names the remedy, when the port or the folder is taken or the bot does not start.
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const release = lockFolder(options.dataDir);
  const undo: (() => void | Promise<void>)[] = [release];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const url = await assemble(options, undo);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error instanceof Refused ? new CannotStart(error.message, { cause: error }) : error;
  }
}

/** Builds and starts the parts; each adds to `undo` how it is taken down. */
async function assemble(
  options: PlaygroundOptions,
  undo: (() => void | Promise<void>)[],
): Promise<string> {
  const { log } = options;
  const botDir = join(options.dataDir, "bot");
  let port = options.port;
  const app = guardedApp(() => port);
  const { server, port: taken } = await listen(app, port);
  port = taken;
  const baseUrl = `http://127.0.0.1:${port}`;
  undo.push(async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) =>
      server.close(() => {
        resolve();
      }),
    );
  });

  const journal = openJournal(join(options.dataDir, "playground.jsonl"));
  undo.push(() => {
    journal.close();
  });
  const world = createWorld(journal, readDemo());
  const declared = readManifest(options.manifest);
  const realNow = (): number => Date.now();
  const triggers = createTriggers(realNow);
  const urls = createResponseUrls(journal.collection<ResponseUrl>("response-url"), realNow);
  const faults = createFaults();
  const sockets = createSocketMode();
  const data = (): "demo" | "empty" => (world.notes.get("data") === "empty" ? "empty" : "demo");

  const bot = createBotProcess({
    launch: (fresh) => {
      mkdirSync(botDir, { recursive: true });
      return options.launchBot({
        now: world.clock().now,
        data: data(),
        fresh,
        dataDir: botDir,
        env: {
          SLACK_BOT_TOKEN: botToken(world, world.demo.workspaces[0]?.team ?? ""),
          SLACK_SIGNING_SECRET: world.secret("signing"),
          SLACK_API_URL: `${baseUrl}/slack/api/`,
          PORT: "0",
          DATA_DIR: botDir,
        },
      });
    },
    onNow: (now) => {
      world.setClock({ now });
    },
    onNext: (next) => {
      world.setClock({ next });
    },
    log,
  });
  const deliver = createDeliver({
    url: () => bot.url(),
    secret: () => world.secret("signing"),
    sockets,
    subscribed: declared.events,
    log,
  });
  const events = createEvents(world);
  const stage: Stage = { world, bot, deliver, triggers, urls, faults, declared, baseUrl, log };

  async function reset(to: Beginning): Promise<void> {
    const now = readInstant(to.now ?? FIRST_INSTANT);
    await bot.kill();
    faults.clear();
    rmSync(botDir, { recursive: true, force: true });
    world.reset({ now, next: null });
    world.notes.put("data", to.data ?? "demo");
    await bot.start(true);
    await bot.settle("patient");
  }

  async function restart(): Promise<void> {
    await bot.kill();
    await bot.start(false);
    await bot.settle();
  }

  app.use("/control", controlRouter(stage, events, { reset, restart }));
  app.use("/slack/api", (_request, _response, next) => {
    bot.heard();
    next();
  });
  mountSlack(
    app,
    {
      world,
      triggers,
      uploads: createUploads(),
      sockets,
      baseUrl,
      limits: createRateLimits(realNow),
      faults,
    },
    urls,
  );
  app.use(pageRouter(log));
  server.on("upgrade", (request, socket: Socket, head) => {
    if (foreign(request.headers, port) === null) sockets.upgrade(request, socket, head);
    else socket.destroy();
  });
  undo.push(() => {
    events.stop();
    deliver.stop();
    sockets.stop();
  });
  undo.push(() => bot.stop());

  if (options.reset === true || journal.isEmpty()) await reset({});
  else await restart();
  return baseUrl;
}
