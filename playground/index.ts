/**
 * The playground: stand-ins for Slack and Teams with a web page, a control interface and a virtual
 * clock, on one port of this machine. It starts the bot as a child process and plays everybody else.
 */
import type { ChildProcess } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import type { Socket } from "node:net";
import { join } from "node:path";
import { CannotStart } from "./cannot-start.ts";
import { createBotProcess } from "./bot-process.ts";
import { readInstant } from "./control/clock.ts";
import { createEvents } from "./control/events.ts";
import { createGate } from "./control/gate.ts";
import { type Beginning, controlRouter } from "./control/router.ts";
import type { Stage } from "./control/stage.ts";
import { readDemo } from "./demo.ts";
import { foreign } from "./guard.ts";
import { createGround, FIRST_INSTANT } from "./ground.ts";
import { handOn } from "./hand-on.ts";
import { openJournal } from "./journal.ts";
import { lockFolder } from "./lock.ts";
import { pageRouter } from "./page.ts";
import type { Platform } from "./platform.ts";
import { guardedApp, listen } from "./server.ts";
import { Refused } from "./refused.ts";
import { createSlack } from "./slack/index.ts";
import { createTeams } from "./teams/index.ts";

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
  /** The bot's Teams app manifest: its commands and message extensions. */
  readonly teamsManifest?: unknown;
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
  const ground = createGround(journal, readDemo());
  const data = (): "demo" | "empty" => (ground.notes.get("data") === "empty" ? "empty" : "demo");

  const bot = createBotProcess({
    launch: (fresh) => {
      mkdirSync(botDir, { recursive: true });
      const settings = platforms.flatMap((platform) => Object.entries(platform.environment()));
      return options.launchBot({
        now: ground.clock().now,
        data: data(),
        fresh,
        dataDir: botDir,
        env: {
          ...Object.fromEntries(settings),
          PORT: "0",
          DATA_DIR: botDir,
          PUBLIC_URL: `${baseUrl}/`,
        },
      });
    },
    onNow: (now) => {
      ground.setClock({ now });
    },
    onNext: (next) => {
      ground.setClock({ next });
    },
    log,
  });
  const shared = {
    ground,
    journal,
    baseUrl,
    bot: () => bot.url(),
    heard: () => {
      bot.heard();
    },
    realNow: () => Date.now(),
    log,
  };
  const platforms: readonly Platform[] = [
    createSlack({ ...shared, manifest: options.manifest }),
    createTeams({ ...shared, manifest: options.teamsManifest }),
  ];
  const events = createEvents(ground);
  const stage: Stage = { ground, platforms, bot, log };
  const gate = createGate();

  async function reset(to: Beginning): Promise<void> {
    const now = readInstant(to.now ?? FIRST_INSTANT);
    await bot.kill();
    for (const platform of platforms) platform.forget();
    rmSync(botDir, { recursive: true, force: true });
    ground.reset({ now, next: null });
    ground.notes.put("data", to.data ?? "demo");
    await bot.start(true);
    await bot.settle("patient");
  }

  async function restart(): Promise<void> {
    await bot.kill();
    await bot.start(false);
    await bot.settle();
  }

  app.use("/control", controlRouter(stage, events, gate, { reset, restart }));
  for (const platform of platforms) platform.mount(app);
  app.use(
    "/pages",
    handOn(() => bot.url()),
  );
  app.use(pageRouter(log));
  server.on("upgrade", (request, socket: Socket, head) => {
    const platform = platforms.find(({ upgrade }) => upgrade !== undefined);
    if (foreign(request.headers, port) === null) platform?.upgrade?.(request, socket, head);
    else socket.destroy();
  });
  undo.push(() => {
    events.stop();
    for (const platform of platforms) platform.stop();
  });
  undo.push(() => bot.stop());

  const isNew = options.reset === true || journal.isEmpty();
  await gate.alone(() => (isNew ? reset({}) : restart()));
  return baseUrl;
}
