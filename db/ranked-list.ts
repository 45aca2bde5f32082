/**
 * Lists by due date, a page at a time, from rows that carry their place as one text: `rank`.
 *
 * A list over several partnerships, owners or goals is asked for branch by branch and merged, so
 * that each branch is read in order from one index and no more of it than the page needs.
 */

import type { LocalDate } from "../src/time/calendar.ts";
import { numberOf } from "./numbered-store.ts";
import type { Filter, Rows } from "./versioned-store.ts";
import type { Page, Paged } from "../src/store.ts";

/** Sorts by date and then by number; no date comes last, because letters follow digits. */
export const rankOf = (date: LocalDate | null, id: string): string =>
  `${date ?? "none"} ${String(numberOf(id)).padStart(9, "0")}`;

/** Rows ranked before that day; those without a date are not. */
export const rankedBefore = (date: LocalDate): Filter => ({ rank: { $lt: date } });

export async function rankedPage<T extends { readonly id: string }>(
  rows: Rows<T>,
  branches: readonly Filter[],
  rank: (entity: T) => string,
  page: Page,
): Promise<Paged<T>> {
  const reach = page.skip + page.limit;
  const isOne = branches.length === 1;
  const read = await Promise.all(
    branches.map(async (filter) => {
      const asked = isOne ? { skip: page.skip, limit: page.limit } : { skip: 0, limit: reach };
      const head = await rows.select(filter, { sort: { rank: 1 }, ...asked });
      // A page with room left has shown the last one; only a full one takes counting.
      const isLast =
        page.uncounted ?? (head.length < asked.limit && (head.length > 0 || asked.skip === 0));
      return { head, total: isLast ? asked.skip + head.length : await rows.count(filter) };
    }),
  );
  const heads = read.flatMap(({ head }) => head);
  const total = read.reduce((sum, branch) => sum + branch.total, 0);
  if (isOne) return { rows: heads, total };
  const ranked = heads
    .map((entity) => ({ entity, rank: rank(entity) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
  return { rows: ranked.slice(page.skip, reach).map(({ entity }) => entity), total };
}

/**
 * The statuses asked for. All the open ones together are one equality, which an index can count; and
 * what is open is not deleted.
 */
export function statusIn<S>(wanted: readonly S[] | undefined, open: readonly S[]): Filter {
  if (!wanted) return { deleted: false };
  if (!wanted.every((status) => open.includes(status)))
    return { deleted: false, status: oneOf(wanted) };
  const isAllOpen = open.every((status) => wanted.includes(status));
  return { open: true, ...(isAllOpen ? {} : { status: oneOf(wanted) }) };
}

/** One of them as an equality, which an index serves best; several as `$in`. */
export const oneOf = <V>(values: readonly V[]): V | { readonly $in: readonly V[] } => {
  const [first, ...others] = values;
  return first !== undefined && others.length === 0 ? first : { $in: values };
};

/** Every pair of the two, or the first ones alone when there is no second condition. */
export function branchesOf(
  first: Readonly<Record<string, readonly string[]>>,
  second: Readonly<Record<string, readonly (string | null)[] | undefined>> = {},
): readonly Filter[] {
  const [[name, values] = ["", []]] = Object.entries(first);
  const [[other, others] = ["", undefined]] = Object.entries(second);
  return [...new Set(values)].flatMap((value) =>
    others
      ? [...new Set(others)].map((held) => ({ [name]: value, [other]: held }))
      : [{ [name]: value }],
  );
}
