/** Dialogs and homes that show a card. */

import type { HomeView, ModalView } from "@slack/types";
import { type Card, text } from "../../src/card.ts";
import type { Texts } from "../../src/texts/index.ts";
import { LIMITS, oneLine } from "./limits.ts";
import { renderCard } from "./render.ts";
import { plain } from "./text.ts";
import { type Origin, writeNote } from "./via.ts";

export const renderHome = (card: Card): HomeView => ({
  type: "home",
  blocks: renderCard(card, "home"),
});

/** A card as a dialog to read: for answers that have no conversation to stand in. */
export function renderCardModal(card: Card, origin: Origin, { chat }: Texts): ModalView {
  return {
    type: "modal",
    private_metadata: writeNote({ origin }),
    title: plain(oneLine(card.title), LIMITS.modalTitle),
    close: plain(chat.close, LIMITS.modalButton),
    clear_on_close: true,
    blocks: renderCard(card, "modal"),
  };
}

/** Laid over a form whose answers take long; what it becomes is found by `externalId`. */
export function renderWorking(externalId: string, origin: Origin, texts: Texts): ModalView {
  const { chat } = texts;
  return {
    ...renderCardModal({ title: chat.working, body: [text(chat.workingBody)] }, origin, texts),
    external_id: externalId,
  };
}

/** Laid over a form that is kept as it was typed: what needs a change, and the way back to it. */
export function renderProblems(
  problems: Readonly<Record<string, string>>,
  externalId: string | null,
  origin: Origin,
  texts: Texts,
): ModalView {
  const { chat } = texts;
  const body = [text(chat.needsChangeBody), ...Object.values(problems).map(text)];
  return {
    ...renderCardModal({ title: chat.needsChange, body }, origin, texts),
    close: plain(chat.back, LIMITS.modalButton),
    clear_on_close: false,
    ...(externalId ? { external_id: externalId } : {}),
  };
}
