/** People who are mentioned, by their names: Slack tells only their ids. */

import type { ChatEvent, ChatPlatform } from "../../src/ports.ts";
import { inTime } from "../tasks.ts";
import { placeAddress } from "./address.ts";

/** After `<` it was typed as it is: Slack tells a mention without the bracket by now. */
const MENTION = /(?<!<)@([UW][A-Z0-9]{5,})(?![A-Z0-9])/gu;
/** Who types waits for the answer meanwhile. */
const NAMES_WITHIN_MS = 1_000;

/** The event with names in its text; an id stays where Slack knows no name in time. */
export async function withNames(
  event: ChatEvent,
  team: string,
  profile: ChatPlatform["profile"],
): Promise<ChatEvent> {
  if (event.type !== "command" && event.type !== "shortcut" && event.type !== "said") return event;
  const ids = [...new Set([...event.text.matchAll(MENTION)].map(([, id = ""]) => id))];
  if (ids.length === 0) return event;
  const asking = ids.map(async (id) => {
    const known = await profile(placeAddress(team, id)).catch(() => undefined);
    return [id, known?.name ?? id] as const;
  });
  const names = new Map(await inTime(Promise.all(asking), NAMES_WITHIN_MS));
  return {
    ...event,
    text: event.text.replace(MENTION, (_, id: string) => `@${names.get(id) ?? id}`),
  };
}
