/** A submitted dialog: the acknowledgement itself says what becomes of it. */

import type { ViewResponseAction } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import type { EventOf } from "../../src/feature.ts";
import type { Outcome } from "../../src/ports.ts";
import type { Texts } from "../../src/texts/index.ts";
import { LIMITS, shorten } from "./limits.ts";
import { isWithoutPlace, newForm, type Performer } from "./perform.ts";
import { renderForm } from "./render-form.ts";
import { orElse } from "./tries.ts";
import { readVia } from "./via.ts";
import { renderCardModal, renderProblems, renderWorking } from "./views.ts";

type Submitted = EventOf<"form">;

/** What the dialog does at once, and whether that already is the whole answer. */
export interface Answered {
  readonly response: ViewResponseAction;
  readonly isDone: boolean;
}

export function answerTo(event: Submitted, outcome: Outcome, texts: Texts): Answered {
  const { origin } = readVia(event.via);
  switch (outcome.type) {
    case "invalid":
      return { response: problems(event, outcome.problems, texts), isDone: true };
    case "ask": {
      const view = renderForm(outcome.form, newForm(origin));
      return { response: { response_action: "update", view }, isDone: true };
    }
    case "reply":
    case "replace": {
      if (!isWithoutPlace(origin)) return { response: CLEAR, isDone: false };
      const view = renderCardModal(outcome.card, origin, texts);
      return { response: { response_action: "update", view }, isDone: true };
    }
    case "home":
    case "files":
    case "nothing":
      return { response: CLEAR, isDone: false };
  }
}

const CLEAR: ViewResponseAction = { response_action: "clear" };

/** Beside their inputs; what belongs to none that is shown stands at the first one. */
function problems(
  event: Submitted,
  sentences: Readonly<Record<string, string>>,
  texts: Texts,
): ViewResponseAction {
  const inputs = Object.keys(event.answers);
  const [first] = inputs;
  const { origin } = readVia(event.via);
  if (first === undefined)
    return {
      response_action: "update",
      view: renderProblems(sentences, null, origin, texts),
    };
  const errors: Record<string, string> = {};
  for (const [id, sentence] of Object.entries(sentences)) {
    const shown = inputs.includes(id) ? id : first;
    errors[shown] = shorten([errors[shown], sentence].filter(Boolean).join(" "), LIMITS.text);
  }
  return { response_action: "errors", errors };
}

/** Holds a dialog open whose answer takes longer than Slack waits. */
export function holdOpen(event: Submitted, externalId: string, texts: Texts): ViewResponseAction {
  const { origin, view } = readVia(event.via);
  const working = renderWorking(externalId, origin, texts);
  const isFull = (view?.depth ?? 1) >= LIMITS.modalStack;
  return { response_action: isFull ? "update" : "push", view: working };
}

/** Turns the dialog that was held open into the answer. @throws DeliveryError. */
export async function conclude(
  web: WebClient,
  performer: Performer,
  event: Submitted,
  outcome: Outcome,
  externalId: string,
): Promise<void> {
  const { origin } = readVia(event.via);
  const texts = await performer.textsFor(event);
  const show = async (view: Parameters<typeof web.views.update>[0]["view"]) => {
    await orElse(
      () => web.views.update({ external_id: externalId, view }),
      () => performer.perform(event, outcome),
    );
  };
  switch (outcome.type) {
    case "invalid":
      await show(renderProblems(outcome.problems, externalId, origin, texts));
      return;
    case "ask":
      await show(renderForm(outcome.form, newForm(origin)));
      return;
    case "reply":
      await show(renderCardModal(outcome.card, origin, texts));
      return;
    case "replace":
    case "home":
    case "files":
    case "nothing":
      await performer.perform(event, outcome);
      await orElse(
        () =>
          web.views.update({
            external_id: externalId,
            view: renderCardModal({ title: texts.chat.done, body: [] }, origin, texts),
          }),
        () => Promise.resolve(),
      );
      return;
  }
}
