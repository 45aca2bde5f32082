import { counted } from "./grammar.ts";
/** What a chat platform's adapter says by itself: about dialogs, and when nothing could be stored. */
export const chat = {
  tooMuch:
    "That was a lot at once, so I did not take in the last of it. What you sent before is being done; please send the rest in a minute.",
  notSaved:
    "I could not save that just now, so nothing was changed. Nothing you typed is to blame. Try again in a minute.",
  openForm: "Open the form",
  formWaits: (form: string) => `The form "${form}" is ready for you`,
  startAgain: "Start again where you opened it; what you sent is safe with me.",
  working: "Still working",
  workingBody:
    "This takes longer than usual. You can wait here or close this window; your answers are safe with me.",
  needsChange: "Not saved yet",
  needsChangeBody: "Your answers need a small change:",
  back: "Back",
  done: "Done",
  /** In the menu of shortcuts. */
  shortcut: (name: string) => `${name}: opens a form with the text of the message`,
  close: "Close",
  /** Below a form that reads along; nothing is stored by it. */
  check: "Check my answers",
  checkAbout: "shows how I read them before you save",
  chooseOne: "Choose one.",
  choosePeople: "Choose at least one person.",
  unseenPeople: (count: number) =>
    counted(
      count,
      "Teams cannot show me # person of this list just now. They stay on it.",
      "Teams cannot show me # people of this list just now. They stay on it.",
    ),
  noChannels: "I am in no channel yet. Add me to a team first, then open this form again.",
  /** At the end of a list that was cut. */
  andMore: (count: number) => `and ${count} more`,
  /** Where a message was cut. */
  cut: "This is longer than a message can be; the rest is left out here.",
  /** Stands in a list for a channel whose name is not known. */
  sameChannel: "The same channel as now",
  /** In the place of a form that somebody gave up. */
  cancelled: "Closed. Nothing was saved.",
  /** Where others read along, to whom the bot cannot write alone. */
  addMeFirst:
    "I answer in a chat of our own, where nobody else reads along. Open my app and add me there, then ask me again.",
  /** Before Teams asks about each file. */
  filesOffered: "Teams asks you about each file",
  filesOfferedBody:
    "Allow the ones you want. Each goes into your own OneDrive and stands here in our chat; it shows what is true when you allow it.",
  fileDeclined: "That file stays away. You can ask for it again at any time.",
  fileFailed: (name: string) => `${name} did not get into your OneDrive`,
  /** What it is, where apps are listed; at most 80 characters. */
  appShort: "Keeps a school's library and its IT department working as one team",
  appName: "Liaison for library and IT",
  appLong:
    "Liaison helps the library and the IT department of a school to work as one team. Each side logs its goals, both plan what they do for each other, a regular check-in keeps it moving, and one short message a week says what is open. When a goal is done, both look back on it together. Liaison keeps nothing about students and is not for evaluation.",
  /** Beside the two slash commands of Slack. */
  slash: {
    goal: "Log a goal, or list yours",
    liaison: "The plan, the check-in and everything else",
  },
  homeSummary: "Your goals, your open items, what waits for you",
  /** In menus: shortcuts by their name, commands by their words; at most 32 characters. */
  menu: {
    log_as_goal: "Log as goal",
    "goal add": "Log a goal",
    "item add": "Add an action item",
    topic: "Add a topic",
  } as Readonly<Record<string, string>>,
};
