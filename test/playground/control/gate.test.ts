import { expect, test } from "@jest/globals";
import { createGate } from "../../../playground/control/gate.ts";

/** Work that ends when it is told to, and notes when it began and ended. */
function work(log: string[], name: string): { run: () => Promise<void>; end: () => void } {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return {
    run: async () => {
      log.push(`${name} begins`);
      await ended;
      log.push(`${name} ends`);
    },
    end: () => {
      end();
    },
  };
}

test("people act side by side, and what needs quiet waits for them and keeps others waiting", async () => {
  const gate = createGate();
  const log: string[] = [];
  const [a, b, clock, c] = ["a", "b", "clock", "c"].map((name) => work(log, name));
  if (!a || !b || !clock || !c) throw new Error("four pieces of work");

  const all = [gate.shared(a.run), gate.shared(b.run), gate.alone(clock.run), gate.shared(c.run)];
  b.end();
  await all[1];
  a.end();
  clock.end();
  c.end();
  await Promise.all(all);

  expect(log).toEqual([
    "a begins",
    "b begins",
    "b ends",
    "a ends",
    "clock begins",
    "clock ends",
    "c begins",
    "c ends",
  ]);
});

test("work that fails keeps nobody out", async () => {
  const gate = createGate();

  const failed = gate.alone(() => Promise.reject(new Error("no")));
  const after = gate.shared(() => Promise.resolve("in"));

  await expect(failed).rejects.toThrow("no");
  expect(await after).toBe("in");
});
