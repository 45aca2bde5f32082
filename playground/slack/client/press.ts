/** Pressing buttons and menus on messages, on the home and in dialogs; and shortcuts. */
import { type Bag, stringAt, textAt } from "../../bag.ts";
import type { Person } from "../../demo.ts";
import { findButton } from "../../find-button.ts";
import type { Notice, Press, UseShortcut } from "../../platform.ts";
import { Refused } from "../../refused.ts";
import { topView } from "../dialogs.ts";
import { slotOf } from "../inputs.ts";
import { messagePayload } from "../messages.ts";
import { messagePress, viewPress } from "../payloads.ts";
import type { Message, View } from "../world.ts";
import { actionTs, interact, issueResponseUrl, issueTrigger, troubleNotice } from "./interact.ts";
import { optionsOf, type Pressable, pressables } from "./buttons.ts";
import { findMessage } from "./find.ts";
import { blocksOf } from "./seen.ts";
import type { SlackStage } from "../stage.ts";
import { buttonPressed } from "../../story.ts";

export async function press(stage: SlackStage, person: Person, body: Press): Promise<Notice> {
  const { world } = stage;
  const dialog = topView(world, person.user);
  if (dialog?.id === body.message) return pressInView(stage, person, dialog, body, true);
  const home = world.homes.get(person.user);
  if (home && (home.id === body.message || body.message === "home")) {
    return pressInView(stage, person, home, body, false);
  }
  return pressOnMessage(stage, person, findMessage(world, person, body.message), body);
}

async function pressInView(
  stage: SlackStage,
  person: Person,
  view: View,
  body: Press,
  isDialog: boolean,
): Promise<Notice> {
  const found = findButton(pressables(blocksOf(view), isDialog), body.button, body.value);
  const action = actionOf(stage, found, body.value);
  const trigger = issueTrigger(stage, person, isDialog ? view.id : null);
  const ack = await interact(stage, person, viewPress(stage.world, view, action, trigger));
  if (ack.ok) buttonPressed(stage.world, person, found.action);
  return troubleNotice(ack);
}

async function pressOnMessage(
  stage: SlackStage,
  person: Person,
  message: Message,
  body: Press,
): Promise<Notice> {
  const { world } = stage;
  const channel = world.channel(message.channel);
  if (!channel) throw new Refused(404, `There is no message “${body.message}”.`);
  const found = findButton(pressables(message.blocks ?? [], false), body.button, body.value);
  const action = actionOf(stage, found, body.value);
  const responseUrl = issueResponseUrl(stage, {
    channel: channel.id,
    user: person.user,
    threadTs: message.threadTs,
    original: message.ts,
  });
  const given = { responseUrl, trigger: issueTrigger(stage, person, null) };
  const payload = messagePress(world, message, channel, action, given);
  const ack = await interact(stage, person, payload);
  if (ack.ok) buttonPressed(world, person, found.action);
  return troubleNotice(ack);
}

/** The action as Slack reports it. A menu needs to know what was chosen. */
function actionOf(stage: SlackStage, found: Pressable, value: string | undefined): Bag {
  const { element, block } = found;
  const base = {
    action_id: found.action,
    block_id: stringAt(block, "block_id") ?? "",
    type: element["type"],
    action_ts: actionTs(),
  };
  if (found.option) return { ...base, selected_option: found.option };
  if (element["type"] === "button") {
    return {
      ...base,
      text: element["text"],
      ...(element["value"] === undefined ? {} : { value: element["value"] }),
      ...(element["style"] === undefined ? {} : { style: element["style"] }),
    };
  }
  return { ...base, ...chosen(stage, found, value) };
}

function chosen(stage: SlackStage, found: Pressable, value: string | undefined): Bag {
  const slot = slotOf(found.element);
  if (!slot || value === undefined) {
    const offered = (found.options ?? []).map(({ label }) => label).join(", ");
    throw new Refused(400, `“${found.label}” is a menu: give \`value\`. It offers: ${offered}.`);
  }
  const options = optionsOf(found.element);
  if (options.length === 0) {
    const person = stage.world.demo.people.find((one) => one.id === value);
    const given = person && person.user !== "" ? person.user : value;
    return { [slot.key]: slot.many ? [given] : given };
  }
  const option = options.find(
    (one) => stringAt(one, "value") === value || textAt(one, "text") === value,
  );
  if (!option) {
    const offered = options.map((one) => textAt(one, "text")).join(", ");
    throw new Refused(404, `“${found.label}” has no “${value}”. It offers: ${offered}.`);
  }
  return { [slot.key]: slot.many ? [option] : option };
}

/** A shortcut by its name or callback id; one for messages needs a message. */
export async function shortcut(
  stage: SlackStage,
  person: Person,
  body: UseShortcut,
): Promise<Notice> {
  const { world, declared } = stage;
  const asked = body.shortcut.toLowerCase();
  const found = declared.shortcuts.find(
    (one) => one.callbackId === body.shortcut || one.name.toLowerCase() === asked,
  );
  if (!found) {
    const known = declared.shortcuts.map((one) => `“${one.name}”`).join(", ");
    throw new Refused(404, `There is no shortcut “${body.shortcut}”. There are: ${known}.`);
  }
  const trigger = issueTrigger(stage, person, null);
  const base = { callback_id: found.callbackId, trigger_id: trigger, action_ts: actionTs() };
  if (!found.onMessage) {
    return troubleNotice(await interact(stage, person, { type: "shortcut", ...base }));
  }
  if (body.message === undefined) {
    throw new Refused(400, `“${found.name}” is used on a message: give its id as \`message\`.`);
  }
  const message = findMessage(world, person, body.message);
  const channel = world.channel(message.channel);
  const responseUrl = issueResponseUrl(stage, {
    channel: message.channel,
    user: person.user,
    threadTs: message.threadTs,
    original: null,
  });
  const ack = await interact(stage, person, {
    type: "message_action",
    ...base,
    message: messagePayload(world, message, true),
    message_ts: message.ts,
    channel: { id: message.channel, name: channel?.name ?? "" },
    response_url: responseUrl,
  });
  return troubleNotice(ack);
}
