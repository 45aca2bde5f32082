/**
 * The eight steps of the "try this" rail, ticked from what happened on the wire: for each school by
 * itself, so that one team's story is not another's.
 */
import { STORY, type StoryId, type StoryStep } from "./contract.ts";
import type { Person } from "./demo.ts";
import type { Ground } from "./ground.ts";

/** What takes both sides is told by the message that follows from it. */
const BY_MESSAGE: Readonly<Record<string, StoryId>> = {
  "nudge.digest": "nudge",
  "joint.offer": "survey",
  "joint.confirmed": "joint",
};
const BY_FORM: Readonly<Record<string, StoryId>> = {
  goal: "log-goal",
  item: "add-action",
  "check-in": "check-in",
};
const BY_ACTION: Readonly<Record<string, StoryId>> = {
  "goal.confirm": "press-done",
};
/** First words of `/goal …` that do something other than log one. */
const NOT_A_GOAL = /^((list|show|edit|done|help)(\s+\S+)?|add|#?\d+)$/i;

export type Actor = Pick<Person, "school">;

/** `sent` are the kinds of messages that the bot sent to the school, by platform. */
export function storyOf(
  ground: Ground,
  { school }: Actor,
  sent: readonly ReadonlyMap<string, string>[],
): readonly StoryStep[] {
  const byMessage = new Map(
    sent.flatMap((kinds) => [...kinds].map(([kind, at]) => [BY_MESSAGE[kind], at] as const)),
  );
  return STORY.map((id) => {
    const noted = ground.notes.get(noteOf(school, id));
    const at = typeof noted === "string" ? noted : (byMessage.get(id) ?? null);
    return { id, done: at !== null, at };
  });
}

/** `command` without a slash. */
export function commandDone(ground: Ground, by: Actor, command: string, text: string): void {
  const typed = text.trim();
  if (command === "goal" && typed !== "" && !NOT_A_GOAL.test(typed)) tick(ground, by, "log-goal");
  if (command === "liaison" && /^plan\b/i.test(typed)) tick(ground, by, "plan");
}

/** To the bot itself commands are plain words, and `plan` needs no `liaison` before it. */
export function wordsTaken(ground: Ground, by: Actor, said: string): void {
  const words = said.replace(/^@Liaison\s+/i, "").replace(/^\/?(liaison\s+)?/i, "");
  const goal = /^goal\s+(.*)$/is.exec(words);
  if (goal) commandDone(ground, by, "goal", goal[1] ?? "");
  else commandDone(ground, by, "liaison", words);
}

/** A form was taken; its name is what the bot calls it, with or without `liaison_` before it. */
export function formTaken(ground: Ground, by: Actor, name: string): void {
  tick(ground, by, BY_FORM[name.replace(/^liaison_/, "")]);
}

export function buttonPressed(ground: Ground, by: Actor, action: string): void {
  const [name = ""] = action.split(":");
  tick(ground, by, BY_ACTION[name]);
}

/** Whether one of these accounts is somebody's of the school. */
export function isOfSchool(
  ground: Ground,
  school: string | null,
  users: readonly string[],
): boolean {
  return users.some((user) => ground.person(user)?.school === school);
}

/** When the first message of each kind came, given those that say their kind. */
export function firstOfEach(
  messages: Iterable<{ readonly kind: string | undefined; readonly at: string }>,
): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { kind, at } of messages) {
    if (kind !== undefined && at < (first.get(kind) ?? "~")) first.set(kind, at);
  }
  return first;
}

function tick(ground: Ground, { school }: Actor, id: StoryId | undefined): void {
  if (id === undefined || ground.notes.get(noteOf(school, id)) !== undefined) return;
  ground.notes.put(noteOf(school, id), ground.clock().now);
  ground.changed();
}

function noteOf(school: string | null, id: StoryId): string {
  return `story:${school ?? ""}:${id}`;
}
