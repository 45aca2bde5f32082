/** A looked-over change becomes the calendar, and can be taken back. Every step may be repeated. */

import type { Services } from "../../feature.ts";
import type { School } from "../../team/school.ts";
import { contentOf, sameContent, type CalendarChange } from "../../school-calendar/change.ts";
import type { CalendarContent } from "../../school-calendar/entry.ts";
import { isBlocking, review } from "../../school-calendar/review.ts";

type Writing = Pick<Services, "stores" | "now">;

export type Saving =
  | { readonly kind: "done"; readonly change: CalendarChange }
  /** The calendar is no longer the one that was looked at. */
  | { readonly kind: "stale" }
  /** It was given up, undone or never was; or it has contradictions that must be mended. */
  | { readonly kind: "refused" };

/** Puts a proposed change in force. Saving it again changes nothing. */
export async function saveChange(writing: Writing, change: CalendarChange): Promise<Saving> {
  const { stores, now } = writing;
  if (change.status !== "proposed" && change.status !== "saved") return { kind: "refused" };
  if (review(change.after).some(isBlocking)) return { kind: "refused" };
  const isWritten =
    change.status === "saved" || (await write(writing, change, change.before, change.after));
  if (!isWritten) return { kind: "stale" };
  const saved = await stores.calendarChanges.update(change.id, (current) =>
    current.status === "proposed" ? { ...current, status: "saved", savedAt: now } : current,
  );
  return saved?.status === "saved" ? { kind: "done", change: saved } : { kind: "refused" };
}

/** Brings back what was before, while nothing else was changed since. */
export async function undoChange(writing: Writing, change: CalendarChange): Promise<Saving> {
  if (change.status !== "saved") return { kind: "refused" };
  if (!(await write(writing, change, change.after, change.before))) return { kind: "stale" };
  const undone = await writing.stores.calendarChanges.update(change.id, (current) =>
    current.status === "saved" ? { ...current, status: "undone" } : current,
  );
  return undone ? { kind: "done", change: undone } : { kind: "refused" };
}

/** @returns false when the calendar is neither what it should be before, nor what it is to become. */
async function write(
  { stores }: Writing,
  { schoolId, forAll }: CalendarChange,
  before: CalendarContent | null,
  after: CalendarContent | null,
): Promise<boolean> {
  const school = await stores.schools.find(schoolId);
  if (!school) return false;
  const current = school.calendarId ? await stores.calendars.find(school.calendarId) : undefined;
  const content = current ? contentOf(current) : null;
  if (sameContent(content, after)) return true;
  if (!sameContent(content, before)) return false;
  if (after === null) {
    await point(stores, school, null);
    return true;
  }
  const id =
    current && (forAll || !(await isShared(stores, school))) ? current.id : ownId(schoolId);
  await stores.calendars.add({ id, ...after });
  const written = await stores.calendars.update(id, (known) =>
    id === current?.id && !sameContent(contentOf(known), content) ? known : { ...known, ...after },
  );
  await point(stores, school, id);
  return written !== undefined && sameContent(contentOf(written), after);
}

/** The calendar that only this school lives by. */
const ownId = (schoolId: string): string => `cal/${schoolId}`;

async function point(
  stores: Writing["stores"],
  { id, calendarId: was }: School,
  calendarId: string | null,
): Promise<void> {
  await stores.schools.update(id, (school) =>
    school.calendarId === was && was !== calendarId ? { ...school, calendarId } : school,
  );
}

async function isShared(stores: Writing["stores"], school: School): Promise<boolean> {
  const ids = (await stores.partnerships.all()).map(({ schoolId }) => schoolId);
  const schools = await stores.schools.findAll([...new Set(ids)]);
  return schools.some(({ id, calendarId }) => id !== school.id && calendarId === school.calendarId);
}
