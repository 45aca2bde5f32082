/** Which messages a person has not looked at yet, per conversation. */
import type { Screen, SeenMessage } from "../contract.ts";

/** Every conversation of a screen with its messages; `dm` first. */
export function conversations(
  screen: Screen,
): readonly { readonly place: string; readonly messages: readonly SeenMessage[] }[] {
  return [
    { place: "dm", messages: screen.dm },
    ...screen.channels.map(({ id, messages }) => ({ place: id, messages })),
  ];
}

/** The ids on a screen, to tell what is new on the next one. */
export function idsOn(screen: Screen): ReadonlySet<string> {
  return new Set(conversations(screen).flatMap(({ messages }) => messages.map(({ id }) => id)));
}

/** Messages of others that were not on the screen before. */
export function arrived(before: ReadonlySet<string>, screen: Screen): readonly SeenMessage[] {
  return conversations(screen)
    .flatMap(({ messages }) => messages)
    .filter(({ id, from }) => !before.has(id) && from !== screen.me.id);
}

/** How many of `messages` nobody looked at: neither read nor one's own. */
export function unreadCount(
  messages: readonly SeenMessage[],
  read: ReadonlySet<string>,
  me: string,
): number {
  return messages.filter(({ id, from }) => !read.has(id) && from !== me).length;
}
