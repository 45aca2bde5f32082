import type { MeetingKind, SlotRefusal } from "../../meetings/search.ts";
import type { Side } from "../../team/person.ts";
import { counted } from "./grammar.ts";
import { brief } from "../brief.ts";

/** Meetings 1, 2 and 3: finding a time, the invitation, and what to bring. */
export const meetings = {
  summary: "Find a time for the next of the three meetings, or see it",
  names: {
    goal_sheet: "Meeting 1 (Goal Sheet)",
    action_plan: "Meeting 2 (Action Plan)",
    reflect_for_revision: "Meeting 3 (Reflect for Revision)",
  } satisfies Record<MeetingKind, string>,
  facts: (school: string, minutes: number) =>
    `${school} · ${counted(minutes, "# minute", "# minutes")}`,
  host: {
    library: "The library hosts this time.",
    it: "IT hosts this time.",
  } satisfies Record<Side, string>,
  place: {
    library: (school: string) => `${school}, library`,
    it: (school: string) => `${school}, IT`,
  } satisfies Record<Side, (school: string) => string>,
  side: { library: "the library", it: "IT" } satisfies Record<Side, string>,

  sheetBefore: (when: string) => `Meeting 1 is ${when}, and your goal sheet is empty`,
  sheetAfter: "Meeting 1 was held, and your goal sheet is still empty",
  sheetBody:
    "One goal is enough. It can be small: what would you like to work better by the end of the year? Once each side has one, I look for a time for Meeting 2.",
  sheetWhy:
    "You get this because Meeting 1 counts once each side has a goal. /liaison pause stops my messages.",
  beginTitle: "Meeting 1 begins",
  beginBody:
    "Each side reads out the other's goals and says one of them back in its own words. Then: where do the goals meet, and what can each side offer?",
  askedNoMore:
    "That time is no longer asked about. What is on offer stands in the message to the team",
  findTitle: (name: string) => `Which time suits you for ${name}?`,
  passed: (name: string) => `These times for ${name} have passed. Which of the new ones suits you?`,
  findBody: "A time counts once somebody of each side has picked it.",
  noSlots:
    "I found no time in the next weeks that suits everyone. Propose one that you know works.",
  noCommon:
    "I found no time in the next weeks that suits everyone. Here is one that suits each side: picking the other side's means making room for it.",
  suitsOnly: { library: "Suits the library", it: "Suits IT" } satisfies Record<Side, string>,
  pick: "Pick",
  pickedBy: (names: string) => `Picked by ${names}`,
  proposedBy: (name: string) => `Proposed by ${name}`,
  none: "None of these",
  propose: "Propose another",
  turnedDown: (side: string, why: string) =>
    `Earlier times did not suit ${side}: ${why}. These are new.`,
  agendaTitle: "What it is for",
  agenda: {
    goal_sheet: [
      "Open the partner's goals first and say one back.",
      "Look where your goals meet, and park offers of help.",
      "Agree on three to five lines about how you work together.",
    ],
    action_plan: [
      "Turn offers into promises, or let them go.",
      "For each goal: what each side does, who, when and where.",
      "Read the text together and press Agree.",
    ],
    reflect_for_revision: [
      "Look at your goal sheet and the plan row of each finished goal.",
      "What can each department improve? What do you need and offer?",
      "Write the joint column: go on, revise, retire or start anew.",
    ],
  } satisfies Record<MeetingKind, readonly string[]>,
  checklistTitle: "Before you meet",
  checklist: {
    goal_sheet: "Each side logs at least one short-term and one long-term goal with /goal.",
    action_plan: "Look through the pairs and the offers once.",
    reflect_for_revision: "Each side answers the short survey.",
  } satisfies Record<MeetingKind, string>,
  bring: {
    library: "The library brings something to share.",
    it: "IT brings something to share.",
  } satisfies Record<Side, string>,
  broughtTicked: "Something to share: done.",
  broughtSkipped: "Something to share: not this time.",
  tick: "Tick: something to share",
  skipBring: "Not this time",
  broughtSaved: "Noted. Thank you.",
  why: "You get this because the three meetings are how the two sides work together. Times are inside everybody's hours.",

  askedTitle: (name: string, when: string, meeting: string) =>
    `${name} picked ${when} for ${meeting}`,
  askedBody: "Does it suit you? One press settles it.",
  askedMove: (name: string, meeting: string, from: string, to: string) =>
    `${name} asks to move ${meeting} from ${from} to ${to}`,
  askedMoveBody: "Until you answer it stays where it is.",
  pickYes: "Pick",
  keep: "Keep it",
  reason: (words: string) => `Why: ${words}`,
  picked: (when: string) => `You picked ${when}`,
  pickedNext: {
    library: "I asked the library. Once they pick it too, it is settled.",
    it: "I asked IT. Once they pick it too, it is settled.",
  } satisfies Record<Side, string>,
  agreed: (name: string, when: string) => `Settled: ${name} is on ${when}`,
  agreedBody: "I remind you on the working day before.",
  movedTo: (name: string, from: string, to: string) => `Moved: ${name} of ${from} is now on ${to}`,
  movedBody: "Press Add to calendar once more: the entry in your calendar moves along.",
  kept: (name: string, when: string) => `${name} stays on ${when}`,
  keptNews: (name: string, meeting: string, when: string) =>
    `${name} would rather keep ${meeting} on ${when}`,
  wishTitle: (side: string, to: string) => `Asked by ${side}: move it to ${to}`,
  notOffered: "That time is no longer on offer. Here is how it stands.",
  over: "That meeting is no longer being planned. Nothing was changed.",

  noneTitle: brief("None of these"),
  noneWhy: "What does not suit?",
  reasons: {
    days: "These days",
    times: "These times of day",
    soon: "Too soon",
    other: "Something else",
  } satisfies Record<SlotRefusal, string>,
  reasonWords: {
    days: "the days",
    times: "the times of day",
    soon: "too soon",
    other: "something else",
  } satisfies Record<SlotRefusal, string>,
  noneWords: "Anything I should know?",
  noneHint: "A thing, not a person: an assembly, a network change. Both sides can read it.",
  noneSend: brief("Find other times"),
  noneDone: "I looked for other times",
  noneLeft: "I found no other times that suit everyone",

  proposeTitle: brief("Propose a time"),
  moveTitle: brief("Move the meeting"),
  date: "Which day?",
  dateHint: "As you would say it: Thursday, May 14, next Monday.",
  start: "At what time?",
  moveReason: "Why?",
  send: brief("Propose"),
  preview: (when: string) => `I read: ${when}`,
  tooFar: "That is more than a year away. Choose a nearer day.",
  clash: "Somebody has another meeting then, or is outside their hours. Choose a different time.",

  addToCalendar: "Add to calendar",
  removeFromCalendar: "Take out of calendar",
  calendarTitle: (what: string) => `For your calendar: ${what}`,
  calendarOpen: "Open the calendar file",
  calendarHint:
    "The link is yours and works for an hour. When the meeting moves, open it again: the same entry moves along.",
  calendarOff: "The meeting was called off. Open the file, and your calendar takes the entry out.",
  noPage: "I have no address on the web here, so I cannot give you a file. The time is above.",
  move: "Move",
  cancel: brief("Call off"),
  cancelTitle: brief("Call the meeting off"),
  cancelDone: (name: string) => `${name} is called off`,
  cancelled: (name: string, when: string) => `Called off: ${name} of ${when}`,
  onAgain: (name: string, when: string) => `${name} of ${when} takes place after all`,
  again: "Find another time",
  notOpen: (name: string, when: string, why: string) =>
    `${name} of ${when} cannot take place (${why}). I look for other times.`,

  nothing: "No meeting is to be planned now",
  nothingBody: "The next of the three meetings comes when the protocol gets there.",
  find: "Find a time",
  see: "Time and agenda",
  afterTitle: (name: string, day: string) => `How was ${name} on ${day}?`,
  announceWhy: "I announce each meeting here on the working day before.",

  wordsTitle: "What should the library know before you meet?",
  wordsBody:
    "Two days before Meeting 1 I show your words to the library, as you write them. Nobody else sees them. All of it is optional.",
  wordsWrite: "Write it",
  wordsChange: "Change my words",
  wordsForm: brief("In your own words"),
  wordsSaved: "Thank you. The library reads it two days before Meeting 1.",
  wordsShown: "Thank you. I showed it to the library.",
  wordsNote: "Only the library people of this team read it.",
  fields: {
    load: "What makes your weeks hard?",
    busy: "When are you busiest?",
    limits: "What can you not change, even when you want to?",
  },
  viewTitle: (when: string) => `Before ${when}: how IT sees its work`,
  viewBody: "In their own words. Nothing is asked of you but to read it.",
  viewRead: "I have read it",
  viewReadDone: "Marked as read",
  viewFrom: (name: string, role: string) => `${name} (${role})`,

  prepTitle: (when: string) => `Before ${when}`,
  prepReading: [
    "Trust between two departments grows like a bank account: small good turns come first.",
    "Ask how their week works before you ask for anything.",
    "Bring one thing that already went well because of them.",
  ],
  prepBody: "You may write yourself a note for the meeting. Two short questions, both optional.",
  prepWrite: "Write my note",
  prepRead: "I have read it",
  prepSkip: "Not this time",
  prepPrivate:
    "Only you can read your note here: no partner, no supervisor, nobody who comes after you. Write nothing about students.",
  prepMine: "My note",
  prepForm: brief("A note to yourself"),
  prepFields: {
    know: "What do you know of your partner's work, and what not yet?",
    turn: "Which small good turn could you do for them first?",
  },
  prepSaved: "Your note is kept. You find it with /liaison meet",
};
