/** Forms as a caller sees them: dialogs, and cards with inputs that stand in the chat. */
import type { Person } from "../../demo.ts";
import type { Close, Notice, Submit } from "../../platform.ts";
import { Refused } from "../../refused.ts";
import { cardsFor, canSee, putView } from "../posts.ts";
import type { TeamsStage } from "../stage.ts";
import type { Dialog, Post } from "../world.ts";
import { pressables, submitOf } from "./buttons.ts";
import { closeDialog, fillDialog, sendDialog } from "./dialogs.ts";
import { fillIn, hasInputs } from "./fields.ts";
import { pressOnPost } from "./press.ts";
import { filledIn } from "./seen.ts";

const NOTHING_TO_SEND = "This form has nothing to submit; press one of its buttons or close it.";

export async function submit(stage: TeamsStage, person: Person, body: Submit): Promise<Notice> {
  const { world } = stage;
  const form = findForm(stage, person, body.form);
  if ("card" in form) {
    const cards = form.card ? [form.card] : [];
    const button = hasInputs(cards) ? submitOf(pressables(cards, "dialog")) : undefined;
    if (!button) throw new Refused(400, NOTHING_TO_SEND);
    return sendDialog(stage, person, fillDialog(stage, person, form, body.answers), button);
  }
  const button = submitOf(pressables(cardsFor(world, form, person.user), "message"));
  if (!button) throw new Refused(400, NOTHING_TO_SEND);
  return pressOnPost(stage, person, form, button, body.answers);
}

/** Changes what stands in inputs; Teams tells the bot nothing of it until the form is sent. */
export function change(stage: TeamsStage, person: Person, body: Submit): Promise<Notice> {
  const { world } = stage;
  const form = findForm(stage, person, body.form);
  if ("card" in form) fillDialog(stage, person, form, body.answers);
  else {
    const cards = cardsFor(world, form, person.user);
    const { values } = filledIn(world, form, person);
    const filled = fillIn({ world, tenant: person.team }, cards, values, body.answers);
    putView(world, form, person.user, { values: filled, problems: {} });
  }
  return Promise.resolve(undefined);
}

/** Dismisses a dialog; the bot does not hear of it. */
export function close(stage: TeamsStage, person: Person, body: Close): Promise<Notice> {
  const form = findForm(stage, person, body.form);
  if (!("card" in form)) {
    throw new Refused(
      409,
      "This form stands in the chat and stays there; press one of its buttons.",
    );
  }
  closeDialog(stage, person);
  return Promise.resolve(undefined);
}

function findForm({ world }: TeamsStage, person: Person, id: string): Dialog | Post {
  const dialog = world.dialogs.get(person.user);
  if (dialog?.id === id) return dialog;
  const post = world.posts.get(id);
  if (post && canSee(world, person, post) && hasInputs(cardsFor(world, post, person.user))) {
    return post;
  }
  throw new Refused(
    404,
    dialog
      ? `${person.name} has no form “${id}” in front of them; the open one is ${dialog.id}.`
      : `${person.name} has no form open.`,
  );
}
