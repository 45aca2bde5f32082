/** Trying again where that can help, and doing something else where it cannot. */

import { setTimeout as delay } from "node:timers/promises";
import type { DeliveryError } from "../../src/ports.ts";
import { deliveryError } from "./errors.ts";

const TRIES = 3;
const LONGEST_WAIT_MS = 5_000;

/**
 * Repeats a call that Slack certainly did not carry out, when it says to wait only shortly.
 * @throws DeliveryError
 */
export async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await call();
    } catch (error) {
      const failure = deliveryError(error, false);
      const wait = failure.retryAfterMs;
      if (failure.fate !== "later" || wait === null) throw failure;
      if (tries === TRIES || wait > LONGEST_WAIT_MS) throw failure;
      await delay(wait);
    }
  }
}

/** Makes a call; when Slack refuses it for good, does the other. @throws DeliveryError else. */
export async function orElse(
  call: () => Promise<unknown>,
  other: (failure: DeliveryError) => Promise<unknown>,
): Promise<void> {
  try {
    await patiently(call);
  } catch (error) {
    const failure = deliveryError(error, false);
    if (failure.fate !== "refused") throw failure;
    await other(failure);
  }
}
