/**
 * What an outcome means in Teams, decided purely: what is shown at once to whoever waits for the answer of
 * a request, and what is posted or changed, with or without somebody waiting.
 */

import { randomUUID } from "node:crypto";
import { type Answers, type Card, type Form, text } from "../../src/card.ts";
import type { ChatEvent, Outcome } from "../../src/ports.ts";
import type { Texts } from "../../src/texts/index.ts";
import { splitThread } from "./address.ts";
import { type FileStep, offersOf, allowedFile } from "./files.ts";
import { type Origin, readOrigin, type Via, writeOrigin } from "./via.ts";

/** A card, or a form with what stands in it. */
export type Content =
  | { readonly kind: "card"; readonly card: Card }
  | {
      readonly kind: "form";
      readonly form: Form;
      readonly instance: string;
      readonly note: string;
      readonly answers?: Answers;
      readonly problems?: Readonly<Record<string, string>>;
    };

/** The answer to a request. */
export type Now =
  | { readonly type: "dialog"; readonly content: Content }
  /** Closes the dialog. */
  | { readonly type: "close" }
  /** Takes the place of the pressed card, for who pressed it. */
  | { readonly type: "card"; readonly content: Content }
  /** A sentence, seen for a moment. */
  | { readonly type: "notice"; readonly text: string };

export type Step =
  /** To the person alone. */
  | { readonly type: "say"; readonly content: Content }
  /** A message of the conversation becomes this, for all who see it. */
  | { readonly type: "update"; readonly message: string; readonly content: Content }
  | { readonly type: "home"; readonly card: Card }
  | FileStep;

export interface Plan {
  readonly now: Now;
  /** With `now`. */
  readonly steps: readonly Step[];
  /** Without it, because nobody waits any more. */
  readonly late: readonly Step[];
}

export interface Situation {
  readonly event: ChatEvent;
  readonly via: Via;
  readonly texts: Texts;
  /** The card that was pressed is the person's home, which stays one. */
  readonly isHome: boolean;
}

/** What is shown; files are offered first. */
type ShownOutcome = Exclude<Outcome, { readonly type: "files" }>;

export function planFor(decided: Outcome, situation: Situation): Plan {
  if (situation.via.by === "file") return allowed(decided, situation);
  if (decided.type !== "files") return planShown(decided, situation);
  const offers = offersOf(decided, situation);
  if (!offers) return planShown({ type: "reply", card: decided.otherwise }, situation);
  const { now, steps, late } = planShown({ type: "reply", card: offers.card }, situation);
  return { now, steps: [...steps, offers.step], late: [...late, offers.step] };
}

/** A file that was offered may come. Then the offer is of no more use, whatever came of it. */
function allowed(decided: Outcome, situation: Situation): Plan {
  const { message } = situation.via;
  const gone: readonly Step[] = message ? [{ type: "withdraw", message }] : [];
  const steps =
    decided.type === "files" ? fileSteps(decided, situation) : spokenSteps(decided, situation);
  return always({ type: "close" }, [...steps, ...gone]);
}

function fileSteps(
  decided: Extract<Outcome, { type: "files" }>,
  { via }: Situation,
): readonly Step[] {
  const { upload } = via;
  if (!upload) return [];
  const { content, failed } = allowedFile(decided, upload, via);
  return content === undefined ? [say(failed)] : [{ type: "upload", upload, content, failed }];
}

function planShown(outcome: ShownOutcome, situation: Situation): Plan {
  const { event, via } = situation;
  switch (via.by) {
    case "typed":
    case "told":
    case "file":
      return always({ type: "close" }, spokenSteps(outcome, situation));
    case "card":
    case "fetch":
    case "dialog":
      if (event.type === "change") return readAlong(outcome, situation);
      if (via.by !== "card") return inDialog(outcome, situation);
      return event.type === "form" && standsInChat(via)
        ? formInChat(outcome, situation)
        : cardPressed(outcome, situation);
  }
}

/** Forms stand in people's own chats only; where others read along, none is put or changed. */
const standsInChat = ({ isPersonal, message }: Via): boolean => isPersonal || message !== undefined;

/** A form that is read along stays open with what was typed, whatever came of it. */
function readAlong(outcome: ShownOutcome, situation: Situation): Plan {
  const { via } = situation;
  const problems = outcome.type === "invalid" ? outcome.problems : {};
  const content =
    outcome.type === "ask" ? redrawn(outcome.form, situation) : again(situation, problems);
  if (!content || (via.by === "card" && !standsInChat(via)))
    return always({ type: "notice", text: "" }, []);
  if (via.by !== "card") return { now: { type: "dialog", content }, steps: [], late: [] };
  const steps: readonly Step[] = via.message
    ? [{ type: "update", message: via.message, content }]
    : [];
  return always({ type: "card", content }, steps);
}

const cardOf = (card: Card): Content => ({ kind: "card", card });
const always = (now: Now, steps: readonly Step[]): Plan => ({ now, steps, late: steps });
const say = (card: Card): Step => ({ type: "say", content: cardOf(card) });

/** The problems of what has no inputs to stand at, in a card. */
export const problemCard = (problems: Readonly<Record<string, string>>, { chat }: Texts): Card => ({
  title: chat.needsChange,
  body: Object.values(problems).map(text),
});

type Asked = Extract<Outcome, { readonly type: "ask" }>;

/** Every opening of a form is one of its own. */
function opened({ form, apart }: Asked, { event, via }: Situation): Content {
  const before = via.form && readOrigin(via.form.note);
  const origin: Origin = before ?? {
    conversation: via.conversation,
    ...(event.type === "action" && via.message && !apart ? { message: via.message } : {}),
  };
  return { kind: "form", form, instance: randomUUID(), note: writeOrigin(origin) };
}

/** The form that was submitted, as it was filled in. */
function again(
  { event, via }: Situation,
  problems: Readonly<Record<string, string>>,
): Content | undefined {
  if (!via.form || (event.type !== "form" && event.type !== "change")) return undefined;
  return { kind: "form", ...via.form, answers: event.answers, problems };
}

/** The form that is read along, as it should now be. */
const redrawn = (form: Form, { via }: Situation): Content | undefined =>
  via.form && { kind: "form", ...via.form, form };

/** The message whose button opened the form, when it is in this very conversation. */
function originMessage({ via }: Situation): string | undefined {
  const origin = via.form && readOrigin(via.form.note);
  if (!origin) return via.message;
  const isHere = splitThread(origin.conversation).id === splitThread(via.conversation).id;
  return isHere ? origin.message : undefined;
}

function spokenSteps(outcome: ShownOutcome, situation: Situation): readonly Step[] {
  const { texts } = situation;
  switch (outcome.type) {
    case "reply":
    case "replace":
      return [say(outcome.card)];
    case "ask":
      return [{ type: "say", content: opened(outcome, situation) }];
    case "invalid":
      return [say(problemCard(outcome.problems, texts))];
    case "home":
      return [{ type: "home", card: outcome.card }];
    case "nothing":
      return [];
  }
}

function cardPressed(outcome: ShownOutcome, situation: Situation): Plan {
  const { via, texts, isHome } = situation;
  switch (outcome.type) {
    case "reply":
    case "invalid":
    case "ask":
      return always(
        { type: "notice", text: noticeOf(outcome, texts) },
        spokenSteps(outcome, situation),
      );
    case "replace": {
      const content = cardOf(outcome.card);
      if (!via.message || isHome)
        return always({ type: "notice", text: outcome.card.title }, [{ type: "say", content }]);
      return always({ type: "card", content }, [{ type: "update", message: via.message, content }]);
    }
    case "home":
      return always({ type: "notice", text: outcome.card.title }, [
        { type: "home", card: outcome.card },
      ]);
    case "nothing":
      return always({ type: "notice", text: "" }, []);
  }
}

function noticeOf(
  outcome: Extract<ShownOutcome, { type: "reply" | "invalid" | "ask" }>,
  { chat }: Texts,
): string {
  switch (outcome.type) {
    case "reply":
      return outcome.card.title;
    case "invalid":
      return chat.needsChange;
    case "ask":
      return chat.formWaits(outcome.form.title);
  }
}

/** A form that stands in the chat makes room for what came of it, so that it is not sent twice. */
function formInChat(outcome: ShownOutcome, situation: Situation): Plan {
  const { via, texts } = situation;
  const { message } = via;
  const done = cardOf({ title: texts.chat.done, body: [] });
  const become = (content: Content, ...more: readonly Step[]): Plan =>
    always(
      { type: "card", content },
      message
        ? [{ type: "update", message, content }, ...more]
        : [{ type: "say", content }, ...more],
    );
  switch (outcome.type) {
    case "reply":
      return become(cardOf(outcome.card));
    case "replace": {
      const pressed = originMessage(situation);
      return pressed && pressed !== message
        ? become(done, { type: "update", message: pressed, content: cardOf(outcome.card) })
        : become(cardOf(outcome.card));
    }
    case "ask":
      return become(opened(outcome, situation));
    case "invalid": {
      const content = again(situation, outcome.problems);
      return become(content ?? cardOf(problemCard(outcome.problems, texts)));
    }
    case "home":
      return become(done, { type: "home", card: outcome.card });
    case "nothing":
      return become(done);
  }
}

/** What opens a dialog must be answered by one; what is done in it closes it where it can. */
function inDialog(outcome: ShownOutcome, situation: Situation): Plan {
  const { event, via, texts } = situation;
  const isForm = event.type === "form";
  const show = (content: Content, late: readonly Step[], steps: readonly Step[] = []): Plan => ({
    now: { type: "dialog", content },
    steps,
    late,
  });
  switch (outcome.type) {
    case "reply": {
      const steps = [say(outcome.card)];
      return isForm ? always({ type: "close" }, steps) : show(cardOf(outcome.card), steps);
    }
    case "replace": {
      const message = situation.isHome ? undefined : originMessage(situation);
      const content = cardOf(outcome.card);
      const steps: readonly Step[] = message
        ? [{ type: "update", message, content }]
        : [{ type: "say", content }];
      return isForm || (message && via.by === "dialog")
        ? always({ type: "close" }, steps)
        : show(content, steps, message ? steps : []);
    }
    case "ask": {
      const content = opened(outcome, situation);
      return show(content, [{ type: "say", content }]);
    }
    case "invalid": {
      const content =
        again(situation, outcome.problems) ?? cardOf(problemCard(outcome.problems, texts));
      return show(content, [{ type: "say", content }]);
    }
    case "home":
      return always(
        isForm ? { type: "close" } : { type: "dialog", content: cardOf(outcome.card) },
        [{ type: "home", card: outcome.card }],
      );
    case "nothing": {
      const done = cardOf({ title: texts.chat.done, body: [] });
      return always(via.by === "fetch" ? { type: "dialog", content: done } : { type: "close" }, []);
    }
  }
}
