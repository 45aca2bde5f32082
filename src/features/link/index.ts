/** One person on two platforms: joined by a code and a yes on each side, shown, and taken apart again. */

import { addressIn, tenantOf, type Address, type Person } from "../../team/person.ts";
import type { Context, EventOf, Feature } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import { sayCard, whereCard } from "./cards.ts";
import { confirmFirst, confirmSecond, sayNo, sweep } from "./confirm.ts";
import { giveCode, typeCode } from "./code.ts";

export const linkFeature: Feature = {
  name: "link",
  commands: {
    link: {
      summary: ({ people }) => people.linkSummary,
      situation: "me",
      words: ({ commands }) => commands.link,
      for: ["anyone"],
      hint: "[code]",
      run: async (context, rest) =>
        rest ? await typeCode(context, rest) : await showWhere(context),
    },
  },
  actions: {
    "link.code": giveCode,
    "link.second": confirmSecond,
    "link.first": confirmFirst,
    "link.no": sayNo,
    "link.primary": makePrimary,
    "link.remove": takeApart,
  },
  timers: { "link.join": sweep },
};

/** Where they are reached; for somebody in one place only, a code for the other at once. */
async function showWhere(context: Context<EventOf<"command">>): Promise<Outcome> {
  const { stores, person, texts } = context;
  const missing = (await stores.tenants()).filter((tenant) => !addressIn(person, tenant));
  if (person.addresses.length > 1)
    return { type: "reply", card: whereCard(texts, person, missing.length > 0) };
  return missing.length > 0
    ? await giveCode(context)
    : { type: "reply", card: sayCard(texts.people.linkNowhere) };
}

type Pressed = Context<EventOf<"action">>;

async function makePrimary(context: Pressed): Promise<Outcome> {
  return await rearranged(context, (person, chosen) =>
    person.addresses[0] === chosen
      ? person
      : { ...person, addresses: [chosen, ...person.addresses.filter((each) => each !== chosen)] },
  );
}

/** What was theirs stays theirs; at the other place they begin anew, as somebody the bot never met. */
async function takeApart(context: Pressed): Promise<Outcome> {
  return await rearranged(context, (person, chosen) =>
    person.addresses.length < 2
      ? person
      : {
          ...person,
          addresses: person.addresses.filter((each) => each !== chosen),
          unreachable: person.unreachable.filter((each) => each !== chosen),
        },
  );
}

/** Of the person's own places only, whatever the button says (rule 3). */
async function rearranged(
  { stores, person, texts, event }: Pressed,
  change: (person: Person, chosen: Address) => Person,
): Promise<Outcome> {
  const changed = await stores.people.update(person.id, (known) => {
    const chosen = known.addresses.find((address) => address === event.value);
    return chosen ? change(known, chosen) : known;
  });
  const tenants = await stores.tenants();
  const now = changed ?? person;
  const isMissing = tenants.some((tenant) => !now.addresses.map(tenantOf).includes(tenant));
  return { type: "replace", card: whereCard(texts, now, isMissing) };
}
