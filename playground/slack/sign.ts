/** Slack's request signature, version 0. Always on real time: the app checks it against its own. */
import { createHmac } from "node:crypto";

export function signature(
  secret: string,
  body: string,
  seconds: number,
): Readonly<Record<string, string>> {
  const hash = createHmac("sha256", secret).update(`v0:${seconds}:${body}`).digest("hex");
  return {
    "x-slack-request-timestamp": String(seconds),
    "x-slack-signature": `v0=${hash}`,
  };
}
