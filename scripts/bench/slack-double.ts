/** Answers what the bot asks of Slack, at once and without a limit, so that only the bot is measured. */

import { createServer } from "node:http";

export interface SlackDouble {
  readonly apiUrl: string;
  readonly responseUrl: string;
  /** How many answers were posted to the response URL. */
  answers(): number;
  stop(): Promise<void>;
}

export async function startSlackDouble(): Promise<SlackDouble> {
  let answers = 0;
  const server = createServer((asked, answer) => {
    asked.resume();
    asked.once("end", () => {
      if (asked.url === "/response") answers += 1;
      answer.writeHead(200, { "content-type": "application/json" });
      answer.end(JSON.stringify(REPLY));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? String(address?.port) : ""}`;
  return {
    apiUrl: `${url}/api/`,
    responseUrl: `${url}/response`,
    answers: () => answers,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const REPLY = {
  ok: true,
  team_id: "T0TAMARACK",
  team: "Bench",
  user_id: "U0LIAISON",
  bot_id: "B0LIAISON",
  channel: { id: "D0BENCH" },
  ts: "1.1",
};
