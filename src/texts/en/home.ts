export const home = {
  title: "Your home",
  myGoals: "My goals",
  noGoals:
    "You have no open goals. Start with one thing that should be better for learners: one sentence and a date are enough.",
  moreGoals: (count: number) => `${count} more in the list`,
};
