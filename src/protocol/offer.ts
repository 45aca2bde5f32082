/** Help offered in Meeting 1, without a date: kept until it is promised or dropped. Pure. */

import type { Side } from "../team/person.ts";

/** An idea how one side could help (systems, row 6). */
export interface Offer {
  readonly id: string;
  readonly side: Side;
  readonly byId: string;
  /** The goal it would help; null when it was meant for none in particular. */
  readonly goalId: string | null;
  readonly words: string;
  readonly status: "parked" | "promised" | "dropped";
  /** The action item it became. */
  readonly itemId: string | null;
}

interface Held {
  readonly offers: readonly Offer[];
}

/** Parks an offer; the same id once. */
export function parkOffer<C extends Held>(cycle: C, offer: Omit<Offer, "status" | "itemId">): C {
  if (cycle.offers.some(({ id }) => id === offer.id)) return cycle;
  return { ...cycle, offers: [...cycle.offers, { ...offer, status: "parked", itemId: null }] };
}

/** The offer became an action item, or is dropped. One that is settled stays as it is. */
export function settleOffer<C extends Held>(
  cycle: C,
  id: string,
  to: { readonly status: "promised"; readonly itemId: string } | { readonly status: "dropped" },
): C {
  const found = cycle.offers.find((offer) => offer.id === id);
  if (found?.status !== "parked") return cycle;
  return {
    ...cycle,
    offers: cycle.offers.map((offer) => (offer === found ? { ...found, ...to } : offer)),
  };
}

export const parkedOffers = ({ offers }: Held): readonly Offer[] =>
  offers.filter(({ status }) => status === "parked");
