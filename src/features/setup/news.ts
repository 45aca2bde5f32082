/** What people and channels hear when a team is started or changed, each once. */

import { muted, text, type Card } from "../../card.ts";
import type { Context } from "../../feature.ts";
import { firstDigestTimer } from "../../nudge/nudge.ts";
import { partnersOf, type Partnership } from "../../team/partnership.ts";
import { reachedAt, type Address, type Person } from "../../team/person.ts";
import { placeName, placeNames } from "../../team/places.ts";
import { inLanguage, textsAt, type Team } from "../../telling/share.ts";
import { textsFor, type Texts } from "../../texts/index.ts";
import { invitationBlocks } from "./answer.ts";
import type { Wanted } from "./form.ts";

/** Those who were added hear of it, and the channels: a new one, and that there is one more. */
export async function tell(
  context: Context,
  partnership: Partnership,
  wanted: Wanted,
  before: Partnership | undefined,
): Promise<void> {
  const { stores, outbox, timers, person, now } = context;
  const { name, library, it, channel } = wanted;
  const known = before ? partnersOf(before) : [];
  for (const added of [...library, ...it].filter(({ id }) => !known.includes(id))) {
    await timers.set(firstDigestTimer(added, stores.districtId, now));
    const to = reachedAt(added);
    if (to && added.id !== person.id)
      await outbox.post({
        key: `setup.welcome/${partnership.id}/${added.id}`,
        kind: "setup.welcome",
        to,
        card: welcomeCard(textsFor(added.locale, added.timezone), partnership, name, person),
      });
  }
  if (channel && !before?.channels.includes(channel))
    await tellChannels(context, partnership, wanted, channel);
}

async function tellChannels(
  { outbox }: Context,
  partnership: Partnership,
  { name, timezone, locale, library, it }: Wanted,
  channel: Address,
): Promise<void> {
  const { schoolId } = partnership;
  const school = { id: schoolId, name, timezone, locale, calendarId: null, learningGoals: [] };
  const team: Team = { partnership, partners: [...library, ...it], school };
  const others = partnership.channels.filter((other) => other !== channel);
  await outbox.post({
    key: `setup.channel/${partnership.id}/${channel}`,
    kind: "setup.channel",
    to: channel,
    card: inLanguage(textsAt(team, channel), (texts) =>
      channelCard(texts, { library, it }, others),
    ),
  });
  for (const other of others.filter((each) => !partnership.closed.includes(each))) {
    await outbox.post({
      key: `setup.joined/${partnership.id}/${other}/${channel}`,
      kind: "setup.joined",
      to: other,
      card: inLanguage(textsAt(team, other), (texts) => ({
        title: texts.setup.joinedTitle(placeName(channel, texts)),
        body: [text(texts.setup.shownOnBoth(placeName(channel, texts)))],
      })),
    });
  }
}

const welcomeCard = (texts: Texts, team: Partnership, school: string, by: Person): Card => ({
  title: texts.setup.welcomeTitle(school),
  body: [
    text(texts.setup.welcomeBody(by.name)),
    ...invitationBlocks(team, school, texts),
    muted(texts.setup.welcomeStop),
  ],
});

function channelCard(
  texts: Texts,
  { library, it }: Pick<Wanted, "library" | "it">,
  others: readonly Address[],
): Card {
  const { setup, locale } = texts;
  const names = (people: readonly Person[]) =>
    new Intl.ListFormat(locale).format(people.map(({ name }) => name));
  return {
    title: setup.channelTitle,
    body: [
      text(
        it.length > 0
          ? setup.channelBody(names(library), names(it))
          : setup.channelBodyNoIt(names(library)),
      ),
      ...(others.length > 0 ? [text(setup.shownOnBoth(placeNames(others, texts)))] : []),
    ],
  };
}
