/** What the core decided, carried out: while Teams waits for an answer, or later, or after a restart. */

import type { Card } from "../../src/card.ts";
import type { EventOf } from "../../src/feature.ts";
import type { ChatEvent, Outcome } from "../../src/ports.ts";
import type { Shown } from "./answer.ts";
import { type Conversations, readerOf, textsOf } from "./converse.ts";
import type { Artist } from "./draw.ts";
import { type Content, type Now, type Plan, planFor } from "./plan.ts";
import { readVia, type Via } from "./via.ts";

/** An answer that is ready, and what is left to do once it is on its way. */
export interface Ready {
  readonly shown: Shown;
  /** @throws DeliveryError when it may succeed another time. */
  rest(): Promise<void>;
}

export interface Performer {
  /** The answer for a request that waits. @throws RangeError when it cannot be drawn. */
  answer(event: ChatEvent, outcome: Outcome): Promise<Ready>;
  /** Nobody waits. @throws DeliveryError when it may succeed another time. */
  perform(event: ChatEvent, outcome: Outcome): Promise<void>;
  /** Says something in the best place that there is. @throws DeliveryError. */
  say(via: Via, card: Card): Promise<void>;
  /** Turns the message that was pressed into a card. */
  become(via: Via, card: Card): Promise<Ready>;
  /** The message that was pressed goes; `card` is said when it was still there. @throws DeliveryError. */
  withdraw(via: Via, card: Card): Promise<void>;
  /** The form as it was filled in, with a sentence at its first input. */
  withProblem(event: EventOf<"form">, sentence: string): Promise<Ready>;
}

export function createPerformer(conversations: Conversations, draw: Artist): Performer {
  async function planned(
    event: ChatEvent,
    outcome: Outcome,
  ): Promise<{ readonly plan: Plan; readonly via: Via; readonly isHome: boolean }> {
    const via = readVia(event.via);
    const isHome = await conversations.isHome(via);
    const plan = planFor(outcome, { event, via, texts: textsOf(via), isHome });
    return { plan, via, isHome };
  }

  async function shownNow(now: Now, via: Via): Promise<Shown> {
    switch (now.type) {
      case "dialog": {
        const { title, card } = await drawn(now.content, "dialog", via);
        return { type: "dialog", title, card };
      }
      case "card":
        return { type: "card", card: (await drawn(now.content, "message", via)).card };
      case "notice":
      case "close":
        return now;
    }
  }

  const drawn = async (content: Content, place: "dialog" | "message", via: Via) =>
    await draw(content, place, readerOf(via));

  async function finish(event: ChatEvent, plan: Plan["steps"], isHome: boolean): Promise<void> {
    await conversations.carryOut(readVia(event.via), plan);
    if (isHome && event.type !== "change") await conversations.redrawHome(event);
  }

  async function answer(event: ChatEvent, outcome: Outcome): Promise<Ready> {
    const { plan, via, isHome } = await planned(event, outcome);
    return {
      shown: await shownNow(plan.now, via),
      rest: () => finish(event, plan.steps, isHome),
    };
  }

  return {
    answer,

    async perform(event, outcome) {
      const { plan, isHome } = await planned(event, outcome);
      await finish(event, plan.late, isHome);
    },

    async say(via, card) {
      await conversations.carryOut(via, [{ type: "say", content: { kind: "card", card } }]);
    },

    async become(via, card) {
      const content = { kind: "card", card } as const;
      return {
        shown: await shownNow({ type: "card", content }, via),
        rest: async () => {
          if (via.message === undefined) return;
          await conversations.carryOut(via, [{ type: "update", message: via.message, content }]);
        },
      };
    },

    async withdraw(via, card) {
      if (via.message === undefined) return;
      await conversations.carryOut(via, [
        { type: "withdraw", message: via.message, instead: card },
      ]);
    },

    async withProblem(event, sentence) {
      const [first = ""] = Object.keys(event.answers);
      return await answer(event, { type: "invalid", problems: { [first]: sentence } });
    },
  };
}
