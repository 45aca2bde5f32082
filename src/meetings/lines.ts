/** What the three meetings are for, and what to do before, in words. Pure. */

import type { CheckIn } from "../check-in/check-in.ts";
import type { Texts } from "../texts/index.ts";
import { bringsSomething, type MeetingKind } from "./search.ts";

type Words = Pick<Texts["meetings"], "agenda" | "checklist" | "bring">;

export const agendaLines = (kind: MeetingKind, { agenda }: Words): readonly string[] =>
  agenda[kind].map((line, n) => `${String(n + 1)}. ${line}`);

/** The checklist of a meeting that stands in the calendar. */
export function checklistOf(
  { kind, host }: Pick<CheckIn, "kind" | "host">,
  { checklist, bring }: Words,
): readonly string[] {
  if (kind === "check_in") return [];
  return [checklist[kind], ...(host && bringsSomething(kind) ? [bring[host]] : [])];
}
