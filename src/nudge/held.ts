/** Held messages of other features: when each may be told, and why not yet (N-2, N-6, CAL-9, CAL-10). Pure. */

import { localDate, type LocalDate } from "../time/calendar.ts";
import { counted, fitsWeek, isFreeDay } from "./caps.ts";
import { earliest, type Facts, type HeldMessage, type Waiting, type WaitReason } from "./facts.ts";
import { seasonOf } from "./lines.ts";
import { dayWithSlot, slotOn } from "./reach.ts";

/** What speaks against telling a message on a day; undefined when nothing does. */
export function waitReason(
  facts: Facts,
  { manner }: Pick<HeldMessage, "manner">,
  date: LocalDate,
  nextDigest: Date | null,
): WaitReason | undefined {
  const { attention, settings } = facts;
  if (!isInSeason(facts, manner, date)) return "season";
  if (manner === "answer") return undefined;
  if (!isFreeDay(date, attention.told)) return "day";
  if (manner === "expected") return undefined;
  if (!fitsWeek(date, counted(attention.told), settings.perWeek)) return "week";
  return manner === "question" || fitsBesideDigest(facts, date, nextDigest) ? undefined : "digest";
}

/** Room for one more message and for the coming digest as well. */
export function fitsBesideDigest(
  { attention, settings, reach }: Facts,
  date: LocalDate,
  nextDigest: Date | null,
): boolean {
  const digest = nextDigest ? [localDate(nextDigest, reach.timezone)] : [];
  return fitsWeek(date, [...counted(attention.told), ...digest], settings.perWeek);
}

/** Tests leave IT alone but for replies; busy weeks everybody but for replies and questions. */
export function isInSeason(
  { places, settings }: Facts,
  manner: HeldMessage["manner"],
  date: LocalDate,
): boolean {
  if (manner === "answer" || places.length === 0) return true;
  const seasons = places.map((at) => seasonOf({ ...at, today: date }, settings)?.because.why);
  if (seasons.every((season) => season === "tests")) return false;
  return manner === "question" || seasons.includes(undefined);
}

/** Until when a message waits: for its own slot, or for the digest that takes it along. */
export function waitingFor(
  facts: Facts,
  message: HeldMessage,
  {
    today,
    isOpen,
    nextDigest,
  }: {
    readonly today: LocalDate;
    readonly isOpen: boolean;
    readonly nextDigest: Date | null;
  },
): Waiting {
  const { reach, now } = facts;
  const day = dayWithSlot(today, reach, (date) => {
    const slot = slotOn(date, reach);
    return (
      slot !== undefined && slot > now && waitReason(facts, message, date, nextDigest) === undefined
    );
  });
  const own = (day && slotOn(day, reach)) ?? null;
  const because = isOpen ? (waitReason(facts, message, today, nextDigest) ?? "digest") : "quiet";
  const isTaken =
    nextDigest !== null && isInSeason(facts, message.manner, localDate(nextDigest, reach.timezone));
  return { id: message.id, because, until: earliest([own, isTaken ? nextDigest : null]) };
}
