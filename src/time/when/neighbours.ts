/** What stands beside a date and belongs to it, though only the day counts: its weekday, a time of day. */

import { addDays, weekdayOf, type LocalDate } from "../calendar.ts";
import { WEEKDAYS } from "../../team/person.ts";
import type { Found } from "./found.ts";
import { anyOf, indexIn, type DateWords } from "./words.ts";

const CLOCK =
  "(?:(?:at |@\\s?|a las? |à |vers |antes de las? )?(?:\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[ap]\\.?\\s?m\\.?)?|\\d{1,2}\\s?[ap]\\.?\\s?m\\.?|\\d{1,2}\\s?h(?:\\s?\\d{2})?))";
const ZONE =
  "(?:UTC|GMT|Z|[ECMPAH][SD]?T|AE[SD]T|AC[SD]T|AWST|NZ[SD]T|BST|IST|CES?T|local time|heure locale|hora local)";
const DAY_ENDS =
  "(?:eod|cob|noon|midday|midnight|(?:the )?(?:end of (?:the )?day|close of business)|midi|minuit|mediod[ií]a)";

interface Patterns {
  readonly after: RegExp;
  readonly before: RegExp;
  readonly weekdayBefore: RegExp;
  readonly weekdayAfter: RegExp;
}
const made = new Map<DateWords, Patterns>();

function patternsFor(words: DateWords): Patterns {
  const known = made.get(words);
  if (known) return known;
  const { weekdays, dayparts, the } = words;
  const weekday = `(?<weekday>${anyOf(weekdays)})`;
  const patterns = {
    after: new RegExp(
      `^(?:'(?! ?s) time|,?\\s*(?:(?:at|@|by|à|a)\\s)?(?:${CLOCK}(?:\\s+${ZONE})?|${DAY_ENDS}|${dayparts}))(?![\\p{L}\\d])`,
      "iu",
    ),
    before: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${CLOCK}(?:\\s+${ZONE})?|(?:at )?${DAY_ENDS}),?\\s+(?:(?:on|of|le|du|el|del)\\s+)?$`,
      "iu",
    ),
    weekdayBefore: new RegExp(
      `(?<![\\p{L}\\p{N}])${weekday}\\.?,?\\s+(?:(?:${the})\\s+)?\\(?$`,
      "iu",
    ),
    weekdayAfter: new RegExp(`^,?\\s*\\(?${weekday}\\.?\\)?(?![\\p{L}\\p{N}])`, "iu"),
  };
  made.set(words, patterns);
  return patterns;
}

/** The same day with everything around it that is part of it. */
export function withNeighbours(text: string, found: Found, words: DateWords): Found {
  const patterns = patternsFor(words);
  const grown = withTimes(text, withWeekday(text, found, words, patterns), patterns);
  return withWeek(text, grown, words);
}

/** "Friday, May 14", "May 14 (Friday)": behind a day only when it is that weekday. */
function withWeekday(
  text: string,
  found: Found,
  { weekdays }: DateWords,
  { weekdayBefore, weekdayAfter }: Patterns,
): Found {
  if (
    found.floats === "week" ||
    !/\d/u.test(found.words) ||
    /^\p{L}{2,}\s\d+\s\p{L}/u.test(found.words)
  )
    return found;
  const before = weekdayBefore.exec(text.slice(0, found.index))?.[0] ?? "";
  const opened = extend(
    text,
    found,
    before.length,
    before.endsWith("(") && text[found.index + found.words.length] === ")" ? 1 : 0,
  );
  const after = weekdayAfter.exec(text.slice(opened.index + opened.words.length));
  const isSame =
    after !== null &&
    found.day !== "impossible" &&
    WEEKDAYS.indexOf(weekdayOf(found.day)) === indexIn(weekdays, after.groups?.["weekday"]);
  return isSame ? extend(text, opened, 0, after[0].length) : opened;
}

function withTimes(text: string, found: Found, { before, after }: Patterns): Found {
  const start = before.exec(text.slice(0, found.index))?.[0].length ?? 0;
  const end = after.exec(text.slice(found.index + found.words.length))?.[0].length ?? 0;
  return extend(text, found, start, end);
}

/** "Week of Oct 18" is Monday to Friday of that week. */
function withWeek(text: string, found: Found, { weekOf }: DateWords): Found {
  const before = weekOf.exec(text.slice(0, found.index))?.[0] ?? "";
  if (before === "" || found.day === "impossible" || found.until || found.more) return found;
  return { ...extend(text, found, before.length, 0), ...weekAround(found.day), floats: null };
}

function weekAround(date: LocalDate): { readonly since: LocalDate; readonly day: LocalDate } {
  const since = addDays(date, -WEEKDAYS.indexOf(weekdayOf(date)));
  return { since, day: addDays(since, 4) };
}

const extend = (text: string, found: Found, before: number, after: number): Found => ({
  ...found,
  index: found.index - before,
  words: text.slice(found.index - before, found.index + found.words.length + after),
});
