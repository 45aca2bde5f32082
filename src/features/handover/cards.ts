/** The list of what somebody left behind, and the word to who gets something of it. */

import { item, muted, text, type Card } from "../../card.ts";
import { shorten } from "../../plain-text.ts";
import type { Texts } from "../../texts/index.ts";
import type { LocalDate } from "../../time/calendar.ts";

/** A goal or a step that somebody who left still had. */
export interface OpenThing {
  readonly kind: "goal" | "item";
  readonly id: string;
  readonly title: string;
  readonly due: LocalDate | null;
}

/** Lines of a message; fewer than a person would scroll through. */
const SHOWN = 12;
const TITLE = 120;

export function handoverCard(
  about: {
    readonly name: string;
    readonly school: string;
    readonly things: readonly OpenThing[];
    /** Nobody else stands on the side of who left. */
    readonly isLast: boolean;
    readonly today: LocalDate;
  },
  { handover: say, dates }: Texts,
): Card {
  const { name, school, things, isLast, today } = about;
  const more = things.length - SHOWN;
  return {
    title: say.title(name, school),
    body: [
      text(things.length > 0 ? say.body : say.nothing),
      ...things.slice(0, SHOWN).map(({ kind, id, title, due }) =>
        item(
          shorten(title, TITLE),
          [`${say[kind]} ${id}`, ...(due ? [say.due(dates.day(due, today))] : [])].join(" · "),
          {
            label: say.give,
            action: "handover.give",
            value: id,
            about: `${id}, ${shorten(title, TITLE)}`,
          },
        ),
      ),
      ...(more > 0 ? [text(say.more(more))] : []),
      ...(isLast ? [text(say.lastOfSide)] : []),
      muted(say.why),
    ],
  };
}

export const toldCard = (
  by: string,
  id: string,
  title: string,
  { handover: say }: Texts,
): Card => ({
  title: say.toldTitle(by, `${shorten(title, TITLE)} (${id})`),
  body: [text(say.toldBody)],
});
