/** A time of somebody's own: for a meeting that has none yet, or to move one that has. */

import { notFound } from "../../access.ts";
import type { Form } from "../../card.ts";
import { whenOf } from "../../here/meeting.ts";
import type { Context, EventOf } from "../../feature.ts";
import { isSameTime, proposeSlot, type SlotTime } from "../../meetings/search.ts";
import { suits } from "../../meetings/slots.ts";
import type { Outcome } from "../../ports.ts";
import type { Texts } from "../../texts/index.ts";
import { addDays } from "../../time/calendar.ts";
import { answered, asItStands, problemWith, WORDS, type Pressed, type Submitted } from "./pick.ts";
import { readRound, roundFor, roundValue, settingFor, type MyRound } from "./round.ts";
import { day, meetingTime, optional } from "../../fields/field.ts";
import { formOf, typedIn } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";

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

const TIME = { date: day, start: meetingTime };
const MOVE = { ...TIME, reason: WORDS };

type Typed = Readonly<Record<keyof typeof MOVE, string>>;

/** At the school; what is missing is asked for in the words of the question. */
const reading = ({ place }: MyRound, { checkIn }: Texts) => ({
  timezone: place.school.timezone,
  missing: { date: checkIn.dateNeeded, start: checkIn.timeNeeded, reason: checkIn.reasonNeeded },
});

function proposeForm(context: Context, round: MyRound, typed: Typed, time?: SlotTime): Form {
  const { texts } = context;
  const { meetings: say, checkIn } = texts;
  const { search, place, meeting } = round;
  const isMove = search.status === "agreed";
  const name = say.names[search.kind];
  const about =
    isMove && meeting ? texts.labelled(name, whenOf(meeting, place.today, texts)) : name;
  const hint = checkIn.formStartHint(place.school.timezone);
  return formOf(texts, MOVE, {
    form: "meeting.propose",
    title: isMove ? say.moveTitle : say.proposeTitle,
    submit: say.send,
    context: roundValue(search),
    before: [{ type: "note", text: about, title: place.school.name }],
    ask: {
      date: { label: say.date, hint: say.dateHint, live: true },
      start: { label: say.start, hint, live: true },
      ...(isMove ? { reason: { label: say.moveReason, hint: say.noneHint } } : {}),
    },
    values: typed,
    after: time
      ? [{ type: "note", text: say.preview(whenOf(time, place.today, texts)), reading: true }]
      : [],
  });
}

export async function changePropose(
  context: Context<EventOf<"change">>,
): Promise<Form | undefined> {
  const found = await roundFor(context, context.event.context);
  if (!found) return undefined;
  const typed = typedIn(MOVE, context.event.answers);
  const read = readForm(TIME, context, reading(found.round, context.texts));
  return proposeForm(context, found.round, typed, read.type === "read" ? read.values : undefined);
}

export async function submitPropose(context: Submitted): Promise<Outcome> {
  const { event, texts, person, now, stores } = context;
  const { meetings: say } = texts;
  const found = await roundFor(context, event.context);
  if (!found) return notFound(context, event.context.split("|")[0] ?? "");
  const { round, isCurrent } = found;
  const { search, place } = round;
  if (!isCurrent || !["open", "agreed"].includes(search.status))
    return asItStands(round, texts, say.over);
  const isMove = search.status === "agreed";
  const read = readForm(
    { ...TIME, reason: isMove ? WORDS : optional(WORDS) },
    context,
    reading(round, texts),
  );
  if (read.type === "invalid") return read;
  const { values: time } = read;
  if (time.date > addDays(place.today, MOST_DAYS_AHEAD))
    return { type: "invalid", problems: { date: say.tooFar } };
  const closed = problemWith(context, round, time);
  if (closed) return { type: "invalid", problems: { date: closed } };
  if (!suits(time, await settingFor(context, place, search)))
    return { type: "invalid", problems: { start: say.clash } };
  const by = { personId: person.id, side: round.side, at: now };
  const after = await stores.searches.update(search.id, (current) =>
    current.turn === search.turn && current.status === search.status
      ? proposeSlot(current, time, by, isMove ? time.reason : "")
      : current,
  );
  const slot = after?.slots.find((each) => isSameTime(each, time));
  if (!after || !slot) return asItStands(round, texts, say.notOffered);
  const current = await readRound(context, after, place.partnership);
  return await answered(context, { ...current, side: round.side }, slot, place.today);
}
