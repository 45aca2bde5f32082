/** Drawn cards as the messages that carry them. */

import type { Activity } from "botbuilder";
import { CARD_TYPE } from "./answer.ts";
import type { Drawn } from "./draw.ts";

/**
 * Its summary is what a notification says.
 * @param kind of what is said unasked, for people who look at what was sent; Teams makes nothing of it.
 */
export const messageOf = ({ summary, card }: Drawn, kind?: string): Partial<Activity> => ({
  type: "message",
  summary,
  ...(kind === undefined ? {} : { channelData: { liaison: { kind } } }),
  attachments: [{ contentType: CARD_TYPE, content: card }],
});
