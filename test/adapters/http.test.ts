import { expect, test } from "@jest/globals";
import { createWeb } from "../../adapters/http.ts";

const at = (port: number, path: string): string => `http://127.0.0.1:${String(port)}${path}`;
const post = async (port: number, path: string): Promise<number> =>
  (await fetch(at(port, path), { method: "POST" })).status;

test("two platforms share one port, each under its own path", async () => {
  const web = createWeb({ port: 0, host: "127.0.0.1" });
  const [slack, teams] = [web.reserve("/slack/events"), web.reserve("/api/messages")];

  const port = await slack.open((_, response) => response.writeHead(201).end());
  const same = await teams.open((_, response) => response.writeHead(202).end());

  expect(same).toBe(port);
  expect(await post(port, "/slack/events")).toBe(201);
  expect(await post(port, "/api/messages?x=1")).toBe(202);
  await Promise.all([slack.close(), teams.close()]);
});

test("a path that is not open yet, or no more, says to come back", async () => {
  const web = createWeb({ port: 0, host: "127.0.0.1" });
  const [slack, teams] = [web.reserve("/slack/events"), web.reserve("/api/messages")];
  const port = await slack.open((_, response) => response.end());

  expect(await post(port, "/api/messages")).toBe(503);
  await teams.open((_, response) => response.end());
  await slack.close();

  expect(await post(port, "/slack/events")).toBe(503);
  expect(await post(port, "/api/messages")).toBe(200);
  await teams.close();
});

test("the server ends with its last route, and can begin again", async () => {
  const web = createWeb({ port: 0, host: "127.0.0.1" });
  const route = web.reserve("/api/messages");
  const port = await route.open((_, response) => response.end());

  await route.close();
  await expect(fetch(at(port, "/healthz"))).rejects.toThrow();

  const again = await route.open((_, response) => response.end());
  expect((await fetch(at(again, "/healthz"))).status).toBe(200);
  await route.close();
});

test("who takes no path has the health checks answered", async () => {
  const web = createWeb({ port: 0, host: "127.0.0.1", ready: () => false });
  const route = web.reserve(null);
  const port = await route.open(() => undefined);

  expect((await fetch(at(port, "/healthz"))).status).toBe(200);
  expect((await fetch(at(port, "/readyz"))).status).toBe(503);
  expect(await post(port, "/healthz")).toBe(405);
  expect(await post(port, "/elsewhere")).toBe(404);
  await route.close();
});

test("a program whose thinking does not answer says that it should be started again", async () => {
  const web = createWeb({ port: 0, host: "127.0.0.1", well: () => false });
  const route = web.reserve(null);
  const port = await route.open(() => undefined);

  expect((await fetch(at(port, "/healthz"))).status).toBe(503);
  expect((await fetch(at(port, "/readyz"))).status).toBe(503);
  await route.close();
});

test("only POST is taken on a path", async () => {
  const web = createWeb({ port: 0, host: "127.0.0.1" });
  const route = web.reserve("/api/messages");
  const port = await route.open((_, response) => response.end());

  expect((await fetch(at(port, "/api/messages"))).status).toBe(405);
  await route.close();
});
