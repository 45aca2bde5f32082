import type { Side } from "../../team/person.ts";
import { counted } from "./grammar.ts";
import { brief } from "../brief.ts";

export const checkIn = {
  summary: "Your regular check-in: set it up, see the next one",
  topicSummary: "Add a topic for the next check-in",
  topicsSummary: "See what waits for the next check-in",

  named: (day: string, time: string) => `Check-in ${day}, ${time}`,
  every: (weeks: 1 | 2 | 4, weekday: string, time: string) =>
    weeks === 1
      ? `Every week on ${weekday} at ${time}`
      : `Every ${weeks} weeks on ${weekday} at ${time}`,
  everyShort: { 1: "Every week", 2: "Every 2 weeks", 4: "Every 4 weeks" },
  minutes: (count: number) => counted(count, "# minute", "# minutes"),
  school: "School",
  next: "Next",
  series: "How often",
  length: "Length",
  noNext: "No date in the coming year suits everyone.",
  topics: "Topics",
  topicCount: (count: number) => counted(count, "# topic", "# topics"),
  noTopics: "No topics yet.",
  topicLine: (id: string, title: string) => `${id} · ${title}`,
  more: (count: number) => `And ${count} more`,
  steps: (count: number) => counted(count, "# open item", "# open items"),
  stepLine: (title: string, due: string) => `${title} · due ${due}`,

  none: (school: string) => `No regular check-in yet: ${school}`,
  noneBody:
    "A short meeting at a fixed time keeps the two sides in touch. Most pairs meet every 2 weeks for 25 minutes.",
  choose: "Which check-in?",
  open: "Open",
  setUp: "Set up",
  change: "Change",
  move: "Move",
  skip: "Skip",
  addTopic: "Add topic",
  remove: "Remove",
  meetSooner: "Find an earlier day",
  meetOn: (day: string) => `Meet on ${day}`,
  replacementReason: "so that not too long passes without one",
  insideTests: (title: string, end: string) =>
    `This falls inside ${title}, until ${end}. Move it, if IT is busy then.`,
  insideTestsAt: (school: string, title: string, end: string) =>
    `At ${school}, where IT works too, ${title} runs until ${end}. Move it, if IT is busy then.`,

  formSeries: brief("Regular check-in"),
  formEvery: "How often?",
  formWeekday: "On which day?",
  formStart: "At what time?",
  formStartHint: (timezone: string) => `School time (${timezone}), like 14:45 or 2:45 pm.`,
  formMinutes: "How long?",
  formFirst: (when: string) => `The next one: ${when}`,
  formStays: (when: string) => `${when} was announced already and stays as it is.`,
  timeUnread: (typed: string) =>
    `I can't read “${typed}” as a time. Write it like 14:45 or 2:45 pm.`,
  timeAtNight: (time: string, meant: string) =>
    `${time} is outside school hours. Did you mean ${meant}?`,
  timeOutside: "Choose a time between 06:00 and 21:00.",
  timeNeeded: "Write the time, like 14:45 or 2:45 pm.",
  saved: "The check-in is set",
  seriesNews: (who: string) => `${who} set the regular check-in`,
  seriesNewsBody: (when: string) => `The next one: ${when}.`,

  announceWhy:
    "I announce each check-in here on the working day before. /liaison checkin changes it.",
  moved: (from: string, to: string) => `Moved: the check-in of ${from} is now on ${to}`,
  skipped: (when: string) => `Skipped: the check-in of ${when}`,
  reason: (reason: string) => `Why: ${reason}`,
  putBack: (when: string) => `The check-in of ${when} takes place after all`,
  nextIs: (when: string) => `Next: ${when}.`,
  notEveryoneWorks: "not everyone works that day",
  calendarMoved: (from: string, to: string, reason: string) =>
    `The check-in planned for ${from} is on ${to} (${reason})`,
  calendarSkipped: (days: string, reason: string, next: string) =>
    `No check-in on ${days} (${reason}). Next: ${next}`,
  longGap: "That is more than three weeks without one.",

  formMove: brief("Move the check-in"),
  formMoveDate: "To which day?",
  formMoveDateHint: "As you would say it: Thursday, May 14, next Monday.",
  formMoveTime: "At what time?",
  formMoveReason: "Why?",
  formReasonHint:
    "A thing, not a person: an assembly, a network change. It is said in the channel.",
  formMoveSend: brief("Move"),
  movePreview: (when: string) => `New: ${when}`,
  moveDone: (when: string) => `The check-in is now on ${when}`,
  moveProblems: {
    past: "That time has passed. Choose a later one.",
    not_working: "Not everyone works that day. Choose another one.",
    testing: "There are tests that day. Choose one before or after them.",
    after_next: (next: string) =>
      `The one after is on ${next}. Choose an earlier day, or skip this one.`,
  },
  dateNeeded: "Write the day, like Thursday or May 14.",
  formSkip: brief("Skip the check-in"),
  formSkipSend: brief("Skip"),
  reasonNeeded: "Write a few words, so that everyone knows.",
  skipDone: (when: string) => `The check-in of ${when} is skipped`,
  notPlanned: (when: string) => `The check-in of ${when} is no longer planned`,

  formTopic: brief("Add a topic"),
  formTopicTitle: "What should you talk about?",
  formTopicHint: "Both partners see it, and it is shown in the channel.",
  formTopicSchool: "For which school?",
  formTopicSend: brief("Add"),
  topicAdded: (id: string, when: string) => `${id} is a topic for the check-in on ${when}`,
  topicAddedNoDate: (id: string) => `${id} is a topic for your next check-in`,
  topicNoSeries: "There is no regular check-in yet.",
  topicRemoved: (id: string) => `${id} is no longer a topic`,
  topicNotYours: (id: string) => `${id} was proposed by somebody else, so only they can remove it`,
  topicOver: (id: string) => `${id} was talked about or removed already`,

  afterTitle: (day: string) => `How was the check-in of ${day}?`,
  afterAsk:
    "Was it held? Note one thing you decided and one thing each side needs next. Thank someone, if you like.",
  afterQuiet: "Either partner can answer. I ask only once.",
  held: "Yes, held",
  wasMoved: "Moved",
  notHeld: "Not held",
  writeDown: "Write it down",
  thank: "Thank someone",
  heldFact: "Held",
  heldYes: "yes",
  heldNo: "no",
  heldMoved: (when: string) => `moved to ${when}`,
  decision: "Decided",
  needs: { library: "Library needs next", it: "IT needs next" } satisfies Record<Side, string>,
  talkedAbout: "Talked about",
  keep: "Keep for next time",

  formNotes: brief("After the check-in"),
  formDecision: "One thing you decided",
  formNeeds: {
    library: "One thing the library needs next",
    it: "One thing IT needs next",
  } satisfies Record<Side, string>,
  formNotesHint: "Both partners can read it in the channel.",
  notesSaved: "It is written down",
  notesOvertaken: (label: string, newer: string) =>
    `While you were writing, somebody else wrote under “${label}”: “${newer}”. If you save, your words take its place.`,

  formThanks: brief("Thank someone"),
  formThanksWho: "Whom?",
  formThanksFor: "What for?",
  formThanksHint: "It is said once in the channel, in your words.",
  formThanksSend: brief("Say thanks"),
  thanksTo: (from: string, to: string) => `Thanks from ${from} to ${to}`,
  thanksSaid: (to: string) => `Your thanks to ${to} is in the channel`,
  thanksSelf: "You earned it, but thanks count when they are for somebody else. Choose a partner.",
  thanksNobody: "There is nobody else in this partnership to thank yet.",

  homeTitle: "Check-in",
  homeNone: (school: string) => `${school}: no regular check-in yet`,
  thanksSummary: "Say thanks to a partner, in your own words",
};
