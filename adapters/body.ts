/** What a request carries, read no further than it may be long. */

import type { IncomingMessage, ServerResponse } from "node:http";

/** For the answer to be on its way before the connection ends under what is still coming. */
const LINGER_MS = 500;

/**
 * @param most bytes; what says that it is longer is not read at all.
 * @returns undefined when it is longer. Answer it with `refuseLong` then.
 */
export async function readBody(
  request: IncomingMessage,
  most: number,
): Promise<Buffer | undefined> {
  if (Number(request.headers["content-length"] ?? 0) > most) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  return await new Promise((resolve, reject) => {
    const finish = (body: Buffer | undefined): void => {
      request.removeListener("data", take);
      request.pause();
      resolve(body);
    };
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > most) finish(undefined);
      else chunks.push(chunk);
    };
    request.on("data", take);
    request.once("end", () => {
      finish(Buffer.concat(chunks));
    });
    request.once("error", reject);
    request.once("close", () => {
      reject(new Error("The request ended before it was whole"));
    });
  });
}

/** 413, and nothing more is read from there. */
export function refuseLong(request: IncomingMessage, response: ServerResponse): void {
  request.pause();
  request.on("error", () => undefined);
  response.writeHead(413, { connection: "close" });
  response.end(() => {
    setTimeout(() => request.destroy(), LINGER_MS).unref();
  });
}
