/** English dates, as school staff type them; which number is the month depends on where they are. */

import { addDays } from "../calendar.ts";
import {
  ahead,
  anyOf,
  before,
  comingDay,
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
  "january|jan",
  "february|feb",
  "march|mar",
  "april|apr",
  "may",
  "june|jun",
  "july|jul",
  "august|aug",
  "september|sept|sep",
  "october|oct",
  "november|nov",
  "december|dec",
];
const WEEKDAYS = [
  "monday|mon",
  "tuesday|tues|tue",
  "wednesday|weds|wed",
  "thursday|thurs|thur|thu",
  "friday|fri",
  "saturday|sat",
  "sunday|sun",
];
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
const NTH = ["first|1st", "second|2nd", "third|3rd", "fourth|4th", "fifth|5th"];

export const english: DateWords = {
  due: before(
    "due(?:\\s+(?:by|on|date))?:?|deadline:?|not? later than|on or before|(?:by|before|until|till|on)(?:\\s+the)?",
  ),
  notDue: before(
    "every(?:\\s+(?:other|second|third))?|each|any|since|from|after|starting|last|past|previous|not (?:before|by|until|on)|no (?:earlier|sooner) than|weeks? (?:on|from|after|before)|(?:a|one|two) weeks?|fortnight (?:on|from)|(?:days?|weeks?) (?:after|before)",
  ),
  notDueAfter: /^\s+(?:week|fortnight|but one)(?!\p{L})/iu,
  habit: before("every(?:\\s+(?:other|second|third))?|each"),
  joins: before("or|and|to|through|then|[-–,/&]"),
  during: before("in|during"),
  partOf: /(?<!\p{L})(?:mid|early|late|(?:the\s+)?(?:beginning|start|middle) of)[\s-]+$/iu,
  weekOf: before("(?:the\\s+)?week (?:of|beginning|starting)"),
  counted: before("grades?|years?|yr|class|room|part|session|chapter|pd day|day|step|unit"),
  past: words("last|past|yesterday"),
  coming: null,
  months: MONTHS,
  weekdays: WEEKDAYS,
  to: "to|through|thru|until|till?",
  and: "or|and",
  the: "the",
  of: "of",
  ordinal: "st|nd|rd|th",
  nextYear: "(?:of\\s+)?next year",
  thisYear: "(?:of\\s+)?this year",
  idle: "next",
  dayparts:
    "(?:in the )?(?:morning|afternoon|evening|noon|night|midday)|eod|cob|end of (?:the )?day",
  from: "from|on|between|all|starting",
  until: "until|til|till|through|thru",
  lasting:
    /(?:^|[\s,])for (?:the next )?(?<count>\d{1,3}|\p{L}+) (?:(?<days>days?)|(?<weeks>weeks?))$/iu,
  numbers: NUMBERS,
  phrases: [
    {
      pattern: words(`(?:the )?first of (?<month>${anyOf(MONTHS)})`),
      day: (today, { month: name }) => comingDay(today, indexIn(MONTHS, name) + 1, 1),
      sure: true,
    },
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
    {
      pattern: words("(?:in|within) (?:a|one) fortnight|a fortnight from (?:now|today)"),
      day: (today) => addDays(today, 14),
      sure: true,
    },
    { pattern: words("(?:the )?day after tomorrow"), day: (today) => addDays(today, 2) },
    {
      pattern: words(
        "(?:the\\s+)?end of (?:(?:this|the)\\s+)?(?:(?<next>next)\\s+)?(?:(?<week>week)|month)",
      ),
      day: (today, { next, week: isWeek }) =>
        (isWeek ? endOfWeek : endOfMonth)(today, next ? 1 : 0),
    },
    {
      pattern: words(
        `(?:the\\s+)?(?:end|last day) of (?<month>${anyOf(MONTHS)})(?:,?\\s+(?<year>\\d{4}))?`,
      ),
      day: (today, { month: name, year }) =>
        endOfNamedMonth(today, indexIn(MONTHS, name) + 1, year),
    },
    {
      pattern: words("(?:(?:all )?(?:this|(?<next>next))) (?:(?<week>week)|month)"),
      day: (today, { next, week: isWeek }) => (isWeek ? week : month)(today, next ? 1 : 0),
    },
    {
      pattern: words(
        `(?:the\\s+)?(?<nth>${anyOf(NTH)}|(?<last>last)) (?<weekday>${anyOf(WEEKDAYS)}) (?:of|in) (?<month>${anyOf(MONTHS)})(?:,?\\s+(?<year>\\d{4}))?`,
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
        `(?<weekday>${anyOf(WEEKDAYS)})\\.?,? (?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)`,
      ),
      day: (today, { weekday, day }) =>
        weekdayOnThe(today, indexIn(WEEKDAYS, weekday), Number(day)),
      sure: true,
    },
    {
      pattern: words("(?<weekday>tues|weds|thurs?)"),
      day: (today, { weekday }) => nextWeekday(today, indexIn(WEEKDAYS, weekday)),
    },
    {
      pattern: /(?<=(?:by|before|until|on)\s+)the\s+(?<day>\d{1,2})(?:st|nd|rd|th)(?=[.!]?\s*$)/iu,
      day: (today, { day }) => dayOfSomeMonth(today, Number(day)),
    },
  ],
};
