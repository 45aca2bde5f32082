/** Dialogs: opened by a press or a message extension, filled in, sent, answered with the next one. */
import type { Bag } from "../../bag.ts";
import { stringAt } from "../../bag.ts";
import type { Person } from "../../demo.ts";
import { findButton } from "../../find-button.ts";
import type { Notice, Press } from "../../platform.ts";
import { buttonPressed } from "../../story.ts";
import type { Spot } from "../activity.ts";
import type { TeamsStage } from "../stage.ts";
import type { Dialog, Origin } from "../world.ts";
import { type Pressable, pressables } from "./buttons.ts";
import { fillIn, missing, sentData, startValues } from "./fields.ts";
import { ask, readTask } from "./invoke.ts";
import { formSent } from "./taken.ts";

/** Asks the bot for a dialog and shows it; whatever was open before is gone. */
export async function openDialog(
  stage: TeamsStage,
  person: Person,
  spot: Spot,
  origin: Origin,
  invoke: { readonly name: string; readonly value: Bag; readonly replyTo: string | null },
): Promise<Notice> {
  const answer = await ask(stage, person, spot, invoke);
  if ("notice" in answer) return answer.notice;
  return follow(stage, person, origin, stage.world.id("T"), answer.body);
}

/** Shows what the bot answered: the next dialog, a sentence, or nothing more. */
function follow(stage: TeamsStage, person: Person, origin: Origin, id: string, body: Bag): Notice {
  const { world } = stage;
  const { show, notice } = readTask(stage, body);
  if (!show) {
    if (notice === undefined) closeDialog(stage, person);
    return notice;
  }
  const { title, card, message } = show;
  world.dialogs.put(person.user, {
    id,
    user: person.user,
    origin,
    title,
    card,
    message,
    values: card ? startValues([card]) : {},
    problems: {},
    revision: world.changed(),
  });
  return undefined;
}

export function closeDialog({ world }: TeamsStage, person: Person): void {
  if (!world.dialogs.get(person.user)) return;
  world.dialogs.delete(person.user);
  world.changed();
}

export async function pressInDialog(
  stage: TeamsStage,
  person: Person,
  dialog: Dialog,
  body: Pick<Press, "button" | "value" | "answers">,
): Promise<Notice> {
  const cards = dialog.card ? [dialog.card] : [];
  const found = findButton(pressables(cards, "dialog"), body.button, body.value);
  return sendDialog(stage, person, fillDialog(stage, person, dialog, body.answers ?? {}), found);
}

/** The dialog with these answers in it; stored. */
export function fillDialog(
  { world }: TeamsStage,
  person: Person,
  dialog: Dialog,
  answers: NonNullable<Press["answers"]>,
): Dialog {
  const cards = dialog.card ? [dialog.card] : [];
  const values = fillIn({ world, tenant: person.team }, cards, dialog.values, answers);
  const filled = { ...dialog, values, problems: {}, revision: world.changed() };
  world.dialogs.put(person.user, filled);
  return filled;
}

/** Sends what was filled in, unless the client itself finds something missing. */
export async function sendDialog(
  stage: TeamsStage,
  person: Person,
  dialog: Dialog,
  found: Pressable,
): Promise<Notice> {
  const { world } = stage;
  const cards = dialog.card ? [dialog.card] : [];
  const type = stringAt(found.element, "type");
  if (type === "Action.OpenUrl") return `Teams: opens ${stringAt(found.element, "url") ?? ""}`;
  if (type !== "Action.Submit") return undefined;
  const checks = found.element["associatedInputs"] !== "none";
  const problems = checks ? missing(cards, dialog.values) : {};
  if (Object.keys(problems).length > 0) {
    world.dialogs.put(person.user, { ...dialog, problems, revision: world.changed() });
    return undefined;
  }
  const { origin } = dialog;
  const conversation = world.conversation(origin.conversation);
  if (!conversation) return undefined;
  const data = sentData(found.element, cards, dialog.values);
  const replyTo = origin.kind === "task" ? origin.replyTo : null;
  const post = world.posts.get(`${origin.conversation}:${replyTo ?? ""}`);
  const spot = { conversation, root: post ? (post.root ?? post.id) : null };
  const answer = await ask(stage, person, spot, {
    name: origin.kind === "task" ? "task/submit" : "composeExtension/submitAction",
    replyTo,
    value:
      origin.kind === "task"
        ? { data, context: { theme: "default" } }
        : {
            commandId: origin.command,
            commandContext: origin.context,
            data,
            context: { theme: "default" },
            ...(origin.message ? { messagePayload: origin.message } : {}),
          },
  });
  if ("notice" in answer) return answer.notice;
  buttonPressed(world, person, found.action);
  formSent(world, person, data);
  return follow(stage, person, origin, dialog.id, answer.body);
}
