/** Promises given and kept in each direction, to the two partners alone (systems, row 7). */

import { actions, facts, muted, text, type Card } from "../card.ts";
import type { Context, Feature } from "../feature.ts";
import type { Outcome } from "../ports.ts";
import { showPlace, type MyPlace } from "../here/here.ts";
import type { Texts } from "../texts/index.ts";
import type { ItemStatus, Direction } from "../plan/action-item.ts";
import type { DistrictStores } from "../stores.ts";

export const balanceFeature: Feature = {
  name: "balance",
  commands: {
    balance: {
      summary: ({ working }) => working.balanceSummary,
      situation: "help",
      words: ({ commands }) => commands.balance,
      run: async (context) => await show(context, ""),
    },
  },
  actions: { "balance.show": async (context) => await show(context, context.event.value) },
};

const show = async (context: Context, partnershipId: string): Promise<Outcome> =>
  await showPlace(context, "balance.show", partnershipId, async (place) =>
    balanceCard(place, await balanceOf(context.stores, place.partnership.id), context.texts),
  );

function balanceCard(
  { school }: MyPlace,
  { toIt, toLibrary }: Balance,
  { working, plan }: Texts,
): Card {
  const empty = [
    ...(toIt.given === 0 ? [text(working.emptyToIt)] : []),
    ...(toLibrary.given === 0 ? [text(working.emptyToLibrary)] : []),
  ];
  return {
    title: working.balance(school.name),
    body: [
      facts(
        { label: working.toIt, value: working.counts(toIt.given, toIt.kept) },
        { label: working.toLibrary, value: working.counts(toLibrary.given, toLibrary.kept) },
      ),
      ...empty,
      ...(empty.length > 0
        ? [actions({ label: plan.addAction, action: "item.add", value: "", asks: true as const })]
        : []),
      muted(working.balanceNote),
    ],
  };
}

interface Kept {
  readonly given: number;
  readonly kept: number;
}

interface Balance {
  readonly toIt: Kept;
  readonly toLibrary: Kept;
}

const GIVEN: readonly ItemStatus[] = ["open", "blocked", "snoozed", "done"];

/** Counted from the items of a partnership; what was taken back counts as never given. */
async function balanceOf(
  { items }: Pick<DistrictStores, "items">,
  partnershipId: string,
): Promise<Balance> {
  const count = async (direction: Direction, statuses: readonly ItemStatus[]): Promise<number> => {
    const { total } = await items.list({
      partnershipIds: [partnershipId],
      directions: [direction],
      statuses,
      page: { skip: 0, limit: 1 },
    });
    return total;
  };
  const kept = async (direction: Direction): Promise<Kept> => {
    const [given, done] = await Promise.all([count(direction, GIVEN), count(direction, ["done"])]);
    return { given, kept: done };
  };
  const [toIt, toLibrary] = await Promise.all([
    kept("library_supports_it"),
    kept("it_supports_library"),
  ]);
  return { toIt, toLibrary };
}
