/**
 * A web address that somebody typed, as inert text: read, and never opened, fetched or looked up (AC-31).
 * What could reach into a network, carry a secret or do something else than show a page is refused. Pure.
 */

import { isBlank, lengthOf, oneLine } from "../plain-text.ts";

/** Of a web address, in code points. */
export const LINK_MAX = 500;

export interface WebAddress {
  /**
   * As it is kept and shown: `rivers-atlas.example/explore`. In letters that can be typed, so that a look-alike
   * shows; without `https://`, so that no client makes a link of it.
   */
  readonly shown: string;
  readonly host: string;
  /** What whoever decides about it should look at. */
  readonly notes: readonly AddressNote[];
}

/**
 * `letters`: its name has letters of another alphabet, which may look like others. `leads_on`: it leads to
 * another address, so what opens is not what it says. `port`: it is not at the usual door of a site.
 */
export type AddressNote = "letters" | "leads_on" | "port";

/**
 * `other`: no web page, such as `javascript:` or `data:`. `secret`: a name or password stands in it.
 * `number`: it names a computer by its number. `inside`: it lies in a school's own network.
 */
export type Refused = "empty" | "too_long" | "unclear" | "other" | "secret" | "number" | "inside";

export type AddressReading =
  | { readonly kind: "read"; readonly address: WebAddress }
  /** `words` is what stands before the colon of what is no web page, else "". */
  | { readonly kind: "refused"; readonly because: Refused; readonly words: string };

/** `https:`, but not the `site.example:` of `site.example:8080`. */
const SCHEME = /^([a-z][a-z\d+.-]*):(?!\d+(?:[/?#]|$))/iu;

export function readAddress(typed: string): AddressReading {
  const line = oneLine(typed);
  if (isBlank(line)) return refused("empty");
  if (lengthOf(line) > LINK_MAX) return refused("too_long");
  const scheme = SCHEME.exec(line)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== "https" && scheme !== "http")
    return refused("other", scheme);
  const whole = scheme === undefined ? `https://${line}` : line;
  // A joiner or mark that nobody sees would make it another address than the one that is read.
  if (/[\s\p{Cf}\p{Co}\p{Cn}]/u.test(line) || !URL.canParse(whole)) return refused("unclear");
  const url = new URL(whole);
  const host = url.hostname.replace(/\.+$/u, "");
  if (url.username !== "" || url.password !== "") return refused("secret");
  if (isNumber(host)) return refused("number");
  if (isInside(host)) return refused("inside");
  if (!/^(?:[a-z\d_](?:[a-z\d_-]*[a-z\d_])?\.)+(?:[a-z]{2,}|xn--[a-z\d-]+)$/u.test(host))
    return refused("unclear");
  const behind = `${url.pathname}${url.search}${url.hash}`;
  const port = url.port === "" ? "" : `:${url.port}`;
  const shown = `${host}${port}${behind === "/" ? "" : behind}`;
  // What is not Latin grows when it is written in letters that can be typed.
  if (shown.length > LINK_MAX) return refused("too_long");
  const notes: readonly AddressNote[] = [
    ...(/(?:^|\.)xn--/u.test(host) ? ["letters" as const] : []),
    ...(leadsOn(host, behind) ? ["leads_on" as const] : []),
    ...(port === "" ? [] : ["port" as const]),
  ];
  return { kind: "read", address: { shown, host, notes } };
}

const refused = (because: Refused, words = ""): AddressReading => ({
  kind: "refused",
  because,
  words,
});

/** However it was written, the reading of addresses makes 127.0.0.1 of 0x7f.1, and brackets of IPv6. */
const isNumber = (host: string): boolean =>
  host.startsWith("[") || /^\d{1,3}(?:\.\d{1,3}){3}$/u.test(host);

const INSIDE =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private|arpa)$/u;

const isInside = (host: string): boolean => !host.includes(".") || INSIDE.test(host);

/** Services that do nothing else. */
const SHORTENERS =
  /^(?:bit\.ly|t\.co|tinyurl\.com|goo\.gl|is\.gd|ow\.ly|buff\.ly|rebrand\.ly|lnkd\.in|cutt\.ly|t\.ly|shorturl\.at)$/u;

function leadsOn(host: string, behind: string): boolean {
  const decoded = behind
    .replaceAll(/%25/giu, "%")
    .replaceAll(/%3a/giu, ":")
    .replaceAll(/%2f/giu, "/");
  return SHORTENERS.test(host) || /[a-z]:\/\/?|^\/\/|=\/\//iu.test(decoded);
}

/** Around an address in a sentence or a list: signs that belong to neither. */
const BEFORE = /^[<("'“«[•*–-]+/u;
const AFTER = /[>)"'”»\].,;:!?]+$/u;

/** What was typed in lines, or with blanks between, each part by itself; numbers and strokes of a list go. */
export const addressParts = (typed: string): readonly string[] =>
  typed
    .split(/\s+/u)
    .filter((part) => !/^(?:\d+[.)]|[•*–-])$/u.test(part))
    .map((part) => part.replace(BEFORE, "").replace(AFTER, ""))
    .filter((part) => part !== "");

/** The addresses in a sentence, as they are kept, each once: "youtube.com is blocked for my class". */
export const addressesIn = (sentence: string): readonly string[] => [
  ...new Set(
    addressParts(sentence)
      .filter((part) => /\.\p{L}{2,}/u.test(part))
      .map(readAddress)
      .flatMap((reading) => (reading.kind === "read" ? [reading.address.shown] : [])),
  ),
];
