/**
 * Reads calendars from outside in a process of its own: whatever somebody hands in, it is stopped when it
 * costs too much, and neither the thread that thinks nor the one that takes in notices.
 */

import { fork, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import type { CalendarReader } from "../feature.ts";
import type { Imported } from "../school-calendar/import.ts";
import { refused } from "../school-calendar/source.ts";
import { createTurns } from "../turns.ts";
import type { ReadingRequest } from "./calendar-reader-process.ts";

interface Limits {
  /** Processor time of one reading, without that of starting the process. */
  readonly processorMs: number;
  /** What one reading may take beside what the process takes before it. */
  readonly megabytes: number;
}

const LIMITS: Limits = { processorMs: 2_000, megabytes: 100 };
/** Where the processor time of another process cannot be told, and for one that only waits. */
const LONGEST_MS = 10_000;
const LOOK_MS = 40;
/** V8 ends the process by itself beyond that, however suddenly it comes. */
const HEAP_MB = 96;
const AT_ONCE = 2;

export interface StoppableReader {
  readonly read: CalendarReader;
  /** Ends what is being read. */
  stop(): void;
}

export function createCalendarReader(limits = LIMITS): StoppableReader {
  const inTurn = createTurns(AT_ONCE);
  const running = new Set<ChildProcess>();
  let isStopped = false;

  async function read(request: ReadingRequest): Promise<Imported> {
    if (isStopped) throw new Error("Calendars are no longer read");
    const child = startProcess();
    running.add(child);
    try {
      return (await answerOf(child, request, limits)) ?? { source: refused("too_costly") };
    } finally {
      running.delete(child);
      child.kill("SIGKILL");
    }
  }

  return {
    read: (text, options, whose) => inTurn(whose, () => read({ text, options })),
    stop() {
      isStopped = true;
      for (const child of running) child.kill("SIGKILL");
    },
  };
}

/** From source the process reads TypeScript; built, it is plain JavaScript. */
function startProcess(): ChildProcess {
  const isSource = import.meta.url.endsWith(".ts");
  const name = isSource ? "calendar-reader-from-source.mjs" : "calendar-reader-process.js";
  return fork(new URL(name, import.meta.url), [], {
    // Nothing of this program's surroundings, its secrets least of all.
    env: {},
    execArgv: [`--max-old-space-size=${String(HEAP_MB)}`, "--max-semi-space-size=4"],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

/** @returns undefined when it was stopped. @throws when the process cannot be started. */
async function answerOf(
  child: ChildProcess,
  request: ReadingRequest,
  limits: Limits,
): Promise<Imported | undefined> {
  let look: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      let isReading = false;
      child.once("error", reject);
      child.once("exit", () => {
        if (isReading) resolve(undefined);
        else reject(new Error("The process that reads calendars ended before it began"));
      });
      child.on("message", (message) => {
        if (message !== "ready") {
          resolve(message as Imported);
          return;
        }
        isReading = true;
        const before = costOf(child.pid);
        const began = performance.now();
        look = setInterval(() => {
          const cost = costOf(child.pid);
          const isOver =
            performance.now() - began > LONGEST_MS ||
            cost.processorMs - before.processorMs > limits.processorMs ||
            cost.megabytes - before.megabytes > limits.megabytes;
          if (isOver) child.kill("SIGKILL");
        }, LOOK_MS);
        child.send(request);
      });
    });
  } finally {
    clearInterval(look);
  }
}

const TICK_MS = 10;
const PAGE_MB = 4096 / 1e6;
const NOTHING = { processorMs: 0, megabytes: 0 };

/** What a process has cost so far, as Linux tells; nothing where nobody tells. */
function costOf(pid: number | undefined): Limits {
  if (process.platform !== "linux") return NOTHING;
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, "latin1");
    // Behind the name, which stands in brackets and may hold blanks: fields 3 and on, as in proc(5).
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const field = (n: number): number => Number(fields[n - 3]);
    return { processorMs: (field(14) + field(15)) * TICK_MS, megabytes: field(24) * PAGE_MB };
  } catch {
    return NOTHING;
  }
}
