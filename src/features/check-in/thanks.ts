/** Thanks to a partner, in the words of the one who says them, once in the channel (N-12). */

import { answer, quote, type Form } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import { isBlank, lengthOf, oneLine } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import { share } from "../../telling/share.ts";
import { askedAbout, withWords } from "./after.ts";
import type { Place } from "../../here/meeting.ts";

/** In code points. */
const THANKS_LIMIT = 500;

export async function askThanks(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, person, texts } = context;
  const asked = await askedAbout(context, event.value);
  if ("refusal" in asked) return asked.refusal;
  const { place } = asked;
  return place.partners.some(({ id }) => id !== person.id)
    ? { type: "ask", form: thanksForm(place, event.value, context) }
    : { type: "reply", card: { title: texts.checkIn.thanksNobody, body: [] } };
}

function thanksForm(
  { partners }: Place,
  context: string,
  { texts, person }: Pick<Context, "texts" | "person">,
): Form {
  const { checkIn: say, common } = texts;
  const others = partners.filter(({ id }) => id !== person.id);
  return {
    form: "check-in.thanks",
    title: say.formThanks,
    submit: say.formThanksSend,
    cancel: common.cancel,
    context,
    inputs: [
      {
        type: "choice",
        id: "who",
        label: say.formThanksWho,
        options: others.map(({ id, name }) => ({ label: name, value: id })),
        ...(others[0] ? { value: others[0].id } : {}),
      },
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

export async function sayThanks(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, person, texts } = context;
  const { checkIn: say, common } = texts;
  const words = oneLine(answer(event.answers, "text"));
  const asked = await askedAbout(context, event.context);
  if ("refusal" in asked) return withWords(asked.refusal, [words]);
  const { place } = asked;
  const who = answer(event.answers, "who");
  const to = place.partners.find(({ id }) => id === who);
  if (who === person.id) return { type: "invalid", problems: { who: say.thanksSelf } };
  if (!to) return { type: "invalid", problems: { who: common.empty } };
  if (isBlank(words)) return { type: "invalid", problems: { text: common.empty } };
  if (lengthOf(words) > THANKS_LIMIT)
    return { type: "invalid", problems: { text: common.tooLong(THANKS_LIMIT) } };
  const { text } = await stores.thanks.add({
    id: `k/${event.instance}`,
    partnershipId: place.partnership.id,
    fromId: person.id,
    toId: to.id,
    text: words,
    visibility: "channel",
    on: place.today,
    origin: event.instance,
  });
  await share(context, place, { key: `thanks/${event.instance}`, kind: "thanks" }, (theirs) => ({
    title: theirs.checkIn.thanksTo(person.name, to.name),
    body: [quote(text)],
  }));
  return { type: "reply", card: { title: say.thanksSaid(to.name), body: [] } };
}
