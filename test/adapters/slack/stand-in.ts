/** Slack's stand-in inside the test, without its page and without a bot process. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { controlRouter } from "../../../playground/control/router.ts";
import { createGate } from "../../../playground/control/gate.ts";
import { createEvents } from "../../../playground/control/events.ts";
import type { Stage } from "../../../playground/control/stage.ts";
import { readDemo } from "../../../playground/demo.ts";
import { createGround } from "../../../playground/ground.ts";
import { openJournal } from "../../../playground/journal.ts";
import { guardedApp, listen } from "../../../playground/server.ts";
import type { Deliver } from "../../../playground/slack/deliver.ts";
import { createSlack } from "../../../playground/slack/index.ts";
import { botToken } from "../../../playground/slack/web-api.ts";
import type { World } from "../../../playground/slack/world.ts";
import type { Screen, Seen, SeenHome, SeenMessage } from "../../../playground/contract.ts";
import type { SlackOptions, SlackPlatform } from "../../../adapters/slack/platform.ts";

export const TEAM = "T0TAMARACK";
export const LIBRARIAN = "U0ABLIB00";
export const CHANNEL = "C0AB00000";

const MANIFEST = {
  features: {
    slash_commands: [{ command: "/goal" }, { command: "/liaison" }],
    shortcuts: [{ name: "Log as goal", type: "message", callback_id: "log_as_goal" }],
  },
};

export interface StandIn {
  readonly world: World;
  readonly deliver: Deliver;
  readonly signingSecret: string;
  /** What the adapter needs to talk to it. */
  readonly settings: Pick<SlackOptions, "botToken" | "signingSecret" | "apiUrl">;
  readonly appToken: string;
  /** Lets the stand-in deliver to this one; the last that was connected counts. */
  connect(platform: Pick<SlackPlatform, "port" | "idle">): void;
  /** A call of the control interface, with its reply. */
  control(path: string, body: object): Promise<Seen>;
  home(as: string): Promise<SeenHome | undefined>;
  messages(as: string): Promise<readonly SeenMessage[]>;
  screen(as: string): Promise<Screen>;
  /** Triggers and response URLs are so much older from now on. */
  later(ms: number): void;
  stop(): Promise<void>;
}

export async function openStandIn(): Promise<StandIn> {
  const folder = mkdtempSync(join(tmpdir(), "liaison-slack-"));
  const journal = openJournal(join(folder, "journal.jsonl"));
  const ground = createGround(journal, readDemo());
  ground.reset({ now: new Date().toISOString(), next: null });
  let port = 0;
  let aged = 0;
  let platform: Pick<SlackPlatform, "port" | "idle"> | undefined;
  const app = guardedApp(() => port);
  const listening = await listen(app, 0);
  port = listening.port;
  const baseUrl = `http://127.0.0.1:${String(port)}`;
  const log = () => undefined;
  const slack = createSlack({
    ground,
    journal,
    manifest: MANIFEST,
    baseUrl,
    bot: () => Promise.resolve(`http://127.0.0.1:${String(platform?.port() ?? 0)}`),
    heard: () => undefined,
    realNow: () => Date.now() + aged,
    log,
  });
  const { world, deliver } = slack.stage;
  const nothing = () => Promise.resolve();
  const stage: Stage = {
    ground,
    platforms: [slack],
    log,
    bot: {
      advance: () => Promise.resolve({ now: ground.clock().now, next: null }),
      settle: async () => {
        await platform?.idle();
        return true;
      },
    },
  };
  const events = createEvents(ground);
  app.use(
    "/control",
    controlRouter(stage, events, createGate(), { reset: nothing, restart: nothing }),
  );
  slack.mount(app);
  listening.server.on("upgrade", (request, socket, head) => {
    slack.upgrade?.(request, socket, head);
  });

  async function call<T>(method: "GET" | "POST", path: string, body?: object): Promise<T> {
    const response = await fetch(`${baseUrl}/control/${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const reply = (await response.json()) as T & { error?: string };
    if (!response.ok) throw new Error(reply.error ?? `HTTP ${String(response.status)}`);
    return reply;
  }

  return {
    world,
    deliver,
    signingSecret: world.secret("signing"),
    settings: {
      botToken: botToken(world, TEAM),
      signingSecret: world.secret("signing"),
      apiUrl: `${baseUrl}/slack/api/`,
    },
    appToken: "xapp-stand-in",
    connect: (connected) => {
      platform = connected;
    },
    control: (path, body) => call<Seen>("POST", path, body),
    home: async (as) => (await call<Seen>("POST", "home", { as })).home,
    messages: (as) => call<readonly SeenMessage[]>("GET", `messages?as=${as}`),
    screen: (as) => call<Screen>("GET", `screen?as=${as}`),
    later: (ms) => {
      aged += ms;
    },
    async stop() {
      events.stop();
      slack.stop();
      listening.server.closeAllConnections();
      await new Promise((resolve) => listening.server.close(resolve));
      journal.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
