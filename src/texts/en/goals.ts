import { brief } from "../brief.ts";
export const goals = {
  summary: "Save a goal at once, or open the form",
  addSummary: "Open the form for a new goal",
  listSummary: "Goals of both sides, earliest due date first",
  showSummary: "One goal with its buttons",
  editSummary: "Change a goal",
  helpSummary: "What you can do with goals",

  logged: (id: string) => `Saved as goal ${id}`,
  changed: (id: string) => `Goal ${id} is changed`,
  due: "Due",
  dueRead: (date: string, words: string) => `${date}, read from “${words}”`,
  dueShort: (date: string) => `due ${date}`,
  wasDue: (date: string) => `was due ${date}`,
  owner: "Owner",
  school: "School",
  horizon: "Term",
  horizons: { short: "Short-term", long: "Long-term" },
  status: "Status",
  statuses: {
    draft: "draft",
    not_started: "not started",
    on_track: "on track",
    at_risk: "at risk",
    awaiting_confirmation: "waiting to be confirmed",
    done: "done",
    stopped: "stopped",
    carried_over: "carried over to the next year",
  },
  doneOn: (date: string) => `done ${date}`,
  why: "Why it matters",
  measure: "Measure",
  measured: (unit: string, baseline: string, current: string, target: string) =>
    [
      unit,
      [baseline && `from ${baseline}`, target && `to ${target}`].filter(Boolean).join(" "),
      current && current !== baseline && `now ${current}`,
    ]
      .filter(Boolean)
      .join(", "),
  serves: "Serves the school goal",
  changedBy: (name: string, moment: string) => `Last changed by ${name}, ${moment}`,
  editedTitle: (name: string, id: string) => `${name} changed your goal ${id}`,
  saidBefore: "Before",
  saysNow: "Now",
  editedWhy: "You get this because the goal is yours. Edit puts your own words back in place.",
  seenBy: "Only the partners of this team see it.",

  edit: "Edit",
  undo: "Undo",
  remove: "Remove goal",
  addAction: "Add action",
  done: "Done",
  open: "Open",
  logOne: "Log a goal",
  showAll: "Show all goals",
  again: "Log it again",

  formNew: brief("Log a goal"),
  formEdit: (id: string) => brief(`Edit goal ${id}`),
  formFor: (school: string, side: string) => `For ${school}, ${side} side.`,
  formTitle: "Goal",
  formTitleHint: (max: number) => `One sentence, up to ${max} characters.`,
  formHorizonHint: "Short-term: finished within about 12 weeks. Long-term: a semester or more.",
  formDue: "Due date",
  formDueHint: "As you would say it: May 14, in 3 weeks, next Friday.",
  dueOtherDay: "Another day may be meant:",
  formDueRead: (date: string) => `I read this as ${date}.`,
  formMeasure: "What do you count?",
  formMeasureHint: "For example: pupils who can cite a source, in percent.",
  formBaseline: "Where it stands now",
  formTarget: "Where it should be",
  formNone: "No school goal",

  cutNote: (length: number, max: number) =>
    `You wrote ${length} characters and a goal has at most ${max}. The rest is below, under “Why it matters”. Nothing is saved yet.`,
  mendNote: "Nothing is saved yet: something below needs a look.",
  goneNote: (id: string) =>
    `Goal ${id} was removed while you were writing. What you typed is still here: save it to log it as a new goal.`,
  clashNote: (name: string, id: string) =>
    `${name} changed goal ${id} while you were writing. What you typed is still here: save it to put it in place of the other text.`,
  theirText: (title: string, due: string) => `It now says: “${title}”, ${due}.`,

  empty: "Write the goal in a few words.",
  unread: (words: string) =>
    `I can't read a date in “${words}”. Write it like May 14 or in 3 weeks.`,
  unreadOptional: (words: string) =>
    `I can't read a date in “${words}”. Write it like May 14 or in 3 weeks, or leave it empty.`,
  impossible: (words: string) => `There is no “${words}” in the calendar. Check the day.`,
  several: (dates: string) => `I found more than one date: ${dates}. Write the one it is due.`,
  past: (date: string) => `${date} has passed. Choose today or a later day.`,
  beforeStart: (date: string, start: string) =>
    `${date} is before the goal starts, on ${start}. Choose a later day.`,

  longTitle: (length: number) =>
    `That is ${length} characters, too many for one goal, and I saved nothing`,
  longBody: (max: number) =>
    `A goal has at most ${max} characters. Here is your text, so that you can copy what you need:`,

  unclear: (word: string) => `Did you mean a command, or a goal called “${word}”?`,
  unclearBody: "Nothing is saved yet.",
  logAs: "Log it as a goal",

  undone: (id: string) => `Goal ${id} is removed`,
  undoneBody: (title: string) => `“${title}” is gone for everyone. Nobody was told about it.`,
  gone: (id: string) => `Goal ${id} was removed`,
  goneBody: (title: string) => `“${title}” is gone, so it can't be changed any more.`,
  undoOnlyLogger: (id: string, name: string) =>
    `Only ${name}, who logged goal ${id}, can undo it. You can edit it, though.`,
  undoTooLate: (id: string) => `Goal ${id} stays, because work on it has started`,
  undoTooLateBody: "Steps or answers hang on it now. You can still change its text.",
  editTooLate: (id: string, status: string) => `Goal ${id} is ${status} and stays as it is`,
  editTooLateBody: "If there is more to do, log a new goal.",

  listTitle: {
    open: "Open goals",
    all: "All goals",
    mine: "My open goals",
    done: "Goals that are done",
    common: "Common goals",
    library: "Open goals of the library",
    it: "Open goals of IT",
    school: "School-wide goals",
    short: "Short-term goals",
    long: "Long-term goals",
  },
  mine: "Mine",
  partners: "From my partners",
  listNone: {
    open: "No open goals yet",
    all: "No goals yet",
    mine: "You have no open goals",
    done: "No goal is done yet",
    common: "No open goal is common to both sides yet",
    library: "The library has no open goals",
    it: "IT has no open goals",
    school: "No open goal is school-wide",
    short: "No open short-term goals",
    long: "No open long-term goals",
  },
  listNoneBody:
    "Start with one thing that should be better for learners. One sentence is enough: /goal Every fourth grader can cite a source by May 14",
  listFoot:
    "To change one, type /goal edit and its number. /goal list all shows finished ones too.",
  whichOne: "Which goal? Open one, or type its number",

  helpTitle: "Goals: what you can do",
  helpLines: [
    "/goal and a sentence saves it at once, and you can undo it. For example: /goal Every fourth grader can cite a source by May 14",
    "/goal alone opens the form, with measure, reason and school goal.",
    "/goal list shows open goals, /goal list mine only yours, /goal list all also finished ones.",
    "/goal 12 shows a goal, /goal edit 12 changes it, /goal done 12 asks your partner to confirm.",
    "You can also log somebody's message: open its menu and choose “Log as goal”.",
  ],
};
