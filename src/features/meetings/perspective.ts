/**
 * IT's view of its own work: IT is asked for it when Meeting 1 is being planned, and the library reads
 * it two days before, in the words in which it was written (systems, row 47).
 */

import { notFound, partnershipFor } from "../../access.ts";
import { actions, heading, muted, text, type Block, type Card } from "../../card.ts";
import { startsAt, type CheckIn } from "../../check-in/check-in.ts";
import { placeOf, whenOf, type Place } from "../../here/meeting.ts";
import type { Context, EventOf, Services, TimerContext } from "../../feature.ts";
import {
  markRead,
  PERSPECTIVE_FIELDS,
  perspectiveId,
  type Perspective,
} from "../../meetings/perspective.ts";
import { meetingId, searchId, type MeetingSearch } from "../../meetings/search.ts";
import { lines, optional } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";
import type { Outcome } from "../../ports.ts";
import { tellPeople, tellSide } from "../../telling/tell.ts";
import type { Partnership } from "../../team/partnership.ts";
import type { Texts } from "../../texts/index.ts";
import { addDays, instantAt, previousWorkingDay, isWorkingDay } from "../../time/calendar.ts";
import { ANNOUNCED_AT } from "../../check-in/check-in.ts";
import { beginTimer } from "./begin.ts";
import { sheetTimer } from "./empty-sheet.ts";
import { prepTimer } from "./prep.ts";
import type { Timer } from "../../time/timer.ts";

const WORD = optional(lines(500));
const WORDS = { load: WORD, busy: WORD, limits: WORD };
const DAYS_BEFORE = 2;

const viewKey = ({ id }: Pick<CheckIn, "id">): string => `meeting.view/${id}`;

/** IT hears of it once a search, before the library reads anything. */
export async function askForWords(
  services: Services,
  { partnership }: Place,
  { id, turn }: MeetingSearch,
): Promise<void> {
  await tellSide(
    services,
    partnership,
    "it",
    { key: `meeting.words/${id}/${String(turn)}`, kind: "meeting.words", manner: "question" },
    ({ meetings: say }) => wordsCard(partnership, say),
  );
}

const wordsCard = ({ id }: Partnership, say: Texts["meetings"]): Card => ({
  title: say.wordsTitle,
  body: [
    text(say.wordsBody),
    actions({ label: say.wordsWrite, action: "meeting.words", value: id, style: "primary" }),
  ],
});

export async function askWords(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, stores, person, texts } = context;
  const mine = await partnershipFor(context, event.value);
  if (mine?.side !== "it") return notFound(context, event.value);
  const { meetings: say } = texts;
  const known = await stores.perspectives.find(perspectiveId(mine.partnership.id, person.id));
  const form = formOf(texts, WORDS, {
    form: "meeting.words",
    title: say.wordsForm,
    context: mine.partnership.id,
    before: [{ type: "note", text: say.wordsNote }],
    ask: say.fields,
    values: { load: known?.load, busy: known?.busy, limits: known?.limits },
  });
  return { type: "ask", form };
}

export async function saveWords(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { event, stores, person, texts, now } = context;
  const mine = await partnershipFor(context, event.context);
  if (mine?.side !== "it") return notFound(context, event.context);
  const { meetings: say, common } = texts;
  const { partnership } = mine;
  const read = readForm(WORDS, context);
  if (read.type === "invalid") return read;
  const words = read.values;
  if (PERSPECTIVE_FIELDS.every((id) => words[id] === ""))
    return { type: "invalid", problems: { load: common.empty } };
  const written: Perspective = {
    id: perspectiveId(partnership.id, person.id),
    partnershipId: partnership.id,
    personId: person.id,
    ...words,
    writtenAt: now,
    readByIds: [],
  };
  await stores.perspectives.add(written);
  await stores.perspectives.update(written.id, (current) =>
    PERSPECTIVE_FIELDS.every((id) => current[id] === words[id]) ? current : written,
  );
  const isShown = await showIfDue(context, partnership);
  return {
    type: "reply",
    card: {
      title: isShown ? say.wordsShown : say.wordsSaved,
      body: [
        ...wordBlocks(words, say),
        actions({ label: say.wordsChange, action: "meeting.words", value: partnership.id }),
      ],
    },
  };
}

/** Rings two days before Meeting 1, on a working day. */
function viewTimer(
  meeting: CheckIn,
  { school, week }: Place,
  districtId: string,
): Timer | undefined {
  if (meeting.kind !== "goal_sheet") return undefined;
  const twoBefore = addDays(meeting.date, -DAYS_BEFORE);
  const day = isWorkingDay(twoBefore, week) ? twoBefore : previousWorkingDay(twoBefore, week);
  return {
    key: viewKey(meeting),
    at: instantAt(day, ANNOUNCED_AT, school.timezone),
    name: "meeting.view",
    districtId,
    id: meeting.id,
  };
}

/** What comes before Meeting 1: something to read, IT's view, a word to a side without goals, and its beginning. */
export const timersBefore = (
  meeting: CheckIn,
  place: Place,
  districtId: string,
): readonly Timer[] =>
  [prepTimer, viewTimer, sheetTimer, beginTimer].flatMap(
    (timer) => timer(meeting, place, districtId) ?? [],
  );

/** On start: what comes before each planned Meeting 1 has its alarm. */
export async function reconcile(services: Services): Promise<void> {
  const { stores, timers, now } = services;
  for (const partnership of await stores.partnerships.all()) {
    const search = await stores.searches.find(searchId(partnership, "goal_sheet"));
    const meeting = search && (await stores.checkIns.find(meetingId(search)));
    if (meeting?.status !== "planned") continue;
    const place = await placeOf(services, partnership);
    if (now >= startsAt(meeting, place.school.timezone)) continue;
    for (const timer of timersBefore(meeting, place, stores.districtId)) await timers.ensure(timer);
  }
}

export async function showView(context: TimerContext): Promise<void> {
  const meeting = await context.stores.checkIns.find(context.id);
  const partnership = meeting && (await context.stores.partnerships.find(meeting.partnershipId));
  if (partnership) await showBefore(context, partnership, meeting);
}

/** Words that come in the last two days are shown at once. */
async function showIfDue(services: Services, partnership: Partnership): Promise<boolean> {
  const search = await services.stores.searches.find(searchId(partnership, "goal_sheet"));
  const meeting = search && (await services.stores.checkIns.find(meetingId(search)));
  return meeting ? await showBefore(services, partnership, meeting) : false;
}

/** @returns whether the library can read it now: the last days before the meeting, once there are words. */
async function showBefore(
  services: Services,
  partnership: Partnership,
  meeting: CheckIn,
): Promise<boolean> {
  const { now, stores } = services;
  const place = await placeOf(services, partnership);
  const timer = viewTimer(meeting, place, stores.districtId);
  const starts = startsAt(meeting, place.school.timezone);
  if (!timer || meeting.status !== "planned" || now < timer.at || starts <= now) return false;
  const written = await writtenIn(services, partnership);
  if (written.length === 0) return false;
  const { libraryIds } = partnership;
  const key = `${viewKey(meeting)}/${meeting.date}`;
  await tellPeople(
    services,
    libraryIds,
    { key, kind: "meeting.view", manner: "expected" },
    (texts) => viewCard(written, meeting, place, texts),
  );
  return true;
}

/** Of those who stand on the IT side now. */
async function writtenIn(
  { stores }: Pick<Services, "stores">,
  { id, itIds }: Partnership,
): Promise<readonly Perspective[]> {
  const all = await stores.perspectives.ofPartnership(id);
  return all.filter(({ personId }) => itIds.includes(personId));
}

function viewCard(
  written: readonly Perspective[],
  meeting: CheckIn,
  { partners, today, partnership }: Place,
  texts: Texts,
): Card {
  const { meetings: say, people } = texts;
  return {
    title: say.viewTitle(texts.labelled(say.names.goal_sheet, whenOf(meeting, today, texts))),
    body: [
      text(say.viewBody),
      ...written.flatMap((each) => {
        const writer = partners.find(({ id }) => id === each.personId);
        return [
          ...(writer ? [heading(say.viewFrom(writer.name, people.roles[writer.role]))] : []),
          ...wordBlocks(each, say),
        ];
      }),
      actions({
        label: say.viewRead,
        action: "meeting.read",
        value: partnership.id,
        style: "primary",
      }),
      muted(say.wordsNote),
    ],
  };
}

const wordBlocks = (
  words: Pick<Perspective, (typeof PERSPECTIVE_FIELDS)[number]>,
  say: Texts["meetings"],
): readonly Block[] =>
  PERSPECTIVE_FIELDS.filter((id) => words[id] !== "").flatMap((id) => [
    muted(say.fields[id]),
    { type: "text" as const, text: words[id], tone: "quote" as const },
  ]);

export async function read(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, stores, person, texts } = context;
  const mine = await partnershipFor(context, event.value);
  if (mine?.side !== "library") return notFound(context, event.value);
  for (const { id } of await writtenIn(context, mine.partnership))
    await stores.perspectives.update(id, (current) => markRead(current, person.id));
  return { type: "reply", card: { title: texts.meetings.viewReadDone, body: [] } };
}
