/** Teams' and the network's failures, as what the outbox needs to know: what became of the message. */

import { DeliveryError, type Refusal } from "../../src/ports.ts";

/** What was asked of Teams. What is repeatable does the same however often it arrives. */
export interface Asked {
  readonly repeatable: boolean;
}

/** An answer of the connector that is none of the good ones. */
export interface Failure {
  readonly status: number;
  /** Microsoft's name for it: `MessageSizeTooBig`; the `subCode` inside where there is one. */
  readonly code: string;
  /** Of the header `Retry-After`, in milliseconds. */
  readonly retryAfterMs: number | undefined;
}

/** Nothing was connected, so nothing can have arrived. */
const NEVER_SENT: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/**
 * Microsoft asks to repeat 412, 429, 502 and 504 (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit);
 * the two last may have been delivered, so only what is repeatable is repeated blindly.
 */
export function failureOf(failure: Failure, { repeatable }: Asked): DeliveryError {
  const { status, code, retryAfterMs } = failure;
  const message = `Teams answered HTTP ${String(status)}${code ? ` ${code}` : ""}`;
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (status === 429 || status === 412) return new DeliveryError("later", { message, ...wait });
  if (status >= 500 || status === 408)
    return new DeliveryError(repeatable ? "later" : "uncertain", { message, ...wait });
  return new DeliveryError("refused", { message, reason: reasonOf(failure) });
}

function reasonOf({ status, code }: Failure): Refusal {
  switch (status) {
    case 401:
      return "not_allowed";
    case 403:
      return "blocked";
    case 404:
      return code.startsWith("Activity") ? "invalid" : "gone";
    default:
      return "invalid";
  }
}

/** In a channel nobody is gone: it cannot be posted to. */
export function inChannel(error: unknown): unknown {
  if (!(error instanceof DeliveryError)) return error;
  const { reason, message } = error;
  if (reason !== "gone" && reason !== "blocked") return error;
  return new DeliveryError("refused", { message, reason: "closed", cause: error });
}

/** Whatever was thrown on the way to Teams. */
export function unreachable(error: unknown, { repeatable }: Asked): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const isUnsent = NEVER_SENT.has(networkCode(error) ?? "");
  return new DeliveryError(isUnsent || repeatable ? "later" : "uncertain", {
    message: "Teams could not be reached",
    cause: error,
  });
}

/** Reads what the connector says of a failure; it is JSON inside JSON at times. */
export function readFailure(response: Response, body: string): Failure {
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return {
    status: response.status,
    code: codeIn(body),
    retryAfterMs: Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined,
  };
}

function codeIn(body: string): string {
  const inner = /\\?"subCode\\?"\s*:\s*\\?"(\w+)/u.exec(body)?.[1];
  const outer = /"code"\s*:\s*"(\w+)"/u.exec(body)?.[1];
  return inner ?? outer ?? "";
}

/** Of the innermost failure: `ECONNREFUSED`. */
function networkCode(error: unknown): string | undefined {
  const code = partOf(error, "code");
  if (typeof code === "string") return code;
  const [first] = (partOf(error, "errors") ?? []) as readonly unknown[];
  const inner = first ?? partOf(error, "cause");
  return inner === undefined ? undefined : networkCode(inner);
}

function partOf(error: unknown, name: string): unknown {
  if (typeof error !== "object" || error === null) return undefined;
  return (error as Readonly<Record<string, unknown>>)[name];
}
