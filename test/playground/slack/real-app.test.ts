import { afterEach, describe, expect, test } from "@jest/globals";
import { signature } from "../../../playground/slack/sign.ts";
import { formOf, type OpenPlayground, openPlayground } from "../open-playground.ts";

let playground: OpenPlayground | undefined;
afterEach(() => playground?.remove());

describe("a real Bolt app", () => {
  test("takes what is signed and refuses what was tampered with or is stale", async () => {
    const opened = await openPlayground();
    playground = opened;
    const secret = opened.lastStart().env["SLACK_SIGNING_SECRET"] ?? "";
    const post = async (body: string, headers: Readonly<Record<string, string>>) => {
      const response = await fetch(`http://127.0.0.1:${opened.botPort()}/slack/events`, {
        method: "POST",
        body,
        headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      });
      return response.status;
    };
    const body = new URLSearchParams({ command: "/goal", text: "echo x", team_id: "T0TAMARACK" });
    const now = Math.floor(Date.now() / 1000);

    const good = await post(body.toString(), signature(secret, body.toString(), now));
    const tampered = await post(`${body.toString()}!`, signature(secret, body.toString(), now));
    const stale = await post(body.toString(), signature(secret, body.toString(), now - 400));

    expect([good, tampered, stale]).toEqual([200, 401, 401]);
  }, 60_000);

  test("works over Socket Mode as well", async () => {
    const opened = await openPlayground({ env: { SLACK_APP_TOKEN: "xapp-1" } });
    playground = opened;

    const asked = await opened.control("/say", { as: "u-ab-lib", in: "dm", text: "/goal Read" });
    const refused = await opened.control("/submit", {
      as: "u-ab-lib",
      form: formOf(asked).id,
      answers: { Goal: "x" },
    });
    const heard = await opened.control("/say", { as: "u-ab-lib", in: "dm", text: "hello" });

    expect(refused.problems).toEqual({ goal: "Too short." });
    expect(heard.messages.at(-1)?.text).toBe("You said hello (0)");
  }, 60_000);
});
