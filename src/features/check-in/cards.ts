/** How a check-in and its topics are shown: announced in the channel, and privately to a partner. */

import { actions, facts, heading, item, muted, text, type Block, type Card } from "../../card.ts";
import type { LocalDate } from "../../time/calendar.ts";
import type { CheckIn } from "../../check-in/check-in.ts";
import type { CheckInSeries } from "../../team/partnership.ts";
import type { Person } from "../../team/person.ts";
import { atStart, shorten } from "../../plain-text.ts";
import type { Texts } from "../../texts/index.ts";
import { agendaLines, checklistOf } from "../../meetings/lines.ts";
import type { MeetingKind } from "../../meetings/search.ts";
import type { Agenda } from "./agenda.ts";
import { changeButtons } from "./change-buttons.ts";
import { seasonButtons, seasonLines } from "./season.ts";
import { whenOf, type Place } from "../../here/meeting.ts";
import type { Paged } from "../../store.ts";
import type { Topic } from "../../check-in/topic.ts";

/** Longer ones are shortened where they stand in a list. */
const TITLE_BESIDE = 120;

export const nameOf = (checkIn: CheckIn, today: LocalDate, texts: Texts): string => {
  const { checkIn: say, meetings, dates } = texts;
  return checkIn.kind === "check_in"
    ? say.named(dates.day(checkIn.date, today), dates.time(checkIn.start))
    : texts.labelled(meetings.names[checkIn.kind], whenOf(checkIn, today, texts));
};

export const seriesLine = (series: CheckInSeries, { checkIn: say, dates }: Texts): string =>
  say.every(series.everyWeeks, dates.weekday(series.weekday), dates.time(series.start));

/** In the channel on the working day before; once over it stays as it was, without buttons. Steps have no owners, and none is overdue (N-10). */
export function announcementCard(
  checkIn: CheckIn,
  agenda: Agenda,
  place: Place,
  texts: Texts,
  { isOver = false }: { readonly isOver?: boolean } = {},
): Card {
  const { checkIn: say } = texts;
  const { topics, steps, watched } = agenda;
  const name = nameOf(checkIn, place.today, texts);
  const season = isOver ? [] : seasonLines(checkIn, watched, place, texts);
  if (checkIn.kind !== "check_in")
    return meetingCard({ ...checkIn, kind: checkIn.kind }, place, texts, { isOver, season });
  return {
    title: name,
    body: [
      text(
        [
          place.school.name,
          say.minutes(checkIn.minutes),
          ...(checkIn.host ? [texts.meetings.host[checkIn.host]] : []),
        ].join(" · "),
      ),
      ...(checkIn.reason ? [text(say.reason(checkIn.reason))] : []),
      ...season,
      heading(say.topics),
      text(topicLines(topics, texts).join("\n")),
      ...(steps.total > 0 ? [heading(say.steps(steps.total))] : []),
      ...(steps.soon.length > 0 ? [text(stepLines(steps, place.today, texts).join("\n"))] : []),
      ...(isOver
        ? []
        : [
            actions(
              ...seasonButtons(checkIn, watched, place, name, texts),
              ...changeButtons(checkIn, name, texts),
            ),
          ]),
      muted(
        [
          ...(place.partnership.series ? [`${seriesLine(place.partnership.series, texts)}.`] : []),
          say.announceWhy,
        ].join(" "),
      ),
    ],
  };
}

/** One of the three meetings, with what it is for and what to do before. */
function meetingCard(
  meeting: CheckIn & { readonly kind: MeetingKind },
  place: Place,
  texts: Texts,
  { isOver, season }: { readonly isOver: boolean; readonly season: readonly Block[] },
): Card {
  const { checkIn: say, meetings } = texts;
  const name = nameOf(meeting, place.today, texts);
  const { host } = meeting;
  return {
    title: name,
    body: [
      text(
        [
          meetings.facts(place.school.name, meeting.minutes),
          ...(host ? [meetings.host[host]] : []),
        ].join(" · "),
      ),
      ...(meeting.reason ? [text(say.reason(meeting.reason))] : []),
      ...season,
      heading(meetings.agendaTitle),
      text(agendaLines(meeting.kind, meetings).join("\n")),
      heading(meetings.checklistTitle),
      text(checklistOf(meeting, meetings).join("\n")),
      ...(isOver ? [] : [actions(...changeButtons(meeting, name, texts))]),
      muted(meetings.announceWhy),
    ],
  };
}

function stepLines(
  { total, soon }: Agenda["steps"],
  today: LocalDate,
  { checkIn: say, dates }: Texts,
): readonly string[] {
  const lines = soon.map(({ title, due }) => {
    const named = shorten(title, TITLE_BESIDE);
    return due ? say.stepLine(named, dates.day(due, today)) : named;
  });
  return total > soon.length ? [...lines, say.more(total - soon.length)] : lines;
}

function topicLines({ rows, total }: Paged<Topic>, { checkIn: say }: Texts): readonly string[] {
  if (total === 0) return [say.noTopics];
  const lines = rows.map(({ id, title }) => say.topicLine(id, shorten(title, TITLE_BESIDE)));
  return total > rows.length ? [...lines, say.more(total - rows.length)] : lines;
}

/** Where an announced meeting went: the same words in the announcement, its thread and the channel. */
export function changedCard(
  change: {
    readonly before: CheckIn;
    readonly after: CheckIn;
    readonly next: CheckIn | undefined;
    /** Absent when the calendar did it. */
    readonly by?: Person;
  },
  today: LocalDate,
  texts: Texts,
): Card {
  const { before, after, next, by } = change;
  const { checkIn: say, meetings, people } = texts;
  const when = whenOf(before, today, texts);
  const isSkipped = after.status === "skipped";
  if (before.kind !== "check_in" && isSkipped)
    return {
      title: meetings.notOpen(meetings.names[before.kind], when, after.reason ?? ""),
      body: [],
    };
  return {
    title: isSkipped ? say.skipped(when) : say.moved(when, whenOf(after, today, texts)),
    body: [
      ...(after.reason ? [text(say.reason(after.reason))] : []),
      ...(isSkipped && next ? [text(say.nextIs(whenOf(next, today, texts)))] : []),
      ...(by ? [muted(people.by(by.name, people.roles[by.role]))] : []),
    ],
  };
}

/** A meeting takes place after all. */
export const backCard = (checkIn: CheckIn, today: LocalDate, texts: Texts): Card => ({
  title:
    checkIn.kind === "check_in"
      ? texts.checkIn.putBack(whenOf(checkIn, today, texts))
      : texts.meetings.onAgain(texts.meetings.names[checkIn.kind], whenOf(checkIn, today, texts)),
  body: [],
});

/** To a partner who asks for it. */
export function overviewCard(
  next: CheckIn | undefined,
  { topics, steps }: Agenda,
  place: Place,
  viewerId: string,
  texts: Texts,
  notice?: string,
): Card {
  const { checkIn: say } = texts;
  const { partnership, school, today } = place;
  const { series } = partnership;
  if (!series && !next) return noSeriesCard(place, texts, topicBlocks(topics, viewerId, texts));
  const name = next ? nameOf(next, today, texts) : say.noNext;
  return {
    title: notice ?? name,
    body: [
      facts(
        {
          label: say.next,
          value: next ? atStart(whenOf(next, today, texts), texts.locale) : say.noNext,
        },
        ...(next ? [{ label: say.length, value: say.minutes(next.minutes) }] : []),
        ...(series ? [{ label: say.series, value: seriesLine(series, texts) }] : []),
        { label: say.school, value: school.name },
      ),
      heading(say.topics),
      ...topicBlocks(topics, viewerId, texts),
      ...(steps.total > 0 ? [text(say.steps(steps.total))] : []),
      actions(...(next ? changeButtons(next, name, texts) : []), {
        label: series ? say.change : say.setUp,
        action: "check_in.set_up",
        value: partnership.id,
        about: school.name,
      }),
    ],
  };
}

function noSeriesCard(
  { partnership, school }: Place,
  { checkIn: say }: Texts,
  topics: readonly Block[],
): Card {
  return {
    title: say.none(school.name),
    body: [
      text(say.noneBody),
      ...topics,
      actions({
        label: say.setUp,
        action: "check_in.set_up",
        value: partnership.id,
        about: school.name,
        style: "primary",
      }),
    ],
  };
}

/** One line each; who proposed a topic can take it back. */
function topicBlocks(
  { rows, total }: Paged<Topic>,
  viewerId: string,
  { checkIn: say }: Texts,
): readonly Block[] {
  if (total === 0) return [text(say.noTopics)];
  return [
    ...rows.map(({ id, title, proposedById }) =>
      item(
        say.topicLine(id, shorten(title, TITLE_BESIDE)),
        undefined,
        proposedById === viewerId
          ? { label: say.remove, action: "topic.remove", value: id, about: `${id} ${title}` }
          : undefined,
      ),
    ),
    ...(total > rows.length ? [muted(say.more(total - rows.length))] : []),
  ];
}

/** For somebody who is a partner at several schools and has not said which is meant. */
export function choiceCard(
  lines: readonly { readonly place: Place; readonly next: CheckIn | undefined }[],
  texts: Texts,
): Card {
  const { checkIn: say } = texts;
  return {
    title: say.choose,
    body: lines.map(({ place: { partnership, school, today }, next }) =>
      item(school.name, next ? whenOf(next, today, texts) : say.none(school.name), {
        label: say.open,
        action: "check_in.show",
        value: partnership.id,
        about: school.name,
      }),
    ),
  };
}
