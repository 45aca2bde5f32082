/** The one message after a meeting: the question, and what was answered so far (AC-20). */

import { actions, facts, heading, item, muted, text, type Button, type Card } from "../../card.ts";
import type { CheckIn } from "../../check-in/check-in.ts";
import type { Person, Side } from "../../team/person.ts";
import { shorten } from "../../plain-text.ts";
import type { Texts } from "../../texts/index.ts";
import { whenOf, type Place } from "../../here/meeting.ts";
import type { Topic } from "../../check-in/topic.ts";

const SIDES: readonly Side[] = ["library", "it"];
const TOPICS_SHOWN = 8;
const TITLE_BESIDE = 120;

/** Names the meeting as the card knew it, so that a press on an older card can be told. */
export const afterValue = ({ id, date }: Pick<CheckIn, "id" | "date">): string => `${id}|${date}`;

export function afterCard(
  checkIn: CheckIn,
  discussed: readonly Topic[],
  { today, partners }: Pick<Place, "today" | "partners">,
  texts: Texts,
): Card {
  const { checkIn: say, dates, people } = texts;
  const day = dates.day(checkIn.date, today);
  const answerer = partners.find(({ id }) => id === checkIn.answeredById);
  const value = afterValue(checkIn);
  const button = (label: string, action: string): Button => ({ label, action, value, about: day });
  const isAnswered = checkIn.status === "held" || checkIn.status === "skipped";
  const answers = [
    {
      label: say.heldFact,
      value: isAnswered ? (checkIn.status === "held" ? say.heldYes : say.heldNo) : "",
    },
    { label: say.decision, value: checkIn.decision ?? "" },
    ...SIDES.map((side) => ({ label: say.needs[side], value: checkIn.needs[side] ?? "" })),
  ].filter(({ value: given }) => given !== "");
  const held = { ...button(say.held, "check_in.held"), style: "primary" as const };
  return {
    title: titleOf(checkIn, day, texts),
    body: [
      ...(isAnswered ? [] : [text(say.afterAsk)]),
      ...(answers.length > 0 ? [facts(...answers)] : []),
      ...(answerer ? [muted(people.by(answerer.name, people.roles[answerer.role]))] : []),
      ...(discussed.length > 0 ? [heading(say.talkedAbout)] : []),
      ...discussed.slice(0, TOPICS_SHOWN).map((topic) =>
        item(say.topicLine(topic.id, shorten(topic.title, TITLE_BESIDE)), undefined, {
          label: say.keep,
          action: "topic.keep",
          value: `${checkIn.id}|${topic.id}`,
          about: `${topic.id} ${topic.title}`,
        }),
      ),
      ...(discussed.length > TOPICS_SHOWN
        ? [muted(say.more(discussed.length - TOPICS_SHOWN))]
        : []),
      actions(
        ...(checkIn.status === "held" ? [] : [held]),
        ...(isAnswered ? [] : [button(say.wasMoved, "check_in.was_moved")]),
        ...(isAnswered ? [] : [button(say.notHeld, "check_in.not_held")]),
        button(say.writeDown, "check_in.notes"),
        button(say.thank, "check_in.thanks"),
        ...(checkIn.status === "held" ? [button(say.notHeld, "check_in.not_held")] : []),
      ),
      ...(isAnswered ? [] : [muted(say.afterQuiet)]),
    ],
  };
}

const titleOf = ({ kind }: CheckIn, day: string, { checkIn: say, meetings }: Texts): string =>
  kind === "check_in" ? say.afterTitle(day) : meetings.afterTitle(meetings.names[kind], day);

/** The same message once the meeting was moved instead. */
export function movedAfterCard(
  before: CheckIn,
  after: CheckIn,
  { today, by }: Pick<Place, "today"> & { readonly by: Person },
  texts: Texts,
): Card {
  const { checkIn: say, dates, people } = texts;
  return {
    title: titleOf(before, dates.day(before.date, today), texts),
    body: [
      facts({ label: say.heldFact, value: say.heldMoved(whenOf(after, today, texts)) }),
      muted(people.by(by.name, people.roles[by.role])),
    ],
  };
}
