import type { Right } from "../../team/grant.ts";
import { brief } from "../brief.ts";

/** Rights over what is others': who holds them, and how they are given. */
export const rights = {
  summary: "Who holds rights over the whole district, and how they are given",
  names: {
    administrator: "administrator",
    it_director: "IT director",
    district_library_coordinator: "district library coordinator",
  } satisfies Record<Right, string>,
  /** What each may do; also the options of the form. */
  options: {
    administrator: "Administrator: gives these rights and takes them back",
    it_director: "IT director: changes the calendars of all schools, sees how my messages fare",
    district_library_coordinator:
      "Library coordinator: the same, and sees the district's numbers and sets up teams for others",
  } satisfies Record<Right, string>,
  title: "Rights over the whole district",
  givenBy: (name: string, date: string) => `Given by ${name}, ${date}`,
  givenAtStart: (date: string) => `From the start, ${date}`,
  give: brief("Give a right"),
  takeBack: "Take back",
  layDown: "Lay down",
  earlier: "Back",
  later: "More",
  note: "A job title can be chosen freely and gives no right. Each right is given by somebody, and I keep who gave it and when.",
  notYours: "That right is given by an administrator",
  askThem: (names: string) => `Ask ${names}.`,
  nobodyYet:
    "This district has no administrator yet. Whoever runs the server finds a code in its terminal, and types it here: /liaison admin CODE",
  giveTitle: brief("Give a right"),
  who: "To whom?",
  which: "Which right?",
  giveNote: "They hear of it from me. You can take it back at any time: /liaison admin",
  needsWho: "Choose one person who has an account here.",
  given: (name: string, right: string) => `${name} is now ${right}`,
  nothingGiven: "All right, nothing was changed",
  lastOne: "You are the only administrator. Make somebody else administrator first.",
  givenNews: (by: string, right: string) => `${by} made you ${right}`,
  givenWhy: "You get this once because your rights changed. /liaison admin shows and ends them.",
  takenNews: (by: string, right: string) => `${by} took back a right of yours: ${right}`,
  takenWhy: "You get this once because your rights changed. Your teams and goals stay as they are.",
  askNews: (name: string, right: string) => `${name} says: "I am ${right}"`,
  askBody: "Is that so? Until you say so, it is only a title.",
  askWhy: "You get this once because you may give that right. If you do nothing, nothing changes.",
  confirm: "Give the right",
  leave: "No",
  titleOnly: "That is a title, and gives no right by itself.",
  titleAsked: (names: string) => `I asked ${names} whether the right that goes with it is yours.`,
  titleNobody:
    "The right that goes with it is given by an administrator, and there is none yet: /liaison admin",
  wrongCode: "That code does not work",
  wrongCodeWhy:
    "It works once, and only while there is no administrator. The newest one stands in the terminal of the server; it is shown at each start.",
  first: "You are the administrator now",
  firstNext: "Give others their rights with /liaison admin.",
};
