/** The one port of the playground: page, control interface, Web API, response and upload addresses. */
import { createServer, type Server } from "node:http";
import express, { type Express } from "express";
import { parseJson } from "./bag.ts";
import { CannotStart } from "./cannot-start.ts";
import { foreign } from "./guard.ts";
import { respond } from "./slack/respond.ts";
import { answerWebApi, type WebApi } from "./slack/web-api.ts";
import type { ResponseUrls } from "./slack/triggers.ts";

const BODY_LIMIT = "12mb";

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

/** What the app calls of Slack. */
export function mountSlack(app: Express, api: WebApi, urls: ResponseUrls): void {
  const raw = express.raw({ type: () => true, limit: BODY_LIMIT });
  app.all("/slack/api/:method", raw, (request, response) => {
    answerWebApi(api, request.params.method, request, response);
  });
  app.post("/slack/response/:id", raw, (request, response) => {
    const target = urls.take(request.params.id);
    if (typeof target === "string") {
      response.status(404).json({ ok: false, error: target });
      return;
    }
    const text = Buffer.isBuffer(request.body) ? request.body.toString("utf8") : "";
    const answered = respond(api.world, target, parseJson(text) ?? text);
    if (answered.ok) response.json({ ok: true });
    else response.status(400).json(answered);
  });
  app.post("/slack/upload/:id", raw, (request, response) => {
    const body: unknown = request.body;
    const bytes = fileBytes(
      Buffer.isBuffer(body) ? body : Buffer.alloc(0),
      request.headers["content-type"] ?? "",
    );
    const known = api.uploads.receive(request.params.id, bytes);
    if (known) response.type("text/plain").send(`OK - ${bytes.length}`);
    else response.status(404).type("text/plain").send("no such upload");
  });
}

/** The file inside a multipart body, or the whole body when it is sent bare. */
function fileBytes(body: Buffer, contentType: string): Buffer {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/i.exec(contentType)?.[1];
  if (boundary === undefined) return body;
  const start = body.indexOf("\r\n\r\n");
  const end = body.indexOf(`\r\n--${boundary}`, start + 4);
  return start < 0 || end < 0 ? Buffer.alloc(0) : body.subarray(start + 4, end);
}
