/** What the outbox's contract acts on, and how it makes messages and time pass. */

import type { SendingOutbox } from "../../db/outbox.ts";
import type { Card } from "../../src/card.ts";
import type { Delivery, OutgoingMessage, Refusal } from "../../src/ports.ts";
import { channel, type ScriptedPlatform } from "../db/scripted-platform.ts";

export interface OutboxWorld {
  readonly platform: ScriptedPlatform;
  /** Who was told of a message that will never arrive. */
  readonly refusals: {
    readonly district: string;
    readonly key: string;
    readonly reason: Refusal | null;
  }[];
  /** Telling fails so often first. */
  failTelling(times: number): void;
  /** Another process on the same, fresh database; started. */
  process(options?: { readonly alone?: boolean }): Promise<SendingOutbox>;
  /** Connects or disconnects the platform. */
  connected(isConnected: boolean): void;
  /** Real time passes. */
  pass(ms: number): void;
}

export const aCard = (title: string): Card => ({ title, body: [] });

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DISTRICT = "d-1";

export const message = (key: string, changes: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  key,
  kind: "test",
  to: channel("C1"),
  card: aCard(key),
  ...changes,
});

export const titlesOf = ({ platform }: OutboxWorld): readonly string[] =>
  platform.arrived.map(({ delivery }) => delivery.card.title);
export const deliveryOf = ({ platform }: OutboxWorld, key: string): Delivery | undefined =>
  platform.arrived.find(({ delivery }) => delivery.key === key)?.delivery;

/** Posts them and sends all that may leave now. */
export async function send(
  outbox: SendingOutbox,
  ...messages: readonly OutgoingMessage[]
): Promise<void> {
  for (const one of messages) await outbox.of(DISTRICT).post(one);
  await outbox.wake();
}

/** Lets time pass step by step, and everything leave that may, until nothing is left to do. */
export async function passing(
  world: OutboxWorld,
  outbox: SendingOutbox,
  ms: number,
  step = 1000,
): Promise<void> {
  for (let passed = 0; passed < ms; passed += step) {
    world.pass(step);
    await outbox.wake();
  }
}
