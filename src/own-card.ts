/**
 * Whose words stand in a message. A press comes through a client, which may name any message: one that
 * others read too is changed only for a button that its own card carries, as the outbox knows it.
 */

import { buttonsOf, type Card } from "./card.ts";
import type { EventOf } from "./feature.ts";
import type { ChatEvent, Outbox, Outcome } from "./ports.ts";

export interface OwnCard {
  /** What comes of the press, told to who pressed alone where it was none of that message's. */
  settle(outcome: Outcome): Promise<Outcome>;
}

/** Looks before anything is done about the press, which may change the card. */
export async function ownCard(outbox: Outbox, event: ChatEvent): Promise<OwnCard> {
  // Nobody else reads along in somebody's own chat with the bot.
  const message = event.type === "action" && event.channel !== null ? event.message : undefined;
  if (message === undefined || event.type !== "action")
    return { settle: (outcome) => Promise.resolve(outcome) };
  const shown = await outbox.cardOf(message);
  const isOwn = shown !== undefined && carries(shown, event);
  return {
    async settle(outcome) {
      if (outcome.type === "ask") return isOwn ? outcome : { ...outcome, apart: true };
      if (outcome.type !== "replace") return outcome;
      if (!isOwn) return { type: "reply", card: outcome.card };
      await outbox.shows(message, outcome.card);
      return outcome;
    },
  };
}

const carries = (card: Card, { action, value }: EventOf<"action">): boolean =>
  buttonsOf(card).some((button) => button.action === action && button.value === value);
