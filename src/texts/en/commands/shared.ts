import type { CommandWords } from "../../../finding/command-words.ts";

/** Names and sentences are separated by " / ". A sentence is what people write, not what is typed. */
export const said = <K extends string>(words: Record<K, CommandWords>) => words;

/** How each command is called on a button, what else may be typed for it, and how people ask for it. */
export const sharedCommands = said({
  help: {
    label: "What is it about?",
    names: "menu / hello / hi / hey / good morning / good afternoon / ? / start / what can you",
    sentences: "what can you do / who are you / I need help / how does this work / I am lost",
  },
  "help all": {
    label: "All commands",
    names: "commands / help commands",
    sentences: "list every command / all commands / what can I type",
  },
  home: {
    label: "My home",
    names: "my home",
    sentences:
      "what waits for me / what is waiting / what do I have to do / my overview / my dashboard / today",
  },
  goal: {
    label: "Log a goal",
    names: "new goal / add goal / log goal",
    sentences:
      "log a new goal / add a goal / write down an objective / I want to set a target / record what we want to reach",
  },
  "goal add": {
    label: "Log a goal in a form",
    sentences: "open the goal form / a form for a goal",
  },
  "goal list": {
    label: "Goals",
    names: "goals / my goals / our goals / list goals",
    sentences:
      "show my goals / which goals do we have / list of goals / open goals / what are we working on",
  },
  "goal show": {
    label: "One goal",
    sentences: "show one goal / details of a goal / look at goal number",
  },
  "goal edit": {
    label: "Change a goal",
    names: "edit goal / change goal",
    sentences:
      "change a goal / edit the goal / move the due date of a goal / correct a mistake in a goal / delete a goal",
  },
  "goal help": {
    label: "Goals: how they work",
    sentences: "how do I write a goal / help with goals / what is a good goal",
  },
  "goal done": {
    label: "A goal is done",
    sentences: "we finished a goal / mark a goal as done / goal reached / complete a goal",
  },
  reflect: {
    label: "Look back on a goal",
    names: "reflection / survey",
    sentences:
      "look back on a finished goal / reflection on a goal / answer the survey / what did we learn",
  },
  sheet: {
    label: "Goal sheet",
    names: "goal sheet",
    sentences: "the goal sheet / both sides' goals side by side / what are their goals",
  },
  pairs: {
    label: "Where goals meet",
    names: "common goals / intersections",
    sentences:
      "where do our goals meet / goals we have in common / common goals / shared goals / overlap",
  },
  pair: {
    label: "Pair two goals",
    sentences: "pair two goals / connect my goal with theirs / make a common goal",
  },
  plan: {
    label: "Our plan",
    names: "our plan / action plan / the plan",
    sentences:
      "show the plan / our action plan / who does what by when / what did we promise each other",
  },
  item: {
    label: "My action items",
    names: "items / my items / tasks / my tasks / todo",
    sentences:
      "what is on my list / my tasks / my to-do list / my open items / what did I promise / am I late",
  },
  "item add": {
    label: "Add an action item",
    names: "add item / new item / add task / new task",
    sentences:
      "add a task / new to-do / I promise to do something / add a step to a goal / give a task to my partner",
  },
  offers: {
    label: "Offers of help",
    names: "offer / offer help",
    sentences:
      "offer help / I can help you with this / ideas how we can help each other / what could IT do for us",
  },
  "plan agree": {
    label: "Agree on the plan",
    names: "agree",
    sentences: "agree on the plan / sign the plan / I say yes to the plan / approve the plan",
  },
  "plan versions": {
    label: "Versions of the plan",
    names: "versions",
    sentences: "earlier versions of the plan / old plan / history of the plan / what changed",
  },
  "plan compare": {
    label: "Compare versions",
    names: "compare",
    sentences: "compare two versions of the plan / difference between versions",
  },
  "plan export": {
    label: "Print or save",
    names: "print / export / pdf",
    sentences:
      "print the plan / download the goal sheet / pdf of the plan / export to excel / save as a file / csv",
  },
  "plan share": {
    label: "Share the plan",
    names: "share plan",
    sentences:
      "share the plan with the principal / send the plan to my supervisor / show it to administration",
  },
  "plan shared": {
    label: "What was shared",
    sentences: "who has seen the plan / who saw the plan / what was shared with whom / sharing log",
  },
  shared: {
    label: "What was shared with me",
    names: "shared with me",
    sentences:
      "what was sent to me / plans shared with me / read the library's plan / show me their plan",
  },
  protocol: {
    label: "Where we stand",
    names: "progress",
    sentences: "where do we stand / what is our next step / what comes next / the three meetings",
  },
  status: {
    label: "Where we stand, in short",
    sentences: "status in short / quick status",
  },
  balance: {
    label: "Promises both ways",
    names: "promises",
    sentences:
      "promises given and kept / who helps whom / balance between library and IT / how much did we help each other",
  },
  agreement: {
    label: "Working agreement",
    names: "working agreement",
    sentences:
      "how we want to work together / our working agreement / rules of our team / how we treat each other",
  },
  year: {
    label: "End the school year",
    names: "end of year / close year",
    sentences:
      "end of the school year / close the year / carry goals over to next year / start a new year",
  },
  "year past": {
    label: "Earlier school years",
    names: "past years",
    sentences: "last year's goals / earlier years / archive / what did we do last year",
  },
  meet: {
    label: "Find a meeting time",
    names: "meeting / find a time",
    sentences:
      "find a time to meet / schedule a meeting with IT / when can we talk / book the first meeting / appointment",
  },
  checkin: {
    label: "Our check-in",
    names: "check-in / check in / checkins / check-ins / next check-in",
    sentences:
      "when is our next check-in / next meeting / regular meeting / skip a meeting / move the check-in / reschedule",
  },
  topic: {
    label: "Add a topic",
    names: "add topic / new topic",
    sentences:
      "add a topic for the next meeting / put something on the agenda / I want to talk about something",
  },
  topics: {
    label: "Topics that wait",
    names: "agenda",
    sentences: "what is on the agenda / topics for the meeting / what do we talk about next",
  },
  calendar: {
    label: "School calendar",
    names: "school calendar / holidays",
    sentences:
      "show the school calendar / when are the holidays / testing window / days off / spring break / change freeze",
  },
  "calendar import": {
    label: "Bring in the calendar",
    names: "import calendar / bring in calendar",
    sentences:
      "import the school calendar / upload our calendar file / add holidays / ics file / paste dates",
  },
  closed: {
    label: "School is closed",
    names: "snow day",
    sentences:
      "school is closed today / snow day / no school tomorrow / power outage / school closure / strike",
  },
  thanks: {
    label: "Say thanks",
    names: "thank / thank you / thx / kudos",
    sentences:
      "say thanks to my partner / thanks for the help / thank IT for the carts / I am grateful / great work / great job / well done / shout-out",
  },
  stories: {
    label: "Success stories",
    names: "story",
    sentences: "success stories / what worked in other schools / tell our story / good news",
  },
});
