import type { Direction, ItemStatus } from "../plan/action-item.ts";
import type { DistrictStores } from "../stores.ts";

export interface Kept {
  readonly given: number;
  readonly kept: number;
}

export interface Balance {
  readonly toIt: Kept;
  readonly toLibrary: Kept;
}

const GIVEN: readonly ItemStatus[] = ["open", "blocked", "snoozed", "done"];

/** Counted from the items of a partnership; what was taken back counts as never given. */
export async function balanceOf(
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
