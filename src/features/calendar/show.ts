/** The school's year in words: what is now, what comes next, and all of its dates. */

import {
  actions,
  heading,
  item,
  muted,
  text,
  type Block,
  type Button,
  type Card,
} from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import { keyOf, listed } from "../../school-calendar/entry.ts";
import { calendarPlace, schoolsOf, type CalendarPlace } from "../../here/calendar.ts";
import { endsWithin, yearNow } from "../../school-calendar/year.ts";
import type { Texts } from "../../texts/index.ts";
import { pagedRows } from "./paging.ts";
import { rangeWords } from "./words.ts";

type Asked = Context<EventOf<"command" | "action">>;

/** To who may not see it, and for a school that is not there: the same words (rule 3). */
export const notYours = ({ texts }: Pick<Context, "texts">): Outcome => ({
  type: "reply",
  card: { title: texts.calendar.notYours, body: [] },
});

/** The school of the channel, a person's only one, one they name; else they choose. */
export async function show(context: Context<EventOf<"command">>, typed: string): Promise<Outcome> {
  return await forSchool(
    context,
    typed,
    "calendar.show",
    async (place) =>
      await Promise.resolve({ type: "reply", card: calendarCard(place, context.texts) }),
  );
}

export async function showOne(context: Context<EventOf<"action">>): Promise<Outcome> {
  const place = await calendarPlace(context, context.event.value);
  return place ? { type: "reply", card: calendarCard(place, context.texts) } : notYours(context);
}

const SCHOOLS_SHOWN = 12;

/** Finds out which school is meant, and goes on there; asks by buttons when several are. */
export async function forSchool(
  context: Asked,
  typed: string,
  action: string,
  go: (place: CalendarPlace) => Promise<Outcome>,
): Promise<Outcome> {
  const { texts, event, stores } = context;
  const here = event.channel ? await stores.partnerships.atChannel(event.channel) : undefined;
  const all = await schoolsOf(context);
  const wanted = typed.trim().toLocaleLowerCase(texts.locale);
  const named = all.filter(({ name }) => name.toLocaleLowerCase(texts.locale).includes(wanted));
  const meant = wanted ? named : here ? all.filter(({ id }) => id === here.schoolId) : all;
  const found = meant.length > 0 ? meant : all;
  const [only, ...others] = found;
  if (!only) return notYours(context);
  if (others.length === 0) {
    const place = await calendarPlace(context, only.id);
    return place ? await go(place) : notYours(context);
  }
  const buttons = found
    .slice(0, SCHOOLS_SHOWN)
    .map(({ id, name }): Button => ({ label: name, action, value: id }));
  return { type: "reply", card: { title: texts.common.chooseSchool, body: [actions(...buttons)] } };
}

const NEXT_SHOWN = 5;
const SOON_DAYS = 60;

export function calendarCard(place: CalendarPlace, texts: Texts): Card {
  const { school, calendar } = place;
  const say = texts.calendar;
  if (!calendar)
    return {
      title: say.titlePlain(school.name),
      body: [text(say.none), actions(...waysIn(place, texts))],
    };
  const { year } = yearNow(calendar, place.today, NEXT_SHOWN);
  return {
    title: year ? say.title(school.name, year.title) : say.titlePlain(school.name),
    body: [
      ...nowAndNext(place, texts),
      ...(place.sharedBy > 1 ? [muted(say.shared(place.sharedBy))] : []),
      actions(
        { label: say.all, action: "calendar.list", value: `${school.id}|0` },
        ...waysIn(place, texts),
        { label: say.history, action: "calendar.history", value: `${school.id}|0` },
      ),
    ],
  };
}

function nowAndNext({ calendar, today }: CalendarPlace, texts: Texts): readonly Block[] {
  if (!calendar) return [];
  const { calendar: say, dates, locale } = texts;
  const { sessions, days, next, knownUntil } = yearNow(calendar, today, NEXT_SHOWN);
  const things = [...sessions, ...days].map(({ title, end }) =>
    end === today ? title : say.until(title, dates.day(end, today)),
  );
  const now = things.length > 0 ? new Intl.ListFormat(locale).format(things) : say.nothingNow;
  return [
    text(say.now(dates.day(today, today), now)),
    heading(say.next),
    ...(next.length > 0
      ? next.map((entry) =>
          item(entry.title, `${rangeWords(entry, today, texts)} · ${say.kinds[entry.kind]}`),
        )
      : [text(say.nothingNext)]),
    ...(knownUntil && next.length > 0 && endsWithin(knownUntil, today, SOON_DAYS)
      ? [text(say.endsSoon(dates.day(knownUntil, today)))]
      : []),
  ];
}

const waysIn = (
  { school, calendar }: CalendarPlace,
  { calendar: say }: Texts,
): readonly Button[] => [
  {
    label: say.bringIn,
    action: "calendar.import",
    value: school.id,
    ...(calendar ? {} : { style: "primary" as const }),
  },
  { label: say.preset, action: "calendar.preset", value: school.id },
  { label: say.add, action: "calendar.add", value: school.id },
];

/** Every date, a page at a time, each with its Change. */
export async function list(context: Context<EventOf<"action">>): Promise<Outcome> {
  const [schoolId = "", skip = "0"] = context.event.value.split("|");
  const place = await calendarPlace(context, schoolId);
  if (!place) return notYours(context);
  const { school, content, today } = place;
  const { texts } = context;
  const all = content ? listed(content) : [];
  const { rows, buttons } = pagedRows(all, Number(skip), "calendar.list", schoolId, texts);
  const card: Card = {
    title: texts.calendar.listTitle(school.name),
    body: [
      ...rows.map((entry) =>
        item(
          entry.title,
          `${texts.calendar.kinds[entry.kind]} · ${rangeWords(entry, today, texts)}`,
          {
            label: texts.calendar.change,
            action: "calendar.change",
            value: `${schoolId}|${keyOf(entry)}`,
            // A window of tests and its freeze often have one name and the same days.
            about: `${entry.title}, ${texts.calendar.kinds[entry.kind]}, ${rangeWords(entry, today, texts)}`,
          },
        ),
      ),
      actions(...buttons, { label: texts.calendar.add, action: "calendar.add", value: schoolId }),
    ],
  };
  return { type: "reply", card };
}
