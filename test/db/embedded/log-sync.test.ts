import { expect, jest, test } from "@jest/globals";
import { createLogSync } from "../../../db/embedded/log-sync.ts";

/** A disk that finishes when it is told to. */
function slowDisk() {
  const flushes: ((error: Error | null) => void)[] = [];
  const failures: unknown[] = [];
  const said: string[] = [];
  const log = createLogSync(
    (done) => flushes.push(done),
    (error) => failures.push(error),
  );
  return {
    log,
    failures,
    said,
    flushes: () => flushes.length,
    say: (word: string) => () => {
      said.push(word);
    },
    finish: (error: Error | null = null) => flushes.shift()?.(error),
  };
}

test("nobody waits where nothing was committed", () => {
  const { log, said, say, flushes } = slowDisk();

  log.whenOnDisk(say("read"));

  expect(said).toEqual(["read"]);
  expect(flushes()).toBe(0);
});

test("who committed hears once the disk has it", () => {
  const { log, said, say, finish } = slowDisk();
  log.committed();

  log.whenOnDisk(say("a"));
  expect(said).toEqual([]);
  finish();

  expect(said).toEqual(["a"]);
});

test("what was committed while the disk was at work waits for the next time, together", () => {
  const { log, said, say, flushes, finish } = slowDisk();
  log.committed();
  log.whenOnDisk(say("a"));
  log.whenOnDisk(say("a, written before it too"));
  log.committed();
  log.whenOnDisk(say("b"));
  log.committed();
  log.whenOnDisk(say("c"));

  finish();
  expect(said).toEqual(["a", "a, written before it too"]);
  expect(flushes()).toBe(1);
  finish();

  expect(said).toEqual(["a", "a, written before it too", "b", "c"]);
  expect(flushes()).toBe(0);
});

test("what nobody waits for is on disk within a tenth of a second, also while the disk is slow", () => {
  jest.useFakeTimers();
  try {
    const { log, flushes, finish } = slowDisk();
    log.committed();
    jest.advanceTimersByTime(100);
    expect(flushes()).toBe(1);

    log.committed();
    jest.advanceTimersByTime(100);
    expect(flushes()).toBe(1);
    finish();

    expect(flushes()).toBe(1);
    finish();
    expect(flushes()).toBe(0);
  } finally {
    jest.useRealTimers();
  }
});

test("a disk that refuses is told of, and nobody is told that it has it", () => {
  const { log, said, say, failures, finish } = slowDisk();
  log.committed();
  log.whenOnDisk(say("a"));

  finish(new Error("EIO"));

  expect(said).toEqual([]);
  expect(failures).toEqual([new Error("EIO")]);
});

test("closing waits for the disk", async () => {
  const { log, said, say, finish } = slowDisk();
  log.committed();
  log.whenOnDisk(say("a"));

  const closing = log.close().then(say("closed"));
  finish();
  await closing;

  expect(said).toEqual(["a", "closed"]);
});
