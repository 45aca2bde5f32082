/** Thanks to a partner, whenever somebody wants to say them; once in the channel. */

import { notPartner, partnershipFor, partnershipsMeant } from "../access.ts";
import { answer, quote, type Form } from "../card.ts";
import type { Context, EventOf, Feature } from "../feature.ts";
import { isBlank, lengthOf, oneLine } from "../plain-text.ts";
import type { Outcome } from "../ports.ts";
import { partnersOf } from "../team/partnership.ts";
import type { Person } from "../team/person.ts";
import { share, teamOf } from "../telling/share.ts";
import { localDate } from "../time/calendar.ts";

/** In code points. */
const THANKS_LIMIT = 500;

export const sayThanksFeature: Feature = {
  name: "say-thanks",
  commands: {
    thanks: {
      summary: ({ checkIn }) => checkIn.thanksSummary,
      situation: "thanks",
      words: ({ commands }) => commands.thanks,
      hint: "[what for]",
      asks: true,
      fill: ask,
      run: ask,
    },
  },
  forms: { thanks: { submit: say } },
};

/** Whom somebody can thank: partners of their teams, each as `partnership|person`. */
async function thankable(context: Context): Promise<readonly (readonly [string, Person])[]> {
  const meant = await partnershipsMeant(context);
  const lists = await Promise.all(
    meant.map(async ({ partnership }) => {
      const people = await context.stores.people.findAll(partnersOf(partnership));
      return people.map((person) => [`${partnership.id}|${person.id}`, person] as const);
    }),
  );
  return lists.flat().filter(([, { id, active }]) => active && id !== context.person.id);
}

async function ask(context: Context, words: string): Promise<Outcome> {
  const { texts } = context;
  const { checkIn, common } = texts;
  if ((await partnershipsMeant(context)).length === 0) return notPartner(context);
  const people = await thankable(context);
  if (people.length === 0)
    return { type: "reply", card: { title: checkIn.thanksNobody, body: [] } };
  const named = people.find(([, { name }]) => words.toLowerCase().includes(first(name)));
  const form: Form = {
    form: "thanks",
    title: checkIn.formThanks,
    submit: checkIn.formThanksSend,
    cancel: common.cancel,
    context: "",
    inputs: [
      {
        type: "choice",
        id: "who",
        label: checkIn.formThanksWho,
        options: people.map(([value, { name }]) => ({ label: name, value })),
        value: (named ?? people[0])?.[0] ?? "",
      },
      {
        type: "text",
        id: "text",
        label: checkIn.formThanksFor,
        hint: checkIn.formThanksHint,
        multiline: true,
        maxLength: THANKS_LIMIT,
        value: Array.from(words.trim()).slice(0, THANKS_LIMIT).join(""),
      },
    ],
  };
  return { type: "ask", form };
}

const first = (name: string): string => name.split(" ")[0]?.toLowerCase() ?? "";

async function say(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, person, texts, now } = context;
  const { checkIn, common } = texts;
  const words = oneLine(answer(event.answers, "text"));
  const [partnershipId = "", toId = ""] = answer(event.answers, "who").split("|");
  const mine = await partnershipFor(context, partnershipId);
  const to =
    mine && partnersOf(mine.partnership).includes(toId) && (await stores.people.find(toId));
  if (!mine || !to || to.id === person.id)
    return { type: "invalid", problems: { who: common.empty } };
  if (isBlank(words)) return { type: "invalid", problems: { text: common.empty } };
  if (lengthOf(words) > THANKS_LIMIT)
    return { type: "invalid", problems: { text: common.tooLong(THANKS_LIMIT) } };
  const school = await stores.schools.find(mine.partnership.schoolId);
  if (!school) throw new Error(`No school ${mine.partnership.schoolId}`);
  const said = await stores.thanks.add({
    id: `k/${event.instance}`,
    partnershipId,
    fromId: person.id,
    toId: to.id,
    text: words,
    visibility: "channel",
    on: localDate(now, school.timezone),
    origin: event.instance,
  });
  const team = await teamOf(stores, mine.partnership, school);
  await share(context, team, { key: `thanks/${event.instance}`, kind: "thanks" }, (theirs) => ({
    title: theirs.checkIn.thanksTo(person.name, to.name),
    body: [quote(said.text)],
  }));
  return { type: "reply", card: { title: checkIn.thanksSaid(to.name), body: [] } };
}
