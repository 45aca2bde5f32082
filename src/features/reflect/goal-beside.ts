/** The original goal and its row of the plan, which stand beside every question (systems, row 18). */

import type { Input } from "../../card.ts";
import type { Services } from "../../feature.ts";
import type { Goal } from "../../goal/goal.ts";
import { atStart, shorten } from "../../plain-text.ts";
import { cycleId, type Cycle } from "../../protocol/cycle.ts";
import { bothSaid } from "../../protocol/one-text.ts";
import { namesIn, promiseLine } from "../../cards/plan-lines.ts";
import { rowOf, type PlanGoal } from "../../protocol/plan-text.ts";
import type { Reflection } from "../../reflection/reflection.ts";
import type { Partnership } from "../../team/partnership.ts";
import { localDate, type LocalDate } from "../../time/calendar.ts";
import type { Texts } from "../../texts/index.ts";

/** What is read beside the questions. */
export interface Beside {
  readonly goal: Goal | undefined;
  /** As both agreed on it; as it stands, where no version has it. */
  readonly row: PlanGoal | undefined;
  readonly names: ReadonlyMap<string, string>;
  readonly today: LocalDate;
  /** The working agreement, once both sides said yes to it (systems, row 36). */
  readonly working: readonly string[];
}

const STEPS_READ = 20;
const LINE = 250;

export async function besideOf(
  { stores, now }: Pick<Services, "stores" | "now">,
  { partnershipId, goalId }: Pick<Reflection, "partnershipId" | "goalId">,
): Promise<Beside> {
  const [goal, partnership] = await Promise.all([
    stores.goals.find(goalId),
    stores.partnerships.find(partnershipId),
  ]);
  const school = partnership && (await stores.schools.find(partnership.schoolId));
  const cycle = partnership && (await stores.cycles.find(cycleId(partnership)));
  const row = goal && ((await agreedRow(stores, cycle, goalId)) ?? (await rowNow(stores, goal)));
  return {
    goal,
    row,
    names: await namesIn(stores, row ? [row] : []),
    today: localDate(now, school?.timezone ?? "UTC"),
    working: workingLines(cycle, partnership),
  };
}

/** The row as the latest version has it that was frozen before anybody looked back on it. */
async function agreedRow(
  { planTexts }: Pick<Services["stores"], "planTexts">,
  cycle: Cycle | undefined,
  goalId: string,
): Promise<PlanGoal | undefined> {
  const ids = (cycle?.versions ?? []).map(({ textId }) => textId);
  const texts = ids.length > 0 ? await planTexts.findAll(ids) : [];
  return ids
    .toReversed()
    .map((id) => texts.find((text) => text.id === id)?.goals.find((each) => each.id === goalId))
    .find((row) => row !== undefined && row.joint === undefined);
}

async function rowNow(stores: Pick<Services["stores"], "items">, goal: Goal): Promise<PlanGoal> {
  const { rows } = await stores.items.list({
    partnershipIds: [goal.partnershipId],
    goalIds: [goal.id],
    page: { skip: 0, limit: STEPS_READ },
  });
  return rowOf(goal, rows);
}

const workingLines = (
  cycle: Cycle | undefined,
  partnership: Partnership | undefined,
): readonly string[] => {
  const working = cycle?.working;
  return working && partnership && bothSaid(working.agreeing, working.agreeing.hash, partnership)
    ? working.lines
    : [];
};

/** The original goal, the steps promised for it, and how the two sides work together. */
export function goalNotes(texts: Texts, beside: Beside): readonly Input[] {
  const { goal, working } = beside;
  const { reflection, working: agreement } = texts;
  const note = (title: string, lines: readonly string[]): readonly Input[] =>
    lines.length > 0 ? [{ type: "note", title, text: lines.join("\n") }] : [];
  return [
    ...note(reflection.goal, goal ? goalLines(texts, goal) : []),
    ...note(reflection.planRow, rowLines(texts, beside)),
    ...note(agreement.formTitle, working),
  ];
}

/** Who promised what in which direction, a line each. */
export function rowLines(texts: Texts, { row, names, today }: Beside): readonly string[] {
  return (row?.promises ?? []).map((promise) =>
    shorten(
      texts.labelled(
        texts.plan.directions[promise.direction],
        promiseLine(promise, names, today, texts),
      ),
      LINE,
    ),
  );
}

/** The goal as it was logged, a line each. */
export function goalLines(
  { dates, goals, locale, labelled }: Texts,
  goal: Goal,
): readonly string[] {
  const { measure } = goal;
  return [
    `${goal.id} ${goal.title}`,
    ...(goal.why ? [goal.why] : []),
    ...(measure ? [labelled(measure.unit, `${measure.baseline} → ${measure.target}`)] : []),
    ...(goal.due ? [atStart(goals.dueShort(dates.full(goal.due)), locale)] : []),
  ];
}
