/** Where a partnership stands, drawn: its state, its next step, the three meetings and the ways on. */

import { actions, facts, muted, text, type Button, type Card, type Fact } from "../../card.ts";
import { latestVersion } from "../../protocol/cycle.ts";
import { emptyLine, emptySide } from "../../protocol/empty-side.ts";
import { meetingNeeded } from "../../meetings/search.ts";
import type { Place } from "../../here/here.ts";
import type { ProtocolState, Refusal } from "../../protocol/protocol.ts";
import { localDate } from "../../time/calendar.ts";
import type { Texts } from "../../texts/index.ts";

/** States in which Meeting 1 lies ahead, and in which Meeting 2 does. */
export const BEFORE_SHEET: readonly ProtocolState[] = ["invited", "goal_sheet_scheduled"];
const BEFORE_PLAN: readonly ProtocolState[] = ["goal_sheet_held", "action_plan_scheduled"];
/** States in which one of the three meetings has its day. */
const MEETING_AHEAD: readonly ProtocolState[] = [
  "goal_sheet_scheduled",
  "action_plan_scheduled",
  "reflection_scheduled",
];

export const titleOf = (
  { school, cycle }: Pick<Place, "school" | "cycle">,
  { protocol }: Texts,
): string => protocol.title(school.name, cycle.label, protocol.states[cycle.state]);

/** What is next and for whom, in a sentence. */
export function nextLine(place: Place, { protocol, dates }: Texts): string {
  const { cycle, facts: known, today } = place;
  const [waiting] = (["library", "it"] as const).filter((side) => !known.agreed.includes(side));
  if (known.agreed.length === 1 && waiting && cycle.state !== "paused")
    return protocol.nextAgree(protocol.sides[waiting]);
  const empty = emptySide(place);
  if (empty && cycle.state !== "cycle_closed") return emptyLine(place, empty, { protocol });
  const next = protocol.next[cycle.state];
  const day =
    cycle.state === "goal_sheet_scheduled"
      ? cycle.goalSheetOn
      : cycle.state === "action_plan_scheduled"
        ? cycle.actionPlanOn
        : null;
  return day ? protocol.nextDay(next, dates.day(day, today)) : next;
}

export function protocolCard(place: Place, texts: Texts, hasPast: boolean): Card {
  return {
    title: titleOf(place, texts),
    body: [
      text(nextLine(place, texts)),
      facts(...meetingFacts(place, texts)),
      actions(...buttons(place, texts, hasPast)),
    ],
  };
}

/** The same in two lines, with the way to the rest. */
export const statusCard = (place: Place, texts: Texts): Card => ({
  title: titleOf(place, texts),
  body: [
    text(nextLine(place, texts)),
    actions({
      label: texts.protocol.show,
      action: "protocol.show",
      value: place.partnership.id,
      about: place.school.name,
    }),
  ],
});

function meetingFacts(place: Place, { protocol, dates }: Texts): readonly Fact[] {
  const { cycle, facts: known, school, today } = place;
  const latest = latestVersion(cycle);
  const isBefore = [...BEFORE_SHEET, "not_started"].includes(cycle.before ?? cycle.state);
  const dayOrNot = (day: typeof cycle.goalSheetOn): string =>
    day ? protocol.onDay(dates.day(day, today)) : protocol.notYet;
  const planned = latest
    ? protocol.planVersion(latest.number, dates.day(localDate(latest.at, school.timezone), today))
    : isBefore || BEFORE_PLAN.includes(cycle.before ?? cycle.state)
      ? dayOrNot(cycle.actionPlanOn)
      : protocol.noVersion;
  return [
    { label: protocol.sheet, value: protocol.sheetCounts(known.goals.library, known.goals.it) },
    { label: protocol.meeting1, value: isBefore ? dayOrNot(cycle.goalSheetOn) : protocol.held },
    { label: protocol.meeting2, value: planned },
    {
      label: protocol.meeting3,
      value:
        known.reflectionsOpen > 0 ? protocol.looksBack(known.reflectionsOpen) : protocol.notYet,
    },
  ];
}

/** The one press that the next step begins with; reading the plan where nothing else comes first. */
const NEXT_PRESS: Readonly<Partial<Record<ProtocolState, string>>> = {
  not_started: "sheet.show",
  invited: "meeting.find",
  goal_sheet_scheduled: "sheet.show",
  goal_sheet_held: "meeting.find",
  reflection_due: "meeting.find",
};

function buttons(place: Place, texts: Texts, hasPast: boolean): readonly Button[] {
  const { cycle, partnership, school } = place;
  const { protocol, meetings, printing } = texts;
  const { state } = cycle;
  const next = NEXT_PRESS[state] ?? "agree.show";
  const to = (label: string, action: string): Button => ({
    label,
    action,
    value: partnership.id,
    about: school.name,
    ...(action === next ? { style: "primary" as const } : {}),
  });
  const past = hasPast ? [to(protocol.showPast, "year.past")] : [];
  if (state === "paused")
    return [{ ...to(protocol.resume, "protocol.resume"), style: "primary" }, ...past];
  if (state === "cycle_closed")
    return [
      to(protocol.showVersions, "versions.show"),
      to(printing.open, "printing.show"),
      ...past,
    ];
  const isBeforeSheet = [...BEFORE_SHEET, "not_started"].includes(state);
  const isBeforePlan = BEFORE_PLAN.includes(state);
  const find = MEETING_AHEAD.includes(state)
    ? [to(meetings.see, "meeting.find")]
    : meetingNeeded(cycle) && !emptySide(place)
      ? [to(meetings.find, "meeting.find")]
      : [];
  return [
    to(protocol.showSheet, "sheet.show"),
    ...find,
    ...(isBeforeSheet ? [to(protocol.finish, "protocol.finish")] : []),
    to(protocol.showPairs, "pairs.show"),
    to(protocol.showOffers, "offers.show"),
    to(protocol.showText, "agree.show"),
    ...(cycle.versions.length > 0 ? [to(protocol.showVersions, "versions.show")] : []),
    to(protocol.showBalance, "balance.show"),
    to(printing.open, "printing.show"),
    to(protocol.showWorking, "working.show"),
    ...(isBeforeSheet || isBeforePlan ? [] : [to(protocol.showYear, "year.show")]),
    to(protocol.pause, "protocol.pause"),
    ...past,
  ];
}

/** Why a step cannot be taken, and what would help. */
export function refusalCard(refusal: Refusal, { protocol }: Texts): Card {
  switch (refusal.kind) {
    case "empty_sheet":
      return { title: protocol.emptySheet[refusal.side], body: [muted(protocol.emptySheetBody)] };
    case "nobody":
      return { title: protocol.nobody[refusal.side], body: [] };
    case "incomplete":
      return { title: protocol.incomplete(refusal.count), body: [] };
    case "not_agreed":
      return { title: protocol.notAgreed[refusal.side], body: [] };
    case "undecided":
      return { title: protocol.undecided(refusal.count), body: [] };
    case "not_now":
    case "nothing_planned":
    case "no_goals":
      return { title: protocol.refusals[refusal.kind], body: [] };
  }
}
