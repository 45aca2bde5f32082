/** What got done, in the words of the digest and of the channel's weekly line (N-9: lead with what moved). */

import { shorten } from "../plain-text.ts";
import type { Texts } from "../texts/index.ts";

export interface Moved {
  readonly kind: "item" | "goal";
  readonly title: string;
}

/** Longer titles are shortened where they stand in a line. */
const TITLE_BESIDE = 120;
const MOVED_NAMED = 3;

/** The first of them by name, and how many more. */
export function movedThings(moved: readonly Moved[], { nudge }: Texts): readonly string[] {
  const named = moved.slice(0, MOVED_NAMED).map(({ kind, title }) => {
    const short = shorten(title, TITLE_BESIDE);
    return kind === "goal" ? nudge.movedGoal(short) : nudge.movedItem(short);
  });
  const rest = moved.length - named.length;
  return [...named, ...(rest > 0 ? [nudge.movedMore(rest)] : [])];
}
