export const district = {
  summary: "Where the district's partnerships stand, in numbers; for the library coordinator",
  title: (count: number) => `The district's partnerships: ${String(count)}`,
  open: "Steps that are open, all together",
  overdue: "Of these past their day",
  tooFew: (fewest: number) =>
    `With fewer than ${String(fewest)} partnerships I count no steps: a number would point at one of them.`,
  note: "Numbers only, for planning your support. They name nobody and are not for evaluation.",
  notYours: "These numbers are for the district's library coordinator.",
};
