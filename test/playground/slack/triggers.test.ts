import { describe, expect, test } from "@jest/globals";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openJournal } from "../../../playground/journal.ts";
import { createRateLimits } from "../../../playground/slack/rate-limits.ts";
import {
  createResponseUrls,
  createTriggers,
  type ResponseUrl,
} from "../../../playground/slack/triggers.ts";

const PERSON = { user: "U1", team: "T1", view: null };
const TARGET = { channel: "C1", user: "U1", threadTs: null, original: null };

/** A real clock that the test moves. */
function clock(): { now: () => number; pass: (ms: number) => void } {
  let at = 1_000_000;
  return {
    now: () => at,
    pass: (ms) => {
      at += ms;
    },
  };
}

function responseUrls(now: () => number): ReturnType<typeof createResponseUrls> {
  const journal = openJournal(join(mkdtempSync(join(tmpdir(), "playground-")), "j.jsonl"));
  return createResponseUrls(journal.collection<ResponseUrl>("response-url"), now);
}

describe("a trigger", () => {
  test("lives three seconds", () => {
    const time = clock();
    const triggers = createTriggers(time.now);
    const id = triggers.issue(PERSON);

    time.pass(3000);
    const inTime = triggers.check(id);
    time.pass(1);

    expect(inTime).toMatchObject(PERSON);
    expect(triggers.check(id)).toBe("expired_trigger_id");
  });

  test("works once, but a refused view does not use it up", () => {
    const triggers = createTriggers(clock().now);
    const id = triggers.issue(PERSON);

    const looked = [triggers.check(id), triggers.check(id)];
    triggers.use(id);

    expect(looked).toEqual([expect.objectContaining(PERSON), expect.objectContaining(PERSON)]);
    expect(triggers.check(id)).toBe("exchanged_trigger_id");
  });

  test("that was never issued is invalid", () => {
    expect(createTriggers(clock().now).check("1.2.3")).toBe("invalid_trigger_id");
  });
});

describe("a response URL", () => {
  test("takes five answers", () => {
    const urls = responseUrls(clock().now);
    const id = urls.issue(TARGET);

    const taken = [1, 2, 3, 4, 5].map(() => urls.take(id));

    expect(taken).toEqual(taken.map(() => expect.objectContaining(TARGET)));
    expect(urls.take(id)).toBe("used_url");
  });

  test("lives half an hour", () => {
    const time = clock();
    const urls = responseUrls(time.now);
    const id = urls.issue(TARGET);

    time.pass(30 * 60_000 + 1);

    expect(urls.take(id)).toBe("expired_url");
  });
});

describe("rate limits", () => {
  test("let a short burst into one channel, then one message a second", () => {
    const time = clock();
    const limits = createRateLimits(time.now);
    const post = (): number | null => limits.retryAfter("T1", "chat.postMessage", "C1");

    const burst = [post(), post(), post(), post()];
    time.pass(1000);

    expect(burst).toEqual([null, null, null, 1]);
    expect([post(), post()]).toEqual([null, 1]);
  });

  test("start over when the clock is set back", () => {
    const time = clock();
    const limits = createRateLimits(time.now);
    const post = (): number | null => limits.retryAfter("T1", "chat.postMessage", "C1");
    for (let count = 0; count < 3; count += 1) post();

    time.pass(-60_000);
    limits.clear();
    expect([post(), post(), post(), post()]).toEqual([null, null, null, 1]);
  });

  test("count each method and workspace for itself", () => {
    const limits = createRateLimits(clock().now);
    const ask = (team: string): number | null => limits.retryAfter(team, "users.list", undefined);

    const asked = Array.from({ length: 21 }, () => ask("T1"));

    expect(asked.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => null));
    expect(asked[20]).toBe(3);
    expect(ask("T2")).toBeNull();
    expect(limits.retryAfter("T1", "users.info", undefined)).toBeNull();
  });
});
