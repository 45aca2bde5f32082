/** Drawn cards as the messages that carry them. */

import type { Activity } from "botbuilder";
import { CARD_TYPE } from "./answer.ts";
import type { Drawn } from "./draw.ts";

/** Its summary is what a notification says. */
export const messageOf = ({ summary, card }: Drawn): Partial<Activity> => ({
  type: "message",
  summary,
  attachments: [{ contentType: CARD_TYPE, content: card }],
});
