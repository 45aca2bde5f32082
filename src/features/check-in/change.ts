/** What moving and skipping one meeting have in common: whose it is, why, and who hears of it. */

import { checkInFor, notFound } from "../../access.ts";
import { parseLocalDate, parseTime } from "../../time/calendar.ts";
import type { Form } from "../../card.ts";
import type { CheckIn } from "../../check-in/check-in.ts";
import type { Context, EventOf } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import type { Texts } from "../../texts/index.ts";
import { placeOf, whenOf, type Place } from "../../here/meeting.ts";
import { announcementKey } from "./keys.ts";
import { line } from "../../fields/field.ts";
import type { Asking } from "../../fields/draw.ts";

export type Pressed = Context<EventOf<"action">>;
export type Submitted = Context<EventOf<"form">>;

export interface Changing {
  /** As it stood when the form was opened, so that a repeated submission says the same. */
  readonly before: CheckIn;
  readonly checkIn: CheckIn;
  readonly place: Place;
}

/** The meeting that a button or form is about; undefined when it is not theirs. */
export async function changing(context: Context, value: string): Promise<Changing | undefined> {
  const [id = "", date = "", start = ""] = value.split("|");
  const found = await checkInFor(context, id);
  if (!found) return undefined;
  const { checkIn, partnership } = found;
  const before = {
    ...checkIn,
    date: parseLocalDate(date) ?? checkIn.date,
    start: parseTime(start) ?? checkIn.start,
  };
  return { before, checkIn, place: await placeOf(context, partnership) };
}

export const contextOf = ({ id, date, start }: CheckIn): string => `${id}|${date}|${start}`;

/** Opens a form about a meeting that can still be changed so. */
export async function ask(
  context: Pressed,
  canChange: (found: Changing) => boolean,
  form: (found: Changing) => Form,
): Promise<Outcome> {
  const [id = ""] = context.event.value.split("|");
  const found = await changing(context, id);
  if (!found) return notFound(context, id);
  return canChange(found) ? { type: "ask", form: form(found) } : notPlanned(context, found);
}

export const notPlanned = ({ texts }: Context, { before, place }: Changing): Outcome => ({
  type: "reply",
  card: { title: texts.checkIn.notPlanned(whenOf(before, place.today, texts)), body: [] },
});

/** Why a meeting is moved or left out: said in the channel. */
export const REASON = line(200);

export const askReason = ({ checkIn: say }: Texts): Asking => ({
  label: say.formMoveReason,
  hint: say.formReasonHint,
});

/** In the thread of the announcement, or on its own when there was none. */
export const changeMessage = ({ event }: Submitted | Pressed, before: CheckIn) => ({
  key: `check_in.changed/${before.id}/${event.type === "form" ? event.instance : event.id}`,
  kind: "check_in.changed",
  thread: announcementKey(before),
});
