/** What the bot calls of Slack: the Web API, response and upload addresses. */
import express, { type Express } from "express";
import { parseJson } from "../bag.ts";
import { respond } from "./respond.ts";
import type { ResponseUrls } from "./triggers.ts";
import { answerWebApi, type WebApi } from "./web-api.ts";
import { sendFile } from "../kept-file.ts";

const BODY_LIMIT = "12mb";

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
  app.get("/slack/file/:id", (request, response) => {
    sendFile(response, api.uploads.get(request.params.id));
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
