/** What the core decided, carried out: live, or after a restart when dialogs can no longer be opened. */

import { randomUUID } from "node:crypto";
import { type Card, type Form, text } from "../../src/card.ts";
import type { ChatEvent, Outcome } from "../../src/ports.ts";
import { type Texts, textsFor } from "../../src/texts/index.ts";
import type { Conversation } from "./converse.ts";
import { isDirect } from "./address.ts";
import type { Deliveries } from "./deliver.ts";
import type { Homes } from "./home.ts";
import type { Profiles } from "./profile.ts";
import { renderForm } from "./render-form.ts";
import { reopenCard } from "./reopen.ts";
import { summary } from "./text.ts";
import { orElse } from "./tries.ts";
import { type Origin, readVia, type Via } from "./via.ts";
import { renderCardModal } from "./views.ts";
import type { WebClient } from "@slack/web-api";

export interface Performer {
  /** @throws DeliveryError when it may succeed another time; what can never be shown is left. */
  perform(event: ChatEvent, outcome: Outcome): Promise<void>;
  /** Shows a card to whoever acted, in the best place that there is. */
  reply(event: ChatEvent, card: Card): Promise<void>;
  textsFor(event: ChatEvent): Promise<Texts>;
}

/** A note of the form about to be opened: every opening is one of its own. */
export const newForm = (origin: Origin) => ({ origin, instance: randomUUID() });

/** True when an answer has no conversation to stand in, and is shown as a dialog. */
export const isWithoutPlace = (origin: Origin): boolean =>
  origin.home === true || (!origin.responseUrl && !origin.channel);

type Asked = Extract<Outcome, { readonly type: "ask" }>;

/** What comes of the form is said, and changes no message. */
function without(origin: Origin): Origin {
  const { message: pressed, ...rest } = origin;
  return pressed === undefined ? origin : rest;
}

type Files = Extract<Outcome, { readonly type: "files" }>;

export function createPerformer(
  web: WebClient,
  conversation: Conversation,
  homes: Homes,
  profiles: Profiles,
  { conversationWith }: Pick<Deliveries, "conversationWith">,
): Performer {
  const textsOf = async (event: ChatEvent): Promise<Texts> =>
    textsFor(await profiles.localeOf(event.from), "UTC");

  async function reply(event: ChatEvent, card: Card): Promise<void> {
    const via = readVia(event.via);
    if (event.type === "home") await homes.publish(event, card);
    else if (event.type === "action" && via.view) await updateDialog(event, via, via.view.id, card);
    else if (isWithoutPlace(via.origin) && via.trigger && !via.view)
      await openDialog(event, via, via.trigger, card);
    else await conversation.say(via, card);
  }

  async function updateDialog(event: ChatEvent, via: Via, id: string, card: Card): Promise<void> {
    const view = renderCardModal(card, via.origin, await textsOf(event));
    await orElse(
      () => web.views.update({ view_id: id, view }),
      () => conversation.say(via, card),
    );
  }

  async function openDialog(event: ChatEvent, via: Via, trigger: string, card: Card) {
    const view = renderCardModal(card, via.origin, await textsOf(event));
    await orElse(
      () => web.views.open({ trigger_id: trigger, view }),
      () => conversation.say(via, card),
    );
  }

  async function replace(event: ChatEvent, card: Card): Promise<void> {
    const via = readVia(event.via);
    if (via.origin.message) await conversation.replace(via, card);
    else await reply(event, card);
  }

  async function ask(event: ChatEvent, { form, apart }: Asked): Promise<void> {
    const via = readVia(event.via);
    if (event.type === "change") {
      await redraw(via, form, event);
      return;
    }
    const { trigger, view } = via;
    const later = async () => {
      await conversation.say(via, reopenCard(event, form.title, await textsOf(event)));
    };
    if (!trigger || (event.type === "form" && view)) {
      await later();
      return;
    }
    const opened = renderForm(form, newForm(apart ? without(via.origin) : via.origin));
    if (!view) {
      await orElse(() => web.views.open({ trigger_id: trigger, view: opened }), later);
      return;
    }
    await orElse(
      () => web.views.push({ trigger_id: trigger, view: opened }),
      () => orElse(() => web.views.update({ view_id: view.id, view: opened }), later),
    );
  }

  /** A newer change, or a closed dialog, makes this drawing pointless. */
  async function redraw(
    { view, origin, instance, ids }: Via,
    form: Form,
    { answers }: Extract<ChatEvent, { type: "change" }>,
  ): Promise<void> {
    if (!view) return;
    const note = { origin, ...(instance ? { instance } : {}) };
    const drawn = renderForm(form, note, { answers, ids: ids ?? {} });
    await orElse(
      () => web.views.update({ view_id: view.id, hash: view.hash, view: drawn }),
      () => Promise.resolve(),
    );
  }

  async function carryOut(event: ChatEvent, outcome: Outcome): Promise<void> {
    switch (outcome.type) {
      case "reply":
        if (event.type !== "change") await reply(event, outcome.card);
        return;
      case "replace":
        await replace(event, outcome.card);
        return;
      case "ask":
        await ask(event, outcome);
        return;
      case "invalid": {
        const { chat } = await textsOf(event);
        const sentences = Object.values(outcome.problems).map(text);
        await reply(event, { title: chat.needsChange, body: sentences });
        return;
      }
      case "home":
        await homes.publish(event, outcome.card);
        if (event.type !== "home") await reply(event, outcome.card);
        return;
      case "files":
        await sendFiles(event, outcome);
        return;
      case "nothing":
        return;
    }
  }

  /** Into their own chat, wherever they acted: others need not read along. */
  async function sendFiles(event: ChatEvent, { files, card, otherwise }: Files): Promise<void> {
    const { user, origin, view } = readVia(event.via);
    const isThere = !view && origin.channel !== undefined && isDirect(origin.channel);
    await orElse(
      async () => {
        const channel = await conversationWith(user);
        await web.filesUploadV2({
          channel_id: channel,
          initial_comment: summary(card),
          file_uploads: files.map(({ name, title, content }) => ({
            file: Buffer.from(content, "utf8"),
            filename: name,
            title,
          })),
        });
        // Where the files themselves came, nothing has to be said a second time.
        if (!isThere) await reply(event, card);
      },
      async () => {
        await reply(event, otherwise);
      },
    );
  }

  return {
    reply,
    textsFor: textsOf,
    async perform(event, outcome) {
      if (!isByPerson(event)) return;
      await carryOut(event, outcome);
      const { origin } = readVia(event.via);
      if (origin.home && event.type !== "home" && event.type !== "change")
        await homes.redraw(event);
    },
  };
}

/** Somebody waits for an answer; nobody does when a channel was archived. */
function isByPerson({ type }: ChatEvent): boolean {
  switch (type) {
    case "command":
    case "action":
    case "form":
    case "change":
    case "shortcut":
    case "home":
      return true;
    case "said":
    case "person":
    case "channel":
    case "installed":
    case "uninstalled":
      return false;
  }
}
