/** Links that cannot be made up or changed: what they open is written in them, and signed. */

import { createHmac, timingSafeEqual } from "node:crypto";
import type { PageTicket } from "../../src/page.ts";

/** Long enough to find a file and to look at what it changes. */
export const VALID_MS = 60 * 60_000;

export type ReadTicket = PageTicket | "expired" | "unknown";

/** The last part of a link that opens a page until an hour from `now`. */
export function writeTicket(ticket: PageTicket, secret: Buffer, now: Date): string {
  const { page, districtId, personId, about } = ticket;
  const until = Math.floor((now.getTime() + VALID_MS) / 1000);
  const content = Buffer.from(JSON.stringify([page, districtId, personId, about, until])).toString(
    "base64url",
  );
  return `${content}.${signature(content, secret)}`;
}

/** What a link opens; `unknown` for one that was not made with this secret. */
export function readTicket(written: string, secret: Buffer, now: Date): ReadTicket {
  const [content = "", signed = "", ...rest] = written.split(".");
  const expected = Buffer.from(signature(content, secret));
  const given = Buffer.from(signed);
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected))
    return "unknown";
  // Only what was written here carries the signature.
  const [page, districtId, personId, about, until] = JSON.parse(
    Buffer.from(content, "base64url").toString("utf8"),
  ) as [string, string, string, string, number];
  if (until * 1000 <= now.getTime()) return "expired";
  return { page, districtId, personId, about };
}

const signature = (content: string, secret: Buffer): string =>
  createHmac("sha256", secret).update(content).digest("base64url");
