/**
 * What people write below a shared post on one platform is shown below its sibling on the other, once,
 * with the writer's name and role. A later edit or deletion is not: what was said stays said, as in a
 * conversation. Posts of the bot never come here, so nothing is echoed back.
 */

import { muted, quote, type Card } from "../card.ts";
import type { Context, EventOf, Feature } from "../feature.ts";
import { isBlank, manyLines, shorten } from "../plain-text.ts";
import type { Person } from "../team/person.ts";
import { placeName } from "../team/places.ts";
import { schoolDays } from "../here/school-days.ts";
import { inLanguage, siblingsOf, teamOf, textsAt } from "../telling/share.ts";
import type { Texts } from "../texts/index.ts";

export const threadsFeature: Feature = { name: "threads", said: mirror };

/** In code points; what is longer is read where it was written. */
const SHOWN = 2000;

async function mirror(context: Context<EventOf<"said">>): Promise<void> {
  const { stores, outbox, event, person } = context;
  const { channel, thread, tenant, id } = event;
  const words = manyLines(event.text);
  if (!channel || isBlank(words)) return;
  const partnership = await stores.partnerships.atChannel(channel);
  const key = partnership && (await outbox.keyOf(thread));
  if (!key) return;
  const siblings = siblingsOf(partnership, channel, key);
  if (siblings.length === 0) return;
  const { school } = await schoolDays(stores, partnership.schoolId);
  const team = await teamOf(stores, partnership, school);
  for (const sibling of siblings)
    if (await outbox.has(sibling.key))
      await outbox.post({
        key: `said/${tenant}/${id}/${sibling.to}`,
        kind: "thread.said",
        to: sibling.to,
        thread: sibling.key,
        card: inLanguage(textsAt(team, sibling.to), (texts) =>
          saidCard(texts, person, words, event),
        ),
      });
}

function saidCard(
  texts: Texts,
  { name, role }: Person,
  words: string,
  { from }: EventOf<"said">,
): Card {
  const { people } = texts;
  const place = placeName(from, texts);
  const shown = shorten(words, SHOWN);
  return {
    title: people.said(name, people.roles[role], place),
    body: [quote(shown), ...(shown === words ? [] : [muted(people.saidMore(place))])],
  };
}
