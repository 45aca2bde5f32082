import { counted } from "./grammar.ts";
import { brief } from "../brief.ts";
export const setup = {
  summary: "Start or change a partnership of a library and IT",
  helpSummary: "What I can do",
  helpTitle: "I help a school's library and IT work as one team",
  helpLines: [
    "Goals: /goal and a sentence saves a goal at once, such as /goal Every fourth grader can cite a source by May 14. /goal list shows them.",
    "Plan: /liaison plan shows what each side does for the other. Done, Blocked and Re-plan are one press.",
    "Meet: /liaison meet finds a time for the next of the three meetings, /liaison checkin sets the regular one, /liaison topic adds something to talk about.",
    "Nudges: one message on Monday with at most three things. /liaison pause stops it, /liaison why explains it.",
    "You: /liaison me sets your language and time zone, /liaison link says who you are in a second chat app.",
    "Protocol: /liaison protocol shows where the team stands and its next step, from the goal sheet to the agreed plan. /liaison status says it in two lines.",
    "Pages: /liaison plan export gives goal sheet, plan and look-back to print, as tables and as files. /liaison year past has earlier years.",
  ],
  helpPlan: "The plan",
  helpPrivacy:
    "Only the two partners see goals, plans and answers. Nothing here is for evaluation.",
  formTitle: brief("Library and IT team"),
  school: "School",
  libraryPeople: "People from the library",
  itPeople: "People from IT",
  libraryElsewhere: "From the library, in another chat app",
  itElsewhere: "From IT, in another chat app",
  elsewhereNobody: "No change",
  elsewhereNow: (names: string) => `On the team now: ${names}.`,
  elsewhereHint:
    "Is somebody only in another chat app? They can be added once they have written to me there.",
  personElsewhere: (name: string, places: string) => `${name} (${places})`,
  takeIn: (who: string) => `Add ${who}`,
  takeOut: (who: string) => `Take out ${who}`,
  channel: "Channel for shared posts",
  channelHint: "Add me to it first. In Slack: /invite @Liaison. In Teams: add the app to the team.",
  timezone: "Time zone of the school",
  timezoneHint: "For example America/Chicago",
  language: "Language of the channel posts",
  languages: { en: "English", es: "Spanish", fr: "French" },
  hereOrElsewhere: "The library needs at least one person, here or in another chat app.",
  needLibrary: "Choose at least one person from the library.",
  notFoundPeople: (count: number, found: string) =>
    [
      found && `I found ${found}.`,
      counted(count, "I can't find # person you chose.", "I can't find # people you chose."),
      "It may be a bot, somebody from outside, or somebody who has not opened me yet. Ask them to write to me once, or take them out. Nothing is saved yet.",
    ]
      .filter(Boolean)
      .join(" "),
  bothSides: "Each person stands on one side. Take them out of one of the two lists.",
  includeYourself: "Put yourself on one of the two sides.",
  badTimezone: "Use a zone like America/Chicago.",
  another: "Another school",
  youRead: "You read along with a team",
  hasTeam: (school: string, members: string) =>
    `${school} has a team already: ${members}. A team is the library and IT; supervisors are shown what both consent to.`,
  schoolHasTeam: (school: string, members: string) =>
    `${school} has a team already: ${members}. Ask one of them to add you with /liaison setup, or write the name of another school.`,
  askIn: "Ask to be in it",
  wantsIn: (name: string, school: string) => `${name} would like to be on the team of ${school}`,
  wantsInWhy:
    "You get this because you are a partner of that team. If you do nothing, nothing changes.",
  changeTeam: "Change the team",
  foundedByDistrict: "In your district not everybody sets up teams",
  whoFounds: (names: string) => `It is done by ${names}. I can tell them that you would like one.`,
  nobodyFounds:
    "The library coordinator or an administrator does it, and nobody is either yet: /liaison admin",
  askFounders: "Tell them",
  asked: (names: string) => `I told ${names}.`,
  wantsTeam: (name: string) => `${name} would like a team of library and IT`,
  wantsTeamWhy:
    "You get this because you set up teams for your district. If you do nothing, nothing changes. /liaison policy says who may.",
  channelTaken: "Another team uses that channel. Choose a different one.",
  startedTitle: (school: string) => `The team of ${school} is ready`,
  changedTitle: (school: string) => `The team of ${school} was changed`,
  startedNext:
    "Next: each side logs its goals with /goal, then /liaison checkin sets the regular meeting.",
  welcomeTitle: (school: string) => `You are on the library and IT team of ${school}`,
  welcomeBody: (by: string) =>
    `${by} set it up. I keep goals, the plan and the check-ins of the two sides in one place, and remind you of open steps once a week at most. What your partner asks you comes by itself.`,
  welcomeStop: "To stop my weekly message, type /liaison pause. /liaison help shows the rest.",
  cadence: "How often do you want to meet?",
  cadenceHint: "You set day and time together later, with /liaison checkin.",
  supervisors: "Supervisors",
  supervisorsHint:
    "They may be shown a plan later, if both sides consent. Until then they see nothing.",
  supervisorIsPartner: "A partner needs nothing shown. Take them out of this list.",
  noItYet: "Nobody yet? Leave it empty. The goal sheet works, and I say what waits.",
  waitsForIt:
    "Nobody from IT is named yet. You can log goals and fill the goal sheet; Meeting 1 waits. Add somebody with /liaison setup.",
  waitsForWord: (names: string) => `I asked ${names}. It starts when both sides have accepted.`,
  waitsForNobody: "Nobody new is asked: whoever had accepted is still in.",
  inviteBody: "It starts when both sides accept. Is this you?",
  accept: "Accept",
  notMe: "Not me",
  later: "Later",
  acceptedTitle: (school: string) => `You are in: library and IT of ${school}`,
  acceptedNext: "Both sides are there. Three proposals for the day of Meeting 1 come next.",
  acceptedWaits: (side: string) =>
    `It starts when ${side} has accepted too. Meanwhile you can log goals with /goal.`,
  alreadyIn: "You have accepted already. To change the team, type /liaison setup.",
  declined: "Thank you for saying so. You are not on that team.",
  declinedNews: (name: string, school: string) =>
    `${name} says the team of ${school} is somebody else's`,
  declinedBody: "Goals and plan stay. Choose who it is instead.",
  chooseOther: "Choose somebody",
  laterTitle: "No hurry",
  laterBody: "I ask once more in a week. You can also accept here at any time.",
  againTitle: (school: string) => `Is now a good time for the team of ${school}?`,
  againWhy: "You said later. I do not ask again after this.",
  roleIs: (role: string) => `You are listed as ${role}.`,
  changeRole: "Change",
  roleTitle: brief("Your work"),
  roleLabel: "What do you do?",
  channelBodyNoIt: (library: string) =>
    `This channel is now the shared place of ${library} (library). Nobody from IT is named yet; /liaison setup adds them. Check-ins and thanks are posted here; nobody's open tasks are.`,
  channelTitle: "Hello from Liaison",
  greetingLines: [
    "I keep the goals of the library and of IT in one place, and what each side promised the other.",
    "I announce your regular check-in, and ask afterwards what came out of it.",
    "I remind each partner of open steps once a week at most, and of no more than three. What one side asks the other comes by itself.",
  ],
  greetingAsk:
    "First the school librarian or the library coordinator sets up the team: type /liaison setup, or press the button.",
  greetingTeam: (school: string) => `The team of ${school} is set up already.`,
  greetingSetUp: "Set up the team",
  channelBody: (library: string, it: string) =>
    `This channel is now the shared place of ${library} (library) and ${it} (IT). Check-ins and thanks are posted here; nobody's open tasks are.`,
  joinedTitle: (place: string) => `This team is now in ${place} too`,
  shownOnBoth: (places: string) =>
    `My posts stand in ${places} as well. What is written below one of them is shown there too, with the writer's name.`,
  closedTitle: (school: string, place: string) =>
    `I can't post in the ${place} channel of ${school} any more`,
  closedBody:
    "It may be archived, or I was removed from it. Choose another with /liaison setup, or invite me again. Your goals and plan are safe.",
  closedWhy: "You get this once because you are a partner of that team.",
  unreachableTitle: (name: string, place: string) => `I can't reach ${name} in ${place}`,
  unreachableBody: (place: string) =>
    `The account is closed or does not take messages from me. If they are still there, ask them to open me in ${place} and write to me once. Their open items stay in the plan, where either side can take them over: /liaison plan.`,
  reachedElsewhere: (place: string) =>
    `From now on I write to them in ${place}. You need not do anything.`,
  unreachableWhy: "You get this once because you are their partner.",
};
