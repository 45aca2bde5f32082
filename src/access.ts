/**
 * Who may see and do what, decided from the role now (rule 3). A button or a typed id is a request,
 * not a right; the refusal reads the same for "not yours" and for "does not exist".
 */

import type { ActionItem } from "./plan/action-item.ts";
import { actions } from "./card.ts";
import type { CheckIn } from "./check-in/check-in.ts";
import type { Context } from "./feature.ts";
import type { Goal } from "./goal/goal.ts";
import type { MeetingSearch } from "./meetings/search.ts";
import { sideOf, type Partnership } from "./team/partnership.ts";
import { coverOn } from "./team/availability.ts";
import type { Person, Side } from "./team/person.ts";
import { localDate } from "./time/calendar.ts";
import { shorten } from "./plain-text.ts";
import type { Outcome } from "./ports.ts";
import { mayRead, type PlanShare } from "./protocol/plan-share.ts";
import type { Reflection } from "./reflection/reflection.ts";

/** A thing of a partnership, with the side on which the person who asked stands. */
export type Mine<T> = T & { readonly partnership: Partnership; readonly side: Side };

type Asked = Pick<Context, "stores" | "person" | "now">;

/**
 * The goal, when the person is one of its partners and it still exists; a draft only for its owner
 * (rules, section 9.3). `g-41`, `#41` and `41` are one.
 */
export async function goalFor(
  asked: Asked,
  typed: string,
): Promise<Mine<{ goal: Goal }> | undefined> {
  const goal = await asked.stores.goals.find(shortId("g", typed));
  if (!goal || goal.deleted) return undefined;
  if (goal.status === "draft" && goal.ownerId !== asked.person.id) return undefined;
  const mine = await partnershipFor(asked, goal.partnershipId);
  return mine && { goal, ...mine };
}

/** The action item, when the person is one of its partners and it still exists. */
export async function itemFor(
  asked: Asked,
  typed: string,
): Promise<Mine<{ item: ActionItem }> | undefined> {
  const item = await asked.stores.items.find(shortId("a", typed));
  if (!item || item.deleted) return undefined;
  const mine = await partnershipFor(asked, item.partnershipId);
  return mine && { item, ...mine };
}

/** The check-in, when the person is one of its partners. */
export async function checkInFor(
  asked: Asked,
  id: string,
): Promise<Mine<{ checkIn: CheckIn }> | undefined> {
  const checkIn = await asked.stores.checkIns.find(id);
  if (!checkIn) return undefined;
  const mine = await partnershipFor(asked, checkIn.partnershipId);
  return mine && { checkIn, ...mine };
}

/** The search for a time of one of the three meetings, when the person is one of its partners. */
export async function searchFor(
  asked: Asked,
  id: string,
): Promise<Mine<{ search: MeetingSearch }> | undefined> {
  const search = await asked.stores.searches.find(id);
  if (!search) return undefined;
  const mine = await partnershipFor(asked, search.partnershipId);
  return mine && { search, ...mine };
}

/** The reflection, when the person is one of its partners. */
export async function reflectionFor(
  asked: Asked,
  id: string,
): Promise<Mine<{ reflection: Reflection }> | undefined> {
  const reflection = await asked.stores.reflections.find(id);
  if (!reflection) return undefined;
  const mine = await partnershipFor(asked, reflection.partnershipId);
  return mine && { reflection, ...mine };
}

/** The partnership, when the person stands on one of its sides. */
export async function partnershipFor(asked: Asked, id: string): Promise<Mine<object> | undefined> {
  const { stores, person } = asked;
  const partnership = await stores.partnerships.find(id);
  if (!partnership) return undefined;
  const side = sideOf(partnership, person.id) ?? sideStoodIn(partnership, await standsInFor(asked));
  return side && { partnership, side };
}

/** Those for whom this person stands in today: they may do what these may, until it ends. */
async function standsInFor({ stores, person, now }: Asked): Promise<readonly Person[]> {
  const covered = await stores.people.coveredBy([person.id]);
  return covered.filter((each) => coverOn(each, localDate(now, each.timezone)) !== undefined);
}

const sideStoodIn = (partnership: Partnership, people: readonly Person[]): Side | undefined =>
  people.map(({ id }) => sideOf(partnership, id)).find((side) => side !== undefined);

/** Every partnership on a side of which a person stands, themselves or for somebody. */
export async function standings(asked: Asked): Promise<readonly Mine<object>[]> {
  const { stores, person } = asked;
  const behind = await standsInFor(asked);
  const ids = [person.id, ...behind.map(({ id }) => id)];
  return (await stores.partnerships.ofPartners(ids)).flatMap((partnership) => {
    const side = sideOf(partnership, person.id) ?? sideStoodIn(partnership, behind);
    return side ? [{ partnership, side }] : [];
  });
}

/**
 * The partnership a person means: that of the channel they are in, else their only one. Several and
 * no channel to tell: all of them, for the person to choose. Empty: they are in none.
 */
export async function partnershipsMeant(
  context: Pick<Context, "stores" | "person" | "event" | "now">,
): Promise<readonly Mine<object>[]> {
  const { event } = context;
  const all = await standings(context);
  const here = all.filter(
    ({ partnership }) => event.channel !== null && partnership.channels.includes(event.channel),
  );
  return here.length > 0 ? here : all;
}

/** Of what was typed for a number, as much as is said again; in code points. */
export const MOST_NAMED = 60;

/** The same answer for "not yours" and "does not exist". */
export function notFound({ texts, event }: Pick<Context, "texts" | "event">, id: string): Outcome {
  const isKnownToPeople = event.type === "command" || SHORT_ID.test(id);
  const title = isKnownToPeople
    ? texts.common.notFound(shorten(id, MOST_NAMED))
    : texts.common.notFoundHere;
  return { type: "reply", card: { title, body: [] } };
}

/** Of goals, items, topics and records: what people read and type. Other ids mean nothing to them. */
const SHORT_ID = /^(?:[gat]|[a-z]{2})-\d+$/u;

/** To somebody who is in no partnership. */
export function notPartner({ texts }: Pick<Context, "texts">): Outcome {
  const see = { label: texts.finding.see, action: "menu.more", value: "" };
  return { type: "reply", card: { title: texts.common.notPartner, body: [actions(see)] } };
}

/** Whether that is an id, as far as its look goes: `g-12`, `#12` and `12`, but no sentence. */
export const looksLikeId = (prefix: string, typed: string): boolean =>
  new RegExp(`^(?:#|${prefix}-?)?\\d{1,9}$`, "iu").test(typed.trim());

/** What people type for an id, as it is stored: `4`, `#4`, `G-4` and `g-04` are all `g-04`. */
export function shortId(prefix: string, typed: string): string {
  const digits = new RegExp(`^(?:#|${prefix}-?)?0*(\\d{1,9})$`, "iu").exec(typed.trim())?.[1];
  return digits ? `${prefix}-${digits.padStart(2, "0")}` : typed.trim();
}

/** What was shared with a person as a supervisor, while the partnership still names them as one. */
export async function sharedWith(
  { stores, person }: Asked,
  shareId: string,
): Promise<{ readonly share: PlanShare; readonly partnership: Partnership } | undefined> {
  const share = await stores.planShares.find(shareId);
  const partnership = share && (await stores.partnerships.find(share.partnershipId));
  return partnership && mayRead(share, partnership, person.id) ? { share, partnership } : undefined;
}
