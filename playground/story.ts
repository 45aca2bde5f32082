/** The eight steps of the "try this" rail, ticked from what happened on the wire. */
import { STORY, type StoryId, type StoryStep } from "./contract.ts";
import type { Ground } from "./ground.ts";

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

/** `sent` are the kinds of messages that the bot ever sent, by platform. */
export function storyOf(
  ground: Ground,
  sent: readonly ReadonlySet<string>[],
): readonly StoryStep[] {
  const seen = new Set(sent.flatMap((kinds) => [...kinds].map((kind) => BY_MESSAGE[kind])));
  return STORY.map((id) => ({ id, done: seen.has(id) || ground.notes.get(noteOf(id)) === true }));
}

/** `command` without a slash. */
export function commandDone(ground: Ground, command: string, text: string): void {
  const typed = text.trim();
  if (command === "goal" && typed !== "" && !NOT_A_GOAL.test(typed)) tick(ground, "log-goal");
  if (command === "liaison" && /^plan\b/i.test(typed)) tick(ground, "plan");
}

/** A form was taken; its name is what the bot calls it, with or without `liaison_` before it. */
export function formTaken(ground: Ground, name: string): void {
  tick(ground, BY_FORM[name.replace(/^liaison_/, "")]);
}

export function buttonPressed(ground: Ground, action: string): void {
  const [name = ""] = action.split(":");
  tick(ground, BY_ACTION[name]);
}

function tick(ground: Ground, id: StoryId | undefined): void {
  if (id === undefined || ground.notes.get(noteOf(id)) === true) return;
  ground.notes.put(noteOf(id), true);
  ground.changed();
}

function noteOf(id: StoryId): string {
  return `story:${id}`;
}
