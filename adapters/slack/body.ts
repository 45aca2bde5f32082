/** What stands before Bolt: bodies of a bounded length that are what they should be, or a plain refusal. */

import { parse } from "node:querystring";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { isValidSlackRequest } from "@slack/bolt";
import { readBody, readObject, refuseLong } from "../http.ts";

/** Several times what Slack sends at most: the state of a dialog with every input full. */
const MOST_BYTES = 1_000_000;

/** Hands on what is an object, with its bytes; all else is refused with a status and named nowhere. */
export const readFirst =
  (signingSecret: string, listener: RequestListener): RequestListener =>
  (request, response) => {
    readBody(request, MOST_BYTES).then(
      (rawBody) => {
        if (rawBody === undefined) refuseLong(request, response);
        else if (isObject(request, rawBody))
          listener(Object.assign(request, { rawBody }), response);
        else end(response, isSigned(request, rawBody, signingSecret) ? 400 : 401);
      },
      () => response.destroy(),
    );
  };

/** As Bolt takes it apart. */
function isObject({ headers }: IncomingMessage, rawBody: Buffer): boolean {
  const text = rawBody.toString();
  if (headers["content-type"] !== "application/x-www-form-urlencoded")
    return readObject(text) !== undefined;
  const { payload } = parse(text);
  return typeof payload !== "string" || readObject(payload) !== undefined;
}

function isSigned({ headers }: IncomingMessage, rawBody: Buffer, signingSecret: string): boolean {
  return isValidSlackRequest({
    signingSecret,
    body: rawBody.toString(),
    headers: {
      "x-slack-signature": String(headers["x-slack-signature"] ?? ""),
      "x-slack-request-timestamp": Number(headers["x-slack-request-timestamp"]),
    },
  });
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}
