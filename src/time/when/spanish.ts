/** Spanish dates, day first. */

import { addDays } from "../calendar.ts";
import {
  ahead,
  before,
  comingDay,
  dayOfSomeMonth,
  endOfMonth,
  endOfNamedMonth,
  endOfWeek,
  schoolDaysAhead,
  words,
  type DateWords,
} from "./words.ts";

const MONTHS =
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(
    " ",
  );
const NUMBERS = {
  un: 1,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  quince: 15,
};

export const spanish: DateWords = {
  due: before(
    "fecha l[ií]mite:?|vence(?: el)?|a m[aá]s tardar(?: el)?|(?:antes del?|para|hasta)(?: el| la)?|el|al|a",
  ),
  notDue: before(
    "cada|todas las|desde(?: el)?|(?:a partir|despu[eé]s) del?(?: el)?|(?:por|de|a|en|toda) la",
  ),
  habit: before("cada|los|un|alg[uú]n|del"),
  joins: before("o|y|u|al?|hasta(?: el)?|luego|[-–,/]|(?:o|y|al?|hasta) (?:el|antes del?|para el)"),
  during: before("en|durante|en el mes de"),
  past: words("pasad[oa]|ayer"),
  coming: /pr[oó]ximo|que viene/iu,
  and: "(?:o|y|u|e)(?: el)?",
  verbs: null,
  phrases: [
    {
      pattern: words(
        "(?:(?:dentro de|en) )?(?<count>\\d{1,3}|\\p{L}+) d[ií]as? (?:(?:de clases?|lectivos?|escolar(?:es)?)|(?<working>h[aá]bil(?:es)?|laborables?|de trabajo))",
      ),
      day: (today, groups, calendar) => schoolDaysAhead(today, groups, NUMBERS, calendar),
      sure: true,
    },
    {
      pattern: words(
        "(?:a )?(?:finales|fines|fin|el final) (?:del? (?:este )?mes|del? (?<next>pr[oó]ximo mes|mes que viene))",
      ),
      day: (today, { next }) => endOfMonth(today, next ? 1 : 0),
    },
    {
      pattern: words(
        `(?:a )?(?:finales|fines|fin|el final) del? (?:mes de )?(?<month>${MONTHS.join("|")})(?: del? (?<year>\\d{4}))?`,
      ),
      day: (today, { month = "", year }) =>
        endOfNamedMonth(today, MONTHS.indexOf(month.toLowerCase()) + 1, year),
    },
    {
      pattern: words("(?:la )?(?:pr[oó]xima semana|semana (?:que viene|pr[oó]xima))"),
      day: (today) => endOfWeek(today, 1),
    },
    {
      pattern: words("(?:el )?(?:pr[oó]ximo mes|mes (?:que viene|pr[oó]ximo))"),
      day: (today) => endOfMonth(today, 1),
    },
    {
      pattern: words("(?:esta (?<week>semana)|este mes)"),
      day: (today, { week }) => (week ? endOfWeek : endOfMonth)(today),
    },
    {
      pattern: words(
        "(?:dentro de|en) (?<count>\\d{1,3}|\\p{L}+) (?:(?<days>d[ií]as?)|(?<weeks>semanas?)|mes(?:es)?)",
      ),
      day: (today, groups) => ahead(today, groups, NUMBERS),
      sure: true,
    },
    { pattern: words("pasado ma[nñ]ana"), day: (today) => addDays(today, 2) },
    {
      pattern: words(`(?<from>\\d{1,2}) al? (?<to>\\d{1,2}) de (?<month>${MONTHS.join("|")})`),
      day: (today, { from, to, month = "" }) => [
        comingDay(today, MONTHS.indexOf(month.toLowerCase()) + 1, Number(from)),
        comingDay(today, MONTHS.indexOf(month.toLowerCase()) + 1, Number(to)),
      ],
      sure: true,
    },
    {
      pattern: words(`(?<month>${MONTHS.join("|")}) (?<day>\\d{1,2})(?! de)`),
      day: (today, { month = "", day }) =>
        comingDay(today, MONTHS.indexOf(month.toLowerCase()) + 1, Number(day)),
      sure: true,
    },
    {
      pattern:
        /(?<=(?:para|antes del?|hasta|a m[aá]s tardar)\s+)(?:el\s+)?(?:d[ií]a\s+)?(?<day>\d{1,2})(?=[.!]?\s*$)/iu,
      day: (today, { day }) => dayOfSomeMonth(today, Number(day)),
    },
  ],
};
