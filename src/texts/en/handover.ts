import { brief } from "../brief.ts";
/** Somebody left: what was theirs is handed to somebody else. */
export const handover = {
  title: (name: string, school: string) => `${name} is no longer reached at ${school}`,
  body: "Messages to them have stopped, and nothing that was saved is lost. These things need somebody new:",
  nothing: "Messages to them have stopped. Nothing open was theirs.",
  lastOfSide:
    "Nobody else stands on their side. When somebody new comes, add them with /liaison setup.",
  give: "Give to…",
  more: (count: number) => `And ${count} more. /liaison plan and /goal list show them all.`,
  goal: "goal",
  item: "step",
  due: (date: string) => `due ${date}`,
  why: "You get this once because you are a partner of that team.",
  formTitle: brief("Hand it over"),
  toWhom: "Who takes it?",
  hand: brief("Hand over"),
  given: (what: string, name: string) => `${what} is now with ${name}`,
  taken: (what: string) => `${what} has somebody already, or is closed`,
  toldTitle: (by: string, what: string) => `${by} handed you something: ${what}`,
  toldBody: "It was with somebody who left. If it is not yours, press Not mine in the plan.",
};
