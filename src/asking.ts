/** Marks the buttons whose press may be answered by a form, from what the features declare. */

import type { Block, Button, Card } from "./card.ts";
import { FILL_COMMAND, RUN_COMMAND } from "./commands.ts";
import type { Declarations, Feature } from "./feature.ts";
import type { Outbox, Outcome } from "./ports.ts";

export interface Asking {
  mark(card: Card): Card;
  /** The outcome as it leaves. */
  markOutcome(outcome: Outcome): Outcome;
  /** The outbox, for cards as the features make them. */
  markPosts(outbox: Outbox): Outbox;
}

/** @throws when a feature declares that an action asks which it does not have. */
export function createAsking(
  features: readonly Feature[],
  declared: Pick<Declarations, "meant">,
): Asking {
  const asking = new Set(features.flatMap(({ asks = [] }) => asks));
  for (const { name, asks = [], actions = {} } of features)
    for (const action of asks)
      if (!(action in actions)) throw new Error(`${name} has no action "${action}" that could ask`);

  const mayAsk = ({ action, value }: Button): boolean =>
    action === FILL_COMMAND ||
    (action === RUN_COMMAND
      ? declared.meant(value)?.declared.command.asks === true
      : asking.has(action));
  const markButton = (button: Button): Button =>
    mayAsk(button) ? { ...button, asks: true } : button;

  function markBlock(block: Block): Block {
    switch (block.type) {
      case "actions":
        return { ...block, buttons: block.buttons.map(markButton) };
      case "item":
        return block.button ? { ...block, button: markButton(block.button) } : block;
      case "heading":
      case "text":
      case "facts":
      case "columns":
      case "link":
      case "divider":
        return block;
    }
  }

  const mark = (card: Card): Card => ({ ...card, body: card.body.map(markBlock) });

  return {
    mark,
    markOutcome(outcome) {
      if (outcome.type === "files")
        return { ...outcome, card: mark(outcome.card), otherwise: mark(outcome.otherwise) };
      return "card" in outcome ? { ...outcome, card: mark(outcome.card) } : outcome;
    },
    markPosts: (outbox) => ({
      ...outbox,
      post: async (message) => {
        await outbox.post({ ...message, card: mark(message.card) });
      },
      postAll: async (messages) => {
        await outbox.postAll(messages.map((message) => ({ ...message, card: mark(message.card) })));
      },
      revise: async (key, card) => {
        await outbox.revise(key, mark(card));
      },
    }),
  };
}
