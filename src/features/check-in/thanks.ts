/** Thanks to a partner, after a meeting. */

import { answer } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import { readForm } from "../../fields/read.ts";
import type { Place } from "../../here/meeting.ts";
import type { Outcome } from "../../ports.ts";
import type { Person } from "../../team/person.ts";
import { sendThanks, THANKS, thanksForm } from "../thanks.ts";
import { askedAbout, withWords } from "./after.ts";

const others = ({ partners }: Place, person: Person): readonly Person[] =>
  partners.filter(({ id }) => id !== person.id);

export async function askThanks(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, person, texts } = context;
  const asked = await askedAbout(context, event.value);
  if ("refusal" in asked) return asked.refusal;
  const people = others(asked.place, person);
  const [first] = people;
  if (!first) return { type: "reply", card: { title: texts.checkIn.thanksNobody, body: [] } };
  const form = thanksForm(
    texts,
    { form: "check-in.thanks", context: event.value },
    { people: people.map(({ id, name }) => ({ label: name, value: id })), who: first.id },
  );
  return { type: "ask", form };
}

export async function sayThanks(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { event, person, texts } = context;
  const asked = await askedAbout(context, event.context);
  if ("refusal" in asked) return withWords(asked.refusal, [answer(event.answers, "text")]);
  const people = others(asked.place, person);
  const isSelf = answer(event.answers, "who") === person.id;
  const read = readForm(THANKS, context, {
    offered: { who: people.map(({ id }) => id) },
    missing: isSelf ? { who: texts.checkIn.thanksSelf } : {},
  });
  if (read.type === "invalid") return read;
  const { who, text } = read.values;
  const to = people.find(({ id }) => id === who);
  if (!to) throw new Error(`${who} was offered`);
  return await sendThanks(context, asked.place, to, text);
}
