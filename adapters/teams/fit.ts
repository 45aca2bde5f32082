/** What does not fit into one message is left out, with a sentence that says so. */

import type { ActionSet, AdaptiveCard, Element } from "./adaptive-card.ts";
import { LIMITS } from "./limits.ts";

/** UTF-16 units, as Teams counts a message. */
export const sizeOf = (part: object): number => JSON.stringify(part).length;

/**
 * As many elements as Teams takes. When that is not all of them, the last row of buttons is kept, so
 * that "More" is still there, and `cut` stands for what is not.
 */
export function fit(
  whole: (body: readonly Element[]) => AdaptiveCard,
  body: readonly Element[],
  cut: Element,
): AdaptiveCard {
  const card = whole(body);
  if (body.length <= LIMITS.elements && sizeOf(card) <= LIMITS.cardCharacters) return card;
  const last = body.at(-1);
  const tail = last?.type === "ActionSet" ? [withinRoom(last)] : [];
  const kept: Element[] = [];
  let left = LIMITS.cardCharacters - sizeOf(whole([cut, ...tail]));
  for (const element of body.slice(0, body.length - tail.length)) {
    left -= sizeOf(element) + 1;
    if (left < 0 || kept.length >= LIMITS.elements - 1 - tail.length) break;
    kept.push(element);
  }
  return whole([...kept, cut, ...tail]);
}

function withinRoom(row: ActionSet): ActionSet {
  const actions = row.actions.filter(
    (_, index) => sizeOf(row.actions.slice(0, index + 1)) <= LIMITS.lastRowCharacters,
  );
  return { ...row, actions: actions.length > 0 ? actions : row.actions.slice(0, 1) };
}
