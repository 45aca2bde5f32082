/** Socket Mode: the app connects to us over a WebSocket and receives envelopes that it acknowledges. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { type Bag, isBag, parseJson, stringAt } from "../bag.ts";
import { APP_ID } from "./app-id.ts";

export const SOCKET_PATH = "/slack/socket";

export interface SocketMode {
  connected(): boolean;
  /** Sends to the app's newest connection; `timeout` when it does not acknowledge in time. */
  send(
    type: string,
    payload: Bag,
    withinMs: number,
    retry?: Bag,
  ): Promise<{ readonly reply: unknown } | "timeout">;
  /** Takes over an HTTP upgrade whose ticket was issued by `apps.connections.open`. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** A ticket for one connection. */
  issueTicket(): string;
  stop(): void;
}

export function createSocketMode(): SocketMode {
  const server = new WebSocketServer({ noServer: true });
  const sockets = new Set<WebSocket>();
  const tickets = new Set<string>();
  const waiting = new Map<string, (reply: unknown) => void>();

  server.on("connection", (socket: WebSocket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("message", (data: Buffer) => {
      const reply = parseJson(data.toString("utf8"));
      if (!isBag(reply)) return;
      waiting.get(stringAt(reply, "envelope_id") ?? "")?.(reply["payload"]);
    });
    socket.send(
      JSON.stringify({
        type: "hello",
        num_connections: sockets.size,
        debug_info: { host: "playground", approximate_connection_time: 18060 },
        connection_info: { app_id: APP_ID },
      }),
    );
  });

  return {
    connected: () => sockets.size > 0,
    send: (type, payload, withinMs, retry) => {
      const id = randomUUID();
      const socket = [...sockets].at(-1);
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          waiting.delete(id);
          resolve("timeout");
        }, withinMs);
        waiting.set(id, (reply) => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve({ reply });
        });
        socket?.send(
          JSON.stringify({
            type,
            envelope_id: id,
            payload,
            accepts_response_payload: type !== "events_api",
            ...retry,
          }),
        );
      });
    },
    upgrade: (request, socket, head) => {
      const url = new URL(request.url ?? "/", "http://127.0.0.1");
      if (url.pathname !== SOCKET_PATH || !tickets.delete(url.searchParams.get("ticket") ?? "")) {
        socket.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n");
        return;
      }
      server.handleUpgrade(request, socket, head, (opened) => server.emit("connection", opened));
    },
    issueTicket: () => {
      const ticket = randomUUID();
      tickets.add(ticket);
      return ticket;
    },
    stop: () => {
      for (const socket of sockets) socket.terminate();
      server.close();
    },
  };
}
