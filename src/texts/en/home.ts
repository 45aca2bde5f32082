import { counted } from "./grammar.ts";
export const home = {
  title: "Your home",
  myGoals: "My goals",
  noGoals:
    "You have no open goals. Start with one thing that should be better for learners: one sentence and a date are enough.",
  goals: (count: number) => counted(count, "# open goal of yours", "# open goals of yours"),
  nothing: "Nothing waits for you at the moment.",
  write: "You can also write to me what you want, in your own words.",
};
