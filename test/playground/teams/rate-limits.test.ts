import { expect, test } from "@jest/globals";
import { createRateLimits } from "../../../playground/teams/rate-limits.ts";

function setup() {
  let now = 1_000_000;
  const limits = createRateLimits(() => now);
  return {
    pass: (ms: number) => {
      now += ms;
    },
    send: (conversation = "a:1") => limits.retryAfter("tenant", conversation, "send"),
    clear: () => {
      limits.clear();
    },
    read: () => limits.retryAfter("tenant", "a:1", "read"),
  };
}

test("seven messages fit into a second, and each conversation counts for itself", () => {
  const { send } = setup();

  const first = Array.from({ length: 8 }, () => send());

  expect(first).toEqual([null, null, null, null, null, null, null, 1]);
  expect(send("a:2")).toBeNull();
});

test("eight messages fit into two seconds", () => {
  const { send, pass } = setup();
  for (let count = 0; count < 7; count += 1) send();
  pass(1000);

  expect([send(), send()]).toEqual([null, 1]);
  pass(1000);
  expect(send()).toBeNull();
});

test("sixty messages fit into thirty seconds", () => {
  const { send, pass } = setup();
  for (let count = 0; count < 60; count += 1) {
    expect(send()).toBeNull();
    pass(300);
  }

  expect(send()).toBe(12);
});

test("1800 messages fit into an hour", () => {
  const { send, pass } = setup();
  for (let count = 0; count < 1800; count += 1) {
    expect(send()).toBeNull();
    pass(1000);
  }

  expect(send()).toBe(1800);
});

test("reading is allowed twice as often", () => {
  const { read } = setup();

  const all = Array.from({ length: 15 }, () => read());

  expect(all.filter((wait) => wait === null)).toHaveLength(14);
});

test("a tenant takes fifty calls a second, over all its conversations", () => {
  const { send } = setup();

  const all = Array.from({ length: 51 }, (_, index) => send(`a:${index}`));

  expect(all.filter((wait) => wait === null)).toHaveLength(50);
});

test("a clock that is set back starts over", () => {
  const { send, pass, clear } = setup();
  for (let count = 0; count < 7; count += 1) send();

  pass(-500_000);
  clear();
  expect(Array.from({ length: 8 }, () => send()).at(-1)).toBe(1);
});
