/** What Slack tells the app when a person acts: the bodies of commands, presses and dialogs. */
import { type Bag, stringAt } from "../bag.ts";
import type { Person, Workspace } from "../demo.ts";
import { APP_ID } from "./app-id.ts";
import { viewPayload } from "./dialogs.ts";
import { startValues } from "./inputs.ts";
import { messagePayload } from "./messages.ts";
import type { Channel, Message, View, World } from "./world.ts";

/** Fields of every interaction. */
export function envelopeOf(workspace: Workspace, person: Person): Bag {
  return {
    token: "playground",
    team: { id: workspace.team, domain: workspace.domain },
    user: {
      id: person.user,
      username: handleOf(person),
      name: handleOf(person),
      team_id: workspace.team,
    },
    api_app_id: APP_ID,
    is_enterprise_install: false,
    enterprise: null,
  };
}

function handleOf(person: Person): string {
  return person.id.replace(/^u-/, "");
}

export interface CommandDetails {
  readonly command: string;
  readonly text: string;
  readonly responseUrl: string;
  readonly trigger: string;
}

export function commandFields(
  workspace: Workspace,
  person: Person,
  channel: Channel,
  details: CommandDetails,
): Readonly<Record<string, string>> {
  return {
    token: "playground",
    team_id: workspace.team,
    team_domain: workspace.domain,
    channel_id: channel.id,
    channel_name: channel.name,
    user_id: person.user,
    user_name: handleOf(person),
    command: details.command,
    text: details.text,
    api_app_id: APP_ID,
    is_enterprise_install: "false",
    response_url: details.responseUrl,
    trigger_id: details.trigger,
  };
}

/** A press on a message. Slack does not show the app the message when only one person sees it. */
export function messagePress(
  world: World,
  message: Message,
  channel: Channel,
  action: Bag,
  given: { readonly responseUrl: string; readonly trigger: string },
): Bag {
  const blockId = stringAt(action, "block_id") ?? "";
  const actionId = stringAt(action, "action_id") ?? "";
  const values = startValues(message.blocks ?? []);
  const state =
    action["type"] === "button" || action["type"] === "overflow"
      ? values
      : { ...values, [blockId]: { ...values[blockId], [actionId]: withoutNames(action) } };
  const isEphemeral = message.onlyFor !== null;
  return {
    type: "block_actions",
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    },
    channel: { id: channel.id, name: channel.name },
    ...(isEphemeral ? {} : { message: messagePayload(world, message, true) }),
    state: { values: state },
    response_url: given.responseUrl,
    trigger_id: given.trigger,
    actions: [action],
  };
}

/** A press or a live change inside a dialog or on the home. */
export function viewPress(world: World, view: View, action: Bag, trigger: string): Bag {
  return {
    type: "block_actions",
    container: { type: "view", view_id: view.id },
    view: viewPayload(world, view),
    trigger_id: trigger,
    actions: [action],
  };
}

function withoutNames(action: Bag): Bag {
  const names = new Set(["action_id", "block_id", "action_ts", "text"]);
  return Object.fromEntries(Object.entries(action).filter(([key]) => !names.has(key)));
}
