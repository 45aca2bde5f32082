/** One try of one message: look for it when it may have arrived, send it, or tell that it was refused. */

import type { Address } from "../src/team/person.ts";
import {
  DeliveryError,
  type ChatPlatform,
  type Delivery,
  type MessageAddress,
  type Refusal,
} from "../src/ports.ts";
import { deliveryOf, faultOf, isInDoubt, type OutboxRow, type Result } from "./outbox-row.ts";

export interface AttemptParts {
  /** The platform of an address, when it is connected. */
  readonly platforms: (
    address: Address,
  ) => Pick<ChatPlatform, "pace" | "send" | "find"> | undefined;
  /**
   * Told of a message that will never arrive; the reason is null when a day of tries was in vain.
   * Once, but again when it throws or the process dies meanwhile.
   */
  readonly onRefused: (
    districtId: string,
    delivery: Delivery,
    reason: Refusal | null,
  ) => Promise<void>;
}

/** A platform that has not answered by then may still deliver: the message is in doubt. */
const ANSWER_MS = 25_000;

/**
 * @returns the try of a claimed row: `before` is the row as it was when nobody worked on it, `thread`
 * the message it answers. Never throws.
 */
export function createAttempts({ platforms, onRefused }: AttemptParts) {
  return async function attempt(
    row: OutboxRow,
    before: OutboxRow,
    thread: MessageAddress | null,
  ): Promise<Result> {
    const delivery = deliveryOf({ ...row, triedAt: before.triedAt }, thread);
    let during: "looking" | "sending" | "telling" = "looking";
    try {
      if (row.state === "refused") {
        during = "telling";
        await onRefused(row.district, delivery, row.reason ?? null);
        return { type: "told" };
      }
      const platform = platforms(row.to);
      if (!platform) return { type: "nowhere" };
      if (isInDoubt(before)) {
        const found = await inTime(platform.find(delivery));
        if (found) return { type: "sent", message: found.message, revision: row.tried };
      }
      during = "sending";
      const { message } = await inTime(platform.send(delivery));
      return { type: "sent", message, revision: row.wanted };
    } catch (error) {
      return { type: "failed", during, error: faultOf(error) };
    }
  };
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DeliveryError("uncertain", { message: "The platform did not answer in time" }));
    }, ANSWER_MS).unref();
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
