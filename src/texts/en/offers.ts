import { counted } from "./grammar.ts";
import { brief } from "../brief.ts";
export const offers = {
  summary: "Offers of help, to be promised or dropped",
  title: (school: string) => `Offers of help, ${school}`,
  body: "In Meeting 1 an offer needs no owner and no date. In Meeting 2 each becomes a promise, or is dropped.",
  none: "No offers are waiting",
  noneBody: "Add one: how could your side help with a goal of the other?",
  from: { library: "from the library", it: "from IT" },
  forGoal: (id: string, title: string) => `for ${id}: ${title}`,
  forNone: "for no goal in particular",
  add: "Add an offer",
  settle: "Promise or drop",
  settled: (promised: number, dropped: number) =>
    `So far: ${counted(promised, "# became a promise", "# became promises")}, ${counted(dropped, "# was dropped", "# were dropped")}.`,

  addTitle: brief("Add an offer"),
  addGoal: "Which goal would it help?",
  addNone: "None in particular",
  addWords: "How could your side help?",
  addHint: (max: number) => `One idea, up to ${max} characters.`,
  write: "Write the offer in a few words.",
  added: "The offer is kept",
  addedBody: "It waits for Meeting 2. Nobody has to do anything yet.",

  promise: "Make it a promise",
  drop: "Drop it",
  dropped: "The offer is dropped",
  droppedBody: "That is fine: not every idea has to become a promise.",
  settledBefore: "This offer was settled before. Nothing has changed.",
  promiseTitle: brief("Make it a promise"),
  promiseGoal: "For which goal?",
  promiseWhat: "What will be done?",
  promised: (id: string) => `The offer is now promise ${id}`,
  promisedBody: "It stands in the plan, with its owner and its date.",
};
