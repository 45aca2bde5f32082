/** The eight steps of the "try this" rail, ticked from what happened on the wire. */
import { bagAt, stringAt } from "../bag.ts";
import { STORY, type StoryId, type StoryStep } from "../contract.ts";
import type { World } from "../slack/world.ts";

const BY_MESSAGE: Readonly<Record<string, StoryId>> = {
  "nudge.digest": "nudge",
  "joint.confirmed": "joint",
};
const BY_FORM: Readonly<Record<string, StoryId>> = {
  goal: "log-goal",
  item: "add-action",
  "check-in": "check-in",
  survey: "survey",
  joint: "joint",
};
const BY_ACTION: Readonly<Record<string, StoryId>> = {
  "goal.confirm": "press-done",
};
/** First words of `/goal …` that do something other than log one. */
const NOT_A_GOAL = /^((list|show|edit|done|help)(\s+\S+)?|add|#?\d+)$/i;

export function storyOf(world: World): readonly StoryStep[] {
  const seen = new Set<StoryId>();
  for (const { metadata } of world.messages.values()) {
    const kind = stringAt(bagAt(metadata ?? undefined, "event_payload"), "kind");
    const step = BY_MESSAGE[kind ?? ""];
    if (step) seen.add(step);
  }
  return STORY.map((id) => ({ id, done: seen.has(id) || world.notes.get(noteOf(id)) === true }));
}

export function commandDone(world: World, command: string, text: string): void {
  const typed = text.trim();
  if (command === "/goal" && typed !== "" && !NOT_A_GOAL.test(typed)) tick(world, "log-goal");
  if (command === "/liaison" && /^plan\b/i.test(typed)) tick(world, "plan");
}

/** A form was taken; its name is the view's `callback_id`. */
export function formTaken(world: World, callbackId: string): void {
  tick(world, BY_FORM[callbackId.replace(/^liaison_/, "")]);
}

export function buttonPressed(world: World, action: string): void {
  const [name = ""] = action.split(":");
  tick(world, BY_ACTION[name]);
}

function tick(world: World, id: StoryId | undefined): void {
  if (id === undefined || world.notes.get(noteOf(id)) === true) return;
  world.notes.put(noteOf(id), true);
  world.changed();
}

function noteOf(id: StoryId): string {
  return `story:${id}`;
}
