/**
 * Login by PLAIN (RFC 4616) for the one user there is: what listens on loopback can be reached by
 * anybody on the machine, but nobody else can listen in on it.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import { Binary } from "bson";
import type { Doc } from "./bson.ts";
import { COMMON_FIELDS, readArgs, type Reply } from "./commands/command.ts";
import { CommandError } from "./errors.ts";

export const USER = "liaison";
const FIELDS = ["saslStart", "mechanism", "payload", "autoAuthorize", ...COMMON_FIELDS];

const digest = (data: string | Uint8Array) => createHash("sha256").update(data).digest();

/** Answers `saslStart`; throws 18 for anything but the user and the password. */
export function logIn(body: Doc, password: string): Reply {
  const args = readArgs(body, "saslStart", FIELDS);
  const payload = args.value("payload");
  const given = digest(payload instanceof Binary ? payload.value() : "");
  const isRight = timingSafeEqual(given, digest(`\0${USER}\0${password}`));
  if (!isRight || args.text("mechanism") !== "PLAIN")
    throw new CommandError(18, "Authentication failed.");
  return { conversationId: 1, done: true, payload: new Binary(Buffer.alloc(0)), ok: 1 };
}
