import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { readBody, refuseLong } from "../../adapters/http.ts";

const MOST = 1000;
let server: Server;
let taken: number;
beforeEach(async () => {
  server = createServer((incoming, response) => {
    void readBody(incoming, MOST).then(
      (body) => {
        if (body) response.end(body);
        else refuseLong(incoming, response);
      },
      () => undefined,
    );
    incoming.socket.on("close", () => (taken = incoming.socket.bytesRead));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function send(bytes: number, headers: Record<string, string> = {}): Promise<number> {
  const { port } = server.address() as AddressInfo;
  const sent = request({ port, host: "127.0.0.1", method: "POST", headers });
  const answered = once(sent, "response") as Promise<[{ statusCode: number; resume(): void }]>;
  sent.on("error", () => undefined);
  const chunk = Buffer.alloc(64_000);
  for (let left = bytes; left > 0; left -= chunk.length)
    sent.write(chunk.subarray(0, Math.min(left, chunk.length)));
  sent.end();
  const [response] = await answered;
  response.resume();
  return response.statusCode;
}

test("what is short enough is read whole, to the last byte", async () => {
  expect(await send(MOST)).toBe(200);
  expect(await send(1)).toBe(200);
});

test("what is longer is refused, whether it says so before or not", async () => {
  expect(await send(MOST + 1)).toBe(413);
  expect(await send(10, { "content-length": String(MOST + 1) })).toBe(413);
});

test("of what never ends little is read", async () => {
  const gone = new Promise<void>((resolve) =>
    server.once("connection", (socket) =>
      socket.once("close", () => {
        resolve();
      }),
    ),
  );
  expect(await send(50_000_000)).toBe(413);
  await gone;
  expect(taken).toBeLessThan(5_000_000);
});
