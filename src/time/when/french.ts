/** French dates, day first. */

import { addDays } from "../calendar.ts";
import {
  ahead,
  anyOf,
  before,
  comingDay,
  comingMonth,
  dayOf,
  dayOfSomeMonth,
  endOfMonth,
  endOfNamedMonth,
  endOfWeek,
  indexIn,
  month,
  nextWeekday,
  nthWeekday,
  schoolDaysAhead,
  week,
  weekdayOnThe,
  words,
  type DateWords,
} from "./words.ts";

const MONTHS = [
  "janvier|janv",
  "f[ée]vrier|f[ée]vr|f[ée]v",
  "mars",
  "avril|avr",
  "mai",
  "juin",
  "juillet|juil",
  "ao[ûu]t",
  "septembre|sept",
  "octobre|oct",
  "novembre|nov",
  "d[ée]cembre|d[ée]c",
];
const WEEKDAYS = [
  "lundi|lun",
  "mardi|mar",
  "mercredi|merc|mer",
  "jeudi|jeu",
  "vendredi|vend|ven",
  "samedi|sam",
  "dimanche|dim",
];
const NUMBERS = {
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  quinze: 15,
};
const NTH = ["premier|1er", "deuxi[èe]me|2e|second", "troisi[èe]me|3e", "quatri[èe]me|4e"];

export const french: DateWords = {
  due: before(
    "(?:date limite|échéance)\\s?:?|d['’]ici(?: (?:au|à|le|la))?|(?:au plus tard|avant|pour)(?: le| la)?|jusqu['’](?:au|à)|le|au",
  ),
  notDue: before(
    "chaque|depuis(?: le)?|d[eè]s(?: le)?|apr[eè]s(?: le)?|[aà] (?:partir|compter) du|un (?:lundi|mardi|mercredi|jeudi|vendredi) sur deux|pas avant(?: le)?|semaines? (?:apr[eè]s|avant)(?: le)?",
  ),
  notDueAfter: /^\s+(?:en (?:huit|quinze)|sur deux)(?!\p{L})/iu,
  habit: before("chaque|les?|un|du"),
  joins: before("ou|et|au|à|jusqu['’](?:au|à)|puis|[-–,/]|(?:ou|et) (?:le|avant le|pour le)"),
  during: before("en|pendant|courant|au mois de"),
  partOf: /(?<!\p{L})(?:(?:à la )?mi|d[ée]but|au d[ée]but (?:de|du mois de)|au milieu de)[\s-]+$/iu,
  weekOf: before("(?:la )?semaine du"),
  counted: before("ann[ée]es?|classes?|salle|parties?|jour|chapitre|[ée]tape"),
  past: words("derni[eè]re?|pass[ée]e?|hier"),
  coming: /prochain/iu,
  months: MONTHS,
  weekdays: WEEKDAYS,
  to: "au|[àa]|jusqu'(?:au|[àa])",
  and: "ou|et",
  the: "le",
  of: "de|du",
  ordinal: "er",
  nextYear: "(?:de )?l'ann[ée]e prochaine|l'an prochain",
  thisYear: "de cette ann[ée]e",
  idle: "prochain",
  dayparts: "(?:le |au |en )?(?:matin|midi|soir|apr[eè]s-midi|soir[ée]e|fin de journ[ée]e)",
  from: "du|de|entre|d[eè]s|le|toute",
  until: "jusqu'(?:au|[àa])",
  lasting:
    /(?:^|[\s,])(?:pendant|pour|durant) (?<count>\d{1,3}|\p{L}+) (?:(?<days>jours?)|(?<weeks>semaines?))$/iu,
  numbers: NUMBERS,
  phrases: [
    {
      pattern: words(`premier (?<month>${anyOf(MONTHS)})`),
      day: (today, { month: name }) => comingDay(today, indexIn(MONTHS, name) + 1, 1),
      sure: true,
    },
    {
      pattern: words(
        "(?:(?:dans|d['’]ici|sous) )?(?<count>\\d{1,3}|\\p{L}+) jours? (?:(?:de classe|d['’]école|scolaires?)|(?<working>ouvrables?|ouvr[ée]s?|de travail))",
      ),
      day: (today, groups, calendar) => schoolDaysAhead(today, groups, NUMBERS, calendar),
      sure: true,
    },
    {
      pattern: words("(?:la )?fin (?:du|de ce) mois(?: (?<next>prochain))?"),
      day: (today, { next }) => endOfMonth(today, next ? 1 : 0),
    },
    {
      pattern: words("(?:la )?fin de (?:la|cette) semaine(?: (?<next>prochaine))?"),
      day: (today, { next }) => endOfWeek(today, next ? 1 : 0),
    },
    {
      pattern: words(
        `(?:à )?(?:la )?fin (?:du mois )?(?:de |d['’])?(?<month>${anyOf(MONTHS)})(?: (?<year>\\d{4}))?`,
      ),
      day: (today, { month: name, year }) =>
        endOfNamedMonth(today, indexIn(MONTHS, name) + 1, year),
    },
    {
      pattern: words(
        `(?<=(?:d['’]ici|avant|pour) )(?<month>${anyOf(MONTHS)})(?: (?<year>\\d{4}))?`,
      ),
      day: (today, { month: name, year }) => {
        const number = indexIn(MONTHS, name) + 1;
        return year ? dayOf(Number(year), number, 1) : comingMonth(today, number);
      },
    },
    { pattern: words("(?:toute )?(?:la )?semaine prochaine"), day: (today) => week(today, 1) },
    { pattern: words("(?:le )?mois prochain"), day: (today) => month(today, 1) },
    {
      pattern: words("(?:toute )?(?:cette (?<week>semaine)|ce mois(?:-ci)?)"),
      day: (today, { week: isWeek }) => (isWeek ? week : month)(today),
    },
    {
      pattern: words(
        "(?:dans|d['’]ici) (?<count>\\d{1,3}|\\p{L}+) (?:(?<days>jours?)|(?<weeks>semaines?)|mois)",
      ),
      day: (today, groups) => ahead(today, groups, NUMBERS),
      sure: true,
    },
    {
      pattern: words("(?:dans une|sous) quinzaine"),
      day: (today) => addDays(today, 14),
      sure: true,
    },
    { pattern: words("apr[eè]s-demain"), day: (today) => addDays(today, 2) },
    {
      pattern: words(
        `(?:le )?(?:(?<nth>${anyOf(NTH)}) (?<weekday>${anyOf(WEEKDAYS)})|(?<last>${anyOf(WEEKDAYS)}) dernier|dernier (?<final>${anyOf(WEEKDAYS)})) (?:de |d'|du mois de )(?<month>${anyOf(MONTHS)})(?: (?<year>\\d{4}))?`,
      ),
      day: (today, { nth, weekday, last, final, month: name, year }) =>
        nthWeekday(
          today,
          nth ? indexIn(NTH, nth) + 1 : -1,
          indexIn(WEEKDAYS, weekday ?? last ?? final),
          indexIn(MONTHS, name) + 1,
          year,
        ),
      sure: true,
    },
    {
      pattern: words("(?<weekday>merc|vend)\\.?"),
      day: (today, { weekday }) => nextWeekday(today, indexIn(WEEKDAYS, weekday)),
    },
    {
      pattern: words(
        `(?<weekday>lundi|mardi|mercredi|jeudi|vendredi) (?:le )?(?<day>\\d{1,2})(?=[.!]?\\s*$)`,
      ),
      day: (today, { weekday, day }) =>
        weekdayOnThe(today, indexIn(WEEKDAYS, weekday), Number(day)),
    },
    {
      pattern:
        /(?<=(?:pour|avant|d['’]ici|au plus tard)\s+)(?:le|au)\s+(?<day>\d{1,2})(?:er)?(?=[.!]?\s*$)/iu,
      day: (today, { day }) => dayOfSomeMonth(today, Number(day)),
    },
  ],
};
