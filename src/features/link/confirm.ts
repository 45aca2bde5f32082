/** The yes on each side, and what follows from both: the two become one, without loss. */

import type { Card } from "../../card.ts";
import type { Context, EventOf, Services, TimerContext } from "../../feature.ts";
import { firstDigestTimer } from "../../nudge/nudge.ts";
import type { Outcome } from "../../ports.ts";
import {
  claim,
  codeTyped,
  emptied,
  join,
  merged,
  refuse,
  type Linking,
  type Self,
} from "../../team/linking.ts";
import { placeName } from "../../team/places.ts";
import { textsFor, type Texts } from "../../texts/index.ts";
import { firstCard, joinedCard, sayCard } from "./cards.ts";
import { findOpen, problemWith, tryOpen, type Found } from "./code.ts";

type Pressed = Context<EventOf<"action">>;

const confirmKey = ({ id, first }: Linking): string => `link.confirm/${id}/${first.personId}`;

/** Who typed the code says that the other one is them; the other one is asked. */
export async function confirmSecond(context: Pressed): Promise<Outcome> {
  const { stores, outbox, person, texts, event, now } = context;
  const code = codeTyped(event.value);
  const second: Self = { personId: person.id, address: event.from };
  const open = await openFor(context, code);
  if (open === "wait") return { type: "reply", card: sayCard(texts.people.linkWait) };
  const problem = open && (await problemWith(context, open));
  if (problem) return replaced(sayCard(problem));
  const linking = await stores.linkings.update(code, (known) => claim(known, second, now));
  const isMine = linking?.status === "claimed" && linking.second?.personId === person.id;
  const first = isMine ? await stores.people.find(linking.first.personId) : undefined;
  if (!isMine || !first) return replaced(sayCard(texts.people.linkOver));
  await outbox.post({
    key: confirmKey(linking),
    kind: "link.confirm",
    manner: "now",
    to: linking.first.address,
    card: firstCard(textsFor(first.locale, first.timezone), linking, second, person),
  });
  return replaced(sayCard(texts.people.linkHalf(placeName(linking.first.address, texts))));
}

/** A code in a button may be a guess, unless they are one of its two. */
async function openFor(context: Pressed, code: string): Promise<Found | "wait" | undefined> {
  const { stores, person } = context;
  const linking = await stores.linkings.find(code);
  const theirs = [linking?.first.personId, linking?.second?.personId].includes(person.id);
  return theirs ? await findOpen(context, code) : await tryOpen(context, code);
}

/** Who asked for the code says yes, too: now the two are one. */
export async function confirmFirst(context: Pressed): Promise<Outcome> {
  const { stores, timers, outbox, person, texts, event, now } = context;
  const code = codeTyped(event.value);
  const found = await stores.linkings.find(code);
  if (found?.first.personId !== person.id) return replaced(sayCard(texts.people.linkOver));
  const asked = await stores.people.find(found.second?.personId ?? "");
  const problem =
    found.status === "claimed" && asked
      ? await problemWith({ stores, texts, person: asked }, { linking: found, first: person })
      : undefined;
  if (problem) return replaced(sayCard(problem));
  const linking = await stores.linkings.update(code, (known) => join(known, now));
  if (linking?.status !== "joined" || !linking.second)
    return replaced(sayCard(texts.people.linkOver));
  // Whatever is cut short, or was on its way to the second one, is seen to a minute later.
  await timers.set({
    key: `link.join/${code}`,
    at: new Date(now.getTime() + SWEEP_MS),
    name: "link.join",
    districtId: stores.districtId,
    id: code,
  });
  await becomeOne(context, linking, linking.second);
  const one = (await stores.people.find(person.id)) ?? person;
  await outbox.post({
    key: `link.joined/${code}`,
    kind: "link.joined",
    manner: "now",
    to: linking.second.address,
    card: joinedCard(textsFor(one.locale, one.timezone), one),
  });
  return replaced(joinedCard(texts, one));
}

const SWEEP_MS = 60_000;

export async function sweep(context: TimerContext): Promise<void> {
  const linking = await context.stores.linkings.find(context.id);
  if (linking?.status === "joined" && linking.second)
    await becomeOne(context, linking, linking.second);
}

/** Each step may be repeated; what is there already stays as it is. */
async function becomeOne(
  { stores, timers, now }: Services,
  { first: { personId: to } }: Linking,
  { personId: from }: Self,
): Promise<void> {
  const second = await stores.people.find(from);
  if (second && second.addresses.length > 0) {
    await stores.people.update(to, (first) => merged(first, second));
    await stores.people.update(from, emptied);
  }
  await stores.replacePerson(from, to);
  const first = await stores.people.find(to);
  const partnerships = await stores.partnerships.ofPartner(to);
  if (first && partnerships.length > 0)
    await timers.ensure(firstDigestTimer(first, stores.districtId, now));
}

/** Nothing is joined; who said yes before hears of it. */
export async function sayNo(context: Pressed): Promise<Outcome> {
  const { stores, outbox, person, texts, event } = context;
  const code = codeTyped(event.value);
  const found = await stores.linkings.find(code);
  const ids = [found?.first.personId, found?.second?.personId];
  const open = ids.includes(person.id) ? found : await tryOpen(context, code);
  if (open === "wait") return { type: "reply", card: sayCard(texts.people.linkWait) };
  if (!open) return replaced(sayCard(texts.people.linkOver));
  const linking = await stores.linkings.update(code, refuse);
  if (linking?.status !== "refused") return replaced(sayCard(texts.people.linkOver));
  const asked = await stores.people.find(linking.second?.personId ?? "");
  if (linking.second && asked && asked.id !== person.id) {
    const theirs: Texts = textsFor(asked.locale, asked.timezone);
    await outbox.post({
      key: `link.no/${code}`,
      kind: "link.no",
      manner: "now",
      to: linking.second.address,
      card: sayCard(theirs.people.linkRefused),
    });
  }
  return replaced(sayCard(texts.people.linkNothing));
}

const replaced = (card: Card): Outcome => ({ type: "replace", card });
