/**
 * A meeting for somebody's own calendar: a link for them alone, to a file that says how the meeting
 * stands when it is opened. The same on every platform, whatever files a chat could carry.
 */

import { checkInFor, notFound } from "../../access.ts";
import { muted, text } from "../../card.ts";
import type { CheckIn } from "../../check-in/check-in.ts";
import { placeOf, whenOf, type Place } from "../../here/meeting.ts";
import type { Context, EventOf, PageContext } from "../../feature.ts";
import { invitationFile } from "../../meetings/invitation.ts";
import type { PageAnswer } from "../../page.ts";
import type { Outcome } from "../../ports.ts";
import type { Texts } from "../../texts/index.ts";
import { agendaLines, checklistOf } from "../../meetings/lines.ts";

/** Names the page in `Feature.pages`. */
export const CALENDAR_PAGE = "meeting.ics";
const TOPICS_TOLD = 20;

/** The check-ins of the series, too. */
export async function addToCalendar(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, texts, link, person } = context;
  const found = await checkInFor(context, event.value);
  if (!found) return notFound(context, event.value);
  const { meetings: say } = texts;
  const { checkIn, partnership } = found;
  const place = await placeOf(context, partnership);
  const url = link(CALENDAR_PAGE, person.id, checkIn.id);
  const isOff = checkIn.status === "skipped";
  return {
    type: "reply",
    card: {
      title: say.calendarTitle(titleOf(checkIn, place, texts)),
      body: url
        ? [
            text(isOff ? say.calendarOff : say.calendarHint),
            { type: "link", label: say.calendarOpen, url },
          ]
        : [muted(say.noPage)],
    },
  };
}

/** The file behind such a link; who is no partner any more finds nothing there. */
export async function calendarFile(context: PageContext): Promise<PageAnswer> {
  const { stores, texts, about, now } = context;
  const found = await checkInFor(context, about);
  if (!found)
    return {
      type: "page",
      page: {
        title: texts.pages.unknown,
        locale: texts.locale,
        about: texts.pages.about,
        body: [],
      },
    };
  const { checkIn, partnership } = found;
  const { meetings: say, checkIn: words } = texts;
  const place = await placeOf(context, partnership);
  const { school } = place;
  const title = checkIn.kind === "check_in" ? words.homeTitle : say.names[checkIn.kind];
  return {
    type: "file",
    name: `liaison-${checkIn.date}.ics`,
    media: "text/calendar",
    content: invitationFile({
      meeting: checkIn,
      districtId: stores.districtId,
      timezone: school.timezone,
      title: texts.labelled(title, school.name),
      place: checkIn.host ? say.place[checkIn.host](school.name) : school.name,
      agenda: await agendaOf(context, checkIn),
      now,
    }),
  };
}

async function agendaOf(
  { stores, texts }: PageContext,
  checkIn: CheckIn,
): Promise<readonly string[]> {
  const { meetings: say, checkIn: words } = texts;
  const reason = checkIn.reason ? [words.reason(checkIn.reason)] : [];
  if (checkIn.kind !== "check_in") {
    return [...agendaLines(checkIn.kind, say), ...checklistOf(checkIn, say), ...reason];
  }
  const { rows } = await stores.topics.queued(checkIn.partnershipId, {
    skip: 0,
    limit: TOPICS_TOLD,
  });
  const topics = rows.map(({ id, title }) => words.topicLine(id, title));
  return [...(topics.length > 0 ? [words.topics, ...topics] : [words.noTopics]), ...reason];
}

const titleOf = (checkIn: CheckIn, { today }: Place, texts: Texts): string => {
  const { meetings: say, checkIn: words, dates } = texts;
  return checkIn.kind === "check_in"
    ? words.named(dates.day(checkIn.date, today), dates.time(checkIn.start))
    : texts.labelled(say.names[checkIn.kind], whenOf(checkIn, today, texts));
};
