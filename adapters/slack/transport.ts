/** Bolt, over HTTP or Socket Mode: signatures are checked, and the answer waits for our own handler. */

import {
  App,
  HTTPReceiver,
  type Logger,
  type Receiver,
  type ReceiverEvent,
  type ReceiverProcessEventErrorHandlerArgs,
  SocketModeReceiver,
} from "@slack/bolt";
import type { Route } from "../http.ts";
import type { Ack } from "./receive.ts";
import { readFirst } from "./body.ts";
import { readPayload, type Payload } from "./payload.ts";

export const EVENTS_PATH = "/slack/events";
/** Bolt refuses old time stamps; a signature from the future could be kept and replayed until then. */
const FUTURE_MS = 5 * 60_000;

export interface TransportOptions {
  readonly signingSecret: string | undefined;
  /** Given: Socket Mode, and HTTP only for the health checks. */
  readonly appToken: string | undefined;
  readonly apiUrl: string | undefined;
  /** Open in Socket Mode too, for the health checks. */
  readonly route: Route;
  readonly authorization: {
    readonly teamId: string;
    readonly botToken: string;
    readonly botId: string;
    readonly botUserId: string;
  };
  readonly handle: (body: Payload, ack: Ack) => Promise<void>;
  readonly logger: Logger;
}

export interface Transport {
  /** The port that it listens on. */
  readonly port: number;
  /** Takes nothing more in. */
  stop(): Promise<void>;
}

/** Starts to listen. @throws an Error that names the remedy, such as for a port in use. */
export async function listen(options: TransportOptions): Promise<Transport> {
  const { appToken, authorization, handle, logger, route } = options;
  // Without a signing secret nothing can be signed, and nothing is taken over HTTP.
  const signingSecret = options.signingSecret ?? "unused";
  const http = new HTTPReceiver({
    signingSecret,
    endpoints: [EVENTS_PATH],
    customPropertiesExtractor: ({ headers }) => ({
      signedAt: Number(headers["x-slack-request-timestamp"]) * 1000,
    }),
    processEventErrorHandler: answerFailure,
    // Bolt says 404 after three seconds to what is then stored all the same: Slack would send it again.
    unhandledRequestHandler: () => {
      logger.warn("Slack waits longer than three seconds for an answer");
    },
    logger,
  });
  const socket = appToken
    ? new SocketModeReceiver({
        appToken,
        logger,
        installerOptions: options.apiUrl ? { clientOptions: { slackApiUrl: options.apiUrl } } : {},
      })
    : undefined;
  const app = new App({
    receiver: acknowledgingLast(socket ?? http),
    authorize: () => Promise.resolve(authorization),
    convoStore: false,
    logger,
  });
  app.use(async ({ body, context, ...args }) => {
    if (Number(context["signedAt"]) > Date.now() + FUTURE_MS) throw new FromTheFuture();
    const ack = "ack" in args ? (args.ack as Ack) : () => Promise.resolve();
    await handle(readPayload(body), ack).catch((cause: unknown) => {
      throw new NotTakenIn("A request could not be taken in", { cause });
    });
  });
  const port = await route.open(readFirst(signingSecret, http.requestListener));
  try {
    await socket?.start();
  } catch (cause) {
    await route.close();
    throw new Error(
      "Slack does not accept SLACK_APP_TOKEN. Create an App-Level Token with the scope connections:write under Basic Information.",
      { cause },
    );
  }
  return {
    port,
    async stop() {
      // Bolt's own stop does not wait for the connection to be closed.
      await socket?.client.disconnect();
      await route.close();
    },
  };
}

/**
 * Bolt acknowledges events before anything was stored. This holds every answer back until the
 * handler is done, and gives an empty one to what no handler saw, so that nothing is left hanging.
 */
function acknowledgingLast(receiver: HTTPReceiver | SocketModeReceiver): Receiver {
  const hold = (app: App) => async (event: ReceiverEvent) => {
    let response: unknown;
    await app.processEvent({
      ...event,
      ack: (body?: unknown) => {
        response = body;
        return Promise.resolve();
      },
    });
    await event.ack(response);
  };
  return {
    init(app) {
      receiver.init(Object.create(app, { processEvent: { value: hold(app) } }) as App);
    },
    start: () => Promise.reject(new Error("Started by listen")),
    stop: () => receiver.stop(),
  };
}

class FromTheFuture extends Error {
  override readonly name = "FromTheFuture";
}

/** By us; whatever else fails on the way here was made by nobody who knows how. */
class NotTakenIn extends Error {
  override readonly name = "NotTakenIn";
}

/** 500 makes Slack send it again; 401 is for what was not signed now, 400 for what Bolt cannot take apart. */
function answerFailure(failure: ReceiverProcessEventErrorHandlerArgs): Promise<boolean> {
  const { error, response } = failure;
  if (!response.headersSent) {
    const original = "original" in error ? error.original : error;
    response.writeHead(statusOf(original)).end();
  }
  return Promise.resolve(true);
}

const statusOf = (error: unknown): number =>
  error instanceof NotTakenIn ? 500 : error instanceof FromTheFuture ? 401 : 400;
