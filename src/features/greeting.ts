/** The first words to a place or a person: what this is, why they hear it, and what there is for them. */

import { actions, text, type Button, type Card } from "../card.ts";
import { typing } from "../commands.ts";
import type { Context, EventOf, Feature, Services } from "../feature.ts";
import { firstContact } from "../finding/first-contact.ts";
import { standingOf } from "../finding/standing.ts";
import { inLanguage } from "../telling/share.ts";
import { textsFor, type Texts } from "../texts/index.ts";

export const greetingFeature: Feature = {
  name: "greeting",
  async lifecycle(context) {
    const { event } = context;
    if (event.type === "installed") await greet(context, event);
  },
  async opened(context) {
    await greetReader(context);
  },
};

const keyOf = (place: string): string => `greeting/${place}`;

/** Under a key of the place: a second installation is not greeted a second time. */
async function greet(services: Services, { from, channel }: EventOf<"installed">): Promise<void> {
  const { stores, outbox, meet } = services;
  const [person, district] = await Promise.all([
    channel ? stores.people.at(from) : meet(from),
    stores.district(),
  ]);
  const partnership = channel
    ? await stores.partnerships.atChannel(channel)
    : person && (await stores.partnerships.ofPartner(person.id))[0];
  const school = partnership && (await stores.schools.find(partnership.schoolId));
  const reader = (channel ? school : undefined) ?? person;
  const locale = reader?.locale ?? district?.locales[0] ?? "en";
  const timezone = reader?.timezone ?? district?.timezone ?? "UTC";
  if (!channel && !person) return;
  const standing =
    channel || school || !person ? undefined : await standingOf({ ...services, person });
  await outbox.post({
    key: keyOf(channel ?? from),
    kind: "greeting",
    manner: "now",
    to: channel ?? from,
    card: inLanguage(textsFor(locale, timezone), (texts) => {
      if (!standing) return placeCard(texts, school?.name);
      const { lines, button } = firstContact(standing, texts);
      return personCard(texts, lines, button);
    }),
  });
}

/** Partners were welcomed to their team; everybody else hears at their first look what there is. */
async function greetReader(context: Context<EventOf<"home">>): Promise<void> {
  const { stores, outbox, person, event, texts } = context;
  if ((await stores.partnerships.ofPartner(person.id)).length > 0) return;
  if (await outbox.has(keyOf(event.from))) return;
  const standing = await standingOf(context);
  if (standing.teams.length > 0) return;
  const { lines, button } = firstContact(standing, texts);
  await outbox.post({
    key: keyOf(event.from),
    kind: "greeting",
    manner: "now",
    to: event.from,
    card: inLanguage(texts, (theirs) => personCard(theirs, lines, button)),
  });
}

/** @param school of the team that is there already, if one is. */
function placeCard({ setup, finding }: Texts, school: string | undefined): Card {
  const menu: Button = typing(finding.title, "help");
  const first: Button = school
    ? typing(setup.helpPlan, "plan", { style: "primary" })
    : typing(setup.greetingSetUp, "setup", { style: "primary" });
  return {
    title: setup.channelTitle,
    body: [
      ...setup.greetingLines.map(text),
      text(school ? setup.greetingTeam(school) : setup.greetingAsk),
      actions(first, menu),
    ],
  };
}

const personCard = ({ setup }: Texts, lines: readonly string[], button: Button): Card => ({
  title: setup.channelTitle,
  body: [...setup.greetingLines.map(text), ...lines.map(text), actions(button)],
});
