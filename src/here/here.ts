/** A partnership in its school year, read together with everything its next step depends on. */

import { notFound, notPartner, partnershipFor, partnershipsMeant, type Mine } from "../access.ts";
import { actions, type Card } from "../card.ts";
import type { Context, Services } from "../feature.ts";
import type { Goal } from "../goal/goal.ts";
import type { ActionItem } from "../plan/action-item.ts";
import type { Outcome } from "../ports.ts";
import { hasAccepted } from "../team/invitation.ts";
import type { Partnership } from "../team/partnership.ts";
import { partnersOf } from "../team/partnership.ts";
import type { Person, Side } from "../team/person.ts";
import type { School } from "../team/school.ts";
import { localDate, type LocalDate } from "../time/calendar.ts";
import { cycleId, newCycle, type Cycle } from "../protocol/cycle.ts";
import { isAccepted } from "../protocol/intersection.ts";
import { goesOn } from "../protocol/looked-back.ts";
import { sidesFor } from "../protocol/one-text.ts";
import {
  PLAN_GOAL,
  lacksOf,
  planText,
  planGoals,
  type Lack,
  type PlanText,
} from "../protocol/plan-text.ts";
import { follow, type Facts } from "../protocol/protocol.ts";
import { hashOfDecisions, undecided } from "../protocol/year-end.ts";
import type { DistrictStores } from "../stores.ts";

/** More goals and steps than a partnership can carry in a year. */
const MOST_GOALS = 500;
const MOST_ITEMS = 2000;
const MEETINGS_LOOKED_AT = 60;

export interface Place {
  readonly partnership: Partnership;
  readonly school: School;
  /** The day it is at the school (CAL-1). */
  readonly today: LocalDate;
  /** Everyone who was ever named in the partnership, by id. */
  readonly people: ReadonlyMap<string, Person>;
  readonly cycle: Cycle;
  /** Of this year, earliest due first: what is open, and what was finished in it. No drafts. */
  readonly goals: readonly Goal[];
  /** Those of them that somebody still works on. */
  readonly open: readonly Goal[];
  readonly items: readonly ActionItem[];
  /** The plan as it stands now, whether or not anybody agreed to it. */
  readonly text: PlanText;
  readonly lacks: readonly Lack[];
  readonly facts: Facts;
}

/** As one of its partners stands in it. */
export type MyPlace = Place & { readonly side: Side };

/**
 * Reads a partnership's year, and moves its protocol to where the facts have brought it. A year of
 * which nothing was kept yet begins.
 */
export async function readPlace(
  { stores, now }: Pick<Services, "stores" | "now">,
  partnership: Partnership,
): Promise<Place> {
  const school = await stores.schools.find(partnership.schoolId);
  if (!school) throw new Error(`No school ${partnership.schoolId}`);
  const cycle =
    (await stores.cycles.find(cycleId(partnership))) ??
    (await stores.cycles.add(newCycle(partnership, now)));
  const [goals, items, people] = await Promise.all([
    goalsOf(stores, partnership.id),
    itemsOf(stores, partnership.id),
    stores.people.findAll([...partnersOf(partnership), ...partnership.supervisorIds]),
  ]);
  const today = localDate(now, school.timezone);
  const began = localDate(cycle.startedAt, school.timezone);
  const sheet = goals.filter(
    ({ status, doneOn }) =>
      PLAN_GOAL.includes(status) || (status === "done" && doneOn !== null && doneOn >= began),
  );
  const open = goals.filter(({ status }) => PLAN_GOAL.includes(status));
  const goingOn = (cycle.lookedBack ?? []).filter(goesOn);
  const planned = planGoals(
    sheet,
    items,
    cycle.leftOut,
    new Map(goingOn.map((looked) => [looked.goalId, looked])),
    cycle.intersections.filter((each) => isAccepted(each, partnership)),
  );
  const text = planText(cycle.id, partnership.id, planned);
  const lacks = lacksOf(planned, {
    paired: cycle.intersections
      .filter((each) => isAccepted(each, partnership))
      .flatMap(({ libraryGoalId, itGoalId }) => [libraryGoalId, itGoalId]),
    schoolHasGoals: school.learningGoals.length > 0,
  });
  const reflections = await reflectionsOf(stores, cycle);
  const facts: Facts = {
    people: {
      library: activeOn("library", partnership, people),
      it: activeOn("it", partnership, people),
    },
    goals: { library: countOf("library", sheet), it: countOf("it", sheet) },
    incomplete: new Set(lacks.map(({ goal }) => goal.id)).size,
    kept: planned.length,
    agreed: sidesFor(cycle.agreeing, text.hash, partnership),
    ...(await meetingsOf(stores, cycle, began, today)),
    meetsRegularly: partnership.series !== null,
    reflectionsOpen: reflections.open.length,
    reflectionsConfirmed: reflections.confirmed.length,
    undecided: undecided(cycle, open).length,
    closingAgreed: sidesFor(cycle.closing, hashOfDecisions(cycle, open), partnership),
  };
  const moved = movedBy(cycle, facts, reflections.open);
  const current =
    moved === cycle
      ? cycle
      : ((await stores.cycles.update(cycle.id, (known) =>
          movedBy(known, facts, reflections.open),
        )) ?? moved);
  return {
    partnership,
    school,
    today,
    people: new Map(people.map((person) => [person.id, person])),
    cycle: current,
    goals: sheet,
    open,
    items,
    text,
    lacks,
    facts,
  };
}

/** The year after what follows by itself; the same object when nothing does. */
function movedBy(cycle: Cycle, facts: Facts, waiting: readonly string[]): Cycle {
  const fresh = waiting.filter((id) => !cycle.reflecting.includes(id));
  const remembered =
    fresh.length > 0 ? { ...cycle, reflecting: [...cycle.reflecting, ...fresh] } : cycle;
  return follow(remembered, facts);
}

const activeOn = (side: Side, partnership: Partnership, people: readonly Person[]): number => {
  const ids = side === "library" ? partnership.libraryIds : partnership.itIds;
  return people.filter(
    ({ id, active }) => active && ids.includes(id) && hasAccepted(partnership, id),
  ).length;
};

const countOf = (side: Side, goals: readonly Goal[]): number =>
  goals.filter(({ department }) => department === side).length;

async function goalsOf(stores: DistrictStores, partnershipId: string): Promise<readonly Goal[]> {
  const { rows } = await stores.goals.list({
    partnershipIds: [partnershipId],
    statuses: [...PLAN_GOAL, "done"],
    page: { skip: 0, limit: MOST_GOALS, uncounted: true },
  });
  return rows;
}

async function itemsOf(
  stores: DistrictStores,
  partnershipId: string,
): Promise<readonly ActionItem[]> {
  const { rows } = await stores.items.list({
    partnershipIds: [partnershipId],
    statuses: ["open", "blocked", "snoozed", "done"],
    page: { skip: 0, limit: MOST_ITEMS, uncounted: true },
  });
  return rows;
}

/** Ids of the reflections that wait, and of those waited for whose joint column is confirmed. */
async function reflectionsOf(stores: DistrictStores, cycle: Cycle) {
  const [waiting, remembered] = await Promise.all([
    stores.reflections.waiting([cycle.partnershipId]),
    stores.reflections.findAll(cycle.reflecting),
  ]);
  return {
    open: waiting.map(({ id }) => id),
    confirmed: remembered.filter(({ status }) => status === "joint_done").map(({ id }) => id),
  };
}

type Meetings = Pick<
  Facts,
  "goalSheetPlanned" | "goalSheetHeld" | "actionPlanPlanned" | "reflectionPlanned"
>;

/** What the calendar of meetings says of the three, in this year. */
async function meetingsOf(
  stores: DistrictStores,
  cycle: Cycle,
  began: LocalDate,
  today: LocalDate,
): Promise<Meetings> {
  const recent = await stores.checkIns.recent(cycle.partnershipId, MEETINGS_LOOKED_AT);
  const ofYear = recent.filter(({ date }) => date >= began);
  const planned = (kind: (typeof recent)[number]["kind"]): boolean =>
    ofYear.some((meeting) => meeting.kind === kind && meeting.status === "planned");
  return {
    goalSheetPlanned: cycle.goalSheetOn !== null || planned("goal_sheet"),
    goalSheetHeld: ofYear.some(({ kind, status }) => kind === "goal_sheet" && status === "held"),
    actionPlanPlanned: cycle.actionPlanOn !== null || planned("action_plan"),
    reflectionPlanned: ofYear.some(
      ({ kind, status, date }) =>
        kind === "reflect_for_revision" && status === "planned" && date >= today,
    ),
  };
}

/** The place a press is about, for one of its partners; undefined for everyone else (rule 3). */
export async function placeFor(
  context: Pick<Context, "stores" | "person" | "now">,
  partnershipId: string,
): Promise<MyPlace | undefined> {
  const mine = await partnershipFor(context, partnershipId);
  return mine && (await mineAt(context, mine));
}

const mineAt = async (
  context: Pick<Services, "stores" | "now">,
  { partnership, side }: Mine<object>,
): Promise<MyPlace> => ({ ...(await readPlace(context, partnership)), side });

/**
 * The place a person means: that of the partnership named, or of the channel they are in, or their
 * only one. Else what to answer: several ask a question which, answered by pressing `action`, brings
 * the partnership's id.
 */
export async function placeMeant(
  context: Context,
  action: string,
  partnershipId: string,
): Promise<{ readonly place: MyPlace } | { readonly instead: Outcome }> {
  const { stores, texts } = context;
  if (partnershipId) {
    const place = await placeFor(context, partnershipId);
    return place ? { place } : { instead: notFound(context, partnershipId) };
  }
  const meant = await partnershipsMeant(context);
  const [mine, ...others] = meant;
  if (!mine) return { instead: notPartner(context) };
  if (others.length === 0) return { place: await mineAt(context, mine) };
  const schools = await stores.schools.findAll(
    meant.map(({ partnership }) => partnership.schoolId),
  );
  const buttons = meant.map(({ partnership }) => ({
    label: schools.find(({ id }) => id === partnership.schoolId)?.name ?? partnership.id,
    action,
    value: partnership.id,
    about: partnership.id,
  }));
  const card = { title: texts.common.chooseSchool, body: [actions(...buttons)] };
  return { instead: { type: "reply", card } };
}

/** Shows the place a person means on a card of its own. */
export async function showPlace(
  context: Context,
  action: string,
  partnershipId: string,
  card: (place: MyPlace) => Card | Promise<Card>,
): Promise<Outcome> {
  const found = await placeMeant(context, action, partnershipId);
  return "instead" in found ? found.instead : { type: "reply", card: await card(found.place) };
}

/** The names behind ids, as a list in words; an unknown one stands as it is. */
export function nameOf({ people }: Pick<Place, "people">, id: string): string {
  return people.get(id)?.name ?? id;
}
