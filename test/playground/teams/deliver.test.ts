import { afterEach, expect, test } from "@jest/globals";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { isBag, parseJson } from "../../../playground/bag.ts";
import { createDeliver } from "../../../playground/teams/deliver.ts";
import { createIdentity } from "../../../playground/teams/identity.ts";
import { required } from "../open-playground.ts";

const undo: (() => void)[] = [];
afterEach(() => {
  for (const step of undo.splice(0)) step();
});

/** A bot that answers as it is told, one telling after the other; the last one stays. */
async function setup(...answers: readonly ((response: ServerResponse) => void)[]) {
  const heard: { readonly id: string; readonly authorization: string }[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = parseJson(Buffer.concat(chunks).toString("utf8"));
      const id = isBag(body) ? String(body["id"]) : "";
      heard.push({ id, authorization: request.headers.authorization ?? "" });
      required(answers[Math.min(heard.length, answers.length) - 1], "answer")(response);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  undo.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const log: string[] = [];
  const deliver = createDeliver({
    bot: () => Promise.resolve(`http://127.0.0.1:${port}`),
    identity: createIdentity({
      base: "http://127.0.0.1:3000/teams/",
      secret: () => "s",
      realNow: () => Date.now(),
    }),
    log: (sentence) => log.push(sentence),
    invokeWithinMs: 1000,
  });
  return { deliver, heard, log };
}

const silent = (): void => undefined;
const answer =
  (status: number, body: object = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  };

test("an invoke that is not answered in time is made again twice, each under another id", async () => {
  const { deliver, heard } = await setup(silent);

  const answered = await deliver.invoke({ id: "f:1" });

  expect(answered).toBe("timeout");
  expect(new Set(heard.map(({ id }) => id)).size).toBe(3);
});

test("the answer to a repeated invoke counts", async () => {
  const { deliver, heard } = await setup(silent, answer(200, { statusCode: 200 }));

  expect(await deliver.invoke({ id: "f:1" })).toEqual({ status: 200, body: { statusCode: 200 } });
  expect(heard).toHaveLength(2);
});

test("a refusal is not asked for again", async () => {
  const { deliver, heard } = await setup(answer(400));

  expect(await deliver.invoke({ id: "f:1" })).toMatchObject({ status: 400 });
  expect(heard).toHaveLength(1);
});

test("a message is sent once, and what became of it is logged", async () => {
  const { deliver, heard, log } = await setup(answer(500));

  expect(await deliver.activity({ type: "message", id: "1" })).toBe(false);
  expect(heard).toHaveLength(1);
  expect(log).toEqual(["The bot did not take an activity of Teams (message): status 500."]);
});

test("every request carries a signed token", async () => {
  const { deliver, heard } = await setup(answer(200));

  await deliver.activity({ type: "message", id: "1" });

  const [, claims = ""] = required(heard[0], "request").authorization.split(".");
  expect(JSON.parse(Buffer.from(claims, "base64url").toString("utf8"))).toMatchObject({
    iss: "https://api.botframework.com",
    serviceurl: "http://127.0.0.1:3000/teams/",
  });
});
