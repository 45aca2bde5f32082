/** Makes the links that open the pages. */

import type { PageTicket } from "../../src/page.ts";
import { writeTicket } from "./ticket.ts";
import type { Clock } from "../../src/time/clock.ts";

/** Below it are all pages. */
export const PATH = "/pages/";

export interface LinksOptions {
  /** Where the server is reached from outside, ending with a slash; undefined: links are not made. */
  readonly publicUrl: string | undefined;
  readonly secret: Buffer;
  readonly clock: Clock;
}

/** A link that works until its time is over; undefined where no address was set to open it at. */
export const createLinks =
  ({ publicUrl, secret, clock }: LinksOptions) =>
  (ticket: PageTicket): string | undefined =>
    publicUrl && `${publicUrl}${PATH.slice(1)}${writeTicket(ticket, secret, clock.now())}`;
