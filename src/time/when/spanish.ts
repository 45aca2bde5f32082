/** Spanish dates, day first. */

import { addDays } from "../calendar.ts";
import {
  ahead,
  anyOf,
  before,
  comingDay,
  dayOfSomeMonth,
  endOfMonth,
  endOfNamedMonth,
  indexIn,
  month,
  nthWeekday,
  schoolDaysAhead,
  week,
  weekdayOnThe,
  words,
  type DateWords,
} from "./words.ts";

const MONTHS = [
  "enero|ene",
  "febrero|feb",
  "marzo|mar",
  "abril|abr",
  "mayo|may",
  "junio|jun",
  "julio|jul",
  "agosto|ago",
  "septiembre|setiembre|sept|sep",
  "octubre|oct",
  "noviembre|nov",
  "diciembre|dic",
];
const WEEKDAYS = [
  "lunes|lun",
  "martes|mar",
  "mi[ée]rcoles|mi[ée]rc|mi[ée]",
  "jueves|jue",
  "viernes|vie",
  "s[áa]bado|s[áa]b",
  "domingo|dom",
];
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
const NTH = ["primer|1\\.?[ºer]*", "segundo|2\\.?º", "tercer|3\\.?[ºer]*", "cuarto|4\\.?º"];

export const spanish: DateWords = {
  due: before(
    "fecha l[ií]mite:?|vence(?: el)?|a m[aá]s tardar(?: el)?|(?:antes del?|para|hasta)(?: el| la)?|el|al|a",
  ),
  notDue: before(
    "cada(?: dos)?|todas las|desde(?: el)?|(?:a partir|despu[eé]s) del?(?: el)?|(?:por|de|a|en|toda) la|no antes del?(?: el)?|semanas? (?:despu[eé]s|antes) del?",
  ),
  notDueAfter: /^\s+(?:en (?:ocho|quince)(?: d[ií]as)?|s[ií] y \p{L}+ no)(?!\p{L})/iu,
  habit: before("cada(?: dos)?|los|un|alg[uú]n|del"),
  joins: before("o|y|u|al?|hasta(?: el)?|luego|[-–,/]|(?:o|y|al?|hasta) (?:el|antes del?|para el)"),
  during: before("en|durante|en el mes de"),
  partOf: /(?<!\p{L})(?:(?:a )?(?:mediados|principios|inicios|comienzos) de)\s+$/iu,
  weekOf: before("(?:la )?semana del"),
  counted: before("grados?|años?|clases?|sala|sal[oó]n|partes?|d[ií]a|cap[ií]tulo|sesi[oó]n"),
  past: words("pasad[oa]|ayer"),
  coming: /pr[oó]ximo|que viene/iu,
  months: MONTHS,
  weekdays: WEEKDAYS,
  to: "al?|hasta",
  and: "o|y|u|e",
  the: "el",
  of: "del?",
  ordinal: "º|ro",
  nextYear:
    "del? (?:pr[oó]ximo año|año que viene|año pr[oó]ximo)|(?:el )?(?:pr[oó]ximo año|año que viene)",
  thisYear: "de este año",
  idle: "pr[oó]ximo|que viene",
  dayparts:
    "(?:por|en|de) la (?:mañana|tarde|noche)|(?:al?|de) (?:mediod[ií]a|medianoche|final del d[ií]a)",
  from: "del?|desde(?: el)?|entre(?: el)?|el|toda",
  until: "hasta(?: el)?",
  lasting:
    /(?:^|[\s,])(?:por|durante) (?<count>\d{1,3}|\p{L}+) (?:(?<days>d[ií]as?)|(?<weeks>semanas?))$/iu,
  numbers: NUMBERS,
  phrases: [
    {
      pattern: words(`primero de (?<month>${anyOf(MONTHS)})`),
      day: (today, { month: name }) => comingDay(today, indexIn(MONTHS, name) + 1, 1),
      sure: true,
    },
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
        `(?:a )?(?:finales|fines|fin|el final) del? (?:mes de )?(?<month>${anyOf(MONTHS)})(?: del? (?<year>\\d{4}))?`,
      ),
      day: (today, { month: name, year }) =>
        endOfNamedMonth(today, indexIn(MONTHS, name) + 1, year),
    },
    {
      pattern: words("(?:toda )?(?:la )?(?:pr[oó]xima semana|semana (?:que viene|pr[oó]xima))"),
      day: (today) => week(today, 1),
    },
    {
      pattern: words("(?:el )?(?:pr[oó]ximo mes|mes (?:que viene|pr[oó]ximo))"),
      day: (today) => month(today, 1),
    },
    {
      pattern: words("(?:toda )?(?:esta (?<week>semana)|este mes)"),
      day: (today, { week: isWeek }) => (isWeek ? week : month)(today),
    },
    {
      pattern: words(
        "(?:dentro de|en) (?<count>\\d{1,3}|\\p{L}+) (?:(?<days>d[ií]as?)|(?<weeks>semanas?)|mes(?:es)?)",
      ),
      day: (today, groups) => ahead(today, groups, NUMBERS),
      sure: true,
    },
    {
      pattern: words("(?:en|dentro de) una quincena"),
      day: (today) => addDays(today, 14),
      sure: true,
    },
    { pattern: words("pasado ma[nñ]ana"), day: (today) => addDays(today, 2) },
    {
      pattern: words(
        `(?:el )?(?<nth>${anyOf(NTH)}|(?<last>[uú]ltimo)) (?<weekday>${anyOf(WEEKDAYS)}) del? (?:mes de )?(?<month>${anyOf(MONTHS)})(?: del? (?<year>\\d{4}))?`,
      ),
      day: (today, { nth, last, weekday, month: name, year }) =>
        nthWeekday(
          today,
          last ? -1 : indexIn(NTH, nth) + 1,
          indexIn(WEEKDAYS, weekday),
          indexIn(MONTHS, name) + 1,
          year,
        ),
      sure: true,
    },
    {
      pattern: words(
        `(?<weekday>lunes|martes|mi[ée]rcoles|jueves|viernes) (?<day>\\d{1,2})(?=[.!]?\\s*$)`,
      ),
      day: (today, { weekday, day }) =>
        weekdayOnThe(today, indexIn(WEEKDAYS, weekday), Number(day)),
    },
    {
      pattern:
        /(?<=(?:para|antes del?|hasta|a m[aá]s tardar)\s+)(?:el\s+)?(?:d[ií]a\s+)?(?<day>\d{1,2})(?=[.!]?\s*$)/iu,
      day: (today, { day }) => dayOfSomeMonth(today, Number(day)),
    },
  ],
};
