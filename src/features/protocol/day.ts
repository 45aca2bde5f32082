/** The day of the meeting that comes next, told in one line. */

import { notFound } from "../../access.ts";
import { answer, text } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import { readDue } from "../../goal/goal-draft.ts";
import { dueSentence } from "../../goal/due-words.ts";
import type { Outcome } from "../../ports.ts";
import { placeFor, readPlace } from "../../protocol/place.ts";
import { BEFORE_PLAN, BEFORE_SHEET, refusalCard } from "./card.ts";

export async function askDay(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, texts } = context;
  const place = await placeFor(context, event.value);
  if (!place) return notFound(context, event.value);
  const { protocol, common, dates } = texts;
  const { state, goalSheetOn, actionPlanOn } = place.cycle;
  if (![...BEFORE_SHEET, ...BEFORE_PLAN].includes(state))
    return { type: "reply", card: refusalCard({ kind: "not_now" }, texts) };
  const known = BEFORE_SHEET.includes(state) ? goalSheetOn : actionPlanOn;
  return {
    type: "ask",
    form: {
      form: "protocol.day",
      title: protocol.dayTitle,
      submit: common.save,
      cancel: common.cancel,
      context: place.partnership.id,
      inputs: [
        {
          type: "note",
          text: BEFORE_SHEET.includes(state) ? protocol.meeting1 : protocol.meeting2,
        },
        {
          type: "text",
          id: "day",
          label: protocol.dayLabel,
          hint: protocol.dayHint,
          value: known ? dates.full(known) : "",
        },
      ],
    },
  };
}

export async function saveDay(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, texts, person } = context;
  const place = await placeFor(context, event.context);
  if (!place) return notFound(context, event.context);
  const { protocol, dates } = texts;
  const { partnership, school, today } = place;
  const read = readDue(answer(event.answers, "day"), {
    today,
    timezone: school.timezone,
    locale: person.locale,
  });
  const problem = dueSentence(read, { today, start: today }, texts);
  if (read.kind !== "read" || problem)
    return { type: "invalid", problems: { day: problem || protocol.dayNeeded } };
  const { date } = read;
  const saved = await stores.cycles.update(place.cycle.id, (current) => {
    if (BEFORE_SHEET.includes(current.state)) return { ...current, goalSheetOn: date };
    if (BEFORE_PLAN.includes(current.state)) return { ...current, actionPlanOn: date };
    return current;
  });
  if (!saved || ![...BEFORE_SHEET, ...BEFORE_PLAN].includes(saved.state))
    return { type: "reply", card: refusalCard({ kind: "not_now" }, texts) };
  await readPlace(context, partnership);
  const meeting = BEFORE_SHEET.includes(saved.state) ? protocol.meeting1 : protocol.meeting2;
  return {
    type: "reply",
    card: {
      title: protocol.daySaved(meeting, dates.full(date)),
      body: [text(protocol.daySavedBody)],
    },
  };
}
