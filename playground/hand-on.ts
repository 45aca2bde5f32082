/** Hands requests for the bot's own web pages on to the bot, whose port nobody else knows. */
import { request as send } from "node:http";
import type { RequestHandler } from "express";
import { Refused } from "./refused.ts";

/** `url` answers where the bot listens, or throws a `Refused` while it is down. */
export const handOn =
  (url: () => Promise<string>): RequestHandler =>
  (request, response) => {
    url().then(
      (bot) => {
        const { method, headers } = request;
        const onward = send(`${bot}${request.originalUrl}`, { method, headers }, (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        });
        onward.on("error", () => {
          if (!response.headersSent) response.status(502).type("text/plain");
          response.end("The bot ended before it answered. Load the page again.");
        });
        request.pipe(onward);
      },
      (error: unknown) => {
        const said = error instanceof Refused ? error.message : "The bot is not there.";
        response.status(503).type("text/plain").send(said);
      },
    );
  };
