/** Carries out what the policy decided: the day's message as a row, its card, and what was told by it. */

import { actions, type Card } from "../card.ts";
import type { Services } from "../feature.ts";
import type { ActionItem } from "../plan/action-item.ts";
import type { OutgoingMessage } from "../ports.ts";
import { reachedAt, type Person } from "../team/person.ts";
import { textsFor, type Texts } from "../texts/index.ts";
import { localDate } from "../time/calendar.ts";
import { digestCard } from "./digest-card.ts";
import { digestView, digestViews } from "./digest-facts.ts";
import type { Telling } from "../nudge/facts.ts";
import type { Looked } from "./left-alone.ts";
import { countNudge, digestId, type Digest, type DigestEntry } from "../nudge/nudge.ts";
import type { Known } from "./reading.ts";
import type { Notice } from "./notice.ts";

export async function tellAll(services: Services, looked: readonly Looked[]): Promise<void> {
  const { stores, outbox } = services;
  const rows = looked.flatMap((each) => (each.plan.tell ? [digestOf(each, each.plan.tell)] : []));
  // A message of today that is there already is the one that counts.
  const stored = await stores.digests.addAll(rows);
  await countAll(services, stored);
  const messages = await messagesFor(services, looked, stored);
  await outbox.postAll(messages);
  await noteTold(services, looked, stored);
}

/** More than anybody turns pages for; the plan shows everything. */
const REST_KEPT = 50;

function digestOf({ person }: Known, tell: Telling): Digest {
  const { date, kind, freshStart, thanksFor } = tell;
  return {
    id: digestId(person.id, date),
    personId: person.id,
    date,
    entries: tell.entries,
    more: tell.rest.length,
    pressedAt: null,
    kind,
    ...(tell.rest.length > 0 ? { rest: tell.rest.slice(0, REST_KEPT) } : {}),
    ...(tell.asksCadence ? { asksCadence: true } : {}),
    ...(freshStart === null ? {} : { freshStart }),
    ...(thanksFor === null ? {} : { thanksFor }),
    ...(tell.isHandBack && person.cover
      ? { handBack: { since: person.cover.start, coverId: person.cover.byId } }
      : {}),
  };
}

async function countAll({ stores }: Services, digests: readonly Digest[]): Promise<void> {
  const counting = digests
    .flatMap(({ entries }) => entries)
    .filter(({ overdueNudges, afterGoal }) => overdueNudges > 0 || afterGoal === true);
  const entryOf = new Map(counting.map((entry) => [entry.id, entry]));
  await stores.items.updateAll([...entryOf.keys()], (item: ActionItem) => {
    const entry = entryOf.get(item.id);
    return entry ? countNudge(item, entry) : item;
  });
}

/** A notice that is told alone stays the message it was; everything else is a list. */
const onlyNotice = ({ entries, more, kind }: Digest): DigestEntry | undefined => {
  const [only, ...others] = entries;
  const isAlone = others.length === 0 && more === 0 && kind !== undefined && kind !== "weekly";
  return isAlone && only?.kind === "notice" ? only : undefined;
};

async function messagesFor(
  services: Services,
  looked: readonly Looked[],
  digests: readonly Digest[],
): Promise<readonly OutgoingMessage[]> {
  const byPerson = new Map(looked.map((each) => [each.person.id, each]));
  const lists = digests.filter((digest) => !onlyNotice(digest));
  const views = await digestViews(
    services,
    lists.flatMap((digest) => {
      const each = byPerson.get(digest.personId);
      return each ? [{ digest, person: each.person, workplaces: each.workplaces }] : [];
    }),
  );
  const listed = views.flatMap((view): readonly OutgoingMessage[] => {
    const person = byPerson.get(view.digest.personId)?.person;
    const to = person && reachedAt(person);
    if (!to) return [];
    const card = digestCard(view, textsFor(person.locale, person.timezone));
    return [{ key: view.digest.id, kind: kindOf(view.digest), to, card, manner: "now" }];
  });
  const single = digests.flatMap((digest) => {
    const only = onlyNotice(digest);
    const each = byPerson.get(digest.personId);
    if (!each) return [];
    const texts = textsFor(each.person.locale, each.person.timezone);
    return (
      each.notices
        .filter(({ id }) => id === only?.id)
        .map(asMessage)
        // Who is in no team has nothing to pause.
        .map((message) =>
          each.workplaces.length > 0 ? withWaysOut(message, digest, texts) : message,
        )
    );
  });
  const answers = looked.flatMap(({ plan: decided, notices }) =>
    notices.filter(({ id }) => decided.answers.includes(id)).map(asMessage),
  );
  return [...answers, ...listed, ...single];
}

const kindOf = ({ kind = "weekly" }: Digest): string =>
  kind === "weekly" ? "nudge.digest" : `nudge.${kind === "reminder" ? "reminder" : "gathered"}`;

const asMessage = ({ id, kind, to, card, thread }: Notice): OutgoingMessage => ({
  key: id,
  kind,
  to,
  card,
  manner: "now",
  ...(thread === null ? {} : { thread }),
});

/** Whoever is told something unasked can ask why, and stop it (N-11). */
const withWaysOut = (
  message: OutgoingMessage,
  { id }: Digest,
  { common }: Texts,
): OutgoingMessage => ({
  ...message,
  card: {
    ...message.card,
    body: [
      ...message.card.body,
      actions(
        { label: common.whyThis, action: "nudge.why", value: id },
        { label: common.pause, action: "nudge.pause", value: id },
      ),
    ],
  },
});

async function noteTold(
  { stores, now }: Services,
  looked: readonly Looked[],
  digests: readonly Digest[],
): Promise<void> {
  const changes = new Map<string, Partial<Notice>>();
  for (const digest of digests) {
    const only = onlyNotice(digest);
    for (const { kind, id } of [...digest.entries, ...(digest.rest ?? [])])
      if (kind === "notice")
        changes.set(
          id,
          id === only?.id
            ? { state: "told", toldOn: digest.date }
            : { state: "listed", inMessage: digest.id, toldOn: digest.date },
        );
  }
  for (const { plan: decided, person } of looked) {
    const today = localDate(now, person.timezone);
    for (const id of decided.answers) changes.set(id, { state: "told", toldOn: today });
    for (const id of decided.expired) changes.set(id, { state: "settled" });
  }
  await stores.notices.updateAll([...changes.keys()], (notice) => {
    const change = changes.get(notice.id);
    return change && notice.state === "held" ? { ...notice, ...change } : notice;
  });
}

/** The message of a person as it stands now; undefined when it is none that is drawn from a list. */
export async function drawn(
  services: Services,
  person: Person,
  digest: Digest,
): Promise<Card | undefined> {
  if (onlyNotice(digest)) return undefined;
  const view = await digestView(services, person, digest);
  return view && digestCard(view, textsFor(person.locale, person.timezone));
}
