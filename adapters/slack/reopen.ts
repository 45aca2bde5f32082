/**
 * The adapter's own button for when a dialog can no longer be opened: pressing it repeats what the
 * person did, with a permission to open one that is seconds old. The core sees the first event again.
 */

import { z } from "zod";
import { actions, type Answers, type Button, type Card, text } from "../../src/card.ts";
import type { ChatEvent } from "../../src/ports.ts";
import type { Texts } from "../../src/texts/index.ts";
import { LIMITS } from "./limits.ts";

/** The action of the button; no feature may declare it. */
export const REOPEN = "slack.reopen";

/** What was done, without when and where. */
type Request =
  | { readonly type: "command"; readonly text: string }
  | { readonly type: "action"; readonly action: string; readonly value: string }
  | { readonly type: "shortcut"; readonly shortcut: string; readonly text: string }
  | {
      readonly type: "form";
      readonly form: string;
      readonly context: string;
      readonly answers: Answers;
      readonly instance: string;
    };

/** Says that the form waits, with the button where the request can be repeated. */
export function reopenCard(event: ChatEvent, form: string, { chat }: Texts): Card {
  const button = reopenButton(event, form, chat.openForm);
  return {
    title: chat.formWaits(form),
    body: [button ? actions(button) : text(chat.startAgain)],
  };
}

function reopenButton(event: ChatEvent, form: string, label: string): Button | undefined {
  const request = requestOf(event);
  const value = request && write(request);
  if (!value || value.length > LIMITS.buttonValue) return undefined;
  return { label, action: REOPEN, value, about: form, style: "primary" };
}

function requestOf(event: ChatEvent): Request | undefined {
  switch (event.type) {
    case "command":
      return { type: "command", text: event.text };
    case "action":
      return { type: "action", action: event.action, value: event.value };
    case "shortcut":
      return { type: "shortcut", shortcut: event.shortcut, text: event.text };
    case "form": {
      const { form, context, answers, instance } = event;
      return { type: "form", form, context, answers, instance };
    }
    case "change":
    case "said":
    case "home":
    case "person":
    case "channel":
    case "installed":
    case "uninstalled":
      return undefined;
  }
}

/** A text that is too long for a button is cut; forms take far less of it. */
function write(request: Request): string {
  const whole = JSON.stringify(request);
  if (whole.length <= LIMITS.buttonValue || request.type === "action" || request.type === "form")
    return whole;
  const characters = Array.from(request.text);
  let count = Math.min(characters.length, LIMITS.buttonValue);
  for (;;) {
    const value = JSON.stringify({ ...request, text: characters.slice(0, count).join("") });
    if (value.length <= LIMITS.buttonValue) return value;
    count -= Math.max(1, Math.ceil((value.length - LIMITS.buttonValue) / 6));
  }
}

const request: z.ZodType<Request> = z.discriminatedUnion("type", [
  z.object({ type: z.literal("command"), text: z.string() }),
  z.object({ type: z.literal("action"), action: z.string(), value: z.string() }),
  z.object({ type: z.literal("shortcut"), shortcut: z.string(), text: z.string() }),
  z.object({
    type: z.literal("form"),
    form: z.string(),
    context: z.string(),
    answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    instance: z.string(),
  }),
]);

/** What a button of `reopenCard` repeats. Slack vouches that nobody changed its value. */
export function readReopen(value: string): Request | undefined {
  try {
    return request.parse(JSON.parse(value));
  } catch {
    return undefined;
  }
}
