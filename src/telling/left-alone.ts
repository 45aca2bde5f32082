/** Whoever does not want to be disturbed where they are reached is left alone until that is over (N-6). */

import type { Services } from "../feature.ts";
import { reachedAt } from "../team/person.ts";
import type { Plan } from "../nudge/facts.ts";
import { plan } from "../nudge/policy.ts";
import type { Known } from "./reading.ts";

export interface Looked extends Known {
  readonly plan: Plan;
}

/** What the policy says of each of them; the platform is asked only about those who would be told now. */
export async function lookAt(
  { doNotDisturb }: Pick<Services, "doNotDisturb">,
  known: readonly Known[],
): Promise<readonly Looked[]> {
  const looked = known.map((each): Looked => ({ ...each, plan: plan(each.facts) }));
  const told = looked.filter(({ plan: { tell, answers } }) => tell !== null || answers.length > 0);
  const addresses = told.flatMap(({ person }) => reachedAt(person) ?? []);
  if (!doNotDisturb || addresses.length === 0) return looked;
  const until = await doNotDisturb(addresses);
  return looked.map((each) => {
    const to = reachedAt(each.person);
    const leftAloneUntil = to && until.get(to);
    if (!leftAloneUntil) return each;
    const facts = { ...each.facts, leftAloneUntil };
    return { ...each, facts, plan: plan(facts) };
  });
}
