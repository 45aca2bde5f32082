/** The bot's home: the bot is told that it was opened, and publishes what is seen there. */
import type { Person } from "../../demo.ts";
import type { Notice } from "../../platform.ts";
import { viewPayload } from "../dialogs.ts";
import type { SlackStage } from "../stage.ts";
import { directChannelId } from "../world.ts";
import { workspaceOf } from "./interact.ts";

export async function openHome(stage: SlackStage, person: Person): Promise<Notice> {
  const { world } = stage;
  const before = world.homes.get(person.user);
  await stage.deliver.event(workspaceOf(stage, person), {
    type: "app_home_opened",
    user: person.user,
    channel: directChannelId(person.user),
    tab: "home",
    event_ts: world.ts(),
    ...(before ? { view: viewPayload(world, before) } : {}),
  });
  return undefined;
}
