import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { createWeb } from "../../../adapters/http.ts";
import { createSlackPlatform } from "../../../adapters/slack/platform.ts";
import { createCore, createMemoryLog, openSlack, type Slack } from "./open-slack.ts";

let slack: Slack;
beforeEach(async () => {
  slack = await openSlack();
});
afterEach(async () => {
  await slack.stop();
});

const FIELDS = {
  command: "/goal",
  text: "read",
  team_id: "T0TAMARACK",
  user_id: "U0ABLIB00",
  channel_id: "C0AB00000",
  trigger_id: "1.2.abc",
};

const WHO = { team: { id: "T0TAMARACK" }, user: { id: "U0ABLIB00" } };

interface Sent {
  readonly secret?: string;
  readonly secondsAgo?: number;
  readonly type?: string;
}

/** Sends a request as Slack would, or as somebody who is not Slack. */
async function send(body: string, { secret, secondsAgo = 0, type }: Sent = {}) {
  const seconds = String(Math.floor(Date.now() / 1000) - secondsAgo);
  const hash = createHmac("sha256", secret ?? slack.signingSecret)
    .update(`v0:${seconds}:${body}`)
    .digest("hex");
  return await fetch(`http://127.0.0.1:${String(slack.platform.port())}/slack/events`, {
    method: "POST",
    body,
    headers: {
      "content-type": type ?? "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": seconds,
      "x-slack-signature": `v0=${hash}`,
    },
  });
}
const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString();
const json = async (body: object) => await send(JSON.stringify(body), { type: "application/json" });

describe("who may speak for Slack", () => {
  test.each([
    ["a wrong signature", { secret: "f".repeat(32) }],
    ["a signature of six minutes ago", { secondsAgo: 360 }],
    ["a signature of six minutes from now", { secondsAgo: -360 }],
  ])("%s is turned away and nothing happens", async (_, sent) => {
    const { status } = await send(form(FIELDS), sent);

    expect(status).toBe(401);
    expect(slack.core.accepted).toEqual([]);
  });

  test("a request without a signature is turned away", async () => {
    const { status } = await fetch(
      `http://127.0.0.1:${String(slack.platform.port())}/slack/events`,
      { method: "POST", body: form(FIELDS) },
    );

    expect(status).toBe(401);
  });

  test("Slack's own test of the address is answered", async () => {
    const response = await json({ type: "url_verification", challenge: "c-1" });

    expect(await response.json()).toEqual({ challenge: "c-1" });
  });

  test("another workspace's people change nothing here", async () => {
    const { status } = await send(form({ ...FIELDS, team_id: "T0ELSE" }));

    expect(status).toBe(200);
    expect(slack.core.accepted).toEqual([]);
  });
});

describe("the answer to a request", () => {
  test("is empty and leaves once the event was stored", async () => {
    const response = await send(form(FIELDS));

    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
    expect(slack.core.accepted).toHaveLength(1);
  });

  test("does not wait for the decision", async () => {
    let decided = false;
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    slack.core.on(async () => {
      await gate;
      decided = true;
      return { type: "nothing" };
    });

    const { status } = await send(form(FIELDS));

    expect(status).toBe(200);
    expect(decided).toBe(false);
    go();
    await slack.platform.idle();
    expect(slack.core.finished).toHaveLength(1);
  });

  test("to the same event a second time is polite and does nothing", async () => {
    const event = { type: "app_home_opened", user: "U0ABLIB00", tab: "home" };
    const body = { type: "event_callback", event_id: "Ev1", team_id: "T0TAMARACK", event };

    await json(body);
    const { status } = await json(body);

    await slack.platform.idle();
    expect(status).toBe(200);
    expect(slack.core.accepted).toHaveLength(1);
    expect(slack.core.finished).toEqual(["Ev1"]);
  });

  test("is 500 for an event that could not be stored, so that Slack sends it again", async () => {
    slack.core.failWith(new Error("The disk is full"));
    const event = { type: "app_uninstalled" };

    const { status } = await json({ type: "event_callback", event_id: "Ev1", event });

    expect(status).toBe(500);
  });

  test.each([
    [
      "of a kind we do not know",
      { type: "block_suggestion", block_id: "b", action_id: "a", value: "x", ...WHO },
    ],
    ["that is nothing at all", { hello: "there" }],
    [
      "about the bot's own message",
      {
        type: "event_callback",
        event_id: "Ev2",
        event: { type: "message", user: "U0LIAISON", channel: "D1", channel_type: "im" },
      },
    ],
  ])("comes at once to a request %s", async (_, body) => {
    const before = performance.now();

    const { status } = await json(body);

    expect(status).toBe(200);
    expect(performance.now() - before).toBeLessThan(2_500);
    expect(slack.core.accepted).toEqual([]);
  });

  test("comes late and not with a 404 when storing takes longer than Slack waits", async () => {
    const stored = { ...slack.core };
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    slack.core.accept = async (event) => {
      await held;
      return await stored.accept(event);
    };
    const answered = send(form(FIELDS));
    while (!slack.log.lines.some(({ message }) => message.includes("Slack waits")))
      await new Promise(setImmediate);
    goOn();

    expect((await answered).status).toBe(200);
    expect(slack.core.accepted).toHaveLength(1);
  });

  test("leaves the connection open for longer than load balancers keep one", async () => {
    const { headers } = await send(form(FIELDS));

    expect(headers.get("keep-alive")).toBe("timeout=75");
  });

  test("to broken JSON is 400", async () => {
    expect((await send("{", { type: "application/json" })).status).toBe(400);
  });
});

describe("health", () => {
  test("is asked at two addresses", async () => {
    const at = async (path: string) =>
      (await fetch(`http://127.0.0.1:${String(slack.platform.port())}${path}`)).status;

    expect(await at("/healthz")).toBe(200);
    expect(await at("/readyz")).toBe(200);
    expect(await at("/elsewhere")).toBe(404);
  });

  test.each([
    ["says no", () => false],
    ["fails", () => Promise.reject(new Error("The database is away"))],
  ])("is not ready when the check %s", async (_, ready) => {
    const platform = createSlackPlatform({
      ...slack.settings,
      web: createWeb({ port: 0, host: "127.0.0.1", ready }),
      log: createMemoryLog(),
    });
    await platform.start(createCore());

    const { status } = await fetch(`http://127.0.0.1:${String(platform.port())}/readyz`);
    await platform.stop();

    expect(status).toBe(503);
  });
});

describe("starting", () => {
  const start = async (changed: object, port = 0) => {
    const platform = createSlackPlatform({
      ...slack.settings,
      web: createWeb({ port, host: "127.0.0.1" }),
      log: createMemoryLog(),
      ...changed,
    });
    await platform.start(createCore());
    await platform.stop();
  };

  test("a token that Slack refuses is named, with what to do", async () => {
    await expect(start({ botToken: "xoxb-wrong" })).rejects.toThrow(
      "Slack does not accept SLACK_BOT_TOKEN (invalid_auth). Copy the Bot User OAuth Token",
    );
  });

  test("an app token that Slack refuses is named, with what to do", async () => {
    await expect(start({ appToken: "wrong" })).rejects.toThrow("SLACK_APP_TOKEN");
  });

  test("a port in use is named, with what to do", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;

    await expect(start({}, port)).rejects.toThrow(
      `Port ${String(port)} is in use. Set PORT to another one.`,
    );
    await new Promise((resolve) => server.close(resolve));
  });

  test("the workspace is that of the token", async () => {
    expect(await slack.platform.tenant()).toBe("slack:T0TAMARACK");
  });
});

test("stopping waits for what was taken in", async () => {
  slack.core.on(() => ({ type: "reply", card: { title: "Late", body: [] } }));
  await send(form({ ...FIELDS, response_url: "https://example.org/not-slack" }));

  await slack.platform.stop();

  expect(slack.core.finished).toEqual(["1.2.abc"]);
  expect((await slack.messages("u-ab-lib")).at(-1)?.text).toContain("Late");
});
