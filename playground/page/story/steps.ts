/** The eight steps of the "try this" rail: what to do, and how the page can help with it. */
import type { StoryId } from "../../contract.ts";
import { nextMonday } from "../time.ts";

export type Help =
  /** Puts words into the composer; the person still sends them. */
  | { readonly by: "typing"; readonly text: string }
  /** Points at the newest thing that can be pressed and whose action matches the selector. */
  | {
      readonly by: "pointing";
      readonly in: "channel" | "dm";
      readonly selector: string;
      /** Said when nothing matches yet. */
      readonly missing: string;
    }
  /** Fills in the clock; the person still moves it. */
  | { readonly by: "clock"; readonly to: (now: string) => string };

export interface Step {
  readonly id: StoryId;
  readonly title: string;
  /** One sentence: who does what. */
  readonly text: string;
  /** A person of the demo data. */
  readonly as: string;
  readonly label: string;
  readonly help: Help;
}

const LIBRARIAN = "u-ab-lib";
const TECHNICIAN = "u-ab-it";

/** The digest comes on Monday at 08:10, local time (N-1). */
const DIGEST_TIME = "08:10";

export const STEPS: readonly Step[] = [
  {
    id: "log-goal",
    title: "Log a goal",
    text: "As the librarian, type /goal and what you want to reach.",
    as: LIBRARIAN,
    label: "Type it for me",
    help: { by: "typing", text: "/goal Every fourth grader can cite a source by May 14" },
  },
  {
    id: "add-action",
    title: "Give it a first step",
    text: "Add an action item to the goal: who does it, when and where.",
    as: LIBRARIAN,
    label: "Show me",
    help: {
      by: "pointing",
      in: "channel",
      selector: "[data-action^='item.add']",
      missing: "The button stands under a goal: log one first.",
    },
  },
  {
    id: "plan",
    title: "See both directions",
    text: "Open the plan: what IT does for the library, and the library for IT.",
    as: LIBRARIAN,
    label: "Type it for me",
    help: { by: "typing", text: "/liaison plan" },
  },
  {
    id: "check-in",
    title: "Set up the check-in",
    text: "As the technician, choose how often the two of you meet.",
    as: TECHNICIAN,
    label: "Type it for me",
    help: { by: "typing", text: "/liaison checkin" },
  },
  {
    id: "nudge",
    title: "Let Monday come",
    text: "Move the clock to Monday 08:10, then open Liaison on both sides.",
    as: TECHNICIAN,
    label: "Set the clock for me",
    help: { by: "clock", to: (now) => nextMonday(now, DIGEST_TIME) },
  },
  {
    id: "press-done",
    title: "Finish it",
    text: "Press Done beside your goal; then the technician says yes, in Liaison.",
    as: LIBRARIAN,
    label: "Type it for me",
    help: { by: "typing", text: "/goal list mine" },
  },
  {
    id: "survey",
    title: "Look back, each alone",
    text: "Move the clock to the next morning; both answer six short questions.",
    as: LIBRARIAN,
    label: "Show me",
    help: {
      by: "pointing",
      in: "dm",
      selector: "[data-action^='survey.open']",
      missing: "The questions come on the working morning after both said done: move the clock.",
    },
  },
  {
    id: "joint",
    title: "Agree on one text",
    text: "Write what you learned; it counts when both confirm.",
    as: LIBRARIAN,
    label: "Show me",
    help: {
      by: "pointing",
      in: "channel",
      selector: "[data-action^='joint.']",
      missing: "It is offered in the thread under the thanks, once both have answered.",
    },
  },
];
