/** A time of somebody's own: for a meeting that has none yet, or to move one that has. */

import { notFound } from "../../access.ts";
import { answer, type Answers, type Form } from "../../card.ts";
import { isMeetingTime } from "../../check-in/check-in.ts";
import { whenOf } from "../../here/meeting.ts";
import type { Context, EventOf } from "../../feature.ts";
import { isSameTime, proposeSlot, type SlotTime } from "../../meetings/search.ts";
import { suits } from "../../meetings/slots.ts";
import { isBlank, lengthOf, oneLine } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import type { Texts } from "../../texts/index.ts";
import { addDays, parseTime } from "../../time/calendar.ts";
import { readDate } from "../../time/when.ts";
import {
  answered,
  asItStands,
  problemWith,
  WORDS_LIMIT,
  type Pressed,
  type Submitted,
} from "./pick.ts";
import { readRound, roundFor, roundValue, settingFor, type MyRound } from "./round.ts";

export async function askPropose(context: Pressed): Promise<Outcome> {
  const found = await roundFor(context, context.event.value);
  if (!found) return notFound(context, context.event.value.split("|")[0] ?? "");
  const { round, isCurrent } = found;
  if (!isCurrent || !["open", "agreed"].includes(round.search.status))
    return asItStands(round, context.texts, context.texts.meetings.over);
  const start = round.meeting?.start ?? round.search.slots[0]?.start ?? "";
  return { type: "ask", form: proposeForm(context, round, { date: "", start, reason: "" }) };
}

const MOST_DAYS_AHEAD = 365;

interface Typed {
  readonly date: string;
  readonly start: string;
  readonly reason: string;
}

const typedIn = (answers: Answers): Typed => ({
  date: oneLine(answer(answers, "date")),
  start: answer(answers, "start"),
  reason: oneLine(answer(answers, "reason")),
});

function proposeForm(context: Context, round: MyRound, typed: Typed): Form {
  const { texts } = context;
  const { meetings: say, checkIn, common } = texts;
  const { search, place, meeting } = round;
  const isMove = search.status === "agreed";
  const { time } = timeFrom(context, round, typed);
  const name = say.names[search.kind];
  return {
    form: "meeting.propose",
    title: isMove ? say.moveTitle : say.proposeTitle,
    submit: say.send,
    cancel: common.cancel,
    context: roundValue(search),
    inputs: [
      {
        type: "note",
        text: isMove && meeting ? texts.labelled(name, whenOf(meeting, place.today, texts)) : name,
        title: place.school.name,
      },
      {
        type: "text",
        id: "date",
        label: say.date,
        hint: say.dateHint,
        value: typed.date,
        live: true,
      },
      {
        type: "text",
        id: "start",
        label: say.start,
        hint: checkIn.formStartHint(place.school.timezone),
        value: typed.start,
        live: true,
      },
      ...(isMove
        ? [
            {
              type: "text" as const,
              id: "reason",
              label: say.moveReason,
              hint: say.noneHint,
              value: typed.reason,
              maxLength: WORDS_LIMIT,
            },
          ]
        : []),
      ...(time
        ? [
            {
              type: "note" as const,
              text: say.preview(whenOf(time, place.today, texts)),
              reading: true as const,
            },
          ]
        : []),
    ],
  };
}

export async function changePropose(
  context: Context<EventOf<"change">>,
): Promise<Form | undefined> {
  const found = await roundFor(context, context.event.context);
  return found && proposeForm(context, found.round, typedIn(context.event.answers));
}

/** The time somebody typed, at the school, or what to say at which input. */
function timeFrom(
  context: Context,
  round: MyRound,
  typed: Typed,
): { readonly time?: SlotTime; readonly problems: Readonly<Record<string, string>> } {
  const { texts } = context;
  const { goals, checkIn, dates, locale, meetings: say } = texts;
  const { today, school } = round.place;
  const start = parseTime(typed.start);
  const atStart =
    isBlank(typed.start) || !start
      ? isBlank(typed.start)
        ? checkIn.timeNeeded
        : checkIn.timeUnread(typed.start)
      : isMeetingTime(start)
        ? ""
        : checkIn.timeOutside;
  const problemsAt = (date: string) => ({
    ...(date ? { date } : {}),
    ...(atStart ? { start: atStart } : {}),
  });
  if (isBlank(typed.date)) return { problems: problemsAt(checkIn.dateNeeded) };
  const read = readDate(typed.date, { today, timezone: school.timezone, locale });
  switch (read.kind) {
    case "none":
    case "unread":
      return { problems: problemsAt(goals.unread(typed.date)) };
    case "impossible":
      return { problems: problemsAt(goals.impossible(read.words)) };
    case "several": {
      const days = new Intl.ListFormat(locale).format(read.dates.map((date) => dates.full(date)));
      return { problems: problemsAt(goals.several(days)) };
    }
    case "read": {
      if (read.date > addDays(today, MOST_DAYS_AHEAD)) return { problems: problemsAt(say.tooFar) };
      const problems = problemsAt("");
      return start && !atStart ? { time: { date: read.date, start }, problems } : { problems };
    }
  }
}

export async function submitPropose(context: Submitted): Promise<Outcome> {
  const { event, texts, person, now, stores } = context;
  const { meetings: say, checkIn, common } = texts;
  const found = await roundFor(context, event.context);
  if (!found) return notFound(context, event.context.split("|")[0] ?? "");
  const { round, isCurrent } = found;
  const { search, place } = round;
  if (!isCurrent || !["open", "agreed"].includes(search.status))
    return asItStands(round, texts, say.over);
  const typed = typedIn(event.answers);
  const { time, problems } = timeFrom(context, round, typed);
  const isMove = search.status === "agreed";
  const reason = isMove ? reasonProblem(typed.reason, checkIn.reasonNeeded, common) : "";
  if (!time || reason)
    return { type: "invalid", problems: { ...problems, ...(reason ? { reason } : {}) } };
  const closed = problemWith(context, round, time);
  if (closed) return { type: "invalid", problems: { date: closed } };
  if (!suits(time, await settingFor(context, place, search)))
    return { type: "invalid", problems: { start: say.clash } };
  const by = { personId: person.id, side: round.side, at: now };
  const after = await stores.searches.update(search.id, (current) =>
    current.turn === search.turn && current.status === search.status
      ? proposeSlot(current, time, by, isMove ? typed.reason : "")
      : current,
  );
  const slot = after?.slots.find((each) => isSameTime(each, time));
  if (!after || !slot) return asItStands(round, texts, say.notOffered);
  const current = await readRound(context, after, place.partnership);
  return await answered(context, { ...current, side: round.side }, slot, place.today);
}

function reasonProblem(reason: string, needed: string, common: Texts["common"]): string {
  if (isBlank(reason)) return needed;
  return lengthOf(reason) > WORDS_LIMIT ? common.tooLong(WORDS_LIMIT) : "";
}
