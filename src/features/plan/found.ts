/** An action item with everything around it that its card and its rules need. */

import { mayAnswer, type ActionItem } from "../../plan/action-item.ts";
import { itemFor, type Mine } from "../../access.ts";
import { localDate, type LocalDate } from "../../time/calendar.ts";
import type { Context } from "../../feature.ts";
import type { Goal } from "../../goal/goal.ts";
import type { School } from "../../team/school.ts";

export type FoundItem = Mine<{
  readonly item: ActionItem;
  /** Undefined when the goal was removed since. */
  readonly goal: Goal | undefined;
  readonly school: School;
  /** The day it is at the school (CAL-1). */
  readonly today: LocalDate;
}>;

/** The item a person typed or pressed, when they are one of its partners. */
export async function findItem(
  context: Pick<Context, "stores" | "person" | "now">,
  typed: string,
): Promise<FoundItem | undefined> {
  const { stores, now } = context;
  const found = await itemFor(context, typed);
  if (!found) return undefined;
  const [goal, school] = await Promise.all([
    stores.goals.find(found.item.goalId),
    stores.schools.find(found.partnership.schoolId),
  ]);
  if (!school) throw new Error(`No school ${found.partnership.schoolId}`);
  return { ...found, goal, school, today: localDate(now, school.timezone) };
}

/** As `findItem`, for somebody who may answer for it now (rule 3). */
export async function findMyItem(
  context: Pick<Context, "stores" | "person" | "now">,
  typed: string,
): Promise<FoundItem | undefined> {
  const found = await findItem(context, typed);
  const may =
    found &&
    mayAnswer(found.item, found.partnership, found.goal, {
      personId: context.person.id,
      side: found.side,
    });
  return may ? found : undefined;
}
