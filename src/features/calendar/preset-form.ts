/** A usual school year of a country to start from. */

import { answer, type Answers, type Form } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import { oneLine, shorten } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import { publicHolidays, regionNamed } from "../../school-calendar/holidays.ts";
import { calendarPlace, type CalendarPlace } from "../../here/calendar.ts";
import {
  hemisphereOf,
  presetYear,
  usualYear,
  type Division,
  type PresetWords,
} from "../../school-calendar/preset.ts";
import { combined, proposed } from "../../school-calendar/propose.ts";
import { textsFor, type Texts } from "../../texts/index.ts";
import { daysBetween, type LocalDate } from "../../time/calendar.ts";
import { readStretch } from "../../time/stretch.ts";
import { forWhom } from "./entry-form.ts";
import { propose } from "./preview.ts";
import { notYours } from "./show.ts";
import { line, one, optional, spell } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";

const DIVISIONS = ["quarters", "three terms", "four terms"] as const satisfies readonly Division[];
const PRESET = {
  country: line(60),
  division: one(...DIVISIONS),
  from: optional(spell),
  to: optional(spell),
};

export async function askPreset(context: Context<EventOf<"action">>): Promise<Outcome> {
  const place = await calendarPlace(context, context.event.value);
  return place ? { type: "ask", form: presetForm(place, context.texts) } : notYours(context);
}

function presetForm(place: CalendarPlace, texts: Texts): Form {
  const { calendar: say } = texts;
  const named = {
    quarters: say.quarters,
    "three terms": say.threeTerms,
    "four terms": say.fourTerms,
  };
  return formOf(texts, PRESET, {
    form: "calendar.preset",
    title: say.presetTitle,
    submit: say.look,
    context: place.school.id,
    before: [{ type: "note", text: say.presetNote }],
    ask: {
      country: { label: say.country, hint: say.countryHint },
      division: { label: say.division, options: named },
      from: { label: say.yearFrom, hint: say.yearHint },
      to: { label: say.yearTo, hint: say.yearHint },
    },
    values: { division: "quarters" },
    after: forWhom(place, texts),
  });
}

const [SHORTEST_DAYS, LONGEST_DAYS] = [80, 366] as const;

export async function submitPreset(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { event, texts, person, now } = context;
  const place = await calendarPlace(context, event.context);
  if (!place) return notYours(context);
  const filled = readForm(PRESET, context);
  if (filled.type === "invalid") return filled;
  const { country: typed, division } = filled.values;
  const region = await regionNamed(typed, texts.locale);
  if (!region) {
    const problem = texts.calendar.countryUnknown(shorten(typed, 40));
    return { type: "invalid", problems: { country: problem } };
  }
  const read = readYear(event.answers, region, place, texts);
  if ("problems" in read) return { type: "invalid", problems: read.problems };
  const { start, end } = read;
  const { school, content } = place;
  const hemisphere = hemisphereOf(region);
  const holidays = await publicHolidays(region, start, end, school.locale);
  const words = presetWords(textsFor(school.locale, school.timezone), hemisphere === "south");
  const year = presetYear(
    { hemisphere, division, start, end, holidays },
    words,
    content?.name ?? school.name,
  );
  return await propose(
    context,
    place,
    proposed(place, {
      id: `change/${event.instance}`,
      source: "preset",
      byId: person.id,
      at: now,
      after: combined(content, year),
      forAll: answer(event.answers, "for") === "all",
    }),
  );
}

type Year =
  | { readonly start: LocalDate; readonly end: LocalDate }
  | { readonly problems: Readonly<Record<string, string>> };

function readYear(
  answers: Answers,
  region: string,
  { school, today }: CalendarPlace,
  texts: Texts,
): Year {
  const { calendar: say, locale } = texts;
  const [from, to] = [answer(answers, "from"), answer(answers, "to")];
  const dayIn = (typed: string): LocalDate | undefined => {
    const read = readStretch(oneLine(typed), { today, locale, timezone: school.timezone });
    return read.kind === "read" && read.range.start === read.range.end
      ? read.range.start
      : undefined;
  };
  const [first, last] = [dayIn(from), dayIn(to)];
  const usual = usualYear(hemisphereOf(region), first ?? today);
  const start = first ?? usual.start;
  const end = last ?? usual.end;
  const length = daysBetween(start, end);
  const problems = {
    ...(from !== "" && !first ? { from: say.unread(from) } : {}),
    ...(to !== "" && !last ? { to: say.unread(to) } : {}),
    ...(length < SHORTEST_DAYS || length > LONGEST_DAYS ? { to: say.yearLength } : {}),
  };
  return Object.keys(problems).length > 0 ? { problems } : { start, end };
}

/** In the school's language: the words become titles that everybody there reads. */
const presetWords = ({ calendar: say }: Texts, isSouthern: boolean): PresetWords => {
  const [first = "", second = "", third = ""] = isSouthern ? say.southBreaks : say.northBreaks;
  return {
    semester: say.semesterN,
    quarter: say.quarterN,
    term: say.termN,
    staffReturn: say.staffReturn,
    breaks: [first, second, third],
    summer: say.summerBreak,
  };
};
