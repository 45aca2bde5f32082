/** How a change comes about: from a form, a source from outside or a preset (pure but for the id). */

import {
  isWholeYear,
  withEntries,
  withYear,
  type CalendarChange,
  type ChangeSource,
} from "./change.ts";
import type { CalendarContent, EntryKind } from "./entry.ts";
import type { School } from "../team/school.ts";
import { decisionKey, readEntries, type Reading } from "./reading.ts";

interface Proposal {
  readonly id: string;
  readonly source: ChangeSource;
  readonly byId: string;
  readonly at: Date;
  readonly after: CalendarContent;
  readonly forAll?: boolean;
  readonly reading?: Pick<Reading, "undecided" | "taken">;
  readonly unread?: readonly string[];
}

/** Enough to see what kind of lines they are. */
const UNREAD_KEPT = 100;

export const proposed = (
  {
    school,
    content,
    mayChangeAll,
  }: {
    readonly school: Pick<School, "id">;
    readonly content: CalendarContent | null;
    readonly mayChangeAll: boolean;
  },
  { id, source, byId, at, after, forAll = false, reading, unread = [] }: Proposal,
): CalendarChange => ({
  id,
  schoolId: school.id,
  source,
  byId,
  at,
  before: content,
  after,
  forAll: forAll && mayChangeAll,
  undecided: reading?.undecided ?? [],
  taken: reading?.taken ?? [],
  unread: unread.slice(0, UNREAD_KEPT),
  status: "proposed",
  savedAt: null,
});

/** A source with a school year takes that year's place; one with a few days is added. */
export const combined = (before: CalendarContent | null, read: CalendarContent): CalendarContent =>
  isWholeYear(read) ? withYear(before, read) : withEntries(before, read);

/** What people said of the titles that were not known; "" leaves them out for good. */
export function decided(
  change: CalendarChange,
  answers: Readonly<Record<string, EntryKind | "">>,
): CalendarChange {
  const answered = change.undecided.filter(
    ({ title }) => answers[decisionKey(title)] !== undefined,
  );
  const entries = answered.flatMap(({ title, ranges }) =>
    ranges.map((range) => ({ title, ...range, label: "" })),
  );
  const { content, undecided } = readEntries(change.after.name, entries, answers);
  const isNew = content.sessions.length + content.days.length > 0;
  return {
    ...change,
    after: isNew ? withEntries(change.after, content) : change.after,
    undecided: [...change.undecided.filter((one) => !answered.includes(one)), ...undecided],
  };
}
