/**
 * Answers what the bot asks of Slack, at once and without a limit, so that only the bot is measured; in
 * a process of its own, so that it does not weigh on the clock. Tells its parent its port.
 *
 * `/api/` is Slack's API, `/response` the response URL, `/answers` how many were posted there.
 */

import { createServer } from "node:http";

const REPLY = {
  ok: true,
  team_id: "T0TAMARACK",
  team: "Bench",
  user_id: "U0LIAISON",
  bot_id: "B0LIAISON",
  channel: { id: "D0BENCH" },
  ts: "1.1",
};

let answers = 0;
const server = createServer((asked, answer) => {
  asked.resume();
  asked.once("end", () => {
    if (asked.url === "/response") answers += 1;
    answer.writeHead(200, { "content-type": "application/json" });
    answer.end(JSON.stringify(asked.url === "/answers" ? answers : REPLY));
  });
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = server.address();
process.send?.({ type: "ready", port: typeof address === "object" ? address?.port : undefined });
process.once("disconnect", () => {
  server.close();
  server.closeAllConnections();
});
