/**
 * The one web server that all platforms share, each under its own path, with the health checks; and
 * how they read what is sent to it.
 */

import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import { inTime } from "./tasks.ts";

/** For the answer to be on its way before the connection ends under what is still coming. */
const LINGER_MS = 500;

export interface WebOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host?: string | undefined;
  /** Answers `/healthz`: false when the program should be started again; always well when absent. */
  readonly well?: (() => boolean) | undefined;
  /** Answers `/readyz`: true while work can be taken, within two seconds; always ready when absent. */
  readonly ready?: (() => boolean | Promise<boolean>) | undefined;
}

export interface Web {
  /**
   * Takes a path for POST requests, which are answered 503 while it is not open; one that ends with a
   * slash takes everything below it, whatever the method. Null takes none, for who only wants the
   * health checks to be answered.
   */
  reserve(path: string | null): Route;
}

export interface Route {
  /**
   * Hands requests to `listener` from now on; the server listens with the first route that opens.
   * @returns the port. @throws an Error that names the remedy, such as for a port in use.
   */
  open(listener: RequestListener): Promise<number>;
  /** Takes nothing more in; the server ends with the last route, when its answers are out. */
  close(): Promise<void>;
}

const ANSWER_WITHIN_MS = 2_000;
/** Load balancers keep connections for a minute or more: whoever closes first loses no request. */
const KEEP_ALIVE_MS = 75_000;

export function createWeb({ port, host, well = () => true, ready = () => true }: WebOptions): Web {
  const paths = new Map<string, RequestListener | null>();
  const open = new Set<object>();
  let listening: Promise<Server> | undefined;

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const path = (request.url ?? "/").replace(/[?#].*$/u, "");
    const below = [...paths.keys()].find((one) => one.endsWith("/") && path.startsWith(one));
    const listener = paths.get(below ?? path);
    if (path === "/healthz" || path === "/readyz") health(path, request, response);
    else if (listener === undefined) end(response, 404, "not found");
    else if (!below && request.method !== "POST") end(response, 405, "only POST");
    else if (listener === null) end(response, 503, "not ready");
    else listener(request, response);
  }

  function health(path: string, { method }: IncomingMessage, response: ServerResponse): void {
    if (method !== "GET" && method !== "HEAD") {
      end(response, 405, "only GET");
      return;
    }
    Promise.resolve()
      .then(() => (path === "/healthz" ? well() : inTime(isReady(), ANSWER_WITHIN_MS)))
      .catch(() => false)
      .then(
        (isWell) => {
          end(response, isWell ? 200 : 503, isWell ? "ok" : "not ready");
        },
        () => undefined,
      );
  }

  const isReady = async (): Promise<boolean> => well() && (await ready());

  async function listen(): Promise<Server> {
    const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, answer);
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen({ port, ...(host ? { host } : {}) }, resolve);
    }).catch((cause: unknown) => {
      listening = undefined;
      if ((cause as { readonly code?: unknown }).code !== "EADDRINUSE") throw cause;
      throw new Error(`Port ${String(port)} is in use. Set PORT to another one.`, { cause });
    });
    return server;
  }

  return {
    reserve(path) {
      if (path !== null) paths.set(path, null);
      const self = {};
      return {
        async open(listener) {
          const server = await (listening ??= listen());
          open.add(self);
          if (path !== null) paths.set(path, listener);
          const address = server.address();
          return typeof address === "object" && address ? address.port : port;
        },
        async close() {
          if (path !== null) paths.set(path, null);
          if (!open.delete(self) || open.size > 0) return;
          const server = await listening;
          listening = undefined;
          await new Promise<void>((resolve) =>
            server?.close(() => {
              resolve();
            }),
          );
        },
      };
    },
  };
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain" });
  response.end(text);
}

/**
 * What a request carries, read no further than it may be long.
 *
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

/** What is nested deeper is nothing that a platform sends, and more than can be written again. */
const DEEPEST = 100;

/** The JSON object that a text is; undefined when it is none. */
export function readObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject && isWithin(value, DEEPEST)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

const isWithin = (value: unknown, depth: number): boolean =>
  typeof value !== "object" ||
  value === null ||
  (depth > 0 && Object.values(value).every((inner) => isWithin(inner, depth - 1)));

/** 413, and nothing more is read from there. */
export function refuseLong(request: IncomingMessage, response: ServerResponse): void {
  request.pause();
  request.on("error", () => undefined);
  response.writeHead(413, { connection: "close" });
  response.end(() => {
    setTimeout(() => request.destroy(), LINGER_MS).unref();
  });
}
