/** Thanks to a partner, in the words of the one who says them, once in the channel (N-12). */

import { quote, type Form, type Option } from "../card.ts";
import type { Context, EventOf } from "../feature.ts";
import { lines, pick } from "../fields/field.ts";
import { formOf, type Asked } from "../fields/form.ts";
import type { Outcome } from "../ports.ts";
import type { Person } from "../team/person.ts";
import { share, type Team } from "../telling/share.ts";
import type { Texts } from "../texts/index.ts";
import { localDate } from "../time/calendar.ts";

/** Where only one person can be thanked, nobody is asked whom. */
export const THANKS_FOR = { text: lines(500) };
export const THANKS = { who: pick, ...THANKS_FOR };

export function thanksForm(
  texts: Texts,
  { form, context, before }: Pick<Asked<typeof THANKS>, "form" | "context" | "before">,
  { people, who, words = "" }: { people?: readonly Option[]; who?: string; words?: string } = {},
): Form {
  const { checkIn: say } = texts;
  return formOf(texts, THANKS, {
    form,
    ...(context ? { context } : {}),
    ...(before ? { before } : {}),
    title: say.formThanks,
    submit: say.formThanksSend,
    ask: {
      ...(people ? { who: { label: say.formThanksWho, options: people } } : {}),
      text: { label: say.formThanksFor, hint: say.formThanksHint },
    },
    values: { who, text: words },
  });
}

/** Said once in the channel, however often the form arrives. */
export async function sendThanks(
  context: Context<EventOf<"form">>,
  team: Team,
  to: Person,
  text: string,
): Promise<Outcome> {
  const { stores, event, person, texts, now } = context;
  const said = await stores.thanks.add({
    id: `k/${event.instance}`,
    partnershipId: team.partnership.id,
    fromId: person.id,
    toId: to.id,
    text,
    visibility: "channel",
    on: localDate(now, team.school.timezone),
    origin: event.instance,
  });
  await share(context, team, { key: `thanks/${event.instance}`, kind: "thanks" }, (theirs) => ({
    title: theirs.checkIn.thanksTo(person.name, to.name),
    body: [quote(said.text)],
  }));
  return { type: "reply", card: { title: texts.checkIn.thanksSaid(to.name), body: [] } };
}
