/** English dates, month first, as school staff in the United States and Canada type them. */

import { addDays } from "../calendar.ts";
import {
  ahead,
  before,
  dayOfSomeMonth,
  endOfMonth,
  endOfNamedMonth,
  endOfWeek,
  schoolDaysAhead,
  words,
  type DateWords,
} from "./words.ts";

const MONTHS =
  "january february march april may june july august september october november december".split(
    " ",
  );

const NUMBERS = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

export const english: DateWords = {
  due: before(
    "due(?:\\s+(?:by|on|date))?:?|deadline:?|not? later than|on or before|(?:by|before|until|till|on)(?:\\s+the)?",
  ),
  notDue: before("every|each|any|since|from|after|starting|last|past|previous"),
  habit: before("every|each"),
  joins: before("or|and|to|through|then|[-–,/&]"),
  during: before("in|during"),
  past: words("last|past|yesterday"),
  coming: null,
  and: "or|and|&",
  verbs: /^(?:may|march) /iu,
  phrases: [
    {
      pattern: words(
        "(?:(?:in|within) )?(?<count>\\d{1,3}|\\p{L}+) (?:(?:school|teaching)|(?<working>working|business)) days?",
      ),
      day: (today, groups, calendar) => schoolDaysAhead(today, groups, NUMBERS, calendar),
      sure: true,
    },
    {
      pattern: words(
        "(?:in|within) (?<count>\\d{1,3}|\\p{L}+) (?:(?<days>days?)|(?<weeks>weeks?)|months?)",
      ),
      day: (today, groups) => ahead(today, groups, NUMBERS),
      sure: true,
    },
    { pattern: words("(?:the )?day after tomorrow"), day: (today) => addDays(today, 2) },
    {
      pattern: words(
        "(?:the\\s+)?end of (?:(?:this|the)\\s+)?(?:(?<next>next)\\s+)?(?:(?<week>week)|month)",
      ),
      day: (today, { next, week }) => (week ? endOfWeek : endOfMonth)(today, next ? 1 : 0),
    },
    {
      pattern: words(`(?:the\\s+)?end of (?<month>${MONTHS.join("|")})(?:,?\\s+(?<year>\\d{4}))?`),
      day: (today, { month = "", year }) =>
        endOfNamedMonth(today, MONTHS.indexOf(month.toLowerCase()) + 1, year),
    },
    {
      pattern: words("(?:this|(?<next>next)) (?:(?<week>week)|month)"),
      day: (today, { next, week }) => (week ? endOfWeek : endOfMonth)(today, next ? 1 : 0),
    },
    {
      pattern: /(?<=(?:by|before|until|on)\s+)the\s+(?<day>\d{1,2})(?:st|nd|rd|th)(?=[.!]?\s*$)/iu,
      day: (today, { day }) => dayOfSomeMonth(today, Number(day)),
    },
  ],
};
