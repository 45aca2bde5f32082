/** One meeting left out, with a reason; the next one stays. */

import { notFound } from "../../access.ts";
import { actions, text, type Form } from "../../card.ts";
import { canPutBack, isAhead, putBackMeeting, skip } from "../../check-in/check-in.ts";
import type { Outcome } from "../../ports.ts";
import type { Texts } from "../../texts/index.ts";
import { reviseShared, share } from "../../telling/share.ts";
import { backCard, changedCard } from "./cards.ts";
import {
  ask,
  changeMessage,
  changing,
  contextOf,
  notPlanned,
  type Changing,
  type Pressed,
  type Submitted,
  askReason,
  REASON,
} from "./change.ts";
import { whenOf } from "../../here/meeting.ts";
import { cancelTimers, planAhead, setTimers } from "./schedule.ts";
import { announcementKey } from "./keys.ts";
import { formOf } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";

export const askSkip = async (context: Pressed): Promise<Outcome> =>
  await ask(
    context,
    ({ checkIn, place }) => isAhead(checkIn, context.now, place.school.timezone),
    (found) => skipForm(found, context.texts),
  );

const SKIP = { reason: REASON };

function skipForm({ before, place }: Changing, texts: Texts): Form {
  const { checkIn: say } = texts;
  const when = whenOf(before, place.today, texts);
  return formOf(texts, SKIP, {
    form: "check-in.skip",
    title: say.formSkip,
    submit: say.formSkipSend,
    context: contextOf(before),
    before: [{ type: "note", text: when, title: place.school.name }],
    ask: { reason: askReason(texts) },
  });
}

export async function submitSkip(context: Submitted): Promise<Outcome> {
  const { stores, event, texts } = context;
  const found = await changing(context, event.context);
  if (!found) return notFound(context, event.context.split("|")[0] ?? "");
  const { before, checkIn, place } = found;
  const read = readForm(SKIP, context, { missing: { reason: texts.checkIn.reasonNeeded } });
  if (read.type === "invalid") return read;
  const { reason } = read.values;
  const skipped = await stores.checkIns.update(checkIn.id, (current) =>
    skip(current, reason, { byId: context.person.id, at: context.now }),
  );
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
      body: [
        ...(next ? [text(texts.checkIn.nextIs(whenOf(next, place.today, texts)))] : []),
        actions({
          label: texts.common.undo,
          action: "check_in.unskip",
          value: skipped.id,
          about: when,
        }),
      ],
    },
  };
}

/** Whoever called it off takes that back before it would have begun; everybody hears that it takes place. */
export async function unskip(context: Pressed): Promise<Outcome> {
  const { stores, event, person, now, texts } = context;
  const found = await changing(context, event.value);
  if (!found) return notFound(context, event.value.split("|")[0] ?? "");
  const { checkIn, place } = found;
  const { timezone } = place.school;
  const when = whenOf(checkIn, place.today, texts);
  if (!canPutBack(checkIn, person.id, now, timezone))
    return { type: "reply", card: { title: texts.common.undoTooLate, body: [text(when)] } };
  const back = await stores.checkIns.update(checkIn.id, (current) =>
    putBackMeeting(current, { byId: person.id, now, timezone }),
  );
  if (!back) return notFound(context, checkIn.id);
  await setTimers(context, place, back);
  const card = (theirs: Texts) => backCard(back, place.today, theirs);
  await reviseShared(context, place, announcementKey(back), card);
  await share(context, place, changeMessage(context, back), card);
  return { type: "replace", card: card(texts) };
}
