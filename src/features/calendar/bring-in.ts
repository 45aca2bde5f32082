/** A calendar comes from outside: pasted into a form where it fits, else by the upload page. */

import { actions, answer, muted, text, type Answers, type Form } from "../../card.ts";
import type { Context, EventOf, Services } from "../../feature.ts";
import { shorten } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import type { CalendarContent } from "../../school-calendar/entry.ts";
import type { NamedImport } from "../../school-calendar/import.ts";
import { calendarPlace, type CalendarPlace } from "../../here/calendar.ts";
import { combined, proposed } from "../../school-calendar/propose.ts";
import type { Reading } from "../../school-calendar/reading.ts";
import type { Texts } from "../../texts/index.ts";
import { schoolYearAt } from "../../time/sessions.ts";
import { forWhom } from "./entry-form.ts";
import { propose } from "./preview.ts";
import { forSchool, notYours } from "./show.ts";
import { lines, pick, optional } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";

const PASTE = {
  /** What the smallest of the platforms takes in one field. */
  text: lines(3000),
  order: optional(pick),
  ends: optional(pick),
};

/** `/liaison calendar import`: the link to the page, and the form for what is short. */
export const askImport = async (
  context: Context<EventOf<"command">>,
  typed: string,
): Promise<Outcome> =>
  await forSchool(
    context,
    typed,
    "calendar.import",
    async (place) => await Promise.resolve(waysToImport(context, place)),
  );

export async function showImport(context: Context<EventOf<"action">>): Promise<Outcome> {
  const place = await calendarPlace(context, context.event.value);
  return place ? waysToImport(context, place) : notYours(context);
}

function waysToImport(
  { link, person, texts }: Pick<Context, "link" | "person" | "texts">,
  { school }: CalendarPlace,
): Outcome {
  const { calendar: say } = texts;
  const url = link("calendar", person.id, school.id);
  return {
    type: "reply",
    card: {
      title: say.importTitle(school.name),
      body: [
        text(say.importBody),
        ...(url
          ? [{ type: "link" as const, label: say.openPage, url }, muted(say.pageHint)]
          : [text(say.noPage)]),
        actions({ label: say.paste, action: "calendar.paste", value: school.id }),
      ],
    },
  };
}

export async function askPaste(context: Context<EventOf<"action">>): Promise<Outcome> {
  const place = await calendarPlace(context, context.event.value);
  return place ? { type: "ask", form: pasteForm(place, context.texts) } : notYours(context);
}

function pasteForm(place: CalendarPlace, texts: Texts): Form {
  const { calendar: say } = texts;
  return formOf(texts, PASTE, {
    form: "calendar.paste",
    title: say.pasteTitle,
    submit: say.look,
    context: place.school.id,
    ask: {
      text: { label: say.pasteLabel, hint: say.pasteHint },
      order: { label: say.order, options: orderOptions(texts) },
      ends: { label: say.ends, options: endOptions(texts) },
    },
    after: forWhom(place, texts),
  });
}

export const AUTO = "auto";

export const orderOptions = ({ calendar: say }: Texts) => [
  { label: say.orderAuto, value: AUTO },
  { label: say.orderDay, value: "day first" },
  { label: say.orderMonth, value: "month first" },
];

export const endOptions = ({ calendar: say }: Texts) => [
  { label: say.endsAuto, value: AUTO },
  { label: say.endsStandard, value: "standard" },
  { label: say.endsLast, value: "last" },
];

export async function submitPaste(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { event, person, now } = context;
  const place = await calendarPlace(context, event.context);
  if (!place) return notYours(context);
  const read = await readCalendar(context, answer(event.answers, "text"), event.answers, place);
  if ("problem" in read) return { type: "invalid", problems: { [read.field]: read.problem } };
  return await propose(
    context,
    place,
    proposed(place, {
      id: `change/${event.instance}`,
      source: "import",
      byId: person.id,
      at: now,
      after: read.after,
      forAll: answer(event.answers, "for") === "all",
      reading: read.reading,
      unread: read.unread,
    }),
  );
}

export type ReadCalendar =
  | {
      readonly after: CalendarContent;
      readonly reading: Reading;
      /** Lines that could not be read, as they were written. */
      readonly unread: readonly string[];
    }
  | { readonly problem: string; readonly field: "text" | "order" | "ends" };

/** The calendar that a text stands for, or what must be said before it can be read. */
export async function readCalendar(
  {
    readCalendar: reader,
    texts,
    stores,
    person,
  }: Pick<Context, keyof Services | "texts" | "person">,
  source: string,
  answers: Answers,
  { school, calendar, content, today }: CalendarPlace,
): Promise<ReadCalendar> {
  const { calendar: say, locale } = texts;
  const order = answer(answers, "order");
  const ends = answer(answers, "ends");
  const year = schoolYearAt(today, calendar);
  const options: NamedImport = {
    name: content?.name ?? school.name,
    today,
    ...(year && year.start <= today ? { yearStart: year.start } : {}),
    timezone: school.timezone,
    locale,
    endsAreLastDays: ends === "last",
    ...(order === "day first" || order === "month first" ? { order } : {}),
  };
  const { source: read, reading } = await reader(source, options, {
    tenant: stores.districtId,
    from: person.id,
  });
  if (read.kind === "refused") return { problem: say.refused[read.because], field: "text" };
  if (read.orderInDoubt) return { problem: say.orderInDoubt, field: "order" };
  if (read.endsInDoubt && ends !== "standard") return { problem: say.endsInDoubt, field: "ends" };
  const unread = (read.unread ?? []).map((line) => shorten(line, 100));
  if (!reading || read.entries.length === 0) return { problem: say.refused.empty, field: "text" };
  return { after: combined(content, reading.content), reading, unread };
}
