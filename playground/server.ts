/** The one port of the playground: page, control interface, and what the bot calls of the platforms. */
import { createServer, type Server } from "node:http";
import express, { type Express } from "express";
import { CannotStart } from "./cannot-start.ts";
import { foreign } from "./guard.ts";

/** Listens on 127.0.0.1; port 0 takes any free one. Answers the port it got. */
export async function listen(
  app: Express,
  port: number,
): Promise<{ server: Server; port: number }> {
  const server = createServer(app);
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE"
          ? new CannotStart(
              `Port ${port} is in use. Start on another one: PORT=${port + 1} npm start`,
            )
          : error,
      );
    });
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  return { server, port: typeof address === "object" && address ? address.port : port };
}

/** An application that refuses what does not come from this machine. */
export function guardedApp(port: () => number): Express {
  const app = express();
  app.disable("x-powered-by");
  app.use((request, response, next) => {
    const why = foreign(request.headers, port());
    if (why === null) next();
    else response.status(403).json({ error: why });
  });
  return app;
}
