/** From Teams' request to the core: stored first, decided and answered within Teams' five seconds. */

import { randomUUID } from "node:crypto";
import type { ChatEvent, Log, Reception } from "../../src/ports.ts";
import { textsFor } from "../../src/texts/index.ts";
import { afterwards, inTime, type Tasks } from "../tasks.ts";
import { type TeamsActivity, tenantOf } from "./activity.ts";
import { answerOf } from "./answer.ts";
import type { Answer } from "./connector.ts";
import { readConsent } from "./consent.ts";
import type { Directory } from "./directory.ts";
import { byOf, carriedBy, fingerprint, type Known, peopleIn, readEvents, viaOf } from "./events.ts";
import { localeFrom } from "./locale.ts";
import type { Memory } from "./memory.ts";
import type { Performer } from "./perform.ts";
import { TooMuchError } from "../../src/person-rate.ts";
import type { Seals } from "./seal.ts";
import { createRetries } from "./retries.ts";

/** Teams' client waits five seconds; this leaves time for the way, and for drawing. */
const DECIDE_WITHIN_MS = 3_700;

/** Why an event was not stored, as its person is told. */
type Refused = "refused" | "too much" | "quiet";

export interface ReceiverParts {
  readonly core: Reception;
  readonly directory: Directory;
  readonly memory: Memory;
  readonly performer: Performer;
  readonly tasks: Tasks;
  readonly isOurs: (tenant: string) => boolean;
  readonly seals: Seals;
  readonly log: Log;
  /** How long the core may take while Teams waits. */
  readonly decideWithinMs?: number | undefined;
}

/** Handles one verified activity. Resolves when Teams can be answered; the rest goes on in `tasks`. */
export function createReceiver(parts: ReceiverParts): (activity: TeamsActivity) => Promise<Answer> {
  const { core, directory, memory, performer, tasks, isOurs, seals, log } = parts;
  const { decideWithinMs = DECIDE_WITHIN_MS } = parts;
  const later = afterwards(parts);
  const retries = createRetries(decideWithinMs);

  async function receive(activity: TeamsActivity): Promise<Answer> {
    const arrived = performance.now();
    const tenant = tenantOf(activity);
    if (!tenant || !isOurs(tenant)) {
      log.warn({ type: activity.type }, "An activity of another tenant was left alone");
      return { status: 403 };
    }
    const cancelled = carriedBy(activity)?.kind === "cancel";
    if (activity.type !== "invoke") return await told(activity, tenant, cancelled);
    const by = byOf(activity);
    if (by === "told") return { status: 501 };
    const { id, name, from, conversation, replyToId, value } = activity;
    const content = fingerprint(JSON.stringify([name, from.id, conversation.id, replyToId, value]));
    return await retries.once({ id: id ?? randomUUID(), content }, async (late) => {
      if (cancelled) return await cancel(activity, tenant);
      if (by === "file") return await consented(activity, tenant);
      return await invoked(activity, tenant, { arrived, late });
    });
  }

  const textsOf = ({ locale }: TeamsActivity) => textsFor(localeFrom(locale), "UTC");
  const notice = (activity: TeamsActivity, text: string): Answer =>
    answerOf(activity, { type: "notice", text });

  async function learn(activity: TeamsActivity, tenant: string): Promise<void> {
    await memory.learn(activity, tenant).catch((error: unknown) => {
      log.warn({ type: activity.type, error }, "What an activity tells could not be kept");
    });
  }

  /** @returns whether it is new; `too much` for one that is told so, `quiet` for those after it. */
  async function accept(event: ChatEvent): Promise<boolean | Refused> {
    try {
      return await tasks.takeIn(() => core.accept(event));
    } catch (error) {
      if (error instanceof TooMuchError) return error.isFirst ? "too much" : "quiet";
      log.error({ type: event.type, tenant: event.tenant, error }, "An event could not be stored");
      return "refused";
    }
  }

  async function told(
    activity: TeamsActivity,
    tenant: string,
    cancelled: boolean,
  ): Promise<Answer> {
    if (cancelled) return await cancel(activity, tenant);
    const { known, failure } = await whom(activity, tenant);
    const events = readEvents(activity, known);
    await learn(activity, tenant);
    for (const event of events) {
      const isNew = failure ? "refused" : await accept(event);
      if (isNew === "quiet") return { status: 200 };
      if (typeof isNew === "string") {
        const isMessage = activity.type === "message" && event.type !== "said";
        if (!isMessage && isNew === "refused") return { status: 500 };
        const { chat } = textsOf(activity);
        const card = { title: isNew === "refused" ? chat.notSaved : chat.tooMuch, body: [] };
        const via = viaOf(activity, tenant);
        inBackground(() => performer.say(via, card), "A refusal could not be shown");
      } else if (isNew)
        later(event, async () => {
          await performer.perform(event, await tasks.inTurn(() => core.decide(event), event));
        });
    }
    return { status: 200 };
  }

  async function invoked(
    activity: TeamsActivity,
    tenant: string,
    { arrived, late }: { readonly arrived: number; readonly late: () => void },
  ): Promise<Answer> {
    const { chat, common } = textsOf(activity);
    const [{ known, failure }] = await Promise.all([
      whom(activity, tenant),
      learn(activity, tenant),
    ]);
    const [event] = readEvents(activity, known);
    if (!event) return notice(activity, common.outOfDate);
    if (failure) log.error({ error: failure }, "The people of a form could not be looked up");
    const isNew = failure ? "refused" : await accept(event);
    if (typeof isNew === "string") return await refuse(activity, event, isNew);
    // Seen before the last start: what it asked for was done, or is being done.
    if (!isNew) return notice(activity, chat.startAgain);
    const deciding = core.decide(event);
    const left = decideWithinMs - (performance.now() - arrived);
    const outcome = await inTime(deciding, left);
    if (!outcome) {
      late();
      later(event, async () => {
        await performer.perform(event, await deciding);
      });
      return notice(activity, chat.workingBody);
    }
    try {
      const ready = await performer.answer(event, outcome);
      later(event, () => ready.rest());
      return answerOf(activity, ready.shown);
    } catch (error) {
      const reference = randomUUID().slice(0, 8);
      log.error({ reference, type: event.type, error }, "An answer is not possible");
      later(event, () => Promise.resolve());
      return notice(activity, common.fault(reference));
    }
  }

  /** Teams shows nothing of the answer; the file is made and sent after it. */
  async function consented(activity: TeamsActivity, tenant: string): Promise<Answer> {
    const { chat, common } = textsOf(activity);
    const via = viaOf(activity, tenant);
    const [event] = readEvents(activity, { tenant, people: new Map() });
    await learn(activity, tenant);
    if (!event) {
      // Files are offered in people's own chats only.
      if (!via.isPersonal) return { status: 200 };
      const isNo = readConsent(activity)?.type === "declined";
      const card = { title: isNo ? chat.fileDeclined : common.outOfDate, body: [] };
      inBackground(() => performer.withdraw(via, card), "An offer could not be withdrawn");
      return { status: 200 };
    }
    const isNew = await accept(event);
    // The offer stands, and Teams says that something went wrong.
    if (typeof isNew === "string") return { status: isNew === "refused" ? 500 : 200 };
    if (isNew)
      later(event, async () => {
        await performer.perform(event, await tasks.inTurn(() => core.decide(event), event));
      });
    return { status: 200 };
  }

  /** Nothing was stored: says so, and keeps what was typed in a form. */
  async function refuse(activity: TeamsActivity, event: ChatEvent, why: Refused): Promise<Answer> {
    const { chat } = textsOf(activity);
    const sentence = why === "refused" ? chat.notSaved : chat.tooMuch;
    if (event.type !== "form") return notice(activity, why === "quiet" ? "" : sentence);
    const ready = await performer.withProblem(event, sentence);
    inBackground(() => ready.rest(), "A refusal could not be shown");
    return answerOf(activity, ready.shown);
  }

  /** The people that a form names; who has to be told later that they could not be looked up. */
  async function whom(
    activity: TeamsActivity,
    tenant: string,
  ): Promise<{ readonly known: Known; readonly failure?: unknown }> {
    const open: Known["open"] = (carried, user) => seals.open(carried, { tenant, user });
    try {
      const people = await directory.peopleOf(tenant, peopleIn(activity));
      return { known: { tenant, people, open } };
    } catch (failure) {
      return { known: { tenant, people: new Map(), open }, failure };
    }
  }

  /** A form in the chat that somebody gave up makes room for one sentence. */
  async function cancel(activity: TeamsActivity, tenant: string): Promise<Answer> {
    const { chat } = textsOf(activity);
    const via = viaOf(activity, tenant);
    // Forms stand in people's own chats: elsewhere it is no form of ours that is given up.
    if (!via.isPersonal) return notice(activity, chat.cancelled);
    const ready = await performer.become(via, { title: chat.cancelled, body: [] });
    inBackground(() => ready.rest(), "A form could not be closed");
    return answerOf(activity, ready.shown);
  }

  function inBackground(work: () => Promise<void>, failure: string): void {
    tasks.run(async () => {
      await work().catch((error: unknown) => {
        log.error({ error }, failure);
      });
    });
  }

  return async (activity) => {
    try {
      return await receive(activity);
    } catch (error) {
      log.error({ type: activity.type, error }, "An activity could not be handled");
      return { status: 500 };
    }
  };
}
