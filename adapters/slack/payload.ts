/**
 * The parts of Slack's request bodies that are read here. Signed by Slack, and yet read with care: a part that is
 * not what it should be is left out, as if it had not been sent. Everything is optional, because which parts
 * are there depends on what happened.
 */

import { z } from "zod";
import { listOf, part } from "../parts.ts";

const nullable = <T extends z.ZodType>(shape: T) => shape.nullish().catch(undefined);

const text = z.string();
/** Ids become parts of addresses and keys. */
const id = z.string().min(1).max(255);
const flag = z.boolean();

const stateValue = z.object({
  type: text,
  value: nullable(text),
  selected_option: nullable(z.object({ value: text })),
  selected_options: part(listOf(z.object({ value: text }))),
  selected_date: nullable(text),
  selected_users: part(listOf(id)),
  selected_conversation: nullable(id),
});
export type StateValue = z.output<typeof stateValue>;

/** By the id of the block, then of its one element. */
const stateValues = z.record(z.string(), z.record(z.string(), stateValue));
export type StateValues = z.output<typeof stateValues>;

const view = z.object({
  id,
  type: z.enum(["modal", "home"]),
  hash: text,
  callback_id: part(text),
  private_metadata: part(text),
  root_view_id: nullable(id),
  previous_view_id: nullable(id),
  state: part(z.object({ values: part(stateValues) })),
});
export type ViewPayload = z.output<typeof view>;

/** The id alone, or a whole object. */
const named = z.union([id, z.object({ id, deleted: part(flag) })]);

/** What the Events API tells. */
const event = z.object({
  type: text,
  subtype: part(text),
  /** Who brought somebody into a channel. */
  inviter: part(id),
  /** The person; a whole profile in `user_change`. */
  user: part(named),
  channel: part(z.union([id, z.object({ id })])),
  channel_type: part(text),
  text: part(text),
  ts: part(id),
  thread_ts: part(id),
  /** Of a message in a thread: who wrote the one that opened it. */
  parent_user_id: part(id),
  tab: part(text),
  bot_id: part(id),
  view: part(view),
});
export type EventPayload = z.output<typeof event>;

const payload = z.object({
  type: part(text),
  team_id: part(id),
  team: nullable(z.object({ id })),
  authorizations: part(listOf(z.object({ team_id: id.nullable() }))),
  event_id: part(id),
  event: part(event),
  command: part(text),
  text: part(text),
  user_id: part(id),
  user: part(z.object({ id })),
  channel_id: part(id),
  channel: nullable(z.object({ id })),
  trigger_id: part(id),
  response_url: part(text),
  callback_id: part(text),
  view: nullable(view),
  actions: part(listOf(z.object({ action_id: text, type: text, value: part(text) }))),
  container: part(
    z.object({
      type: part(text),
      message_ts: part(id),
      channel_id: part(id),
      thread_ts: part(id),
      is_ephemeral: part(flag),
    }),
  ),
  message: part(z.object({ text: part(text), ts: part(id), thread_ts: part(id) })),
});
export type Payload = z.output<typeof payload>;

export const readPayload = (body: unknown): Payload => payload.parse(body);
