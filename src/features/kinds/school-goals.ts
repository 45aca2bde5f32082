/** What is current at a school is what its goals can serve (systems, row 23). */

import type { Services } from "../../feature.ts";
import { schoolGoal } from "../../kinds/school-goal.ts";
import { titleOf, type KeptRecord } from "../../records/record.ts";

/** Writes the current ones to the school, where the form of a goal finds them. */
export async function offerToGoals(
  { stores }: Pick<Services, "stores">,
  { scopeId }: Pick<KeptRecord, "scopeId">,
): Promise<void> {
  const all = await stores.records.unseen.ownedBy(schoolGoal.name, scopeId);
  const current = all
    .filter(({ state }) => state === "open")
    .map((record) => titleOf(schoolGoal, record));
  await stores.schools.update(scopeId, (school) =>
    JSON.stringify(school.learningGoals) === JSON.stringify(current)
      ? school
      : { ...school, learningGoals: current },
  );
}
