import { counted } from "./grammar.ts";
/** The end of a school year, the quiet time after it, and the start of the next. */
export const schoolYear = {
  endTitle: (year: string) => `The school year ${year} ends today for the staff`,
  quietUntil: (date: string) =>
    `From tomorrow, ten-month staff get nothing from me until ${date}. Then I ask whether the team is still the same.`,
  quietOpen:
    "From tomorrow, ten-month staff get nothing from me. I don't know when the next year begins: bring in its calendar, and I start again on its first staff day.",
  bringIn: "Bring in the next year",
  startTitle: (year: string) => `A new school year: ${year}`,
  startBody: (library: string, it: string) =>
    `Is the team still the same? Library: ${library}. IT: ${it}.`,
  nobody: "nobody",
  same: "Yes, the same",
  changeTeam: "Change the team",
  dates: "Move old dates",
  sameTitle: (name: string) => `${name} says the team is the same. A good year to you both!`,
  datesTitle: "Open things from last year, moved to this year's calendar",
  datesNone: "Nothing open is left over with a date of last year.",
  dateLine: (from: string, to: string) => `${from} → ${to}`,
  datesHint: "The same weekday of the same school week. Nothing has changed yet.",
  andMore: (count: number) => `And ${count} more, moved in the same way.`,
  move: "Move them",
  moved: (count: number) => counted(count, "# date was moved", "# dates were moved"),
};
