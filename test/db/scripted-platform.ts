/** A chat platform that keeps what it is sent, and meets the faults a test scripts for it. */

import type { Address } from "../../src/team/person.ts";
import {
  DeliveryError,
  type ChatPlatform,
  type Delivery,
  type MessageAddress,
  type Pace,
  type Sent,
} from "../../src/ports.ts";
import { signal, type Signal } from "./signal.ts";

type Fault =
  | DeliveryError
  /** It arrives, and the answer is lost. */
  | "arrives unheard"
  /** It arrives, and the answer never comes: the process dies meanwhile. */
  | "arrives and hangs";

interface Arrived {
  readonly message: MessageAddress;
  readonly delivery: Delivery;
}

export interface ScriptedPlatform extends ChatPlatform {
  /** What people see, in the order of arrival; replaced ones as they are now. */
  readonly arrived: readonly Arrived[];
  /** Keys in the order in which sends were tried, and `look <key>` for searches. */
  readonly asked: readonly string[];
  /** The next sends of that key meet these. */
  script(key: string, ...faults: readonly Fault[]): void;
  /** The next searches fail so. */
  scriptFind(...faults: readonly DeliveryError[]): void;
  /** The next send of that key waits at the gate; `at` resolves when it is there. */
  gate(key: string): { readonly at: Promise<void>; readonly open: () => void };
  /** Resolves when so many messages have arrived. */
  whenArrived(count: number): Promise<void>;
}

export const later = (retryAfterMs?: number): DeliveryError =>
  new DeliveryError("later", {
    message: "ratelimited",
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
export const lost = (): DeliveryError => new DeliveryError("uncertain", { message: "timeout" });
export const refused = (): DeliveryError =>
  new DeliveryError("refused", { message: "is_archived", reason: "closed" });

const BRISK: Pace = {
  channel: { everyMs: 1000, burst: 3 },
  workspace: { everyMs: 50, burst: 20 },
};

/** @param pace null for one that does not say how fast it takes messages. */
export function scriptedPlatform(pace: Pace | null = BRISK): ScriptedPlatform {
  const arrived: Arrived[] = [];
  const asked: string[] = [];
  const faults = new Map<string, Fault[]>();
  const findFaults: DeliveryError[] = [];
  const gates = new Map<string, { readonly at: Signal; readonly opened: Signal }>();
  const watchers: { readonly count: number; readonly met: Signal }[] = [];

  function arrive(delivery: Delivery): Sent {
    const index = arrived.findIndex(({ message }) => message === delivery.replaces);
    const message = delivery.replaces ?? (`slack:m/${arrived.length + 1}` as MessageAddress);
    if (index < 0) arrived.push({ message, delivery });
    else arrived[index] = { message, delivery };
    for (const { count, met } of watchers) if (arrived.length >= count) met.resolve();
    return { message };
  }

  return {
    name: "slack",
    ...(pace ? { pace } : {}),
    arrived,
    asked,
    script(key, ...next) {
      faults.set(key, [...(faults.get(key) ?? []), ...next]);
    },
    scriptFind(...next) {
      findFaults.push(...next);
    },
    gate(key) {
      const gate = { at: signal(), opened: signal() };
      gates.set(key, gate);
      return { at: gate.at.promise, open: gate.opened.resolve };
    },
    async whenArrived(count) {
      const met = signal();
      if (arrived.length >= count) return;
      watchers.push({ count, met });
      await met.promise;
    },
    async send(delivery) {
      asked.push(delivery.key);
      const gate = gates.get(delivery.key);
      if (gate) {
        gates.delete(delivery.key);
        gate.at.resolve();
        await gate.opened.promise;
      }
      const fault = faults.get(delivery.key)?.shift();
      if (fault instanceof DeliveryError) throw fault;
      const sent = arrive(delivery);
      if (fault === "arrives unheard") throw lost();
      if (fault === "arrives and hangs") await new Promise(() => undefined);
      return sent;
    },
    find(delivery) {
      asked.push(`look ${delivery.key}`);
      const fault = findFaults.shift();
      if (fault) return Promise.reject(fault);
      const found = arrived.find((one) => one.delivery.key === delivery.key);
      return Promise.resolve(found && { message: found.message });
    },
    start: () => Promise.resolve(),
    perform: () => Promise.resolve(),
    profile: () => Promise.resolve(undefined),
    stop: () => Promise.resolve(),
  };
}

export const channel = (name: string): Address => `slack:T1/${name}` as Address;
