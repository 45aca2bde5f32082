/** Trying again where that can help, and doing something else where it cannot. */

import { setTimeout as delay } from "node:timers/promises";
import { DeliveryError } from "../../src/ports.ts";

const TRIES = 3;
const LONGEST_WAIT_MS = 5_000;
/** Teams does not always say how long. */
const USUAL_WAIT_MS = 1_000;

/** Whatever came up, as what it means for the message. */
export const failed = (error: unknown): DeliveryError =>
  error instanceof DeliveryError
    ? error
    : new DeliveryError("uncertain", { message: "An unexpected fault", cause: error });

/**
 * Repeats a call that Teams certainly did not carry out, when it says to wait only shortly.
 * @throws DeliveryError
 */
export async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await call();
    } catch (error) {
      const failure = failed(error);
      const wait = failure.retryAfterMs ?? USUAL_WAIT_MS;
      if (failure.fate !== "later" || tries === TRIES || wait > LONGEST_WAIT_MS) throw failure;
      await delay(wait);
    }
  }
}

/** Makes a call; when Teams refuses it for good, does the other. @throws DeliveryError else. */
export async function orElse(
  call: () => Promise<unknown>,
  other: (failure: DeliveryError) => Promise<unknown>,
): Promise<void> {
  const failure = await refusalOf(call);
  if (failure) await other(failure);
}

/** Why Teams refused a call for good; undefined when it did not. @throws DeliveryError else. */
export async function refusalOf(call: () => Promise<unknown>): Promise<DeliveryError | undefined> {
  try {
    await patiently(call);
    return undefined;
  } catch (error) {
    const failure = failed(error);
    if (failure.fate !== "refused") throw failure;
    return failure;
  }
}
