/** Serves the pages that links open, below `/pages/` of the server that all platforms share. */

import type { IncomingMessage, ServerResponse } from "node:http";
import type { Page, PageAnswer, Pages, PageTicket, PageVisit } from "../../src/page.ts";
import type { Log } from "../../src/ports.ts";
import { LOCALES, type Locale } from "../../src/team/person.ts";
import { textsFor } from "../../src/texts/index.ts";
import type { Web } from "../http.ts";
import { POLICY, renderPage } from "./html.ts";
import { MOST_BYTES, readFields, TooLarge } from "./request.ts";
import { PATH } from "./link.ts";
import { readTicket } from "./ticket.ts";
import type { Clock } from "../../src/time/clock.ts";

export interface PagesOptions {
  readonly web: Web;
  readonly clock: Clock;
  readonly log: Log;
}

/** Of one person, more than a browser opens by itself; each may hold a file of the largest size. */
const MOST_AT_ONCE = 4;

export function createPages({ web, clock, log }: PagesOptions): Pages {
  const route = web.reserve(PATH);
  const underWay = new Map<string, number>();

  /** Undefined when that person has so many under way already. */
  function begin({ districtId, personId }: PageTicket): (() => void) | undefined {
    const key = JSON.stringify([districtId, personId]);
    const count = underWay.get(key) ?? 0;
    if (count >= MOST_AT_ONCE) return undefined;
    underWay.set(key, count + 1);
    return () => {
      const left = (underWay.get(key) ?? 1) - 1;
      if (left > 0) underWay.set(key, left);
      else underWay.delete(key);
    };
  }

  return {
    async start(core) {
      await route.open((request, response) => {
        answer(request, response, { ...core, begin, now: clock.now() }).catch((error: unknown) => {
          log.error({ error }, "A page could not be answered");
          if (!response.headersSent) response.writeHead(500);
          response.end();
        });
      });
    },
    async stop() {
      await route.close();
    },
  };
}

interface Answering {
  readonly visit: (visit: PageVisit) => Promise<PageAnswer>;
  readonly secret: Buffer;
  readonly begin: (ticket: PageTicket) => (() => void) | undefined;
  readonly now: Date;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { visit, secret, begin, now }: Answering,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://localhost");
  const locale = languageOf(request.headers["accept-language"] ?? "");
  const { pages, chat } = textsFor(locale, "UTC");
  const simple = (title: string): Page => ({ title, locale, about: pages.about, body: [] });
  if (!["GET", "HEAD", "POST"].includes(request.method ?? "")) {
    send(response, 405, simple(pages.unknown));
    return;
  }
  const ticket = readTicket(url.pathname.slice(PATH.length), secret, now);
  if (typeof ticket === "string") {
    request.resume();
    if (ticket === "expired") send(response, 410, simple(pages.expired));
    else send(response, 404, simple(pages.unknown));
    return;
  }
  const end = begin(ticket);
  if (!end) {
    request.resume();
    send(response, 429, simple(chat.tooMuch));
    return;
  }
  const sent = request.method === "POST";
  const behind = Object.fromEntries(url.searchParams);
  try {
    const filled = sent ? await readFields(request) : {};
    act(response, await visit({ ...ticket, sent, fields: { ...behind, ...filled } }));
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    response.setHeader("connection", "close");
    send(response, 413, simple(pages.tooLarge(Math.round(MOST_BYTES / 1_000_000))));
  } finally {
    end();
  }
}

function act(response: ServerResponse, answered: PageAnswer): void {
  switch (answered.type) {
    case "page":
      send(response, 200, answered.page);
      return;
    case "file":
      response.writeHead(200, {
        "content-type": `${answered.media ?? "text/csv"}; charset=utf-8`,
        "content-disposition": `attachment; filename="${answered.name.replaceAll(/[^A-Za-z0-9._-]+/gu, "-")}"`,
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      });
      response.end(answered.content);
      return;
    case "go":
      // Relative, so that it holds behind a proxy that adds to the path.
      response.writeHead(303, {
        location: `?${new URLSearchParams(answered.fields).toString()}`,
        "cache-control": "no-store",
      });
      response.end();
  }
}

function send(response: ServerResponse, status: number, page: Page): void {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
  });
  response.end(renderPage(page));
}

/** The first of our languages that the browser asks for. */
function languageOf(accepted: string): Locale {
  const wanted = accepted.split(",").map((part) => part.trim().slice(0, 2).toLowerCase());
  for (const language of wanted) {
    const known = LOCALES.find((locale) => locale === language);
    if (known) return known;
  }
  return "en";
}
