/** What an app posts to a response URL, or puts into the acknowledgement of a slash command. */
import { type Bag, flagAt, isBag, stringAt } from "../bag.ts";
import { edit, messageKey, post, remove } from "./messages.ts";
import { blocksOf, checkContent } from "./methods/chat.ts";
import type { ResponseUrl } from "./triggers.ts";
import type { Message, World } from "./world.ts";

export type Responded = { readonly ok: true } | { readonly ok: false; readonly error: string };

/**
 * Applies a response. A press answers by replacing the pressed message unless the app says
 * otherwise; a command answers with a message that only the person sees.
 */
export function respond(
  world: World,
  target: Pick<ResponseUrl, "channel" | "user" | "threadTs" | "original">,
  body: unknown,
): Responded {
  const answer: Bag = isBag(body) ? body : { text: typeof body === "string" ? body : "" };
  const channel = world.channel(target.channel);
  const bot = world.workspace(channel?.team ?? "")?.bot;
  if (!channel || bot === undefined) return { ok: false, error: "channel_not_found" };
  const original = originalOf(world, target);
  if (flagAt(answer, "delete_original")) {
    if (original) remove(world, original);
    return { ok: true };
  }
  const wrong = checkContent(answer);
  if (wrong) return { ok: false, error: stringAt(wrong, "error") ?? "invalid_payload" };
  const type = stringAt(answer, "response_type");
  const replaces =
    "replace_original" in answer ? flagAt(answer, "replace_original") : type === undefined;
  const text = stringAt(answer, "text") ?? "";
  const blocks = blocksOf(answer);
  if (original && replaces) {
    edit(world, original, { text, blocks: blocks ?? [] });
    return { ok: true };
  }
  post(world, {
    channel: channel.id,
    user: bot,
    text,
    blocks,
    threadTs: stringAt(answer, "thread_ts") ?? target.threadTs,
    onlyFor: type === "in_channel" ? null : target.user,
  });
  return { ok: true };
}

function originalOf(
  world: World,
  target: { channel: string; original: string | null },
): Message | undefined {
  if (target.original === null) return undefined;
  return world.messages.get(messageKey(target.channel, target.original));
}
