/** Where Teams' requests arrive. */

import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { readBody, readObject, refuseLong } from "../http.ts";
import type { Log } from "../../src/ports.ts";
import { readActivity, type TeamsActivity } from "./activity.ts";
import type { Answer, Connector } from "./connector.ts";

export const MESSAGES_PATH = "/api/messages";
/** Several times what Teams sends at most: a long message that an extension was used on. */
const BODY_LIMIT = 1_000_000;

export function endpoint(
  connector: Connector,
  handle: (activity: TeamsActivity) => Promise<Answer>,
  log: Log,
): RequestListener {
  async function answer(request: IncomingMessage): Promise<Answer | "too long"> {
    const { authorization } = request.headers;
    if (!authorization) return { status: 401 };
    const bytes = await readBody(request, BODY_LIMIT);
    if (!bytes) return "too long";
    const body = readObject(bytes.toString("utf8"));
    if (!body) return { status: 400 };
    const refusal = await connector.verify(authorization, body);
    if (refusal) return refusal;
    const activity = readActivity(body);
    return activity ? await handle(activity) : { status: 400 };
  }

  return (request, response) => {
    answer(request).then(
      (answered) => {
        if (answered === "too long") refuseLong(request, response);
        else write(response, answered);
      },
      (error: unknown) => {
        log.error({ error }, "A request of Teams could not be answered");
        write(response, { status: 500 });
      },
    );
  };
}

function write(response: ServerResponse, { status, body }: Answer): void {
  if (response.headersSent) return;
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  response.end(body);
}
