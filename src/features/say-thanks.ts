/** Thanks to a partner, whenever somebody wants to say them. */

import { notPartner, partnershipsMeant } from "../access.ts";
import type { Context, EventOf, Feature } from "../feature.ts";
import { readForm } from "../fields/read.ts";
import { shorten } from "../plain-text.ts";
import type { Outcome } from "../ports.ts";
import { partnersOf, type Partnership } from "../team/partnership.ts";
import type { Person } from "../team/person.ts";
import { teamOf } from "../telling/share.ts";
import { sendThanks, THANKS, THANKS_FOR, thanksForm } from "./thanks.ts";

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

interface Thankable {
  /** `partnership|person` */
  readonly value: string;
  readonly partnership: Partnership;
  readonly person: Person;
}

/** Whom somebody can thank: partners of their teams. */
async function thankable(context: Context): Promise<readonly Thankable[]> {
  const meant = await partnershipsMeant(context);
  const lists = await Promise.all(
    meant.map(async ({ partnership }) => {
      const people = await context.stores.people.findAll(partnersOf(partnership));
      return people.map((person) => ({
        value: `${partnership.id}|${person.id}`,
        partnership,
        person,
      }));
    }),
  );
  return lists.flat().filter(({ person: { id, active } }) => active && id !== context.person.id);
}

async function ask(context: Context, typed: string): Promise<Outcome> {
  const { texts } = context;
  if ((await partnershipsMeant(context)).length === 0) return notPartner(context);
  const people = await thankable(context);
  const named = people.find(({ person }) => typed.toLowerCase().includes(first(person.name)));
  const who = (named ?? people[0])?.value;
  if (who === undefined)
    return { type: "reply", card: { title: texts.checkIn.thanksNobody, body: [] } };
  const options = people.map(({ value, person }) => ({ label: person.name, value }));
  const words = shorten(typed.trim(), THANKS_FOR.text.max);
  return {
    type: "ask",
    form: thanksForm(texts, { form: "thanks" }, { people: options, who, words }),
  };
}

const first = (name: string): string => name.split(" ")[0]?.toLowerCase() ?? "";

async function say(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores } = context;
  const people = await thankable(context);
  const read = readForm(THANKS, context, { offered: { who: people.map(({ value }) => value) } });
  if (read.type === "invalid") return read;
  const to = people.find(({ value }) => value === read.values.who);
  const school = to && (await stores.schools.find(to.partnership.schoolId));
  if (!to || !school) throw new Error(`${read.values.who} was offered`);
  const team = await teamOf(stores, to.partnership, school);
  return await sendThanks(context, team, to.person, read.values.text);
}
