import type { ActionItem } from "../../plan/action-item.ts";
import { RUN_COMMAND } from "../../commands.ts";
import {
  actions,
  divider,
  facts,
  heading,
  quote,
  text,
  type Block,
  type Card,
  type Form,
} from "../../card.ts";
import type { Goal } from "../../goal/goal.ts";
import type { Partnership } from "../../team/partnership.ts";
import type { Person } from "../../team/person.ts";
import {
  sidesConfirmed,
  type JointColumn,
  type Reflection,
  type Survey,
} from "../../reflection/reflection.ts";
import type { Texts } from "../../texts/index.ts";
import { goalLines, goalNotes } from "./goal-beside.ts";
import { givenAnswers } from "./survey-cards.ts";

/** In code points: each fits whole beside the goal. */
export const AGREED_LIMIT = 1500;
export const STEP_LIMIT = 1000;

export function offerCard(
  { reflection }: Texts,
  goal: Goal,
  { id, joint, surveys }: Reflection,
): Card {
  const both = surveys.filter((survey) => survey.sentAt).length > 1;
  return {
    title: both ? reflection.offerTitle(goal.id) : reflection.offerTitleClosed(goal.id),
    body: [
      text(goal.title),
      text(reflection.offerBody),
      actions(
        { label: reflection.read, action: "answers.read", value: id, about: goal.id },
        joint
          ? {
              label: reflection.open,
              action: "joint.open",
              value: id,
              about: goal.id,
              style: "primary",
            }
          : {
              label: reflection.write,
              action: "joint.edit",
              value: id,
              about: goal.id,
              style: "primary",
            },
      ),
    ],
  };
}

export function answersCard(
  texts: Texts,
  goal: Goal,
  { id, surveys, joint, status }: Reflection,
  people: readonly Person[],
): Card {
  const { reflection } = texts;
  const sent = surveys.filter((survey) => survey.sentAt);
  return {
    title: reflection.answersTitle(goal.id),
    body: [
      heading(reflection.goal),
      ...goalLines(texts, goal).map(text),
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

export function jointForm(
  texts: Texts,
  { id, joint }: Reflection,
  goal: Goal,
  plan: readonly ActionItem[],
): Form {
  const { reflection, common } = texts;
  return {
    form: "joint",
    title: reflection.jointTitle,
    submit: common.save,
    cancel: common.cancel,
    context: `${id}|${String(joint?.edition ?? 0)}`,
    inputs: [
      ...goalNotes(texts, goal, plan),
      {
        type: "text",
        id: "agreed",
        label: reflection.agreed,
        hint: reflection.agreedHint,
        value: joint?.agreed ?? "",
        multiline: true,
        maxLength: AGREED_LIMIT,
      },
      {
        type: "choice",
        id: "decision",
        label: reflection.decision,
        value: joint?.decision ?? "continue",
        options: (["continue", "revise", "retire", "new"] as const).map((value) => ({
          label: reflection.decisions[value],
          value,
        })),
        open: true,
      },
      {
        type: "text",
        id: "nextStep",
        label: reflection.nextStep,
        hint: reflection.nextStepHint,
        value: joint?.nextStep ?? "",
        optional: true,
        maxLength: STEP_LIMIT,
      },
    ],
  };
}

/** The text as both read it, with the original goal beside it. */
export function jointCard(
  texts: Texts,
  goal: Goal,
  { id, status }: Reflection,
  joint: JointColumn,
  notice: string | undefined,
): Card {
  const { reflection } = texts;
  return {
    title: notice ?? reflection.jointCard(goal.id),
    body: [
      {
        type: "columns",
        left: { title: reflection.goal, lines: goalLines(texts, goal) },
        right: {
          title: reflection.agreed,
          lines: [joint.agreed],
        },
      },
      // Apart, so that a long text leaves room for them: both confirm what they can read.
      facts(
        { label: reflection.decision, value: reflection.decisions[joint.decision] },
        ...(joint.nextStep ? [{ label: reflection.nextStep, value: joint.nextStep }] : []),
      ),
      ...(status === "joint_done"
        ? [quote(reflection.jointDone(goal.id))]
        : [
            actions(
              {
                label: reflection.confirm,
                action: "joint.confirm",
                value: `${id}|${String(joint.edition)}`,
                about: goal.id,
                style: "primary",
              },
              { label: reflection.edit, action: "joint.edit", value: id, about: goal.id },
            ),
          ]),
    ],
  };
}

/**
 * How far the joint text is, without a word of it: the channel may have other readers. Once both have
 * confirmed, it can only be read.
 */
export function stateCard(
  { reflection: words, common, people, locale }: Texts,
  goal: Goal,
  partnership: Partnership,
  { id }: Reflection,
  joint: JointColumn,
  partners: readonly Person[],
): Card {
  const confirmed = sidesConfirmed(joint, partnership);
  const editor = partners.find(({ id: known }) => known === joint.editedById)?.name ?? "";
  const names = partners
    .filter(({ id: known }) => joint.confirmedByIds.includes(known))
    .map(({ name, role }) => people.named(name, people.roles[role]));
  const missing = (["library", "it"] as const).filter((side) => !confirmed.includes(side));
  const sides = new Intl.ListFormat(locale).format(missing.map((side) => common[side]));
  const open = { action: "joint.open", value: id, about: goal.id };
  return {
    title: words.jointCard(goal.id),
    body: [
      text(words.jointState(joint.edition, editor)),
      ...(names.length > 0
        ? [text(words.confirmedByNames(new Intl.ListFormat(locale).format(names)))]
        : []),
      ...(missing.length === 0
        ? [actions({ ...open, label: words.readIt })]
        : [
            text(words.waitingFor(sides)),
            actions(
              { ...open, label: words.open, style: "primary" },
              { label: words.edit, action: "joint.edit", value: id, about: goal.id },
            ),
          ]),
    ],
  };
}

/** Says that it is done, not what was decided: that is for the partners alone (rules, section 9.3). */
export function confirmedCard({ reflection: words }: Texts, goal: Goal, { id }: Reflection): Card {
  return {
    title: words.jointDone(goal.id),
    body: [
      text(goal.title),
      actions(
        { label: words.readIt, action: "joint.open", value: id, about: goal.id },
        { label: words.addAction, action: "item.add", value: goal.id, about: goal.id },
        { label: words.newGoal, action: RUN_COMMAND, value: "goal add", about: goal.id },
      ),
    ],
  };
}
