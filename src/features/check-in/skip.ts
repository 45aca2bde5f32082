/** One meeting left out, with a reason; the next one stays. */

import { notFound } from "../../access.ts";
import { answer, text, type Form } from "../../card.ts";
import { isAhead, skip } from "../../check-in/check-in.ts";
import { oneLine } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import type { Texts } from "../../texts/index.ts";
import { reviseShared, share } from "../../telling/share.ts";
import { changedCard } from "./cards.ts";
import {
  ask,
  changeMessage,
  changing,
  contextOf,
  notPlanned,
  reasonInput,
  reasonProblem,
  type Changing,
  type Pressed,
  type Submitted,
} from "./change.ts";
import { whenOf } from "../../here/meeting.ts";
import { cancelTimers, planAhead } from "./schedule.ts";
import { announcementKey } from "./keys.ts";

export const askSkip = async (context: Pressed): Promise<Outcome> =>
  await ask(
    context,
    ({ checkIn, place }) => isAhead(checkIn, context.now, place.school.timezone),
    (found) => skipForm(found, context.texts),
  );

function skipForm({ before, place }: Changing, texts: Texts): Form {
  const { checkIn: say, common } = texts;
  return {
    form: "check-in.skip",
    title: say.formSkip,
    submit: say.formSkipSend,
    cancel: common.cancel,
    context: contextOf(before),
    inputs: [
      { type: "note", text: whenOf(before, place.today, texts), title: place.school.name },
      reasonInput(say.formMoveReason, "", texts),
    ],
  };
}

export async function submitSkip(context: Submitted): Promise<Outcome> {
  const { stores, event, texts } = context;
  const found = await changing(context, event.context);
  if (!found) return notFound(context, event.context.split("|")[0] ?? "");
  const { before, checkIn, place } = found;
  const reason = oneLine(answer(event.answers, "reason"));
  const problem = reasonProblem(reason, texts);
  if (problem) return { type: "invalid", problems: { reason: problem } };
  const skipped = await stores.checkIns.update(checkIn.id, (current) => skip(current, reason));
  if (skipped?.status !== "skipped" || skipped.reason !== reason) return notPlanned(context, found);
  await cancelTimers(context, place, skipped);
  const next = await planAhead(context, place, async (following) => {
    const change = { before, after: skipped, next: following, by: context.person };
    const card = (theirs: Texts) => changedCard(change, place.today, theirs);
    await reviseShared(context, place, announcementKey(before), card);
    await share(context, place, changeMessage(context, before), card);
  });
  const when = whenOf(before, place.today, texts);
  return {
    type: "reply",
    card: {
      title: texts.checkIn.skipDone(when),
      body: next ? [text(texts.checkIn.nextIs(whenOf(next, place.today, texts)))] : [],
    },
  };
}
