/** What Slack sends when somebody types `/goal` and a sentence. */

import { createHmac, randomUUID } from "node:crypto";
import type { Posting } from "./load.ts";

export interface SlackTarget {
  readonly port: number;
  readonly signingSecret: string;
  /** Where answers after the acknowledgement go. */
  readonly responseUrl: string;
}

export const slashCommand =
  ({ port, signingSecret, responseUrl }: SlackTarget) =>
  (count: number): Posting => {
    const body = new URLSearchParams({
      command: "/goal",
      text: `Every class ${String(count)} can cite a source by May 14`,
      team_id: "T0TAMARACK",
      user_id: "U0ABLIB00",
      channel_id: "C0AB00000",
      trigger_id: randomUUID(),
      response_url: responseUrl,
      api_app_id: "A0BENCH",
    }).toString();
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac("sha256", signingSecret).update(`v0:${timestamp}:${body}`);
    return {
      port,
      path: "/slack/events",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": `v0=${signature.digest("hex")}`,
      },
      body,
    };
  };
