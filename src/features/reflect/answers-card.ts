/** What both sides answered, side by side, once it is open to the two of them. */

import { actions, divider, facts, heading, text, type Block, type Card } from "../../card.ts";
import type { Goal } from "../../goal/goal.ts";
import type { Reflection, Survey } from "../../reflection/reflection.ts";
import type { Person } from "../../team/person.ts";
import type { Texts } from "../../texts/index.ts";
import { goalLines, rowLines, type Beside } from "./goal-beside.ts";
import { givenAnswers } from "./survey-cards.ts";

/** What somebody wrote who has left the team since is no business of whoever came after them. */
export const sentSurveys = (
  surveys: Reflection["surveys"],
  partners: readonly Person[],
): readonly Survey[] =>
  surveys.filter(
    ({ sentAt, personId }) => sentAt !== null && partners.some(({ id }) => id === personId),
  );

export function answersCard(
  texts: Texts,
  goal: Goal,
  { id, surveys, joint, status }: Reflection,
  {
    people,
    beside,
    viewerId,
  }: {
    readonly people: readonly Person[];
    readonly beside: Beside;
    readonly viewerId: string;
  },
): Card {
  const { reflection, working } = texts;
  const rows = rowLines(texts, beside);
  const sent = sentSurveys(surveys, people);
  const hasOffered = sent.some((each) => each.personId === viewerId && each.answers.offer !== "");
  return {
    title: reflection.answersTitle(goal.id),
    body: [
      heading(reflection.goal),
      ...goalLines(texts, goal).map(text),
      ...(rows.length > 0 ? [heading(reflection.planRow), text(rows.join("\n"))] : []),
      ...(beside.working.length > 0
        ? [heading(working.formTitle), text(beside.working.join("\n"))]
        : []),
      divider,
      ...(sent.length === 0 ? [text(reflection.noAnswers)] : []),
      ...sent.flatMap((survey) => answerBlocks(texts, survey, people)),
      actions(
        joint
          ? {
              label: status === "joint_done" ? reflection.readIt : reflection.open,
              action: "joint.open",
              value: id,
              about: goal.id,
            }
          : { label: reflection.write, action: "joint.edit", value: id, about: goal.id },
        ...(hasOffered
          ? [
              {
                label: reflection.promiseMine,
                action: "answers.promise",
                value: id,
                about: goal.id,
              },
            ]
          : []),
      ),
    ],
  };
}

/** What one side answered; questions left empty are not listed. */
function answerBlocks(
  { reflection }: Texts,
  { personId, answers }: Survey,
  people: readonly Person[],
): readonly Block[] {
  const name = people.find(({ id }) => id === personId)?.name ?? personId;
  const given = givenAnswers(reflection, answers);
  return [
    heading(reflection.by(name)),
    given.length > 0 ? facts(...given) : text(reflection.empty),
  ];
}
