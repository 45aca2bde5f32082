import { afterEach, expect, test } from "@jest/globals";
import { createBirpc } from "birpc";
import { MessageChannel } from "node:worker_threads";
import { channel } from "../../src/assembly/calls.ts";
import { DeliveryError } from "../../src/ports.ts";

interface Calls {
  ask(about: unknown): Promise<unknown>;
}

let close: () => void = () => undefined;
afterEach(() => {
  close();
});

/** The other end of a thread that answers like this. */
function between(ask: Calls["ask"]): Calls {
  const { port1, port2 } = new MessageChannel();
  close = () => {
    port1.close();
  };
  createBirpc<object, Calls>({ ask }, channel(port2));
  return createBirpc<Calls>({}, channel(port1));
}

test("dates, maps and what is not there cross as they are", async () => {
  const said = {
    at: new Date("2027-03-02T15:00:00Z"),
    until: new Map([["slack:T1/U1", new Date("2027-03-02T16:00:00Z")]]),
    nothing: undefined,
  };

  await expect(between((about) => Promise.resolve(about)).ask(said)).resolves.toEqual(said);
});

test.each([
  new DeliveryError("refused", { message: "The channel is archived", reason: "closed" }),
  new DeliveryError("later", { message: "Too fast", retryAfterMs: 0 }),
  new DeliveryError("uncertain", { message: "No answer" }),
])("the fate of a delivery that failed crosses: $fate", async (failure) => {
  const crossed = await between(() => Promise.reject(failure))
    .ask(null)
    .catch((error: unknown) => error);

  expect(crossed).toBeInstanceOf(DeliveryError);
  const { fate, reason, retryAfterMs, message } = failure;
  expect(crossed).toMatchObject({ fate, reason, retryAfterMs, message });
});

test("another error keeps its name, its words and where it happened", async () => {
  const failure = new RangeError("Too long");
  const crossed = await between(() => Promise.reject(failure))
    .ask(null)
    .catch((error: unknown) => error);

  expect(crossed).toMatchObject({ name: "RangeError", message: "Too long", stack: failure.stack });
});
