/** Slack's Web API over HTTP: authentication, rate limits, faults and the methods. */
import type { Request, Response } from "express";
import { type Bag, isBag, parseJson, stringAt } from "../bag.ts";
import type { Faults } from "../faults.ts";
import { faultError, type FaultKind, searchedIn } from "./faults.ts";
import { type Call, type Method, refuse } from "./methods/call.ts";
import { chatMethods } from "./methods/chat.ts";
import { conversationMethods } from "./methods/conversations.ts";
import { fileMethods } from "./methods/files.ts";
import { peopleMethods } from "./methods/people.ts";
import { viewMethods } from "./methods/views.ts";
import type { RateLimits } from "./rate-limits.ts";
import { SOCKET_PATH } from "./socket-mode.ts";
import { type Channel, namedChannel, type World } from "./world.ts";

const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    ...chatMethods,
    ...conversationMethods,
    ...fileMethods,
    ...peopleMethods,
    ...viewMethods,
  }),
);

export interface WebApi extends Omit<Call, "workspace" | "args"> {
  readonly limits: RateLimits;
  readonly faults: Faults<FaultKind>;
  /** The app's scopes; null: all. */
  readonly granted: ReadonlySet<string> | null;
}

/** Methods whose scope an administrator may leave out. */
const OPTIONAL: Readonly<Record<string, string>> = {
  "dnd.info": "dnd:read",
  "dnd.teamInfo": "dnd:read",
};

/** The bot token of a workspace. */
export function botToken(world: World, team: string): string {
  return `xoxb-playground-${team}-${world.secret("bot-token")}`;
}

/** Handles `POST /slack/api/<method>`; the body must be a Buffer. */
export function answerWebApi(
  api: WebApi,
  method: string,
  request: Request,
  response: Response,
): void {
  const args = parseArgs(request);
  const token = tokenOf(request, args);
  if (method === "apps.connections.open") {
    response.json(openConnection(api, token));
    return;
  }
  if (token === undefined) {
    response.json(refuse("not_authed"));
    return;
  }
  const workspace = api.world.demo.workspaces.find(
    (space) => botToken(api.world, space.team) === token,
  );
  if (!workspace) {
    response.json(refuse("invalid_auth"));
    return;
  }
  const run = METHODS.get(method);
  if (!run) {
    response.json(refuse("unknown_method", { req_method: method }));
    return;
  }
  const needed = OPTIONAL[method];
  if (needed && api.granted && !api.granted.has(needed)) {
    response.json(refuse("missing_scope", { needed, provided: [...api.granted].join(",") }));
    return;
  }
  const channel = namedChannel(api.world, stringAt(args, "channel") ?? "");
  const wait = api.limits.retryAfter(workspace.team, method, channel?.id);
  if (wait !== null) {
    limited(response, wait);
    return;
  }
  const searched = searchedIn(api.world, method, args);
  const fault = searched === null ? null : api.faults.meet(searched);
  meetFault(fault, channel, response, () => run({ ...api, workspace, args }));
}

function meetFault(
  fault: FaultKind | null,
  channel: Channel | undefined,
  response: Response,
  run: () => Bag,
): void {
  switch (fault) {
    case null:
      response.json(run());
      return;
    case "429":
      limited(response, 1);
      return;
    case "503":
      response.status(503).type("text/plain").send("upstream connect error");
      return;
    case "timeout-after-accept":
      run();
      response.socket?.destroy();
      return;
    case "blocked":
    case "archived":
      response.json(refuse(faultError(fault, channel)));
  }
}

function limited(response: Response, seconds: number): void {
  response.status(429).set("retry-after", String(seconds)).json(refuse("ratelimited"));
}

function openConnection(api: WebApi, token: string | undefined): Bag {
  if (token === undefined) return refuse("not_authed");
  if (!token.startsWith("xapp-")) return refuse("invalid_auth");
  const address = api.baseUrl.replace(/^http/, "ws");
  return { ok: true, url: `${address}${SOCKET_PATH}?ticket=${api.sockets.issueTicket()}` };
}

function tokenOf(request: Request, args: Bag): string | undefined {
  const header = request.headers.authorization;
  return header?.startsWith("Bearer ") ? header.slice(7) : stringAt(args, "token");
}

/** Arguments from the query, a JSON body or a form whose nested values are JSON texts. */
function parseArgs(request: Request): Bag {
  const url = new URL(request.originalUrl, "http://127.0.0.1");
  const body = Buffer.isBuffer(request.body) ? request.body.toString("utf8") : "";
  const query = Object.fromEntries(url.searchParams);
  if (request.headers["content-type"]?.startsWith("application/json")) {
    const json = parseJson(body);
    return { ...query, ...(isBag(json) ? json : {}) };
  }
  const fields: Record<string, unknown> = { ...query };
  for (const [key, value] of new URLSearchParams(body)) {
    const nested = NESTED.has(key) ? parseJson(value) : undefined;
    fields[key] = nested ?? value;
  }
  return fields;
}

const NESTED: ReadonlySet<string> = new Set(["blocks", "view", "metadata", "files", "attachments"]);
