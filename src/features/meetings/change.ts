/** A meeting is called off, looked for anew, or its checklist is ticked. */

import { notFound } from "../../access.ts";
import { actions, text, type Card } from "../../card.ts";
import { checkInTimers } from "../../check-in/alarms.ts";
import { canPutBack, putBackMeeting, skip, type CheckIn } from "../../check-in/check-in.ts";
import { whenOf } from "../../here/meeting.ts";
import type { Context } from "../../feature.ts";
import { answerBrought, closeSearch, settled } from "../../meetings/search.ts";
import type { Outcome } from "../../ports.ts";
import type { Texts } from "../../texts/index.ts";
import { emptyLine, emptySide } from "../../protocol/empty-side.ts";
import { placeMeant, readPlace } from "../../here/here.ts";
import { share } from "../../telling/share.ts";
import { roundCard, roundKey } from "./cards.ts";
import { lookAt } from "./look.ts";
import { redraw } from "./redraw.ts";
import { timersBefore } from "./perspective.ts";
import { noteButton } from "./prep.ts";
import { asItStands, WORDS, type Pressed, type Submitted } from "./pick.ts";
import { roundFor, roundValue, type Round } from "./round.ts";
import { noteDay, setAlarms } from "./settle.ts";
import { formOf } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";

const CANCEL = { reason: WORDS };

export async function askCancel(context: Pressed): Promise<Outcome> {
  const { event, texts } = context;
  const found = await roundFor(context, event.value);
  if (!found) return notFound(context, event.value.split("|")[0] ?? "");
  const { round, isCurrent } = found;
  const { meetings: say } = texts;
  const { search, meeting, place } = round;
  if (!isCurrent || meeting?.status !== "planned") return asItStands(round, texts, say.over);
  const when = whenOf(meeting, place.today, texts);
  const named = texts.labelled(say.names[search.kind], when);
  const form = formOf(texts, CANCEL, {
    form: "meeting.cancel",
    title: say.cancelTitle,
    submit: say.cancel,
    context: roundValue(search),
    before: [{ type: "note", text: named, title: place.school.name }],
    ask: { reason: { label: say.moveReason, hint: say.noneHint } },
  });
  return { type: "ask", form };
}

/** Either side may; the entry in a calendar can be taken out with the same press that put it in. */
export async function submitCancel(context: Submitted): Promise<Outcome> {
  const { event, texts, stores } = context;
  const found = await roundFor(context, event.context);
  if (!found) return notFound(context, event.context.split("|")[0] ?? "");
  const { round, isCurrent } = found;
  const { meetings: say, checkIn, common } = texts;
  const { search, meeting, place } = round;
  const read = readForm(CANCEL, context, { missing: { reason: checkIn.reasonNeeded } });
  if (read.type === "invalid") return read;
  const { reason } = read.values;
  if (!isCurrent || !meeting) return asItStands(round, texts, say.over);
  const off = await stores.checkIns.update(meeting.id, (current) =>
    skip(current, reason, { byId: context.person.id, at: context.now }),
  );
  if (off?.status !== "skipped") return asItStands(round, texts, say.over);
  const after =
    (await stores.searches.update(search.id, (current) =>
      current.turn === search.turn ? closeSearch(current, "called_off") : current,
    )) ?? search;
  const now: Round = { search: after, place, meeting: off };
  await cancelAlarms(context, now);
  await noteDay(context, place.partnership, search.kind, null);
  await readPlace(context, place.partnership);
  await redraw(context, now);
  await share(
    context,
    place,
    {
      key: `meeting.off/${off.id}`,
      kind: "meeting.off",
      thread: roundKey(search),
      manner: "answer",
    },
    (theirs) => roundCard(now, theirs),
  );
  const card = roundCard(now, texts);
  const undo = {
    label: common.undo,
    action: "meeting.uncancel",
    value: roundValue(search),
    about: say.names[search.kind],
  };
  return { type: "reply", card: { ...card, body: [...card.body, actions(undo)] } };
}

/** Whoever called it off takes that back before it would have begun, and before another time is looked for. */
export async function uncancel(context: Pressed): Promise<Outcome> {
  const { event, texts, stores, person, now } = context;
  const found = await roundFor(context, event.value);
  if (!found) return notFound(context, event.value.split("|")[0] ?? "");
  const { round, isCurrent } = found;
  const { search, meeting, place } = round;
  const { timezone } = place.school;
  const can =
    isCurrent &&
    search.status === "called_off" &&
    meeting !== undefined &&
    canPutBack(meeting, person.id, now, timezone);
  if (!can) return asItStands(round, texts, texts.common.undoTooLate);
  const back = await stores.checkIns.update(meeting.id, (current) =>
    putBackMeeting(current, { byId: person.id, now, timezone }),
  );
  if (back?.status !== "planned") return asItStands(round, texts, texts.common.undoTooLate);
  const after = (await stores.searches.update(search.id, settled)) ?? search;
  const again: Round = { search: after, place, meeting: back };
  await setAlarms(context, again, back);
  await noteDay(context, place.partnership, search.kind, back.date);
  await readPlace(context, place.partnership);
  await redraw(context, again);
  await share(
    context,
    place,
    {
      key: `meeting.on/${back.id}/${String(back.changes ?? 0)}`,
      kind: "meeting.on",
      thread: roundKey(search),
      manner: "answer",
    },
    (theirs) => onAgainCard(again, back, theirs),
  );
  return { type: "replace", card: roundCard(again, texts) };
}

const onAgainCard = ({ search, place }: Round, meeting: CheckIn, texts: Texts): Card => ({
  title: texts.meetings.onAgain(
    texts.meetings.names[search.kind],
    whenOf(meeting, place.today, texts),
  ),
  body: [],
});

async function cancelAlarms({ timers, stores }: Context, { meeting, place }: Round): Promise<void> {
  if (!meeting) return;
  const { school, week } = place;
  const { districtId } = stores;
  const all = checkInTimers(meeting, { timezone: school.timezone, week, districtId });
  for (const { key } of [...all, ...timersBefore(meeting, place, districtId)])
    await timers.cancel(key);
}

/** `/liaison meet`, and the buttons that ask for a time: what stands, else times for what comes next. */
export async function find(context: Context, partnershipId: string): Promise<Outcome> {
  const { texts } = context;
  const { meetings: say } = texts;
  const meant = await placeMeant(context, "meeting.find", partnershipId);
  if ("instead" in meant) return meant.instead;
  const { place } = meant;
  const round = await lookAt(context, place.partnership, true);
  if (round) {
    const card = roundCard(round, texts);
    const { meeting } = round;
    const isTheirs = place.side === "library" && meeting?.status === "planned";
    const note = isTheirs ? noteButton(meeting, texts, place.school.name) : [];
    return {
      type: "reply",
      card: note.length > 0 ? { ...card, body: [...card.body, actions(...note)] } : card,
    };
  }
  const empty = emptySide(place);
  const why = empty ? emptyLine(place, empty, texts) : say.nothingBody;
  return { type: "reply", card: { title: say.nothing, body: [text(why)] } };
}

export async function tick(context: Pressed): Promise<Outcome> {
  const { event, texts, stores } = context;
  const found = await roundFor(context, event.value);
  if (!found) return notFound(context, event.value.split("|")[0] ?? "");
  const { round, isCurrent } = found;
  const { search } = round;
  if (!isCurrent) return asItStands(round, texts, texts.meetings.over);
  const brought = event.value.endsWith("|skipped") ? "skipped" : "ticked";
  const after = await stores.searches.update(search.id, (current) =>
    answerBrought(current, brought),
  );
  if (after) await redraw(context, { ...round, search: after });
  return { type: "reply", card: { title: texts.meetings.broughtSaved, body: [] } };
}
