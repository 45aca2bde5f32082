import type { schoolGoal as kind } from "../../../kinds/school-goal.ts";
import type { Says } from "../../../records/kind.ts";
import { brief } from "../../brief.ts";

export const schoolGoal: Says<typeof kind> = {
  label: "School goals",
  names: "school goal / priorities / learning goals",
  sentences:
    "what does the school want to reach / instructional priorities / learning goals of the school",
  addSentences:
    "enter a school goal / add an instructional priority / add a learning goal of the school",
  summary: "What the school wants to reach; your goals can serve it",
  title: "School goals",
  none: "No school goals are entered yet",
  noneBody: "Enter what the school wants to reach. Then each goal can say which of them it serves.",
  add: brief("Add a school goal"),
  saved: (id) => `The school goal is kept as ${id}`,
  fields: { title: "What does the school want to reach?", sort: "What is it?", note: "Note" },
  options: {
    sort: { learning_goal: "A learning goal", priority: "An instructional priority" },
  },
  states: { open: "current", closed: "no longer current" },
  press: { open: "Current again", closed: "No longer current" },
};
