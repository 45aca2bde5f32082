/** Where Teams' requests arrive. */

import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { readBody, refuseLong } from "../http.ts";
import type { Log } from "../../src/ports.ts";
import type { TeamsActivity } from "./activity.ts";
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
    const body = objectIn(bytes);
    if (!body) return { status: 400 };
    return await connector.receive(authorization, body, async (activity) => {
      const whole = wholeActivity(activity);
      return whole ? await handle(whole) : { status: 400 };
    });
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

/** Undefined when it is no JSON object. */
function objectIn(bytes: Buffer): Record<string, unknown> | undefined {
  try {
    const body: unknown = JSON.parse(bytes.toString("utf8"));
    const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
    return isObject ? (body as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** What Teams tells by itself may name nobody; then it is the bot's own. */
function wholeActivity(activity: object): TeamsActivity | undefined {
  const { recipient, from = recipient, conversation } = activity as Partial<TeamsActivity>;
  const ids = [from?.id, recipient?.id, conversation?.id];
  return ids.every((id) => typeof id === "string" && id !== "")
    ? ({ ...activity, from } as TeamsActivity)
    : undefined;
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
