/** Keeps other web sites out: names that resolve to this machine, and pages of other origins. */
import type { IncomingHttpHeaders } from "node:http";

const LOCAL = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** A sentence when the request does not come from this machine's own use of the playground. */
export function foreign(headers: IncomingHttpHeaders, port: number): string | null {
  const host = headers.host ?? "";
  if (!isLocal(`http://${host}`, port)) {
    return `The playground answers to 127.0.0.1 and localhost only, not to “${host}”.`;
  }
  const origin = headers.origin;
  if (origin !== undefined && !isLocal(origin, port)) {
    return `Pages of “${origin}” may not use the playground.`;
  }
  return null;
}

function isLocal(address: string, port: number): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const asked = url.port === "" ? 80 : Number(url.port);
  return url.protocol === "http:" && LOCAL.has(url.hostname) && asked === port;
}
