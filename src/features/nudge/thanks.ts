/** Thanks for something that got done quietly: asked for now and then, written by the person alone (N-12). */

import { itemFor, notFound, type Mine } from "../../access.ts";
import type { Context, EventOf } from "../../feature.ts";
import { readForm } from "../../fields/read.ts";
import { pressed } from "../../telling/press.ts";
import { readItemPress } from "../../cards/item-lines.ts";
import type { ActionItem } from "../../plan/action-item.ts";
import type { Outcome } from "../../ports.ts";
import type { Person } from "../../team/person.ts";
import { teamOf } from "../../telling/share.ts";
import { sendThanks, THANKS_FOR, thanksForm } from "../thanks.ts";

interface Thanked extends Mine<{ item: ActionItem }> {
  readonly to: Person;
}

async function thanked(context: Context, value: string): Promise<Thanked | undefined> {
  const found = await itemFor(context, readItemPress(value).id);
  const ownerId = found?.item.ownerId;
  const to = ownerId ? await context.stores.people.find(ownerId) : undefined;
  return found && to && to.id !== context.person.id ? { ...found, to } : undefined;
}

export async function askThanks(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, texts } = context;
  const found = await thanked(context, event.value);
  if (!found) return notFound(context, readItemPress(event.value).id);
  await pressed(context, readItemPress(event.value).digestId);
  const done = texts.nudge.thanksPrompt(found.to.name, found.item.title);
  const before = [{ type: "note" as const, text: done }];
  const form = thanksForm(texts, { form: "nudge.thanks", context: event.value, before });
  return { type: "ask", form };
}

export async function sayThanks(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event } = context;
  const found = await thanked(context, event.context);
  if (!found) return notFound(context, readItemPress(event.context).id);
  const read = readForm(THANKS_FOR, context);
  if (read.type === "invalid") return read;
  const { partnership, to } = found;
  const school = await stores.schools.find(partnership.schoolId);
  if (!school) throw new Error(`No school ${partnership.schoolId}`);
  return await sendThanks(context, await teamOf(stores, partnership, school), to, read.values.text);
}
