/** Snow, smoke, strike, power: one press says that school is closed, and one takes it back (CAL-15). */

import { notFound, notPartner } from "../../access.ts";
import { actions, answer, text, type Option } from "../../card.ts";
import type { Context, EventOf, Feature } from "../../feature.ts";
import { isBlank, oneLine, shorten } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import { calendarPlace, schoolsOf } from "../../here/calendar.ts";
import type { School } from "../../team/school.ts";
import { addDays, localDate, parseLocalDate, type LocalDate } from "../../time/calendar.ts";
import { readStretch } from "../../time/stretch.ts";
import { close, reopen, undoButton, type Closed } from "./mark.ts";
import { pick, spell } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";

export const closureFeature: Feature = {
  name: "closure",
  commands: {
    closed: {
      summary: ({ absence }) => absence.closedSummary,
      situation: "meet",
      words: ({ commands }) => commands.closed,
      for: ["partner", "district"],
      hint: "today | tomorrow | <date>",
      asks: true,
      run: closeTyped,
    },
  },
  actions: { "closure.undo": undo },
  forms: { closure: { submit: closeChosen } },
};

const ALL = "all";
const CLOSURE = { school: pick, date: spell };
/** Nobody knows of snow further ahead. */
const FURTHEST_DAYS = 60;

/** At once where only one school can be meant; else the form asks which. */
async function closeTyped(context: Context<EventOf<"command">>, typed: string): Promise<Outcome> {
  const schools = await schoolsOf(context);
  const [first] = schools;
  if (!first) return notPartner(context);
  const date = dateIn(context, typed, first);
  if (schools.length > 1 || !date) return ask(context, schools, typed);
  return await closeAll(context, schools, date);
}

/** The day that was typed, at that school; today when nothing was. */
function dateIn(
  { texts, now }: Pick<Context, "texts" | "now">,
  typed: string,
  { timezone }: School,
): LocalDate | undefined {
  const today = localDate(now, timezone);
  if (isBlank(typed)) return today;
  const read = readStretch(oneLine(typed), { today, timezone, locale: texts.locale });
  const isOne = read.kind === "read" && read.range.start === read.range.end;
  const date = isOne ? read.range.start : undefined;
  return date && today <= date && date <= addDays(today, FURTHEST_DAYS) ? date : undefined;
}

function ask({ texts }: Context, schools: readonly School[], typed: string): Outcome {
  const { absence } = texts;
  const options: readonly Option[] = [
    ...(schools.length > 1 ? [{ label: absence.allSchools(schools.length), value: ALL }] : []),
    ...schools.map(({ id, name }) => ({ label: name, value: id })),
  ];
  const form = formOf(texts, CLOSURE, {
    form: "closure",
    title: absence.closedTitle,
    submit: absence.closedSend,
    ask: {
      school: { label: absence.whichSchool, options },
      date: { label: absence.whichDay, hint: absence.whichDayHint },
    },
    values: {
      school: schools[0]?.id,
      date: isBlank(typed) ? absence.today : shorten(oneLine(typed), CLOSURE.date.max),
    },
  });
  return { type: "ask", form };
}

async function closeChosen(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { event, texts } = context;
  const schools = await schoolsOf(context);
  const wanted = answer(event.answers, "school");
  const chosen = wanted === ALL ? schools : schools.filter(({ id }) => id === wanted);
  const [first] = chosen;
  if (!first) return { type: "invalid", problems: { school: texts.absence.whichSchool } };
  const date = dateIn(context, answer(event.answers, "date"), first);
  if (!date) return { type: "invalid", problems: { date: texts.absence.closedWhen } };
  return await closeAll(context, chosen, date);
}

async function closeAll(
  context: Context,
  schools: readonly School[],
  date: LocalDate,
): Promise<Outcome> {
  const { absence, dates, locale } = context.texts;
  const closed: Closed[] = [];
  for (const { id } of schools) {
    const place = await calendarPlace(context, id);
    if (place) closed.push(await close(context, place, date));
  }
  const names = new Intl.ListFormat(locale).format(closed.map(({ name }) => name));
  const moved = closed.reduce((sum, each) => sum + each.moved, 0);
  return {
    type: "reply",
    card: {
      title: absence.closed(names, dates.full(date)),
      body: [
        text(absence.closedDone),
        ...(moved > 0 ? [text(absence.closedItems(moved))] : []),
        actions(
          undoButton(
            closed.map(({ schoolId }) => schoolId),
            date,
            context.texts,
          ),
        ),
      ],
    },
  };
}

/** By whoever may close the school now, whoever closed it; on the notice or on the reply. */
async function undo(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { absence, dates, locale } = context.texts;
  const [day = "", ids = ""] = context.event.value.split("|");
  const date = parseLocalDate(day);
  const places = await Promise.all(
    ids
      .split(",")
      .filter(Boolean)
      .map((id) => calendarPlace(context, id)),
  );
  const mine = places.filter((place) => place !== undefined);
  if (!date || mine.length === 0) return notFound(context, day);
  for (const place of mine) await reopen(context, place, date);
  const names = new Intl.ListFormat(locale).format(mine.map(({ school }) => school.name));
  return {
    type: "replace",
    card: {
      title: absence.reopened(names, dates.full(date)),
      body: [text(absence.reopenedBody)],
    },
  };
}
