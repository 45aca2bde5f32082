/**
 * An outbox that keeps every message in memory and delivers it at once. The real one waits for the
 * pace of platforms in real time, so that a simulated year would take as long as a real morning of
 * messages; its own faults are tried in `test/contracts/`.
 */

import type { Card } from "../../src/card.ts";
import type { MessageAddress, Outbox } from "../../src/ports.ts";
import type { Address } from "../../src/team/person.ts";

export interface Said {
  readonly at: Date;
  readonly districtId: string;
  readonly key: string;
  readonly kind: string;
  readonly to: Address;
  /** As it was when it was said. */
  readonly title: string;
  card: Card;
}

export interface Outboxes {
  readonly said: readonly Said[];
  of(districtId: string): Outbox;
}

/** Outlives restarts, as rows in a database do. `heard` learns of each message once. */
export function createOutboxes(now: () => Date, heard: (said: Said) => void): Outboxes {
  const said: Said[] = [];
  const byKey = new Map<string, Said>();
  const of = (districtId: string): Outbox => {
    const find = (key: string) => byKey.get(`${districtId} ${key}`);
    const post: Outbox["post"] = ({ key, kind, to, card }) => {
      if (find(key)) return Promise.resolve();
      const one: Said = { at: now(), districtId, key, kind, to, title: card.title, card };
      said.push(one);
      byKey.set(`${districtId} ${key}`, one);
      heard(one);
      return Promise.resolve();
    };
    return {
      post,
      async postAll(messages) {
        for (const message of messages) await post(message);
      },
      revise(key, card) {
        const one = find(key);
        if (one) one.card = card;
        return Promise.resolve();
      },
      redirect: () => Promise.resolve(),
      cardOf: (message: MessageAddress) => Promise.resolve(find(message)?.card),
      shows: () => Promise.resolve(),
      keyOf: (message: MessageAddress) => Promise.resolve(find(message)?.key),
      has: (key) => Promise.resolve(find(key) !== undefined),
    };
  };
  return { said, of };
}
