import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { backoff, isInDoubt, settled, type OutboxRow, type Result } from "../../db/outbox-row.ts";
import { readyAt, spend } from "../../db/pacing.ts";
import { DeliveryError, type MessageAddress } from "../../src/ports.ts";
import { channel, later, lost, refused } from "./scripted-platform.ts";

const NOW = new Date("2027-03-02T15:00:00Z");
const DAY_MS = 24 * 3600_000;
const MESSAGE = "slack:m/1" as MessageAddress;

const row = (changes: Partial<OutboxRow> = {}): OutboxRow => ({
  _id: "d-1/a",
  district: "d-1",
  key: "a",
  kind: "test",
  to: channel("C1"),
  card: { title: "a", body: [] },
  thread: null,
  order: "0",
  state: "sending",
  open: true,
  dueAt: NOW,
  claim: "me",
  attempts: 0,
  since: NOW,
  triedAt: NOW,
  message: null,
  wanted: 1,
  tried: 1,
  ...changes,
});

const failed = (during: "looking" | "sending" | "telling", error: DeliveryError): Result => ({
  type: "failed",
  during,
  error,
});
const inMs = (ms: number): Date => new Date(NOW.getTime() + ms);
const old = { since: inMs(-DAY_MS) };

describe("what becomes of a message", () => {
  test.each<[string, OutboxRow, Result, object]>([
    [
      "sent",
      row(),
      { type: "sent", message: MESSAGE, revision: 1 },
      { state: "sent", open: undefined },
    ],
    ["later", row(), failed("sending", later(7000)), { state: "waiting", dueAt: inMs(7000) }],
    ["lost", row(), failed("sending", lost()), { state: "uncertain", dueAt: inMs(3000) }],
    [
      "refused",
      row(),
      failed("sending", refused()),
      { state: "refused", reason: "closed", dueAt: NOW },
    ],
    ["told", row({ state: "refused" }), { type: "told" }, { state: "refused", open: undefined }],
    ["no platform", row(), { type: "nowhere" }, { state: "waiting", dueAt: inMs(60_000) }],
    [
      "no platform, in doubt",
      row({ state: "uncertain" }),
      { type: "nowhere" },
      { state: "uncertain" },
    ],
    [
      "not found for now",
      row(),
      failed("looking", later()),
      { state: "uncertain", dueAt: inMs(1000) },
    ],
    [
      "nobody may look",
      row(),
      failed("looking", refused()),
      { state: "uncertain", open: undefined },
    ],
    ["later for a day", row(old), failed("sending", later()), { state: "refused", reason: null }],
    [
      "lost for a day",
      row(old),
      failed("sending", lost()),
      { state: "uncertain", open: undefined },
    ],
    ["no platform for a day", row(old), { type: "nowhere" }, { state: "refused", reason: null }],
    [
      "untold for a day",
      row({ ...old, state: "refused" }),
      failed("telling", lost()),
      { open: undefined },
    ],
    ["replacing lost", row({ message: MESSAGE }), failed("sending", lost()), { state: "waiting" }],
    [
      "replacing refused",
      row({ message: MESSAGE }),
      failed("sending", refused()),
      { state: "sent" },
    ],
  ])("%s", (_, before, result, after) => {
    expect(settled(before, result, NOW, 0.5)).toMatchObject(after);
  });

  test("the claim ends with the try, whatever came of it", () => {
    const results: readonly Result[] = [
      { type: "sent", message: MESSAGE, revision: 1 },
      { type: "nowhere" },
      { type: "told" },
      ...(["looking", "sending", "telling"] as const).flatMap((during) =>
        [later(), lost(), refused()].map((error) => failed(during, error)),
      ),
    ];

    for (const result of results) {
      const change = settled(row(), result, NOW, 0.5);
      expect("claim" in change && change.claim).toBeUndefined();
    }
  });

  test("only a message that may have arrived is in doubt", () => {
    const inDoubt = (["waiting", "sending", "uncertain", "sent", "refused"] as const).filter(
      (state) => isInDoubt(row({ state })),
    );

    expect(inDoubt).toStrictEqual(["sending", "uncertain"]);
    expect(isInDoubt(row({ message: MESSAGE }))).toBe(false);
  });
});

test("retries double from a second to a quarter of an hour, spread by a quarter either way", () => {
  expect([1, 2, 3, 10, 11, 60].map((attempt) => backoff(attempt, 0.5))).toStrictEqual([
    1000, 2000, 4000, 512_000, 900_000, 900_000,
  ]);
  expect([backoff(1, 0), backoff(1, 1)]).toStrictEqual([750, 1250]);
});

test("however messages come, no window holds more than the burst and the pace allow", () => {
  const pace = { everyMs: 1000, burst: 3 };
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1500 }), { maxLength: 40 }), (gaps) => {
      let now = 0;
      let full = 0;
      const sent: number[] = [];
      for (const gap of gaps) {
        now += gap;
        if (readyAt(full, pace) > now) continue;
        sent.push(now);
        full = spend(full, now, pace);
      }
      for (const start of sent) {
        const inWindow = sent.filter((at) => at >= start && at < start + 5000);
        expect(inWindow.length).toBeLessThanOrEqual(3 + 5);
      }
    }),
  );
});
