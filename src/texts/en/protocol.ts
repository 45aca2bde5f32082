import { counted } from "./grammar.ts";
export const protocol = {
  summary: "Where the partnership stands, and its next step",
  statusSummary: "The same in two lines",

  title: (school: string, year: string, state: string) => `${school}, ${year}: ${state}`,
  sides: { library: "the library", it: "IT" },
  states: {
    not_started: "not started yet",
    invited: "Meeting 1 comes next",
    goal_sheet_scheduled: "Meeting 1 has a day",
    goal_sheet_held: "Meeting 1 was held",
    action_plan_scheduled: "Meeting 2 has a day",
    plan_agreed: "the plan is agreed",
    plan_active: "the plan is under way",
    reflection_due: "time to look back on a goal",
    reflection_scheduled: "Meeting 3 has a day",
    reflected: "looked back together",
    paused: "paused",
    cycle_closed: "the year is closed",
  },
  next: {
    not_started: "Next: name somebody on each side, with /liaison setup.",
    invited:
      "Next, for both sides: meet for about 50 minutes and fill the goal sheet. Each side needs at least one goal.",
    goal_sheet_scheduled:
      "Next, for both sides: hold Meeting 1 with the goal sheet. Each side needs at least one goal.",
    goal_sheet_held:
      "Next, for both sides: meet again within 10 working days and write the action plan.",
    action_plan_scheduled:
      "Next, for both sides: hold Meeting 2, and press Agree on the same text of the plan.",
    plan_agreed:
      "Next, for either side: set the regular check-in with /liaison checkin. You may also share the plan with your supervisors.",
    plan_active:
      "Next, for both sides: the check-ins. Once a goal is done, you look back on it together.",
    reflection_due:
      "Next, for both sides: answer the short questions, then write the joint column together.",
    reflection_scheduled: "Next, for both sides: hold Meeting 3 and write the joint column.",
    reflected: "Next, for both sides: agree on the next version of the plan.",
    paused: "Next, for either side: go on when both sides have somebody again.",
    cycle_closed: "This year can be read, and no longer changed.",
  },
  nextAgree: (side: string) => `Next, for ${side}: read the text of the plan and press Agree.`,
  nextDay: (next: string, day: string) => `${next} It is on ${day}.`,

  refusals: {
    not_now: "That is not the next step now. Nothing was changed.",
    nothing_planned: "There is nothing to go on with yet. Nothing was changed.",
    no_goals: "The plan has no goals yet. Add one with /goal.",
  },
  nobody: {
    library:
      "Nobody stands on the library side yet. The goal sheet can be filled meanwhile; add somebody with /liaison setup.",
    it: "Nobody stands on the IT side yet. The goal sheet can be filled meanwhile; add somebody with /liaison setup.",
  },
  notAccepted: {
    library: "The library has not accepted yet. The goal sheet can be filled meanwhile.",
    it: "IT has not accepted yet. The goal sheet can be filled meanwhile.",
  },
  emptySheet: {
    library: "Meeting 1 is not finished yet: the library sheet is empty.",
    it: "Meeting 1 is not finished yet: the IT sheet is empty.",
  },
  emptySheetBody:
    "It counts as held once each side has at least one goal. Add one with /goal, then press Meeting 1 finished again.",
  incomplete: (count: number) =>
    counted(count, "One goal still lacks something.", "# goals still lack something."),
  notAgreed: {
    library: "The library has not agreed to this text yet.",
    it: "IT has not agreed to this text yet.",
  },
  undecided: (count: number) =>
    counted(
      count,
      "About one open goal nothing is decided yet.",
      "About # open goals nothing is decided yet.",
    ),

  meeting1: "Meeting 1, Goal Sheet",
  meeting2: "Meeting 2, Action Plan",
  meeting3: "Meeting 3, Reflect for Revision",
  held: "held",
  notYet: "not yet",
  onDay: (day: string) => `on ${day}`,
  planVersion: (number: number, day: string) => `version ${number}, agreed ${day}`,
  noVersion: "no version agreed yet",
  looksBack: (count: number) => counted(count, "# goal waits for it", "# goals wait for it"),
  sheetCounts: (library: number, it: number) =>
    `${counted(library, "# goal", "# goals")} of the library, ${it} of IT`,
  sheet: "Goal sheet",

  finish: "Meeting 1 finished",
  finished: "Meeting 1 is finished",
  finishedBefore: "Meeting 1 was finished before",
  finishedNext:
    "Next: look where your goals meet, keep the offers of help, and meet again within 10 working days for the action plan.",
  finishedNews: (who: string) => `${who} marked Meeting 1 as finished`,
  newsWhy: "You get this because you are a partner of that team.",

  showSheet: "Goal sheet",
  showPairs: "Where goals meet",
  showOffers: "Offers of help",
  showText: "Read and agree",
  showVersions: "Versions",
  showBalance: "Promises both ways",
  showWorking: "Working agreement",
  showYear: "Close the year",
  showPast: "Past years",
  show: "Show the protocol",
  pause: "Pause the protocol",
  resume: "Go on",
  paused: "The protocol is paused",
  pausedBody: "Goals and plan stay as they are. Either side goes on with one press.",
  pausedBy: (who: string) => `${who} paused the protocol`,
  pausedLeft: (side: string) => `The protocol is paused: nobody stands on the side of ${side} now`,
  pausedLeftBody: "Goals, plan and versions stay. Add somebody with /liaison setup, then go on.",
  resumed: "The protocol goes on",

  homeTitle: "Where we stand",
};
