/** What administrators do: archive channels, close accounts, bring people into channels, install. */
import type {
  ArchiveBody,
  ChannelState,
  DeactivateBody,
  DndBody,
  InstallBody,
  MembershipBody,
  PersonState,
  Seen,
} from "../contract.ts";
import { Refused } from "../refused.ts";
import { act } from "./act.ts";
import { findAccount, findChannel } from "./find.ts";
import { personState } from "./screen.ts";
import type { Stage } from "./stage.ts";

export async function archive(
  stage: Stage,
  body: ArchiveBody,
): Promise<ChannelState & { readonly archived: boolean }> {
  const { channel, platform } = findChannel(stage, body.channel);
  const archived = await platform.archive(channel.id, body.archived);
  await stage.bot.settle();
  return archived;
}

export async function deactivate(
  stage: Stage,
  body: DeactivateBody,
): Promise<PersonState & { readonly deactivated: boolean }> {
  const { person, platform } = findAccount(stage, body.person);
  if (stage.ground.isDeactivated(person.user) !== body.deactivated) {
    stage.ground.setDeactivated(person.user, body.deactivated);
    await platform.accountChanged(person);
    await stage.bot.settle();
  }
  return { ...personState(person), deactivated: body.deactivated };
}

/** The bot is not told: it has to ask. */
export function doNotDisturb(stage: Stage, body: DndBody): DndBody {
  const { person } = findAccount(stage, body.person);
  if (person.platform !== "slack")
    throw new Refused(409, `${person.name} is in Teams, which tells no bot of do-not-disturb.`);
  stage.ground.setQuiet(person.user, body.times);
  return body;
}

/** `bot` is the bot. */
export async function membership(
  stage: Stage,
  body: MembershipBody,
): Promise<ChannelState & { readonly bot: boolean }> {
  const { channel, platform } = findChannel(stage, body.channel);
  const person = body.person === "bot" ? null : findAccount(stage, body.person).person;
  const changed = await platform.membership(channel.id, person, body.member);
  await stage.bot.settle();
  return changed;
}

/** Answers what the person sees of it, such as the bot's greeting. */
export function install(stage: Stage, body: InstallBody): Promise<Seen> {
  return act(stage, body, async (platform, person, { installed }) => {
    await platform.install(person, installed);
    return undefined;
  });
}
