import { expect, test } from "@jest/globals";
import { DeliveryError, type ChatEvent, type ChatPlatform, type Log } from "../src/ports.ts";
import { recover, type Inbox } from "../src/reception.ts";

const event = { id: "1", tenant: "slack:T1", type: "command", text: "help" } as ChatEvent;
const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function recoverWith(perform: ChatPlatform["perform"]): Promise<readonly ChatEvent[]> {
  const finished: ChatEvent[] = [];
  const inbox: Inbox = {
    accept: () => Promise.resolve(true),
    finish: (one) => {
      finished.push(one);
      return Promise.resolve();
    },
    abandoned: () => Promise.resolve([event]),
  };
  await recover(0, {
    inbox,
    decide: () => Promise.resolve({ type: "nothing" }),
    platformOf: () => ({ perform }) as unknown as ChatPlatform,
    log,
  });
  return finished;
}

test("what a platform could not show yet is kept for another time", async () => {
  const later = new DeliveryError("later", { message: "Wait" });

  expect(await recoverWith(() => Promise.reject(later))).toEqual([]);
});

test("what can never be shown does not come back for ever", async () => {
  expect(await recoverWith(() => Promise.reject(new RangeError("Too long")))).toEqual([event]);
});
