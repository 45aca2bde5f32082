/** Sends requests at a steady rate, whether or not the last one was answered. */

import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

export interface Latencies {
  /** Milliseconds from sending to the end of the answer. */
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  readonly failed: number;
}

/** One POST to a bot on this computer. */
export interface Posting {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * @param write makes the nth request, before its time is taken.
 * @returns how long each took to be answered, in milliseconds; undefined for one that was not.
 */
export async function load(
  write: (count: number) => Posting,
  perSecond: number,
  seconds: number,
): Promise<readonly (number | undefined)[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const running: Promise<number | undefined>[] = [];
  const start = performance.now();
  for (let count = 0; count < perSecond * seconds; count++) {
    const due = start + (count * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await wait(early);
    running.push(post(write(count), agent));
  }
  const answered = await Promise.all(running);
  agent.destroy();
  return answered;
}

export function latencies(answered: readonly (number | undefined)[]): Latencies {
  const times = answered.filter((time) => time !== undefined).sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
  return { p50: at(0.5), p99: at(0.99), worst: at(1), failed: answered.length - times.length };
}

/** @returns milliseconds to the end of the answer, or undefined when it was not a 200. */
function post({ port, path, headers, body }: Posting, agent: Agent): Promise<number | undefined> {
  const sentAt = performance.now();
  return new Promise((resolve) => {
    const sending = request(
      {
        host: "127.0.0.1",
        port,
        path,
        method: "POST",
        agent,
        headers: { ...headers, "content-length": Buffer.byteLength(body) },
      },
      (response) => {
        response.resume();
        response.once("end", () => {
          resolve(response.statusCode === 200 ? performance.now() - sentAt : undefined);
        });
      },
    );
    sending.once("error", () => {
      resolve(undefined);
    });
    sending.end(body);
  });
}
