/** Starts a playground with the tests' own bot on a free port and a folder that is removed after. */
import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FromBot } from "../../playground/bot-channel.ts";
import type { Seen, SeenForm, SeenMessage } from "../../playground/contract.ts";
import { type BotStart, startPlayground } from "../../playground/index.ts";
import { TYPESCRIPT } from "../runner/typescript.ts";

const SLACK_BOT = new URL("goal-bot.ts", import.meta.url);
/** A bot that is on Teams only. */
export const TEAMS_BOT = new URL("teams/goal-bot.ts", import.meta.url);

export const MANIFEST = {
  features: {
    slash_commands: [{ command: "/goal", usage_hint: "[text]", should_escape: true }],
    shortcuts: [
      { name: "Log as goal", type: "message", callback_id: "log_goal" },
      { name: "Log a goal", type: "global", callback_id: "log_goal" },
    ],
  },
};

export interface Reply<T = unknown> {
  readonly status: number;
  readonly body: T;
}

export interface OpenPlayground {
  readonly url: string;
  readonly dataDir: string;
  readonly log: readonly string[];
  /** The environment and clock the bot was last started with. */
  readonly lastStart: () => BotStart;
  readonly bot: () => ChildProcess;
  readonly botPort: () => number;
  /** POST with a body, GET without; anything but 200 is an error. */
  readonly control: <T = Seen>(path: string, body?: unknown) => Promise<T>;
  readonly refused: (path: string, body?: unknown) => Promise<Reply<{ readonly error: string }>>;
  /** Calls the Web API as the bot would. */
  readonly slack: (
    method: string,
    args: Readonly<Record<string, unknown>>,
    token?: string,
  ) => Promise<Reply<Record<string, unknown>>>;
  /** Calls what Teams' stand-in offers the bot, with a token unless told otherwise. */
  readonly teams: (
    method: string,
    path: string,
    body?: unknown,
    authorization?: string,
  ) => Promise<Reply<Record<string, unknown>> & { readonly headers: Headers }>;
  /** Stops it, but keeps its folder for another one. */
  readonly stop: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

export interface OpenOptions {
  readonly dataDir?: string;
  readonly bot?: URL;
  readonly manifest?: unknown;
  readonly teamsManifest?: unknown;
  readonly reset?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Told of each start of the bot, while it starts. */
  readonly onLaunch?: (start: BotStart) => void;
}

export async function openPlayground(options: OpenOptions = {}): Promise<OpenPlayground> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "playground-"));
  const log: string[] = [];
  let last: BotStart | undefined;
  let child: ChildProcess | undefined;
  let port = 0;
  const playground = await startPlayground({
    port: 0,
    dataDir,
    manifest: options.manifest ?? MANIFEST,
    teamsManifest: options.teamsManifest,
    reset: options.reset ?? false,
    log: (sentence) => log.push(sentence),
    launchBot: (start) => {
      last = start;
      child = fork(fileURLToPath(options.bot ?? SLACK_BOT), {
        execArgv: [...TYPESCRIPT],
        stdio: ["ignore", "ignore", "ignore", "ipc"],
        env: { ...process.env, ...start.env, NOW: start.now, ...options.env },
      });
      child.on("message", (message: FromBot) => {
        if (message.type === "ready") port = message.port;
      });
      options.onLaunch?.(start);
      return child;
    },
  });

  async function send(path: string, body?: unknown): Promise<Reply> {
    const response = await fetch(
      `${playground.url}/control${path}`,
      body === undefined ? {} : { method: "POST", body: JSON.stringify(body) },
    );
    return { status: response.status, body: await response.json() };
  }

  let token: string | undefined;
  async function teamsToken(): Promise<string> {
    if (token === undefined) {
      const { env } = required(last, "start");
      const body = new URLSearchParams({
        grant_type: "client_credentials",
        client_id: env["TEAMS_APP_ID"] ?? "",
        client_secret: env["TEAMS_APP_PASSWORD"] ?? "",
        scope: "https://api.botframework.com/.default",
      });
      const url = `${playground.url}/teams/oauth2/v2.0/token`;
      const response = await fetch(url, { method: "POST", body });
      token = String(((await response.json()) as Record<string, unknown>)["access_token"]);
    }
    return token;
  }

  return {
    url: playground.url,
    dataDir,
    log,
    lastStart: () => required(last, "start"),
    bot: () => required(child, "bot"),
    botPort: () => port,
    control: async <T>(path: string, body?: unknown) => {
      const reply = await send(path, body);
      if (reply.status !== 200) throw new Error(`${path}: ${JSON.stringify(reply)}`);
      return reply.body as T;
    },
    refused: async (path, body) => {
      const reply = await send(path, body);
      return { status: reply.status, body: reply.body as { readonly error: string } };
    },
    slack: async (method, args, token = required(last, "start").env["SLACK_BOT_TOKEN"]) => {
      const response = await fetch(`${playground.url}/slack/api/${method}`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token ?? ""}` },
        body: JSON.stringify(args),
      });
      return {
        status: response.status,
        body: (await response.json()) as Record<string, unknown>,
      };
    },
    teams: async (method, path, body, authorization) => {
      const response = await fetch(`${playground.url}/teams/${path}`, {
        method,
        headers: {
          "content-type": "application/json",
          authorization: authorization ?? `Bearer ${await teamsToken()}`,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: (text.startsWith("{") ? JSON.parse(text) : { text }) as Record<string, unknown>,
      };
    },
    stop: () => playground.stop(),
    remove: async () => {
      await playground.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Fails a test whose arrangement did not come about. */
export function required<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`there is no ${what}`);
  return value;
}

export const formOf = (seen: Seen): SeenForm => required(seen.form, "form");
export const firstOf = (seen: Seen): SeenMessage => required(seen.messages[0], "message");

/** Logs a goal as the librarian and answers the message in the channel. */
export async function logGoal(playground: OpenPlayground, title: string): Promise<SeenMessage> {
  const asked = await playground.control("/say", { as: "u-ab-lib", in: "dm", text: "/goal" });
  const submitted = await playground.control("/submit", {
    as: "u-ab-lib",
    form: formOf(asked).id,
    answers: { Goal: title },
  });
  return firstOf(submitted);
}
