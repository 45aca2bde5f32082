/** A side of a partnership that nobody stands on yet: what waits for it, in words. */

import { isWaitingFor } from "../team/invitation.ts";
import type { Side } from "../team/person.ts";
import type { Texts } from "../texts/index.ts";
import type { Partnership } from "../team/partnership.ts";
import type { Facts } from "./protocol.ts";

/** The first side without anybody who is there and said yes; undefined when both have somebody. */
export const emptySide = ({ facts }: { readonly facts: Facts }): Side | undefined =>
  (["library", "it"] as const).find((side) => facts.people[side] === 0);

/** Nobody is named for a side, or nobody of it has said yes yet. */
export const emptyLine = (
  { partnership }: { readonly partnership: Partnership },
  side: Side,
  { protocol }: Pick<Texts, "protocol">,
): string => (isWaitingFor(partnership, side) ? protocol.notAccepted[side] : protocol.nobody[side]);
