/**
 * The bot as a child process: started, asked over its message channel to move the clock or to say
 * when it is idle, killed, and started once more when it dies by itself.
 */
import type { ChildProcess } from "node:child_process";
import type { FromBot, ToBot } from "./bot-channel.ts";
import { Refused } from "./refused.ts";

const READY_WITHIN_MS = 60_000;
const SETTLE_WITHIN_MS = 20_000;
/** The clock may pass weeks, but something has to be heard of the bot now and then. */
const SILENT_FOR_MS = 120_000;
const STOP_WITHIN_MS = 5000;
/** A bot that dies twice within this time is not started a third time. */
const DIES_AGAIN_WITHIN_MS = 10_000;

interface Advanced {
  readonly now: string;
  readonly next: string | null;
}

export interface BotProcess {
  /** Starts the bot on fresh or kept data; resolves when it is ready. */
  start(fresh: boolean): Promise<void>;
  /** Where it listens, without a path; waits while it starts. Throws a 503 when it is down. */
  url(): Promise<string>;
  advance(to: string): Promise<Advanced>;
  /**
   * True when the bot is idle; false when it was still busy after twenty seconds or, when asked to
   * be patient, when nothing was heard of it for two minutes.
   */
  settle(patience?: "patient"): Promise<boolean>;
  /** The bot has done something: it is alive. */
  heard(): void;
  /** Kills it without warning. */
  kill(): Promise<void>;
  /** Asks it to end, and kills it when it does not. */
  stop(): Promise<void>;
}

export interface BotProcessOptions {
  readonly launch: (fresh: boolean) => ChildProcess;
  /** The bot's clock has become `at`. */
  readonly onNow: (at: string) => void;
  readonly onNext: (next: string | null) => void;
  readonly log: (sentence: string) => void;
}

interface Running {
  readonly child: ChildProcess;
  readonly port: Promise<number>;
  readonly ended: Promise<string>;
  /** Settles when it is decided what follows its end. */
  decided: Promise<void>;
  /** Answers still awaited, by id. */
  readonly waiting: Map<number, (answer: FromBot) => void>;
  heardAt: number;
  expected: boolean;
}

export function createBotProcess(options: BotProcessOptions): BotProcess {
  let running: Running | null = null;
  let down = "The bot has not been started yet.";
  let lastDeath = 0;
  let ids = 0;

  function launch(fresh: boolean): Running {
    const child = options.launch(fresh);
    const waiting = new Map<number, (answer: FromBot) => void>();
    const ended = new Promise<string>((resolve) => {
      child.once("exit", (code, signal) => {
        resolve(signal === null ? `exit code ${code ?? "unknown"}` : `signal ${signal}`);
      });
      child.once("error", (error) => {
        resolve(error.message);
      });
    });
    const port = new Promise<number>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`it was not ready within ${READY_WITHIN_MS / 1000} seconds`));
        child.kill("SIGKILL");
      }, READY_WITHIN_MS);
      child.on("message", (message: FromBot) => {
        started.heardAt = Date.now();
        if (message.type === "ready") {
          clearTimeout(timer);
          resolve(message.port);
        } else if (message.type === "now") {
          options.onNow(message.at);
          send(started, { type: "noted", id: message.id });
        } else waiting.get(message.id)?.(message);
      });
      void ended.then((how) => {
        clearTimeout(timer);
        reject(new Error(`it ended with ${how}`));
      });
    });
    port.catch(() => undefined);
    const started: Running = {
      child,
      port,
      ended,
      waiting,
      decided: Promise.resolve(),
      heardAt: Date.now(),
      expected: false,
    };
    started.decided = watch(started);
    return started;
  }

  /** Starts the bot again when it ended by itself after it had been ready. */
  async function watch(watched: Running): Promise<void> {
    const wasReady = await watched.port.then(
      () => true,
      () => false,
    );
    const how = await watched.ended;
    if (watched.expected || running !== watched) return;
    const again = Date.now() - lastDeath < DIES_AGAIN_WITHIN_MS;
    lastDeath = Date.now();
    if (!wasReady || again) {
      down = `The bot died (${how}) and was not started again. Its log in the terminal says why; then restart the bot, or start over.`;
      running = null;
      options.log(down);
      return;
    }
    options.log(`The bot died (${how}); starting it again on the same data.`);
    running = launch(false);
  }

  async function current(): Promise<Running> {
    if (!running) throw new Refused(503, down);
    const candidate = running;
    try {
      await candidate.port;
      return candidate;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Refused(
        503,
        `The bot could not be started: ${why}. Its log in the terminal says more.`,
      );
    }
  }

  /** Sends a question and waits for its answer; null when the bot died before it answered. */
  async function ask(
    question: (id: number) => ToBot,
    silentForMs: number,
  ): Promise<FromBot | "died" | "silent"> {
    const asked = await current();
    ids += 1;
    const id = ids;
    const since = Date.now();
    let timer: NodeJS.Timeout | undefined;
    const answer = await Promise.race([
      new Promise<FromBot>((resolve) => asked.waiting.set(id, resolve)),
      asked.ended.then(() => "died" as const),
      new Promise<"silent">((resolve) => {
        timer = setInterval(() => {
          const heard = silentForMs === SETTLE_WITHIN_MS ? since : Math.max(asked.heardAt, since);
          if (Date.now() - heard >= silentForMs) resolve("silent");
        }, 250);
        send(asked, question(id));
      }),
    ]);
    clearInterval(timer);
    asked.waiting.delete(id);
    if (answer === "died") await asked.decided;
    return answer;
  }

  /** Asks again after a death, of the bot that was started in its place. */
  async function askTwice(
    question: (id: number) => ToBot,
    silentForMs: number,
  ): Promise<FromBot | "silent"> {
    const first = await ask(question, silentForMs);
    if (first !== "died") return first;
    const second = await ask(question, silentForMs);
    if (second === "died") throw new Refused(503, "The bot died twice while it was asked to work.");
    return second;
  }

  async function end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    if (!running) return;
    const ending = running;
    running = null;
    down = "The bot is stopped.";
    ending.expected = true;
    ending.child.kill(signal);
    const timer = setTimeout(() => ending.child.kill("SIGKILL"), STOP_WITHIN_MS);
    await ending.ended;
    clearTimeout(timer);
  }

  return {
    start: async (fresh) => {
      await end("SIGKILL");
      running = launch(fresh);
      await current();
    },
    url: async () => `http://127.0.0.1:${await (await current()).port}`,
    advance: async (to) => {
      const answer = await askTwice((id) => ({ type: "advance", id, to }), SILENT_FOR_MS);
      if (answer === "silent" || answer.type !== "advanced") {
        throw new Refused(
          503,
          "The bot did not move its clock. Its log in the terminal says why; then restart it.",
        );
      }
      options.onNow(answer.now);
      options.onNext(answer.next);
      return { now: answer.now, next: answer.next };
    },
    heard: () => {
      if (running) running.heardAt = Date.now();
    },
    settle: async (patience) => {
      const within = patience ? SILENT_FOR_MS : SETTLE_WITHIN_MS;
      const answer = await askTwice((id) => ({ type: "settle", id }), within);
      if (answer === "silent" || answer.type !== "settled") {
        options.log("The bot is still busy; going on without waiting for it.");
        return false;
      }
      options.onNext(answer.next);
      return true;
    },
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
  };
}

function send(to: Running, message: ToBot): void {
  if (to.child.connected) to.child.send(message);
}
