/** French dates, day first. */

import { addDays } from "../calendar.ts";
import {
  ahead,
  before,
  comingMonth,
  dayOf,
  dayOfSomeMonth,
  endOfMonth,
  endOfNamedMonth,
  endOfWeek,
  schoolDaysAhead,
  words,
  type DateWords,
} from "./words.ts";

const MONTHS =
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");
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

export const french: DateWords = {
  due: before(
    "(?:date limite|échéance)\\s?:?|d['’]ici(?: (?:au|à|le|la))?|(?:au plus tard|avant|pour)(?: le| la)?|jusqu['’](?:au|à)|le|au",
  ),
  notDue: before("chaque|depuis(?: le)?|d[eè]s(?: le)?|apr[eè]s(?: le)?|[aà] partir du"),
  habit: before("chaque|les?|un|du"),
  joins: before("ou|et|au|à|jusqu['’](?:au|à)|puis|[-–,/]|(?:ou|et) (?:le|avant le|pour le)"),
  during: before("en|pendant|courant|au mois de"),
  past: words("derni[eè]re?|pass[ée]e?|hier"),
  coming: /prochain/iu,
  and: "(?:ou|et)(?: le)?",
  verbs: null,
  phrases: [
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
        `(?:à )?(?:la )?fin (?:du mois )?(?:de |d['’])?(?<month>${MONTHS.join("|")})(?: (?<year>\\d{4}))?`,
      ),
      day: (today, { month = "", year }) =>
        endOfNamedMonth(today, MONTHS.indexOf(month.toLowerCase()) + 1, year),
    },
    {
      pattern: words(
        `(?:(?:en|pendant|courant|au mois de) |^)(?<month>${MONTHS.join("|")})(?: (?<year>\\d{4}))?`,
      ),
      day: (today, { month = "", year }) =>
        endOfNamedMonth(today, MONTHS.indexOf(month.toLowerCase()) + 1, year),
    },
    {
      pattern: words(
        `(?<=(?:d['’]ici|avant|pour) )(?<month>${MONTHS.join("|")})(?: (?<year>\\d{4}))?`,
      ),
      day: (today, { month = "", year }) => {
        const number = MONTHS.indexOf(month.toLowerCase()) + 1;
        return year ? dayOf(Number(year), number, 1) : comingMonth(today, number);
      },
    },
    { pattern: words("(?:la )?semaine prochaine"), day: (today) => endOfWeek(today, 1) },
    { pattern: words("(?:le )?mois prochain"), day: (today) => endOfMonth(today, 1) },
    {
      pattern: words("(?:cette (?<week>semaine)|ce mois(?:-ci)?)"),
      day: (today, { week }) => (week ? endOfWeek : endOfMonth)(today),
    },
    {
      pattern: words(
        "(?:dans|d['’]ici) (?<count>\\d{1,3}|\\p{L}+) (?:(?<days>jours?)|(?<weeks>semaines?)|mois)",
      ),
      day: (today, groups) => ahead(today, groups, NUMBERS),
      sure: true,
    },
    { pattern: words("apr[eè]s-demain"), day: (today) => addDays(today, 2) },
    {
      pattern:
        /(?<=(?:pour|avant|d['’]ici|au plus tard)\s+)(?:le|au)\s+(?<day>\d{1,2})(?:er)?(?=[.!]?\s*$)/iu,
      day: (today, { day }) => dayOfSomeMonth(today, Number(day)),
    },
  ],
};
