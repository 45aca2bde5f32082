/** Sends signed slash commands at a steady rate, whether or not the last one was answered. */

import { createHmac, randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

export interface Target {
  readonly port: number;
  readonly signingSecret: string;
  /** Where answers after the acknowledgement go. */
  readonly responseUrl: string;
}

export interface Latencies {
  /** Milliseconds from sending to the end of the acknowledgement. */
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  readonly failed: number;
  readonly sent: number;
}

export async function load(target: Target, perSecond: number, seconds: number): Promise<Latencies> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const running: Promise<number | undefined>[] = [];
  const start = performance.now();
  for (let count = 0; count < perSecond * seconds; count++) {
    const due = start + (count * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await wait(early);
    running.push(goal(target, agent, count));
  }
  const answered = await Promise.all(running);
  agent.destroy();
  const times = answered.filter((time) => time !== undefined).sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
  return {
    p50: at(0.5),
    p99: at(0.99),
    worst: at(1),
    failed: answered.length - times.length,
    sent: answered.length,
  };
}

/** @returns milliseconds to the acknowledgement, or undefined when it was not a 200. */
function goal(
  { port, signingSecret, responseUrl }: Target,
  agent: Agent,
  count: number,
): Promise<number | undefined> {
  const body = new URLSearchParams({
    command: "/goal",
    text: `Every class ${String(count)} can cite a source by May 14`,
    team_id: "T0TAMARACK",
    user_id: "U0ABLIB00",
    channel_id: "C0AB00000",
    trigger_id: randomUUID(),
    response_url: responseUrl,
    api_app_id: "A0BENCH",
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac("sha256", signingSecret).update(`v0:${timestamp}:${body}`);
  const sentAt = performance.now();
  return new Promise((resolve) => {
    const sending = request(
      {
        host: "127.0.0.1",
        port,
        path: "/slack/events",
        method: "POST",
        agent,
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "content-length": Buffer.byteLength(body),
          "x-slack-request-timestamp": timestamp,
          "x-slack-signature": `v0=${signature.digest("hex")}`,
        },
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
