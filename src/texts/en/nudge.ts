import { counted } from "./grammar.ts";
import { brief } from "../brief.ts";
export const nudge = {
  title: (first: string, others: number) =>
    others > 0 ? `This week: ${first}, and ${others} more` : `This week: ${first}`,
  moved: (since: string, things: string) => `${since}: ${things}.`,
  sinceMonday: "Since last Monday",
  since: (date: string) => `Since ${date}`,
  movedItem: (title: string) => `“${title}” is done`,
  movedGoal: (title: string) => `the goal “${title}” is reached`,
  movedMore: (count: number) => `${count} more done`,
  numbered: (number: number, title: string) => `${number}. ${title}`,

  checkIn: (day: string, time: string) => `Check-in ${day}, ${time}`,
  topics: (count: number, ids: string) =>
    count === 0 ? "No topics yet" : `${counted(count, "# topic", "# topics")} queued (${ids})`,
  checkInChanged: "No longer planned",
  addTopic: "Add topic",
  move: "Move",
  itemLine: (ids: string, due: string) => `${ids} · ${due}.`,
  yourPlan: "Your plan",
  /** Of somebody else. */
  plan: "Plan",
  wasBlocked: (reason: string) => `Blocked: ${reason}`,

  answeredDone: (date: string) => `Done ${date}.`,
  answeredGone: "No longer in the plan.",
  answeredSnoozed: (date: string) => `Snoozed until ${date}.`,
  answeredBlocked: (reason: string, date: string) =>
    `Blocked: ${reason}. No reminder before ${date}.`,
  answeredReplanned: (date: string) => `Re-planned: due ${date}.`,
  answeredNoOwner: "No longer yours. The plan shows that it needs an owner.",
  answeredOther: "Somebody else has it now.",

  kept: {
    library: (given: number, received: number) =>
      `Promises kept so far: you to the library ${given}, the library to you ${received}.`,
    it: (given: number, received: number) =>
      `Promises kept so far: you to IT ${given}, IT to you ${received}.`,
    both: (given: number, received: number) =>
      `Promises kept so far: you to your partners ${given}, your partners to you ${received}.`,
  },
  seeAll: "See all",
  more: (count: number) => `And ${count} more`,
  moreTitle: (count: number) =>
    counted(count, "One more thing this week", "# more things this week"),
  moreNone: "There is nothing more this week",
  moreRest: (count: number) => `And ${count} more in the plan.`,

  talkAbout: (title: string) => `Talk about it? ${title}`,

  forSomebody: (name: string, title: string) => `For ${name}: ${title}`,
  gathered: (first: string, others: number) =>
    others > 0 ? `For you: ${first}, and ${others} more` : `For you: ${first}`,
  tomorrow: (first: string) => `Coming up: ${first}`,
  open: "Open",
  handedBack: (name: string) => `Welcome back. ${name} stood in for you.`,
  handedBackNothing: "Nothing of yours changed meanwhile.",
  forOwner: (name: string) => `For ${name}.`,
  goalFinished: "Its goal is finished. Should it stay in the plan?",
  keep: "Keep it",
  drop: "Drop it",
  answeredKept: "Stays in the plan.",
  cadenceAsk:
    "How often would you like this message? Until you choose, it comes every two weeks. I ask only once.",
  cadences: {
    weekly: "Weekly",
    fortnightly: "Every two weeks",
    monthly: "Monthly",
    off: "Off",
  },
  cadenceSet: {
    weekly: "Your message comes every week",
    fortnightly: "Your message comes every two weeks",
    monthly: "Your message comes once a month",
    off: "Your weekly message is off. A question from your partner still reaches you.",
  },
  freshStart: (period: string) => `${period} begins. Pick one thing to start with?`,
  freshStartGoal: "Log a goal",
  thanksPrompt: (name: string, title: string) => `${name} got “${title}” done for you.`,
  thanksSay: "Say thanks",

  lineThanks: (count: number) => counted(count, "one thank-you", "# thank-yous"),
  lineNext: (when: string) => `You meet next: ${when}.`,
  lineWhy:
    "Once a week, on the last school day, I say here what moved, if anything did. What is late stays out of it.",
  lineTurn: { off: "Turn this off", on: "Turn it on" },
  lineTurned: {
    off: "The weekly line is off for this channel",
    on: "The weekly line is on for this channel",
  },

  guardrail: (cadence: string) => `Messages now come ${cadence}, unless people chose otherwise`,
  guardrailBody: (muted: number, people: number) =>
    `${muted} of ${counted(people, "# person", "# people")} paused my messages or turned them off in the last weeks. That is a sign that I write too often, so I took one step back. Nobody is named here, and nobody was told.`,
  backToWeekly: "Back to weekly",
  weeklyAgain: "Messages come every week again, unless people chose otherwise",
  measuresSummary: "How useful my messages are, in numbers; for coordinators and directors",
  measuresShow: "See the numbers",
  measuresTitle: (days: number) =>
    counted(days, "My messages in the last # day", "My messages in the last # days"),
  measuresFew: (fewest: number) =>
    `I show numbers from ${fewest} people on, so that they say nothing about one person`,
  measuresNotYours: "These numbers are for the library coordinator and the director of technology",
  measuresNote: (percent: number) =>
    `When more than ${percent} % of people pause or turn off my messages in that time, I write less often by myself. There are no numbers about single people.`,
  measured: {
    pressed: "Messages that were pressed",
    pressedSoon: "Pressed within 3 working days",
    doneByDue: "Steps done by their date",
    replanned: "Steps re-planned after a message",
    muted: "People who paused or turned off",
    none: "none yet",
    cadence: "Unless people chose otherwise",
  },
  share: (part: number, of: number) =>
    of < 5 ? `${part} of ${of}` : `${part} of ${of} (${Math.round((100 * part) / of)} %)`,

  whySummary: "Why and when I write to you",
  whyTitle: "Why you get a weekly message",
  whyRule:
    "Once a week, on your first working day, I send you one message with at most three things. When there is nothing to say, I send none.",
  whyOrder:
    "First a check-in in the next two working days, then what is overdue, newest first, then what is due in the next five working days.",
  whyLife:
    "Something overdue shows in two weekly messages at most. Then it becomes a topic for your next check-in. I never tell a supervisor, and I never name you in a channel.",
  whyCheckIn: (title: string) => `${title}: it is in the next two working days.`,
  whyOverdue: (title: string, date: string) =>
    `${title}: it was due ${date}, and it is on your name.`,
  whySoon: (title: string, date: string) =>
    `${title}: it is due ${date}, in the next five working days.`,
  whyNotice: (title: string) =>
    `${title}: it waited for this message, so that you get one and not two.`,
  never: "none by itself",
  quietHours: "Quiet",
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  setTo: (cadence: string, time: string, timezone: string) =>
    `${cadence}, first working day, ${time} (${timezone})`,
  changeHours: "Change hours",
  stretch: (from: string, to: string) => `${from} to ${to}`,
  skipped: (days: string, reason: string) => `Skipped ${days}: ${reason}.`,
  skippedFor: {
    calendar: "school is closed",
    away: "you are away",
    no_contact: "you want no messages",
    paused: "your messages are paused",
  },
  preview: "As things stand, it will hold",
  previewNone: "As things stand, there is nothing to say then.",
  notSaid: "Not said, and why",
  waits: (title: string, reason: string, until: string) => `${title}: ${reason}. Comes ${until}.`,
  waitReasons: {
    quiet: "outside your hours",
    alone: "do not disturb is on",
    season: "tests or busy weeks",
    day: "one message a day",
    week: "two messages in 7 days",
    digest: "comes with your weekly message",
  },
  heldBack: {
    blocked: (title: string, until: string) => `${title}: blocked, quiet until ${until}.`,
    snoozed: (title: string, until: string) => `${title}: snoozed until ${until}.`,
    tests: (title: string, until: string) =>
      `${title}: IT is left alone during tests, until ${until}.`,
    busy: (title: string, until: string) =>
      `${title}: only what is time-critical in busy weeks, until ${until}.`,
    topic: (title: string) => `${title}: it is a topic for the next check-in.`,
    told_enough: (title: string) =>
      `${title}: told twice, it becomes a topic for the next check-in.`,
    goal_finished: (title: string) => `${title}: its goal is finished, and I asked once.`,
  },
  setting: "Setting",
  next: "Next",
  paused: "Paused until",

  pauseSummary: "Stop my messages for a while",
  resumeSummary: "Start my messages again",
  pauseTitle: brief("Pause your messages"),
  pauseHowLong: "For how long?",
  pauseOneWeek: "1 week",
  pauseTwoWeeks: "2 weeks",
  pauseUntilDate: "Until a date",
  pauseDate: "Until which date?",
  pauseDateHint: "Only for “Until a date”. As you would say it: May 14, in 3 weeks.",
  pauseNeedsDate: "Write the date on which I may write again.",
  pauseTooLong: "That is more than a year away. Choose a nearer day.",
  pauseSend: brief("Pause"),
  pausedTitle: (date: string) => `Your messages are paused until ${date}`,
  pausedBody: (moment: string) =>
    `Nothing unasked comes before that day. The next weekly message can come on ${moment}. What you type is still answered.`,
  resume: "Resume",
  resumedTitle: "Your messages are on",
  resumedBody: (moment: string) => `The next weekly message can come on ${moment}.`,
};
