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
    count === 0 ? "No topics yet" : `${count} ${count === 1 ? "topic" : "topics"} queued (${ids})`,
  checkInChanged: "No longer planned",
  addTopic: "Add topic",
  move: "Move",
  itemLine: (ids: string, due: string) => `${ids} · ${due}.`,
  yourPlan: (plan: string) => `Your plan: ${plan}`,
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
    count === 1 ? "One more thing this week" : `${count} more things this week`,
  moreNone: "There is nothing more this week",
  moreRest: (count: number) => `And ${count} more in the plan.`,

  talkAbout: (title: string) => `Talk about it? ${title}`,

  whySummary: "Why and when I write to you",
  whyTitle: "Why you get a weekly message",
  whyRule:
    "Once a week, on your first working day at 08:10 your time, I send you one message with at most three things. When there is nothing to say, I send none.",
  whyOrder:
    "First a check-in in the next two working days, then what is overdue, newest first, then what is due in the next five working days.",
  whyLife:
    "Something overdue shows in two weekly messages at most. Then it becomes a topic for your next check-in. I never tell a supervisor, and I never name you in a channel.",
  whyCheckIn: (title: string) => `${title}: it is in the next two working days.`,
  whyOverdue: (title: string, date: string) =>
    `${title}: it was due ${date}, and it is on your name.`,
  whySoon: (title: string, date: string) =>
    `${title}: it is due ${date}, in the next five working days.`,
  setting: "Setting",
  settingWeekly: (timezone: string) => `weekly, first working day, 08:10 (${timezone})`,
  next: "Next",
  paused: "Paused until",

  pauseSummary: "Stop my messages for a while",
  resumeSummary: "Start my messages again",
  pauseTitle: "Pause your messages",
  pauseHowLong: "For how long?",
  pauseOneWeek: "1 week",
  pauseTwoWeeks: "2 weeks",
  pauseUntilDate: "Until a date",
  pauseDate: "Until which date?",
  pauseDateHint: "Only for “Until a date”. As you would say it: May 14, in 3 weeks.",
  pauseNeedsDate: "Write the date on which I may write again.",
  pauseTooLong: "That is more than a year away. Choose a nearer day.",
  pauseSend: "Pause",
  pausedTitle: (date: string) => `Your messages are paused until ${date}`,
  pausedBody: (moment: string) =>
    `Nothing unasked comes before that day. The next weekly message can come on ${moment}. What you type is still answered.`,
  resume: "Resume",
  resumedTitle: "Your messages are on",
  resumedBody: (moment: string) => `The next weekly message can come on ${moment}.`,
};
