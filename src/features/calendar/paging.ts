/** Long lists, ten lines at a time. */

import type { Button } from "../../card.ts";
import type { Texts } from "../../texts/index.ts";

export const PAGE_LINES = 10;

/** One page of a list that is known whole, and the buttons to the pages beside it. */
export function pagedRows<T>(
  all: readonly T[],
  typed: number,
  action: string,
  schoolId: string,
  texts: Texts,
): { readonly rows: readonly T[]; readonly buttons: readonly Button[] } {
  const last = Math.max(0, Math.ceil(all.length / PAGE_LINES) - 1) * PAGE_LINES;
  const skip = Math.min(last, Math.max(0, Number.isInteger(typed) ? typed : 0));
  return {
    rows: all.slice(skip, skip + PAGE_LINES),
    buttons: pageButtons(skip, all.length, action, schoolId, texts),
  };
}

export const pageButtons = (
  skip: number,
  total: number,
  action: string,
  schoolId: string,
  { common }: Texts,
): readonly Button[] => [
  ...(skip > 0
    ? [{ label: common.previous, action, value: `${schoolId}|${Math.max(0, skip - PAGE_LINES)}` }]
    : []),
  ...(skip + PAGE_LINES < total
    ? [{ label: common.next, action, value: `${schoolId}|${skip + PAGE_LINES}` }]
    : []),
];
