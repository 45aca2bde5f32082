import { afterEach, describe, expect, test } from "@jest/globals";
import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { createDeliver, type Deliver } from "../../../playground/slack/deliver.ts";
import { createSocketMode } from "../../../playground/slack/socket-mode.ts";

const SECRET = "s3cret";
const WORKSPACE = { team: "T1", name: "One", domain: "one", bot: "UBOT", zone: "UTC" };
const EVENT = { type: "app_home_opened", user: "U1" };

interface Got {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let server: Server | undefined;
let deliver: Deliver | undefined;
afterEach(() => {
  deliver?.stop();
  server?.closeAllConnections();
  server?.close();
});

/** An app that answers each request with the next of `answers`. */
async function app(
  ...answers: readonly { status: number; body?: string; headers?: Record<string, string> }[]
): Promise<{ deliver: Deliver; got: Got[] }> {
  const got: Got[] = [];
  const listening = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const answer = answers[got.length] ?? { status: 200 };
      got.push({ headers: request.headers, body });
      response.writeHead(answer.status, answer.headers);
      response.end(answer.body);
    });
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const address = listening.address();
  const port = typeof address === "object" && address ? address.port : 0;
  deliver = createDeliver({
    url: () => Promise.resolve(`http://127.0.0.1:${port}/slack/events`),
    secret: () => SECRET,
    sockets: createSocketMode(),
    subscribed: new Set(["app_home_opened"]),
    log: () => undefined,
  });
  return { deliver, got };
}

describe("requests", () => {
  test("are signed over the bytes that are sent, at the real time", async () => {
    const { deliver, got } = await app();

    await deliver.command({ command: "/goal", text: "läs & skriv" });

    const { headers, body } = got[0] ?? { headers: {}, body: "" };
    const stamp = String(headers["x-slack-request-timestamp"]);
    const expected = createHmac("sha256", SECRET).update(`v0:${stamp}:${body}`).digest("hex");
    expect(headers["x-slack-signature"]).toBe(`v0=${expected}`);
    expect(Math.abs(Number(stamp) - Date.now() / 1000)).toBeLessThan(10);
    expect(headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(new URLSearchParams(body).get("text")).toBe("läs & skriv");
  });

  test.each([
    ["nothing", { status: 200 }, { ok: true, reply: undefined }],
    ["a text", { status: 200, body: "saved" }, { ok: true, reply: "saved" }],
    ["JSON", { status: 200, body: '{"text":"a"}' }, { ok: true, reply: { text: "a" } }],
    ["an error", { status: 500 }, { ok: false, error: "dispatch_failed" }],
  ])("answered with %s are understood and not repeated", async (_what, answer, ack) => {
    const { deliver, got } = await app(answer);

    expect(await deliver.interaction({ type: "block_actions" })).toEqual(ack);
    expect(got).toHaveLength(1);
  });
});

describe("events", () => {
  test("that fail come again at once under the same id", async () => {
    const { deliver, got } = await app({ status: 500 }, { status: 200 });

    await deliver.event(WORKSPACE, EVENT);

    const [first, second] = got;
    expect(got).toHaveLength(2);
    expect(first?.headers["x-slack-retry-num"]).toBeUndefined();
    expect(second?.headers["x-slack-retry-num"]).toBe("1");
    expect(second?.headers["x-slack-retry-reason"]).toBe("http_error");
    expect(second?.body).toBe(first?.body);
    expect(JSON.parse(first?.body ?? "")).toMatchObject({
      type: "event_callback",
      team_id: "T1",
      event: EVENT,
      authorizations: [{ user_id: "UBOT" }],
    });
  });

  test("do not come again when the app asks so", async () => {
    const { deliver, got } = await app({ status: 500, headers: { "x-slack-no-retry": "1" } });

    await deliver.event(WORKSPACE, EVENT);

    expect(got).toHaveLength(1);
  });

  test("the app did not subscribe to are not sent", async () => {
    const { deliver, got } = await app();

    await deliver.event(WORKSPACE, { type: "message", channel_type: "im" });

    expect(got).toEqual([]);
  });
});
