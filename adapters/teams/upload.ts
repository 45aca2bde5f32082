/** The bytes of a file to where Teams wants them: an address in the person's OneDrive. */

import type { Log } from "../../src/ports.ts";
import type { Hosts } from "./hosts.ts";

/** @returns whether the file is there now; tried once, and never at a server that is not Microsoft's. */
export type Uploader = (url: string, content: string) => Promise<boolean>;

const GIVEN_UP_MS = 10_000;

export function createUploader(hosts: Hosts, log: Log): Uploader {
  return async (url, content) => {
    if (!hosts.keepsFiles(url)) {
      log.warn({}, "A file was not sent: its address is none of Microsoft's");
      return false;
    }
    const bytes = Buffer.from(content, "utf8");
    const last = String(bytes.length - 1);
    try {
      const response = await fetch(url, {
        method: "PUT",
        headers: {
          "content-type": "application/octet-stream",
          "content-range": `bytes 0-${last}/${String(bytes.length)}`,
        },
        body: bytes,
        redirect: "error",
        signal: AbortSignal.timeout(GIVEN_UP_MS),
      });
      await response.body?.cancel();
      if (!response.ok) log.warn({ status: response.status }, "OneDrive refused a file");
      return response.ok;
    } catch {
      // What went wrong may name the address, which lets whoever has it write there.
      log.warn({}, "OneDrive could not be reached for a file");
      return false;
    }
  };
}
