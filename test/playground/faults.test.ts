import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { SeenMessage } from "../../playground/contract.ts";
import { type OpenPlayground, openPlayground, type Reply } from "./open-playground.ts";

let playground: OpenPlayground;
beforeAll(async () => {
  playground = await openPlayground();
}, 60_000);
afterAll(() => playground.remove());

const fault = (kind: string, times = 1, match?: string): Promise<unknown> =>
  playground.control("/fault", { platform: "slack", kind, times, ...(match ? { match } : {}) });
const post = (channel: string, text: string): Promise<Reply<Record<string, unknown>>> =>
  playground.slack("chat.postMessage", { channel, text });

test("429 names the seconds to wait, and the next try passes", async () => {
  await fault("429");

  const response = await fetch(`${playground.url}/slack/api/chat.postMessage`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${playground.lastStart().env["SLACK_BOT_TOKEN"] ?? ""}`,
    },
    body: JSON.stringify({ channel: "U0ABLIB00", text: "x" }),
  });
  const again = await post("U0ABLIB00", "x");

  expect(response.status).toBe(429);
  expect(response.headers.get("retry-after")).toBe("1");
  expect(again.status).toBe(200);
});

test("503 stores nothing", async () => {
  await fault("503");

  await expect(post("U0ABIT000", "lost")).rejects.toThrow();
  const seen = await playground.control<readonly SeenMessage[]>("/messages?as=u-ab-it&in=dm");

  expect(seen).toEqual([]);
});

test("a timeout after acceptance stores the message and breaks the connection", async () => {
  await fault("timeout-after-accept");

  await expect(post("U0TVLIB00", "did it arrive?")).rejects.toThrow("fetch failed");
  const seen = await playground.control<readonly SeenMessage[]>("/messages?as=u-tv-lib&in=dm");

  expect(seen.map(({ text }) => text)).toEqual(["did it arrive?"]);
});

test.each([
  ["blocked", "U0TVITS00", "user_disabled"],
  ["blocked", "C0TV00000", "restricted_action"],
  ["archived", "C0TV00000", "is_archived"],
])("%s refuses a send to %s with %s", async (kind, channel, error) => {
  await fault(kind);

  const { body } = await post(channel, "x");

  expect(body["error"]).toBe(error);
});

test("only sends that match meet the fault, as often as was asked", async () => {
  await fault("archived", 2, "nudge");

  const other = await post("U0ABPRIN0", "hello");
  const met = [await post("U0ABPRIN0", "a Nudge"), await post("U0ABT4000", "nudge two")];
  const after = await post("U0ABREL00", "nudge three");

  expect(other.body["ok"]).toBe(true);
  expect(met.map(({ body }) => body["error"])).toEqual(["is_archived", "is_archived"]);
  expect(after.body["ok"]).toBe(true);
});

test("a person can be meant by their id", async () => {
  await fault("blocked", 1, "u-tv-prin");

  const { body } = await post("U0TVPRIN0", "x");

  expect(body["error"]).toBe("user_disabled");
});

test("trouble that only Teams has is refused with a sentence", async () => {
  const refused = await playground.refused("/fault", { platform: "slack", kind: "413", times: 1 });

  expect(refused.status).toBe(400);
  expect(refused.body.error).toContain("only Teams has");
});
