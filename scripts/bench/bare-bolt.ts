/** The baseline: a Bolt app that acknowledges `/goal` and does nothing else. Tells its parent its port. */

import type { Server } from "node:http";
import bolt from "@slack/bolt";

const app = new bolt.App({
  signingSecret: process.env["SLACK_SIGNING_SECRET"] ?? "",
  authorize: () => Promise.resolve({ botToken: "xoxb-bench", botId: "B0", botUserId: "U0LIAISON" }),
  logLevel: bolt.LogLevel.ERROR,
});
app.command("/goal", async ({ ack }) => {
  await ack();
});
const server = (await app.start(0)) as Server;
const address = server.address();
process.send?.({ type: "ready", port: typeof address === "object" ? address?.port : undefined });
process.once("disconnect", () => process.exit(0));
