/** From Slack's request to the core: stored first, acknowledged then, decided and answered after. */

import { randomUUID } from "node:crypto";
import type { AckFn, RespondArguments, ViewResponseAction } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import type { EventOf } from "../../src/feature.ts";
import type { ChatEvent, ChatPlatform, Log, Reception } from "../../src/ports.ts";
import { TooMuchError } from "../../src/person-rate.ts";
import { type Installation, readEvent } from "./events.ts";
import type { Homes } from "./home.ts";
import { withNames } from "./names.ts";
import type { Payload } from "./payload.ts";
import type { Performer } from "./perform.ts";
import { answerTo, conclude, holdOpen } from "./submission.ts";
import { afterwards, inTime, type Tasks } from "../tasks.ts";
import { readVia } from "./via.ts";
import { renderCardModal } from "./views.ts";

/** Slack waits three seconds for the answer to a dialog; this leaves time for the way. */
const DECIDE_WITHIN_MS = 2_500;

export type Ack = AckFn<ViewResponseAction | RespondArguments>;

export interface ReceiverParts {
  readonly core: Reception;
  readonly installed: Installation;
  readonly web: WebClient;
  readonly performer: Performer;
  readonly homes: Homes;
  readonly profile: ChatPlatform["profile"];
  readonly tasks: Tasks;
  readonly log: Log;
}

/**
 * Handles one verified request. Resolves as soon as Slack can be answered; what is left goes on in
 * `tasks`. @throws when an event could not be stored, so that Slack sends it again.
 */
export function createHandler(parts: ReceiverParts): (body: Payload, ack: Ack) => Promise<void> {
  const { core, installed, web, performer, homes, profile, tasks, log } = parts;
  const later = afterwards(parts);

  async function handle(body: Payload, ack: Ack): Promise<void> {
    const event = isForeign(body, installed) ? undefined : readEvent(body, installed);
    if (!event) {
      await ack();
      return;
    }
    const arrived = performance.now();
    let isNew: boolean;
    try {
      isNew = await tasks.takeIn(() => core.accept(event));
    } catch (error) {
      if (!(error instanceof TooMuchError))
        log.error(
          { type: event.type, tenant: event.tenant, error },
          "An event could not be stored",
        );
      await refuse(body, event, ack, error);
      return;
    }
    if (isNew && body.type === "view_submission" && event.type === "form")
      await submit(event, ack, arrived);
    else {
      await ack();
      if (isNew) later(event, () => answer(event));
    }
  }

  async function answer(event: ChatEvent): Promise<void> {
    const named = await withNames(event, installed.team, profile);
    await performer.perform(event, await tasks.inTurn(() => core.decide(named), event));
  }

  async function submit(event: EventOf<"form">, ack: Ack, arrived: number): Promise<void> {
    const left = DECIDE_WITHIN_MS - (performance.now() - arrived);
    const deciding = core.decide(event);
    const soon = inTime(deciding, left);
    const texts = await performer.textsFor(event);
    const outcome = await soon;
    if (!outcome) {
      const held = randomUUID();
      await ack(holdOpen(event, held, texts));
      later(event, async () => {
        await conclude(web, performer, event, await deciding, held);
      });
      return;
    }
    const { response, isDone } = answerTo(event, outcome, texts);
    await ack(response);
    later(event, async () => {
      if (!isDone) await performer.perform(event, outcome);
      else if (outcome.type !== "invalid" && readVia(event.via).origin.home)
        await homes.redraw(event);
    });
  }

  /** Nothing was stored: says so wherever Slack lets us, and keeps what was typed in a dialog. */
  async function refuse(body: Payload, event: ChatEvent, ack: Ack, error: unknown): Promise<void> {
    const isTooMuch = error instanceof TooMuchError;
    if (body.type === "event_callback" && !isTooMuch) throw error;
    const isForm = event.type === "form" && body.type === "view_submission";
    // Said once, and not for each; a form is always told that it still stands.
    if (isTooMuch && !error.isFirst && !isForm) {
      await ack();
      return;
    }
    const texts = await performer.textsFor(event);
    const notSaved = isTooMuch ? texts.chat.tooMuch : texts.chat.notSaved;
    if (event.type === "command" && body.command) {
      await ack({ response_type: "ephemeral", text: notSaved });
      return;
    }
    if (event.type === "form" && body.type === "view_submission") {
      const [first] = Object.keys(event.answers);
      const view = renderCardModal({ title: notSaved, body: [] }, {}, texts);
      await ack(
        first
          ? { response_action: "errors", errors: { [first]: notSaved } }
          : { response_action: "push", view },
      );
      return;
    }
    await ack();
    if (event.type === "change") return;
    tasks.run(async () => {
      await performer.reply(event, { title: notSaved, body: [] }).catch((failure: unknown) => {
        log.error({ type: event.type, error: failure }, "A refusal could not be shown");
      });
    });
  }

  return handle;
}

/** From a workspace the token is not of: people who share a channel with ours from outside. */
function isForeign(body: Payload, { team }: Installation): boolean {
  const from = body.authorizations?.[0]?.team_id ?? body.team_id ?? body.team?.id;
  return from !== undefined && from !== team;
}
