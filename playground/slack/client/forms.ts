/** Dialogs on a person's screen: filled in, submitted, changed while open, closed. */
import { bagAt, bagsAt, flagAt, isBag, stringAt } from "../../bag.ts";
import type { Person } from "../../demo.ts";
import type { Close, Notice, Submit } from "../../platform.ts";
import { Refused } from "../../refused.ts";
import { checkView } from "../block-kit.ts";
import { clearViews, popView, pushView, topView, updateView, viewPayload } from "../dialogs.ts";
import { viewPress } from "../payloads.ts";
import type { Values, View } from "../world.ts";
import { actionTs, interact, issueTrigger, troubleNotice } from "./interact.ts";
import { type Field, findField, missing, stateOf } from "./fields.ts";
import type { SlackStage } from "../stage.ts";
import { formTaken } from "../../story.ts";

const TROUBLE = "Slack: we had some trouble connecting to the app. Try again.";

export async function submit(stage: SlackStage, person: Person, body: Submit): Promise<Notice> {
  const { world } = stage;
  const open = openForm(stage, person, body.form);
  if (!bagAt(open.view, "submit")) {
    throw new Refused(
      400,
      "This form has nothing to submit; press one of its buttons or close it.",
    );
  }
  const { view } = fill(stage, open, body.answers);
  const problems = missing(view);
  if (Object.keys(problems).length > 0) {
    store(stage, { ...view, problems });
    return undefined;
  }
  store(stage, { ...view, problems: {} });
  const ack = await interact(stage, person, {
    type: "view_submission",
    trigger_id: issueTrigger(stage, person, view.id),
    view: viewPayload(world, view),
    response_urls: [],
  });
  if (!ack.ok) return troubleNotice(ack);
  return follow(stage, person, view, ack.reply);
}

/** Does what the acknowledgement of a submission asks for. */
function follow(stage: SlackStage, person: Person, view: View, reply: unknown): Notice {
  const { world } = stage;
  const answer = isBag(reply) ? reply : {};
  const action = stringAt(answer, "response_action");
  if (action === "errors") {
    const sentences = Object.entries(bagAt(answer, "errors") ?? {}).map(
      ([block, sentence]) => [block, String(sentence)] as const,
    );
    const inputs = new Set(
      bagsAt(view.view, "blocks")
        .filter((block) => block["type"] === "input")
        .map((block) => stringAt(block, "block_id")),
    );
    if (sentences.length === 0 || sentences.some(([block]) => !inputs.has(block))) {
      stage.log(
        `The bot answered errors for blocks the form does not have: ${JSON.stringify(answer)}`,
      );
      return TROUBLE;
    }
    store(stage, { ...view, problems: Object.fromEntries(sentences) });
    return undefined;
  }
  if (action === "update" || action === "push") {
    const next = bagAt(answer, "view") ?? {};
    const wrong = checkView(next);
    const laid =
      wrong.length > 0
        ? null
        : action === "push"
          ? pushView(world, person, next)
          : updateView(world, view, next);
    if (!laid) {
      stage.log(`The bot answered a submission with a view Slack refuses: ${wrong.join("; ")}`);
      return TROUBLE;
    }
  } else if (action === "clear") clearViews(world, person.user);
  else if (topView(world, person.user)?.id === view.id) popView(world, person.user);
  formTaken(world, person, stringAt(view.view, "callback_id") ?? "");
  return undefined;
}

/** Changes inputs of an open form; the app hears of those that are live, one after the other. */
export async function change(stage: SlackStage, person: Person, body: Submit): Promise<Notice> {
  const { world } = stage;
  const { view, changed } = fill(stage, openForm(stage, person, body.form), body.answers);
  store(stage, view);
  for (const field of changed.filter(({ live }) => live)) {
    const now = world.views.get(view.id);
    if (!now) return undefined;
    const state = now.values[field.blockId]?.[field.actionId] ?? {};
    const action = {
      ...state,
      action_id: field.actionId,
      block_id: field.blockId,
      action_ts: actionTs(),
    };
    const trigger = issueTrigger(stage, person, view.id);
    const ack = await interact(stage, person, viewPress(world, now, action, trigger));
    if (!ack.ok) return troubleNotice(ack);
  }
  return undefined;
}

export async function close(stage: SlackStage, person: Person, body: Close): Promise<Notice> {
  const { world } = stage;
  const view = openForm(stage, person, body.form);
  const payload = viewPayload(world, view);
  popView(world, person.user);
  if (!flagAt(view.view, "notify_on_close")) return undefined;
  const closed = { type: "view_closed", view: payload, is_cleared: false };
  return troubleNotice(await interact(stage, person, closed));
}

function openForm(stage: SlackStage, person: Person, id: string): View {
  const top = topView(stage.world, person.user);
  if (top?.id === id) return top;
  throw new Refused(
    404,
    top
      ? `${person.name} has no form “${id}” in front of them; the open one is ${top.id}.`
      : `${person.name} has no form open.`,
  );
}

function fill(
  stage: SlackStage,
  view: View,
  answers: Submit["answers"],
): { readonly view: View; readonly changed: readonly Field[] } {
  const changed: Field[] = [];
  let values: Values = view.values;
  for (const [name, answer] of Object.entries(answers)) {
    const field = findField(view, name);
    const state = stateOf(stage.world, view, field, answer);
    const before = values[field.blockId];
    if (JSON.stringify(before?.[field.actionId]) !== JSON.stringify(state)) changed.push(field);
    values = { ...values, [field.blockId]: { ...before, [field.actionId]: state } };
  }
  return { view: { ...view, values }, changed };
}

function store(stage: SlackStage, view: View): void {
  stage.world.views.put(view.id, { ...view, revision: stage.world.changed() });
}
