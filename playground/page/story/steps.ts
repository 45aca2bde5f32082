/** The eight steps of the "try this" rail: what to do, and how the page can help with it. */
import type { StoryId } from "../../contract.ts";
import { type LocalTime, nextMonday, nextWorkday } from "../time.ts";
import type { Team } from "./teams.ts";

export type Help =
  /** Puts words into the composer, as Slack has them; the person still sends them. */
  | { readonly by: "typing"; readonly text: (team: Team) => string }
  /** Points at the newest thing that can be pressed and whose action matches the selector. */
  | {
      readonly by: "pointing";
      /** `commands` is where commands are answered: in Slack the channel, in Teams the chat. */
      readonly in: "commands" | "channel" | "dm";
      readonly selector: string;
      /** Only what came after that step: the demo has older things that look the same. */
      readonly since?: StoryId;
      /** Said when nothing matches yet. */
      readonly missing: string;
      /** Fills in the clock when nothing matches yet, and that step is taken. */
      readonly to?: Moment;
    }
  /** Fills in the clock; the person still moves it. */
  | { readonly by: "clock"; readonly to: Moment };

/** An instant to go to: a day at the time at which the bot writes. */
type Moment = (now: string, at: LocalTime) => string;

export interface Step {
  readonly id: StoryId;
  readonly title: string;
  /** One sentence: who does what, with commands as Slack has them. */
  readonly text: string;
  /** Said once it has happened, until the next step has. */
  readonly then?: string;
  readonly by: "library" | "it";
  readonly label: string;
  readonly help: Help;
}

/** The digest comes on Monday at 08:10, local time (N-1), and so do the questions after a goal. */
export const DIGEST_TIME = "08:10";

export const STEPS: readonly Step[] = [
  {
    id: "log-goal",
    title: "Log a goal",
    text: "As the librarian, type /goal and what you want to reach.",
    by: "library",
    label: "Type it for me",
    help: { by: "typing", text: ({ goal }) => `/goal ${goal}` },
  },
  {
    id: "add-action",
    title: "Give it a first step",
    text: "Add an action item to the goal: who does it, when and where.",
    by: "library",
    label: "Show me",
    help: {
      by: "pointing",
      in: "commands",
      selector: "[data-action^='item.add']",
      missing: "The button stands under a goal: log one first.",
    },
  },
  {
    id: "plan",
    title: "See both directions",
    text: "Open the plan: what IT does for the library, and the library for IT.",
    by: "library",
    label: "Type it for me",
    help: { by: "typing", text: () => "/liaison plan" },
  },
  {
    id: "check-in",
    title: "Set up the check-in",
    text: "As the technician, choose how often the two of you meet.",
    by: "it",
    label: "Type it for me",
    help: { by: "typing", text: () => "/liaison checkin" },
  },
  {
    id: "nudge",
    title: "Let Monday come",
    text: "Move the clock to Monday 08:10, then open Liaison on both sides.",
    then: "It has come: open Liaison on both sides.",
    by: "it",
    label: "Set the clock for me",
    help: { by: "clock", to: nextMonday },
  },
  {
    id: "press-done",
    title: "Finish it",
    text: "Press Done beside your goal; then the technician says yes, in Liaison.",
    by: "library",
    label: "Type it for me",
    help: { by: "typing", text: () => "/goal list mine" },
  },
  {
    id: "survey",
    title: "Look back, each alone",
    text: "Move the clock past 08:10 of the next morning; both answer six short questions.",
    by: "library",
    label: "Show me",
    help: {
      by: "pointing",
      in: "dm",
      selector: "[data-action^='survey.open']",
      since: "press-done",
      missing: "The questions come on the working morning after both said that it is done.",
      to: nextWorkday,
    },
  },
  {
    id: "joint",
    title: "Agree on one text",
    text: "Write what you learned; it counts when both confirm.",
    by: "library",
    label: "Show me",
    help: {
      by: "pointing",
      in: "channel",
      selector: "[data-action^='joint.']",
      since: "survey",
      missing: "It is offered in the thread under the thanks, once both have answered.",
    },
  },
];
