/**
 * The parts of Teams' activities that are read here. Signed by Microsoft, and yet read with care: a part that
 * is not what it should be is left out, as if it had not been sent. Most are optional, because which ones
 * are there depends on what happened. What a card carried back is read in `data.ts`.
 */

import { z } from "zod";
import { listOf, part } from "../parts.ts";

const text = z.string();
/** Ids become parts of addresses, keys and the connector's requests; Teams writes them in ASCII. */
export const id = z
  .string()
  .max(1000)
  .regex(/^[\x21-\x7e]+$/u);

const account = z.object({
  /** `29:…` a person, `28:…` a bot. */
  id,
  name: part(text),
  aadObjectId: part(id),
});

const named = z.object({ id, name: part(text) });

/** All else is kept as it came: what has no id of its own is known by all that it says. */
const activity = z.looseObject({
  type: text,
  id: part(id),
  /** Of an invoke: `adaptiveCard/action`. */
  name: part(text),
  text: part(text),
  locale: part(text),
  /** IANA. */
  localTimezone: part(z.string().max(100)),
  serviceUrl: text,
  from: account,
  recipient: account,
  conversation: z.object({
    id,
    conversationType: part(z.enum(["personal", "channel", "groupChat"])),
    tenantId: part(id),
  }),
  channelData: part(
    z.object({
      eventType: part(text),
      tenant: part(z.object({ id })),
      team: part(named),
      channel: part(named),
    }),
  ),
  entities: part(
    listOf(z.object({ type: text, text: part(text), mentioned: part(z.object({ id })) })),
  ),
  /** The text once more as HTML, and pictures and files. */
  attachments: part(listOf(z.object({ contentType: text, content: z.unknown().optional() }))),
  value: z.unknown().optional(),
  /** The message that was pressed, or that the dialog came from. */
  replyToId: part(id),
  /** Of an installation: `add`, `remove`, `add-upgrade`, `remove-upgrade`. */
  action: part(text),
  membersAdded: part(listOf(account)),
  membersRemoved: part(listOf(account)),
});
export type TeamsActivity = z.output<typeof activity>;

/** Undefined for what is none. What Teams tells by itself may name nobody; then it is the bot's own. */
export function readActivity(body: Readonly<Record<string, unknown>>): TeamsActivity | undefined {
  return activity.safeParse({ ...body, from: body["from"] ?? body["recipient"] }).data;
}

/** What an invoke carries. */
const invoke = z.object({
  /** Of `adaptiveCard/action`. */
  action: part(z.object({ data: z.unknown().optional() })),
  /** Of `task/fetch`, `task/submit` and `composeExtension/submitAction`. */
  data: z.unknown().optional(),
  /** Of the message extension. */
  commandId: part(text),
  commandContext: part(text),
  messagePayload: part(
    z.object({
      body: part(z.object({ content: part(text), contentType: part(z.enum(["html", "text"])) })),
    }),
  ),
});

export const invokeValue = ({ value }: TeamsActivity): z.output<typeof invoke> =>
  invoke.safeParse(value).data ?? {};

/** The tenant an activity is of; undefined when it does not say, or says two. */
export function tenantOf({ channelData, conversation }: TeamsActivity): string | undefined {
  const named = [channelData?.tenant?.id, conversation.tenantId].filter(Boolean);
  const [tenant, other] = [...new Set(named.map((id) => id?.toLowerCase()))];
  return other === undefined ? tenant : undefined;
}

/**
 * A conversation with the bot alone. The message extension is also used in chats of two people, which
 * call themselves personal too.
 */
export const isPersonal = ({ conversation }: TeamsActivity): boolean =>
  !conversation.id.startsWith("19:");
