import { counted } from "./grammar.ts";
import { brief } from "../brief.ts";
export const agree = {
  summary: "Read the text of the plan and agree on it",
  versionsSummary: "Agreed versions of the plan, and what changed",
  title: (school: string) => `Text of the plan, ${school}`,
  intro:
    "This is what both sides agree on: goals, promises, owners and dates. Not how far they are.",
  nobodyYet: "Nobody has agreed to this text yet.",
  waitsFor: {
    library: "IT has agreed. It waits for the library.",
    it: "The library has agreed. It waits for IT.",
  },
  isVersion: (number: number) =>
    `This is version ${number}. Nothing has changed since both sides agreed.`,
  empty: "The plan has no goals yet",
  emptyBody: "A goal comes into the plan as soon as it is logged: /goal adds one.",
  scope: "Scope",
  scopes: { common: "Common", library: "Library", it: "IT", school_wide: "School-wide" },

  lacking: "Still missing",
  lacks: {
    support: { library: "no promise from IT yet", it: "no promise from the library yet" },
    support_open: {
      library: "the promise from IT has no owner or no date",
      it: "the promise from the library has no owner or no date",
    },
    own: { library: "no step of the library itself yet", it: "no step of IT itself yet" },
    own_open: {
      library: "the library's own step has no owner or no date",
      it: "IT's own step has no owner or no date",
    },
    school_goal: "it is shared, so it needs the school goal that it serves",
  },
  refused: (count: number) =>
    counted(
      count,
      "Nothing is agreed yet: one goal still lacks something",
      "Nothing is agreed yet: # goals still lack something",
    ),
  addPromise: "Add a promise",
  editGoal: "Edit",
  parked: (count: number) =>
    counted(
      count,
      "# offer of help is still parked: promise it or drop it.",
      "# offers of help are still parked: promise or drop them.",
    ),
  leftOut: "Left out of the plan",

  press: "Agree",
  change: "Scope and place",
  changeTitle: brief("Scope and place"),
  whose: "Whose goal is it?",
  department: { library: "Library only", it: "IT only" },
  place: "Is it part of this plan?",
  keep: "Yes, keep it",
  leave: "No, leave it out",
  placed: (id: string) => `${id} is changed`,
  placedBody: "If somebody had agreed to the former text, they are asked again.",

  changedSince: "The text was changed since you read it. Here it is as it stands now.",
  alreadyVersion: (number: number) =>
    `Both sides have agreed on this text already: it is version ${number}`,
  agreed: "You agreed to this text",
  agreedBody: (side: string) =>
    `I asked ${side}. Any change clears your Agree, and I ask you again.`,
  askTitle: (who: string) => `${who} agreed to the plan. Do you?`,
  askBody: "Read the text, change what you like, or press Agree. Both agree on the same words.",
  againTitle: (who: string) =>
    `The plan was changed after you agreed, and ${who} agreed to the new text`,
  againBody: "Your Agree was for the earlier text, so I ask you again. This changed:",
  askWhy: "You get this because a plan needs the yes of both sides.",
  read: "Read the text",
  overtaken: "This text of the plan was changed",
  overtakenBody: "Nothing is agreed on it any more.",
  frozen: (number: number) => `Version ${number} of the plan is agreed`,
  frozenBody: (goals: number) =>
    counted(
      goals,
      "Both sides agreed on the same text: # goal, with promises in both directions.",
      "Both sides agreed on the same text: # goals, with promises in both directions.",
    ),
  showVersion: "Open the version",

  versions: (school: string) => `Versions of the plan, ${school}`,
  noVersions: "No version is agreed yet",
  noVersionsBody: "A version is frozen once both sides press Agree on the same text.",
  version: (number: number) => `Version ${number}`,
  versionOf: (number: number, school: string) => `Version ${number} of the plan, ${school}`,
  agreedOn: (day: string, names: string) => `agreed ${day} by ${names}`,
  noVersion: (number: string) => `There is no version ${number}`,
  compare: (one: number, other: number) => `What changed from ${one} to ${other}`,
  compareTitle: (one: number, other: number) => `Version ${one} beside version ${other}`,
  compareNone: "There are no two versions to compare yet",
  compareNoneBody:
    "Each time both sides press Agree on a changed text, a version is kept. From the second on you can compare them.",
  compareHow: "Type two versions, for example: /liaison plan compare 1 2",
  compareSummary: "One version of the plan beside another",
  same: "Nothing differs.",
  added: (name: string) => `New: ${name}`,
  removed: (name: string) => `No longer in the plan: ${name}`,
  changed: (name: string) => name,
  moreChanges: (count: number) =>
    counted(
      count,
      "And # more change in the version itself.",
      "And # more changes in the version itself.",
    ),
  share: "Share with supervisors",
  fields: {
    title: "Title",
    why: "Why it matters",
    horizon: "Term",
    measure: "Measure",
    due: "Due",
    serves: "Serves the school goal",
    scope: "Scope",
    common: "Common goal",
    owner: "Owner",
    plan: "When and where",
    direction: "Direction",
    agreed: "What we agreed",
    decision: "Decision",
    nextStep: "Next step",
  },
  nothing: "(nothing)",
  promiseField: (id: string, field: string) => `${id}, ${field}`,
};
