/** One meeting at another time, with a reason; the series goes on as it was. */

import { notFound } from "../../access.ts";
import { parseLocalDate, type LocalDate } from "../../time/calendar.ts";
import type { Form } from "../../card.ts";
import { isPlanned, move, type CheckIn } from "../../check-in/check-in.ts";
import { moveProblem, type MoveProblem } from "../../check-in/when.ts";
import type { Context, EventOf } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import { nextOccurrence } from "../../check-in/recurrence.ts";
import { seasonOn } from "../../check-in/season.ts";
import { textsFor, type Texts } from "../../texts/index.ts";
import { reviseShared, share } from "../../telling/share.ts";
import { movedAfterCard } from "./after-card.ts";
import { agendaOf } from "./agenda.ts";
import { announcementCard, changedCard } from "./cards.ts";
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
import { whenOf, type Place } from "../../here/meeting.ts";
import { planAhead, recentOf, setTimers } from "./schedule.ts";
import { afterKey, announcementKey } from "./keys.ts";
import { watchedBy } from "./season.ts";
import { day, meetingTime } from "../../fields/field.ts";
import { formOf, typedIn } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";

/** Before the meeting, or afterwards when it turned out to be at another time. */
export const askMove = async (context: Pressed): Promise<Outcome> =>
  await ask(
    context,
    ({ checkIn: { status } }) => status === "planned" || status === "unknown",
    (found) => moveForm(context, found, { date: "", start: found.checkIn.start, reason: "" }),
  );

const TIME = { date: day, start: meetingTime };
const MOVE = { ...TIME, reason: REASON };

type Typed = Readonly<Record<keyof typeof MOVE, string>>;

/** At the school; what is missing is asked for in the words of the question. */
const reading = ({ school }: Place, { checkIn: say }: Texts) => ({
  timezone: school.timezone,
  missing: { date: say.dateNeeded, start: say.timeNeeded, reason: say.reasonNeeded },
});

function moveForm(
  { texts }: Context,
  { before, place }: Changing,
  typed: Typed,
  to?: Pick<CheckIn, "date" | "start">,
): Form {
  const { checkIn: say } = texts;
  const hint = say.formStartHint(place.school.timezone);
  const when = whenOf(before, place.today, texts);
  return formOf(texts, MOVE, {
    form: "check-in.move",
    title: say.formMove,
    submit: say.formMoveSend,
    context: contextOf(before),
    before: [{ type: "note", text: when, title: place.school.name }],
    ask: {
      date: { label: say.formMoveDate, hint: say.formMoveDateHint, live: true },
      start: { label: say.formMoveTime, hint, live: true },
      reason: askReason(texts),
    },
    values: typed,
    after: to
      ? [{ type: "note", text: say.movePreview(whenOf(to, place.today, texts)), reading: true }]
      : [],
  });
}

export async function changeMoveForm(
  context: Context<EventOf<"change">>,
): Promise<Form | undefined> {
  const found = await changing(context, context.event.context);
  if (!found) return undefined;
  const read = readForm(TIME, context, reading(found.place, context.texts));
  const typed = typedIn(MOVE, context.event.answers);
  return moveForm(context, found, typed, read.type === "read" ? read.values : undefined);
}

export async function submitMove(context: Submitted): Promise<Outcome> {
  const { stores, event, texts, now } = context;
  const found = await changing(context, event.context);
  if (!found) return notFound(context, event.context.split("|")[0] ?? "");
  const { before, checkIn, place } = found;
  const read = readForm(MOVE, context, reading(place, texts));
  if (read.type === "invalid") return read;
  const to = read.values;
  const next = await dayOfNext(context, checkIn, place);
  const { weeks, school } = place;
  const problem = moveProblem(to, { now, timezone: school.timezone, weeks, next });
  if (problem)
    return { type: "invalid", problems: { date: sayMoveProblem(problem, next, place, texts) } };
  const moved = await stores.checkIns.update(checkIn.id, (current) => move(current, to));
  if (!moved || !isPlanned(moved)) return notPlanned(context, found);
  await tellMoved(context, place, before, moved);
  await setTimers(context, place, moved);
  await planAhead(context, place);
  const when = whenOf(moved, place.today, texts);
  return { type: "reply", card: { title: texts.checkIn.moveDone(when), body: [] } };
}

/** A day that the bot offered, for a long gap (CAL-8) or tests (CAL-9): pressed once, by either partner. */
export async function meetOn(context: Pressed): Promise<Outcome> {
  const { stores, event, texts, now } = context;
  const [id = "", day = ""] = event.value.split("|");
  const found = await changing(context, id);
  const date = parseLocalDate(day);
  if (!found || !date) return notFound(context, id);
  const { checkIn, place } = found;
  const season = seasonOn(checkIn.date, await watchedBy(context, place));
  const reason =
    season && season.title !== "" ? season.title : textsAt(place).checkIn.replacementReason;
  const to = { date, start: checkIn.start, reason };
  const { weeks, school } = place;
  const next = await dayOfNext(context, checkIn, place);
  const problem = moveProblem(to, { now, timezone: school.timezone, weeks, next });
  const isThere = checkIn.date === date;
  if (problem && !isThere)
    return {
      type: "reply",
      card: { title: sayMoveProblem(problem, next, place, texts), body: [] },
    };
  const moved = isThere
    ? checkIn
    : await stores.checkIns.update(checkIn.id, (current) => move(current, to));
  if (!moved || !isPlanned(moved)) return notPlanned(context, found);
  if (!isThere) await tellMoved(context, place, found.before, moved);
  await setTimers(context, place, moved);
  const when = whenOf(moved, place.today, texts);
  return { type: "reply", card: { title: texts.checkIn.moveDone(when), body: [] } };
}

const textsAt = ({ school }: Place): Texts => textsFor(school.locale, school.timezone);

function sayMoveProblem(
  problem: MoveProblem,
  next: LocalDate | null,
  { today }: Place,
  { checkIn: { moveProblems }, dates }: Texts,
): string {
  switch (problem) {
    case "past":
    case "not_working":
    case "testing":
      return moveProblems[problem];
    case "after_next":
      return moveProblems.after_next(next ? dates.day(next, today) : "");
  }
}

/** The day of the meeting after this one: planned already, or where the series will put it. */
async function dayOfNext(
  context: Context,
  checkIn: CheckIn,
  place: Place,
): Promise<LocalDate | null> {
  const { series } = place.partnership;
  const following = (await recentOf(context, place)).filter(
    (other) =>
      isPlanned(other) && other.kind === checkIn.kind && other.plannedFor > checkIn.plannedFor,
  );
  if (following.length > 0) return following.map(({ date }) => date).sort()[0] ?? null;
  return series && checkIn.kind === "check_in"
    ? nextOccurrence(series, checkIn.plannedFor, checkIn.plannedFor)
    : null;
}

/** Said once: in what announced the meeting, in its thread, and where it was asked how it went. */
async function tellMoved(
  context: Submitted | Pressed,
  place: Place,
  before: CheckIn,
  moved: CheckIn,
): Promise<void> {
  const { today } = place;
  const { person } = context;
  const card = (texts: Texts) =>
    changedCard({ before, after: moved, next: undefined, by: person }, today, texts);
  const agenda = await agendaOf(context, place);
  await reviseShared(context, place, announcementKey(before), (texts) =>
    before.date === moved.date ? announcementCard(moved, agenda, place, texts) : card(texts),
  );
  await reviseShared(context, place, afterKey(before), (texts) =>
    movedAfterCard(before, moved, { today, by: person }, texts),
  );
  await share(context, place, changeMessage(context, before), card);
}
