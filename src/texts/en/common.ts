import { brief } from "../brief.ts";
export const common = {
  setAside: (reference: string) =>
    `I could not finish what you asked for: three times it took so long that I had to be started again, so I stopped trying. If it was a long text, try a shorter one. Tell your administrator this reference: ${reference}.`,
  fault: (reference: string) =>
    `Something went wrong on my side, and nothing you typed is to blame. Try again in a minute. If it happens again, give your administrator this reference: ${reference}`,
  notInstalled: "I am not set up for this workspace yet. Ask the person who installed me.",
  outOfDate:
    "This message is from an older time, and its buttons no longer work. Type /liaison help to see what I can do.",
  /** Said both for "not yours" and for "does not exist". */
  notFound: (id: string) =>
    `I can't find ${id} among the things you work on. Check the number, or look into /goal list or /liaison plan.`,
  /** The same, for a button or form about something that has no number. */
  notFoundHere:
    "This is only for the partners of the team it belongs to, or it is no longer there. Nothing was changed.",
  notPartner:
    "This is for the partners of a library and IT team, and you are not in one yet. Here is what there is for you.",
  chooseSchool: "Which school is it for?",
  help: "Show help",
  save: brief("Save"),
  goOn: brief("Continue"),
  cancel: brief("Cancel"),
  undo: "Undo",
  undoTooLate: "Too late to take back: somebody has done something with it since.",
  /** Before the names of questions of a form. */
  needed: "To be filled in",
  none: "None",
  noDate: "no date",
  everyone: "everyone",
  library: "Library",
  it: "IT",
  previous: "Previous",
  next: "More",
  page: (from: number, to: number, total: number) => `${from}–${to} of ${total}`,
  whyThis: "Why this?",
  pause: "Pause",
  /** After "I asked IT": when it reaches them. */
  heardOn: (when: string) => `They hear of it on ${when}.`,
  heardLater: "They get no messages for now, and see it in their home.",
  tooLong: (max: number) => `That is too long. Use at most ${max} characters.`,
  mustShorten: (length: number, max: number) =>
    `That is ${length} characters, and at most ${max} fit. Nothing is saved yet: shorten it below.`,
  givenBack: (length: number) => `That is ${length} characters, too many, and I saved nothing`,
  givenBackBody: (max: number) =>
    `At most ${max} characters fit. Here is your text, so that you can copy what you need:`,
  empty: "Write a few words here.",
};
