/**
 * The three-meeting protocol as a state machine (systems, "Protocol state machine"). One table says
 * what may follow what and what each step needs; everything else here reads that table.
 */

import type { Side } from "../team/person.ts";

export const PROTOCOL_STATES = [
  "not_started",
  "invited",
  "goal_sheet_scheduled",
  "goal_sheet_held",
  "action_plan_scheduled",
  "plan_agreed",
  "plan_active",
  "reflection_due",
  "reflection_scheduled",
  "reflected",
  "paused",
  "cycle_closed",
] as const;

export type ProtocolState = (typeof PROTOCOL_STATES)[number];

/** Where a partnership stands in one school year. */
export interface Protocol {
  readonly state: ProtocolState;
  /** Where a pause leads back to; null while there is none. */
  readonly before: ProtocolState | null;
}

export type ProtocolEvent =
  | "invite"
  | "plan_goal_sheet"
  /** The meeting that was planned is called off, or its day went by without it. */
  | "unplan"
  | "finish_goal_sheet"
  | "plan_action_plan"
  /** Both sides agreed on one text: a version of the plan is frozen. */
  | "agree"
  | "start"
  | "goal_done"
  | "plan_reflection"
  | "reflect"
  | "lapse"
  | "pause"
  | "resume"
  | "close";

/** What the guards look at; read anew before each step. */
export interface Facts {
  /** Active people of each side who said yes to being in it. */
  readonly people: Readonly<Record<Side, number>>;
  /** Goals of each side that are no drafts. */
  readonly goals: Readonly<Record<Side, number>>;
  /** Goals of the plan that lack something it cannot be agreed without. */
  readonly incomplete: number;
  /** Goals that the plan keeps. */
  readonly kept: number;
  /** The sides that agreed to the text as it stands. */
  readonly agreed: readonly Side[];
  readonly goalSheetPlanned: boolean;
  readonly goalSheetHeld: boolean;
  readonly actionPlanPlanned: boolean;
  readonly reflectionPlanned: boolean;
  /** A regular check-in is set. */
  readonly meetsRegularly: boolean;
  /** Reflections that wait for an answer or for the joint column. */
  readonly reflectionsOpen: number;
  /** Of those that were waited for: joint columns both sides confirmed. */
  readonly reflectionsConfirmed: number;
  /** Open goals about which nothing was decided at the end of the year. */
  readonly undecided: number;
  /** The sides that agreed to those decisions. */
  readonly closingAgreed: readonly Side[];
}

/** Why a step cannot be taken now. */
export type Refusal =
  | { readonly kind: "not_now" }
  | { readonly kind: "nobody"; readonly side: Side }
  | { readonly kind: "empty_sheet"; readonly side: Side }
  | { readonly kind: "nothing_planned" }
  | { readonly kind: "no_goals" }
  | { readonly kind: "incomplete"; readonly count: number }
  | { readonly kind: "not_agreed"; readonly side: Side }
  | { readonly kind: "undecided"; readonly count: number };

type Guard = (facts: Facts) => Refusal | undefined;

interface Transition {
  readonly event: ProtocolEvent;
  readonly from: readonly ProtocolState[];
  /** `before` leads back to where the pause began. */
  readonly to: ProtocolState | "before";
  readonly guards: readonly Guard[];
}

const SIDES: readonly Side[] = ["library", "it"];

const missing = (
  has: (facts: Facts, side: Side) => boolean,
  refusal: (side: Side) => Refusal,
): Guard => {
  return (facts) => {
    const side = SIDES.find((each) => !has(facts, each));
    return side && refusal(side);
  };
};

const needs =
  (has: (facts: Facts) => boolean, kind: "nothing_planned" | "no_goals"): Guard =>
  (facts) =>
    has(facts) ? undefined : { kind };

const bothSides = missing(
  ({ people }, side) => people[side] > 0,
  (side) => ({ kind: "nobody", side }),
);
const bothSheets = missing(
  ({ goals }, side) => goals[side] > 0,
  (side) => ({ kind: "empty_sheet", side }),
);
const bothAgreed = missing(
  ({ agreed }, side) => agreed.includes(side),
  (side) => ({ kind: "not_agreed", side }),
);
const bothClose = missing(
  ({ closingAgreed }, side) => closingAgreed.includes(side),
  (side) => ({ kind: "not_agreed", side }),
);
const complete: Guard = ({ incomplete }) =>
  incomplete > 0 ? { kind: "incomplete", count: incomplete } : undefined;
const decided: Guard = ({ undecided }) =>
  undecided > 0 ? { kind: "undecided", count: undecided } : undefined;

const AGREEING: readonly Guard[] = [
  needs(({ kept }) => kept > 0, "no_goals"),
  complete,
  bothAgreed,
];

/** States from which the year can end, and those that can be interrupted. */
const UNDER_WAY: readonly ProtocolState[] = PROTOCOL_STATES.filter(
  (state) => !["not_started", "paused", "cycle_closed"].includes(state),
);

export const TRANSITIONS: readonly Transition[] = [
  { event: "invite", from: ["not_started"], to: "invited", guards: [bothSides] },
  {
    event: "plan_goal_sheet",
    from: ["invited"],
    to: "goal_sheet_scheduled",
    guards: [needs((facts) => facts.goalSheetPlanned, "nothing_planned")],
  },
  {
    event: "unplan",
    from: ["goal_sheet_scheduled"],
    to: "invited",
    guards: [needs((facts) => !facts.goalSheetPlanned, "nothing_planned")],
  },
  // Two people who simply meet need not have told the day before.
  {
    event: "finish_goal_sheet",
    from: ["invited", "goal_sheet_scheduled"],
    to: "goal_sheet_held",
    guards: [bothSheets],
  },
  {
    event: "plan_action_plan",
    from: ["goal_sheet_held"],
    to: "action_plan_scheduled",
    guards: [needs((facts) => facts.actionPlanPlanned, "nothing_planned")],
  },
  {
    event: "unplan",
    from: ["action_plan_scheduled"],
    to: "goal_sheet_held",
    guards: [needs((facts) => !facts.actionPlanPlanned, "nothing_planned")],
  },
  {
    event: "agree",
    from: ["goal_sheet_held", "action_plan_scheduled"],
    to: "plan_agreed",
    guards: AGREEING,
  },
  { event: "agree", from: ["plan_agreed"], to: "plan_agreed", guards: AGREEING },
  {
    event: "start",
    from: ["plan_agreed"],
    to: "plan_active",
    guards: [needs((facts) => facts.meetsRegularly, "nothing_planned")],
  },
  { event: "agree", from: ["plan_active", "reflected"], to: "plan_active", guards: AGREEING },
  { event: "agree", from: ["reflection_due"], to: "reflection_due", guards: AGREEING },
  { event: "agree", from: ["reflection_scheduled"], to: "reflection_scheduled", guards: AGREEING },
  {
    event: "goal_done",
    from: ["plan_active"],
    to: "reflection_due",
    guards: [
      needs((facts) => facts.reflectionsOpen + facts.reflectionsConfirmed > 0, "nothing_planned"),
    ],
  },
  {
    event: "plan_reflection",
    from: ["reflection_due"],
    to: "reflection_scheduled",
    guards: [needs((facts) => facts.reflectionPlanned, "nothing_planned")],
  },
  {
    event: "unplan",
    from: ["reflection_scheduled"],
    to: "reflection_due",
    guards: [needs((facts) => !facts.reflectionPlanned, "nothing_planned")],
  },
  {
    event: "reflect",
    from: ["reflection_due", "reflection_scheduled"],
    to: "reflected",
    guards: [needs((facts) => facts.reflectionsConfirmed > 0, "nothing_planned")],
  },
  {
    event: "lapse",
    from: ["reflection_due", "reflection_scheduled"],
    to: "plan_active",
    guards: [
      needs((facts) => facts.reflectionsOpen + facts.reflectionsConfirmed === 0, "nothing_planned"),
    ],
  },
  { event: "pause", from: UNDER_WAY, to: "paused", guards: [] },
  { event: "resume", from: ["paused"], to: "before", guards: [bothSides] },
  { event: "close", from: UNDER_WAY, to: "cycle_closed", guards: [decided, bothClose] },
];

export type Step<P extends Protocol> =
  | { readonly type: "moved"; readonly to: P }
  | { readonly type: "refused"; readonly refusal: Refusal };

/** One step, or the first thing that keeps it from being taken. */
export function step<P extends Protocol>(protocol: P, event: ProtocolEvent, facts: Facts): Step<P> {
  const transition = TRANSITIONS.find(
    ({ event: each, from }) => each === event && from.includes(protocol.state),
  );
  if (!transition) return { type: "refused", refusal: { kind: "not_now" } };
  for (const guard of transition.guards) {
    const refusal = guard(facts);
    if (refusal) return { type: "refused", refusal };
  }
  const to = transition.to === "before" ? (protocol.before ?? "not_started") : transition.to;
  if (to === protocol.state) return { type: "moved", to: protocol };
  return {
    type: "moved",
    to: { ...protocol, state: to, before: to === "paused" ? protocol.state : null },
  };
}

/** Steps that follow from what others keep: nobody has to press anything for them. */
const BY_ITSELF: readonly {
  readonly event: ProtocolEvent;
  readonly when: (facts: Facts) => boolean;
}[] = [
  { event: "invite", when: () => true },
  { event: "finish_goal_sheet", when: (facts) => facts.goalSheetHeld },
  { event: "plan_goal_sheet", when: () => true },
  { event: "plan_action_plan", when: () => true },
  { event: "start", when: () => true },
  { event: "goal_done", when: () => true },
  { event: "reflect", when: () => true },
  { event: "plan_reflection", when: () => true },
  { event: "lapse", when: () => true },
  { event: "unplan", when: () => true },
];

/** No chain of steps that follow by themselves is longer than there are states. */
const LONGEST_CHAIN: number = PROTOCOL_STATES.length;

/** The protocol where the facts have brought it; the same object when nothing follows from them. */
export function follow<P extends Protocol>(protocol: P, facts: Facts): P {
  let current = protocol;
  for (let left = LONGEST_CHAIN; left > 0; left--) {
    const next = BY_ITSELF.filter(({ when }) => when(facts))
      .map(({ event }) => step(current, event, facts))
      .find((taken) => taken.type === "moved");
    if (next?.type !== "moved") return current;
    current = next.to;
  }
  return current;
}

/** The machine as a Mermaid diagram, for the documentation. */
export function diagram(): string {
  const arrows = TRANSITIONS.flatMap(({ event, from, to }) =>
    from.map((state) => `  ${state} --> ${to === "before" ? "before_the_pause" : to}: ${event}`),
  );
  return ["stateDiagram-v2", "  [*] --> not_started", ...arrows, "  cycle_closed --> [*]"].join(
    "\n",
  );
}
