/** The short-lived permissions that Slack hands out with an interaction. */
import { randomBytes } from "node:crypto";
import type { Collection } from "../journal.ts";

const TRIGGER_LIVES_MS = 3000;
const RESPONSE_URL_LIVES_MS = 30 * 60_000;
const RESPONSE_URL_USES = 5;

interface Trigger {
  readonly user: string;
  readonly team: string;
  /** The dialog the interaction happened in, for `views.push`. */
  readonly view: string | null;
}

type TriggerError = "invalid_trigger_id" | "expired_trigger_id" | "exchanged_trigger_id";

export interface Triggers {
  issue(trigger: Trigger): string;
  /** Looks without using it up: a refused view may be sent again. */
  check(id: string): Trigger | TriggerError;
  use(id: string): void;
}

/** Triggers live three seconds of `realNow` and work once. */
export function createTriggers(realNow: () => number): Triggers {
  const issued = new Map<string, Trigger & { readonly at: number; readonly used: boolean }>();
  return {
    issue: (trigger) => {
      for (const [id, { at }] of issued) {
        if (realNow() - at > 20 * TRIGGER_LIVES_MS) issued.delete(id);
      }
      const id = `${issued.size + 1}.${realNow()}.${randomBytes(16).toString("hex")}`;
      issued.set(id, { ...trigger, at: realNow(), used: false });
      return id;
    },
    check: (id) => {
      const found = issued.get(id);
      if (!found) return "invalid_trigger_id";
      if (found.used) return "exchanged_trigger_id";
      if (realNow() - found.at > TRIGGER_LIVES_MS) return "expired_trigger_id";
      return found;
    },
    use: (id) => {
      const found = issued.get(id);
      if (found) issued.set(id, { ...found, used: true });
    },
  };
}

export interface ResponseUrl {
  readonly channel: string;
  readonly user: string;
  readonly threadTs: string | null;
  /** The message that was pressed, when there was one. */
  readonly original: string | null;
  readonly issuedAt: number;
  readonly uses: number;
}

export interface ResponseUrls {
  /** Answers the id that ends the address. */
  issue(target: Omit<ResponseUrl, "issuedAt" | "uses">): string;
  /** Counts a use; five within half an hour of real time. */
  take(id: string): ResponseUrl | "expired_url" | "used_url";
}

export function createResponseUrls(
  stored: Collection<ResponseUrl>,
  realNow: () => number,
): ResponseUrls {
  const isOver = (url: ResponseUrl): boolean => realNow() - url.issuedAt > RESPONSE_URL_LIVES_MS;
  return {
    issue: (target) => {
      for (const id of stored.keys()) {
        const url = stored.get(id);
        if (url && isOver(url)) stored.delete(id);
      }
      const id = randomBytes(12).toString("hex");
      stored.put(id, { ...target, issuedAt: realNow(), uses: 0 });
      return id;
    },
    take: (id) => {
      const url = stored.get(id);
      if (!url || isOver(url)) return "expired_url";
      if (url.uses >= RESPONSE_URL_USES) return "used_url";
      stored.put(id, { ...url, uses: url.uses + 1 });
      return url;
    },
  };
}
