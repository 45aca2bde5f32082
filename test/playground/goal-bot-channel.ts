/** The tests' bot as the playground's child process: its virtual clock and its message channel. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { Server } from "node:http";
import { join } from "node:path";
import type { FromBot, ToBot } from "../../playground/bot-channel.ts";

const HOUR_MS = 3_600_000;
let busy = 0;
let whenIdle: (() => void)[] = [];

/** Counts work, so that the bot can say when it is idle. */
export async function busyWith(work: () => Promise<unknown>): Promise<void> {
  busy += 1;
  try {
    await work();
  } finally {
    busy -= 1;
    if (busy === 0) {
      for (const tell of whenIdle) tell();
      whenIdle = [];
    }
  }
}

function idle(): Promise<void> {
  return busy === 0 ? Promise.resolve() : new Promise((resolve) => whenIdle.push(resolve));
}

export interface Channel {
  readonly server: unknown;
  readonly now: string;
  /** Where the count of reminders is kept. */
  readonly folder: string;
  /** Sends reminder number `count`; there is one every full hour. */
  readonly remind: (count: number) => Promise<void>;
}

export function openChannel({ server, now: start, folder, remind }: Channel): void {
  const file = join(folder, "reminders.json");
  const noted = new Map<number, () => void>();
  let now = start;
  let ids = 0;

  const tell = (message: FromBot): void => {
    process.send?.(message);
  };
  const nextHour = (): string =>
    new Date((Math.floor(Date.parse(now) / HOUR_MS) + 1) * HOUR_MS).toISOString();

  async function moveTo(at: string): Promise<void> {
    now = at;
    ids += 1;
    const id = ids;
    const answered = new Promise<void>((resolve) => noted.set(id, resolve));
    tell({ type: "now", id, at });
    await answered;
  }

  async function advance(id: number, to: string): Promise<void> {
    while (nextHour() <= to) {
      await moveTo(nextHour());
      const count = (existsSync(file) ? Number(readFileSync(file, "utf8")) : 0) + 1;
      writeFileSync(file, String(count));
      await remind(count).catch(() => undefined);
    }
    await moveTo(to);
    tell({ type: "advanced", id, now, next: nextHour() });
  }

  process.on("message", (message: ToBot) => {
    switch (message.type) {
      case "advance":
        void advance(message.id, message.to);
        return;
      case "settle":
        void idle().then(() => {
          tell({ type: "settled", id: message.id, next: nextHour() });
        });
        return;
      case "noted":
        noted.get(message.id)?.();
    }
  });
  process.on("disconnect", () => {
    process.exit(0);
  });
  tell({ type: "ready", port: portOf(server) });
}

/** 0 in Socket Mode, where there is no server. */
function portOf(server: unknown): number {
  const address = server instanceof Server ? server.address() : null;
  return typeof address === "object" && address ? address.port : 0;
}
