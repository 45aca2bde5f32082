/** Thanks for something that got done quietly: asked for now and then, written by the person alone (N-12). */

import { itemFor, notFound, type Mine } from "../../access.ts";
import { answer, quote, type Form } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import { pressed } from "../../telling/press.ts";
import { isBlank, lengthOf, oneLine } from "../../plain-text.ts";
import { readItemPress } from "../../cards/item-lines.ts";
import type { ActionItem } from "../../plan/action-item.ts";
import type { Outcome } from "../../ports.ts";
import type { Person } from "../../team/person.ts";
import { share, teamOf } from "../../telling/share.ts";
import { localDate } from "../../time/calendar.ts";

/** In code points. */
const THANKS_LIMIT = 500;

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
  return { type: "ask", form: form(found, event.value, texts) };
}

function form(
  { to, item }: Thanked,
  value: string,
  { checkIn: say, common, nudge }: Context["texts"],
): Form {
  return {
    form: "nudge.thanks",
    title: say.formThanks,
    submit: say.formThanksSend,
    cancel: common.cancel,
    context: value,
    inputs: [
      { type: "note", text: nudge.thanksPrompt(to.name, item.title) },
      {
        type: "text",
        id: "text",
        label: say.formThanksFor,
        hint: say.formThanksHint,
        multiline: true,
        maxLength: THANKS_LIMIT,
      },
    ],
  };
}

/** Said once in the channel, however often the form arrives. */
export async function sayThanks(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, person, texts, now } = context;
  const { checkIn: say, common } = texts;
  const found = await thanked(context, event.context);
  if (!found) return notFound(context, readItemPress(event.context).id);
  const words = oneLine(answer(event.answers, "text"));
  if (isBlank(words)) return { type: "invalid", problems: { text: common.empty } };
  if (lengthOf(words) > THANKS_LIMIT)
    return { type: "invalid", problems: { text: common.tooLong(THANKS_LIMIT) } };
  const { partnership, to } = found;
  const school = await stores.schools.find(partnership.schoolId);
  if (!school) throw new Error(`No school ${partnership.schoolId}`);
  const said = await stores.thanks.add({
    id: `k/${event.instance}`,
    partnershipId: partnership.id,
    fromId: person.id,
    toId: to.id,
    text: words,
    visibility: "channel",
    on: localDate(now, school.timezone),
    origin: event.instance,
  });
  const team = await teamOf(stores, partnership, school);
  await share(context, team, { key: `thanks/${event.instance}`, kind: "thanks" }, (theirs) => ({
    title: theirs.checkIn.thanksTo(person.name, to.name),
    body: [quote(said.text)],
  }));
  return { type: "reply", card: { title: say.thanksSaid(to.name), body: [] } };
}
