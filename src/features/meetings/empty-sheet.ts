/** Meeting 1 needs a goal of each side: who has none hears so the day before, and again when it was held. */

import { actions, muted, text, type Block, type Card } from "../../card.ts";
import { ANNOUNCED_AT, startsAt, type CheckIn } from "../../check-in/check-in.ts";
import { typing } from "../../commands.ts";
import type { Context, Services, TimerContext } from "../../feature.ts";
import { readPlace } from "../../here/here.ts";
import { whenOf, type Place } from "../../here/meeting.ts";
import type { Outcome } from "../../ports.ts";
import type { Side } from "../../team/person.ts";
import type { Partnership } from "../../team/partnership.ts";
import { tellSide } from "../../telling/tell.ts";
import type { Texts } from "../../texts/index.ts";
import { instantAt, previousWorkingDay } from "../../time/calendar.ts";
import type { Timer } from "../../time/timer.ts";

const SIDES: readonly Side[] = ["library", "it"];

/** Rings in the morning of the working day before Meeting 1. */
export function sheetTimer(
  meeting: CheckIn,
  { school, week }: Pick<Place, "school" | "week">,
  districtId: string,
): Timer | undefined {
  if (meeting.kind !== "goal_sheet") return undefined;
  const day = previousWorkingDay(meeting.date, week);
  const at = instantAt(day, ANNOUNCED_AT, school.timezone);
  return {
    key: `meeting.sheet/${meeting.id}`,
    at,
    name: "meeting.sheet",
    districtId,
    id: meeting.id,
  };
}

export async function askForSheets(context: TimerContext): Promise<void> {
  const { stores, now } = context;
  const meeting = await stores.checkIns.find(context.id);
  const partnership = meeting && (await stores.partnerships.find(meeting.partnershipId));
  if (!partnership || meeting.status !== "planned") return;
  const place = await readPlace(context, partnership);
  if (startsAt(meeting, place.school.timezone) <= now) return;
  const key = `meeting.sheet/${meeting.id}/${meeting.date}`;
  for (const side of SIDES.filter((each) => place.facts.goals[each] === 0))
    await ask(context, partnership, side, key, (texts) =>
      texts.meetings.sheetBefore(whenOf(meeting, place.today, texts)),
    );
}

/** After "Yes, held": what is missing for it to count, and the side that lacks it is asked. */
export async function afterGoalSheet(
  context: Context,
  meeting: CheckIn,
  partnership: Partnership,
): Promise<Outcome> {
  if (meeting.kind !== "goal_sheet") return { type: "nothing" };
  const { texts } = context;
  const { facts } = await readPlace(context, partnership);
  const empty = SIDES.filter((side) => facts.goals[side] === 0);
  const [first] = empty;
  if (!first) return { type: "nothing" };
  for (const side of empty)
    await ask(
      context,
      partnership,
      side,
      `meeting.sheet/${meeting.id}/held`,
      ({ meetings }) => meetings.sheetAfter,
    );
  return {
    type: "reply",
    card: { title: texts.protocol.emptySheet[first], body: sheetBlocks(texts) },
  };
}

async function ask(
  services: Services,
  partnership: Partnership,
  side: Side,
  key: string,
  title: (texts: Texts) => string,
): Promise<void> {
  await tellSide(
    services,
    partnership,
    side,
    { key, kind: "meeting.sheet", manner: "question" },
    (texts): Card => ({
      title: title(texts),
      body: [...sheetBlocks(texts), muted(texts.meetings.sheetWhy)],
    }),
  );
}

const sheetBlocks = ({ meetings, sheet }: Texts): readonly Block[] => [
  text(meetings.sheetBody),
  actions({ ...typing(sheet.addGoal, "goal"), style: "primary" }),
];
