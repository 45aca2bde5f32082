/**
 * What a whole partnership is told: once in each of its channels, and privately to the partners whom
 * no channel reaches. Whatever was told can be told anew, in all of these places at once.
 */

import type { Card } from "../card.ts";
import type { Services } from "../feature.ts";
import type { Manner } from "../nudge/attention.ts";
import type { OutgoingMessage } from "../ports.ts";
import { textsFor, type Texts } from "../texts/index.ts";
import { partnersOf, type Partnership } from "../team/partnership.ts";
import { addressIn, reachedAt, tenantOf, type Address, type Person } from "../team/person.ts";
import type { School } from "../team/school.ts";
import type { DistrictStores } from "../stores.ts";

/** A partnership with those who are in it. */
export interface Team {
  readonly partnership: Partnership;
  /** Active ones of both sides. */
  readonly partners: readonly Person[];
  readonly school: School;
}

export interface Shared {
  readonly key: string;
  readonly kind: string;
  /** Key of the shared message in whose thread it goes. */
  readonly thread?: string;
  /** How the nudge policy treats the private copies; a `question` where nothing is said. */
  readonly manner?: Manner;
  /** From then on a private copy that had to wait is no longer worth saying. */
  readonly expires?: Date;
}

/** One place in which a partnership hears of things. */
interface Outlet {
  readonly to: Address;
  readonly texts: Texts;
  /** Tells the copies of one message apart. */
  readonly suffix: string;
}

export async function teamOf(
  stores: Pick<DistrictStores, "people">,
  partnership: Partnership,
  school: School,
): Promise<Team> {
  const people = await stores.people.findAll(partnersOf(partnership));
  return { partnership, partners: people.filter(({ active }) => active), school };
}

/** Posts it everywhere, each copy in the language of its place, in the thread of its own sibling. */
export async function share(
  { outbox }: Pick<Services, "outbox">,
  team: Team,
  { key, kind, thread, manner, expires }: Shared,
  card: (texts: Texts) => Card,
): Promise<void> {
  for (const { to, texts, suffix } of outletsOf(team))
    await outbox.post({
      key: key + suffix,
      kind,
      to,
      card: inLanguage(texts, card),
      ...(thread ? { thread: thread + suffix } : {}),
      ...(manner ? { manner } : {}),
      ...(expires ? { expires } : {}),
    });
}

/** The same for the channels alone: what nobody has to be told directly. For the caller to post. */
export const inChannels = (
  team: Team,
  { key, kind }: Pick<Shared, "key" | "kind">,
  card: (texts: Texts) => Card,
): readonly OutgoingMessage[] =>
  openChannels(team.partnership).map((to) => ({
    key: key + suffixOf(team.partnership, to),
    kind,
    to,
    card: inLanguage(textsAt(team, to), card),
  }));

/** Replaces every copy of what was shared under a key; nothing when nothing was. */
export async function reviseShared(
  { outbox }: Pick<Services, "outbox">,
  team: Team,
  key: string,
  card: (texts: Texts) => Card,
): Promise<void> {
  const { partnership, partners } = team;
  // Also where nothing new would be posted now: a copy may stand there from before.
  for (const channel of partnership.channels)
    await outbox.revise(
      key + suffixOf(partnership, channel),
      inLanguage(textsAt(team, channel), card),
    );
  for (const { id, locale, timezone } of partners)
    await outbox.revise(`${key}/${id}`, inLanguage(textsFor(locale, timezone), card));
}

/** A card that says in which language it is. */
export const inLanguage = (texts: Texts, card: (texts: Texts) => Card): Card => ({
  ...card(texts),
  locale: texts.locale,
});

/**
 * The language of a channel's posts: the school's. In a partnership with several channels, one whose
 * partners all read another language gets theirs.
 */
export function textsAt({ partnership, partners, school }: Team, channel: Address): Texts {
  const here = partners.filter((person) => addressIn(person, tenantOf(channel)));
  const [locale, ...others] = [...new Set(here.map((person) => person.locale))];
  const isTheirs = partnership.channels.length > 1 && others.length === 0;
  return textsFor((isTheirs ? locale : undefined) ?? school.locale, school.timezone);
}

/**
 * The copies, on the partnership's other channels, of the message that stands under that key in this
 * one; none when it is nothing that was shared.
 */
export function siblingsOf(
  partnership: Partnership,
  channel: Address,
  key: string,
): readonly { readonly to: Address; readonly key: string }[] {
  const own = suffixOf(partnership, channel);
  if (!key.endsWith(own)) return [];
  const shared = key.slice(0, key.length - own.length);
  return openChannels(partnership)
    .filter((other) => other !== channel)
    .map((other) => ({ to: other, key: shared + suffixOf(partnership, other) }));
}

const openChannels = ({ channels, closed }: Partnership): readonly Address[] =>
  channels.filter((channel) => !closed.includes(channel));

function outletsOf(team: Team): readonly Outlet[] {
  const { partnership, partners } = team;
  const channels = openChannels(partnership);
  const apart = partners.filter(
    (person) => !channels.some((channel) => addressIn(person, tenantOf(channel))),
  );
  return [
    ...channels.map((to) => ({
      to,
      texts: textsAt(team, to),
      suffix: suffixOf(partnership, to),
    })),
    ...apart.flatMap((person) => {
      const to = reachedAt(person);
      const texts = textsFor(person.locale, person.timezone);
      return to ? [{ to, texts, suffix: `/${person.id}` }] : [];
    }),
  ];
}

/** The oldest channel has the plain key, so that a second one changes nothing of what was posted. */
const suffixOf = ({ channels }: Pick<Partnership, "channels">, channel: Address): string =>
  channels[0] === channel ? "" : `@${tenantOf(channel)}`;
