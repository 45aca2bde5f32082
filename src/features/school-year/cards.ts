/** What is said at the end of a school year, and at the start of the next. */

import { actions, text, type Button, type Card } from "../../card.ts";
import type { YearTurn } from "../../school-calendar/year-turn.ts";
import { membersOf, type Partnership } from "../../team/partnership.ts";
import type { Person, Side } from "../../team/person.ts";
import type { Team } from "../../telling/share.ts";
import type { Texts } from "../../texts/index.ts";
import type { LocalDate } from "../../time/calendar.ts";

export function endCard(
  { year, resumes }: YearTurn,
  { school }: Team,
  today: LocalDate,
  { schoolYear: say, dates }: Texts,
): Card {
  return {
    title: say.endTitle(year.title),
    body: resumes
      ? [text(say.quietUntil(dates.day(resumes, today)))]
      : [
          text(say.quietOpen),
          actions({ label: say.bringIn, action: "calendar.import", value: school.id }),
        ],
  };
}

export function startCard(
  { next }: YearTurn,
  { partnership, partners }: Team,
  { schoolYear: say, locale }: Texts,
): Card {
  const names = (side: Side): string => {
    const members = partners.filter(({ id }) => membersOf(partnership, side).includes(id));
    const list = new Intl.ListFormat(locale).format(members.map(({ name }) => name));
    return list || say.nobody;
  };
  return {
    title: say.startTitle(next?.title ?? ""),
    body: [
      text(say.startBody(names("library"), names("it"))),
      actions(
        { label: say.same, action: "school_year.same", value: partnership.id, style: "primary" },
        ...others(partnership, say),
      ),
    ],
  };
}

const others = ({ id }: Partnership, say: Texts["schoolYear"]): readonly Button[] => [
  { label: say.changeTeam, action: "setup.open", value: id, asks: true },
  { label: say.dates, action: "school_year.dates", value: id },
];

/** What is left of the question once somebody answered it. */
export const sameCard = (
  partnership: Partnership,
  { name }: Person,
  { schoolYear: say }: Texts,
): Card => ({
  title: say.sameTitle(name),
  body: [actions(...others(partnership, say))],
});
