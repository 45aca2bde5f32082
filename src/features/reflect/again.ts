/** A reflection that nobody answered in time is offered once more, at the next check-in (AC-23). */

import type { CheckIn } from "../../check-in/check-in.ts";
import type { Services, TimerContext } from "../../feature.ts";
import { canWriteJoint, type Reflection } from "../../reflection/reflection.ts";
import type { School } from "../../team/school.ts";
import { instantAt, localDate } from "../../time/calendar.ts";
import { offerAgain } from "./joint.ts";

/** Looked at when the next check-in begins; without one there is nothing to wait for. */
export async function waitForCheckIn(
  { stores, timers, now }: Pick<Services, "stores" | "timers" | "now">,
  reflection: Reflection,
  school: School,
): Promise<void> {
  const next = await nextCheckIn({ stores, now }, reflection, school);
  if (next)
    await timers.set({
      key: `joint.again/${reflection.id}`,
      at: instantAt(next.date, next.start, school.timezone),
      name: "joint.again",
      districtId: stores.districtId,
      id: reflection.id,
    });
}

/** The check-in begins, unless it was moved in the meantime: then its new time is waited for. */
export async function atCheckIn(context: TimerContext): Promise<void> {
  const { stores, now, id } = context;
  const reflection = await stores.reflections.find(id);
  if (!reflection || reflection.joint || !canWriteJoint(reflection)) return;
  const [goal, partnership] = await Promise.all([
    stores.goals.find(reflection.goalId),
    stores.partnerships.find(reflection.partnershipId),
  ]);
  const school = partnership && (await stores.schools.find(partnership.schoolId));
  if (!goal || goal.deleted || !school) return;
  const today = localDate(now, school.timezone);
  const [meeting] = await stores.checkIns.upcoming(partnership.id, today, 1);
  const hasBegun = meeting && instantAt(meeting.date, meeting.start, school.timezone) <= now;
  if (hasBegun) await offerAgain(context, goal, partnership, reflection);
  else await waitForCheckIn(context, reflection, school);
}

const LOOKED_AT = 3;

async function nextCheckIn(
  { stores, now }: Pick<Services, "stores" | "now">,
  { partnershipId }: Reflection,
  { timezone }: School,
): Promise<CheckIn | undefined> {
  const today = localDate(now, timezone);
  const upcoming = await stores.checkIns.upcoming(partnershipId, today, LOOKED_AT);
  return upcoming.find(({ date, start }) => instantAt(date, start, timezone) > now);
}
