/** How the joint column and what follows from it are drawn. */

import { RUN_COMMAND } from "../../commands.ts";
import { actions, facts, quote, text, type Button, type Card } from "../../card.ts";
import type { Goal } from "../../goal/goal.ts";
import type { Version } from "../../protocol/cycle.ts";
import { sidesConfirmed, type JointColumn, type Reflection } from "../../reflection/reflection.ts";
import type { Partnership } from "../../team/partnership.ts";
import type { Person, Side } from "../../team/person.ts";
import type { Texts } from "../../texts/index.ts";
import { goalLines } from "./goal-beside.ts";

/** A joint column with what it is about. */
interface ShownJoint {
  readonly goal: Goal;
  readonly reflection: Reflection;
  readonly joint: JointColumn;
  readonly owner: string | undefined;
  /** Who reads it confirmed it: the side that has not yet. */
  readonly waitsFor?: Side;
}

/** One that both sides confirmed, with the version that it made. */
interface Confirmed {
  readonly reflection: Reflection;
  readonly joint: JointColumn;
  readonly version?: Version;
  readonly cycleId?: string;
}

export function offerCard(
  { reflection, locale }: Texts,
  goal: Goal,
  { id, joint, surveys }: Reflection,
  { together = [], title }: { readonly together?: readonly string[]; readonly title?: string } = {},
): Card {
  const sent = surveys.filter((survey) => survey.sentAt).length;
  const both = sent > 1;
  const usual = both ? reflection.offerTitle(goal.id) : reflection.offerTitleClosed(goal.id);
  return {
    title: title ?? usual,
    body: [
      text(goal.title),
      text(reflection.offerBody),
      ...(together.length > 0
        ? [text(reflection.together(new Intl.ListFormat(locale).format(together)))]
        : []),
      actions(
        // There may be none: nobody is sent to read nothing.
        ...(sent > 0
          ? [{ label: reflection.read, action: "answers.read", value: id, about: goal.id }]
          : []),
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

/** The text as both read it, with the original goal beside it; `owner` is whose the next step is. */
export function jointCard(
  texts: Texts,
  { goal, reflection: known, joint, owner, waitsFor }: ShownJoint,
  notice: string | undefined,
): Card {
  const { reflection } = texts;
  const { id, status } = known;
  return {
    title: notice ?? reflection.jointCard(goal.id),
    body: [
      {
        type: "columns",
        left: { title: reflection.goal, lines: goalLines(texts, goal) },
        right: {
          title: reflection.agreed,
          lines: joint.agreed.split("\n").filter(Boolean),
        },
      },
      // Apart, so that a long text leaves room for them: both confirm what they can read.
      facts(
        { label: reflection.decision, value: reflection.decisions[joint.decision] },
        ...(joint.nextStep ? [{ label: reflection.nextStep, value: joint.nextStep }] : []),
        ...(joint.nextPlan ? [{ label: reflection.nextPlan, value: joint.nextPlan }] : []),
        ...(joint.nextDue
          ? [{ label: reflection.nextDue, value: texts.dates.full(joint.nextDue) }]
          : []),
        ...(owner ? [{ label: reflection.nextOwner, value: owner }] : []),
      ),
      ...(status === "joint_done"
        ? [
            quote(reflection.jointDone(goal.id)),
            actions(
              { label: reflection.read, action: "answers.read", value: id, about: goal.id },
              ...waysOn(texts, goal, id, joint),
            ),
          ]
        : [
            ...(waitsFor ? [text(reflection.youConfirmed(texts.common[waitsFor]))] : []),
            actions(
              ...(waitsFor
                ? []
                : [
                    {
                      label: reflection.confirm,
                      action: "joint.confirm",
                      value: `${id}|${String(joint.edition)}`,
                      about: goal.id,
                      style: "primary" as const,
                    },
                  ]),
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

/** What can follow a text that both confirmed. */
const waysOn = (
  { reflection: words, story, sharing }: Texts,
  goal: Goal,
  id: string,
  { nextStep, decision }: JointColumn,
): readonly Button[] => [
  ...(nextStep
    ? [{ label: words.addAction, action: "joint.step", value: id, about: goal.id }]
    : []),
  ...(decision === "new"
    ? [{ label: words.newGoal, action: RUN_COMMAND, value: "goal add", about: goal.id }]
    : []),
  { label: story.tell, action: "story.write", value: id, about: goal.id, asks: true },
  { label: sharing.shareJoint, action: "sharing.joint", value: id, about: goal.id, asks: true },
];

/** Says that it is done, not what was decided: that is for the partners alone (rules, section 9.3). */
export function confirmedCard(texts: Texts, goal: Goal, confirmed: Confirmed): Card {
  const { reflection: words, agree } = texts;
  const { reflection, joint, version, cycleId } = confirmed;
  const { id, partnershipId } = reflection;
  const plan = version && cycleId !== undefined ? `${partnershipId}|${cycleId}|` : undefined;
  const number = version?.number ?? 0;
  return {
    title: words.jointDone(goal.id),
    body: [
      text(goal.title),
      text(version ? words.inVersion(number) : words.notInPlan),
      actions(
        { label: words.readIt, action: "joint.open", value: id, about: goal.id },
        plan
          ? {
              label: words.showChange,
              action: "versions.compare",
              value: `${plan}${number - 1}|${number}`,
              about: agree.version(number),
            }
          : { label: agree.read, action: "agree.show", value: partnershipId, about: goal.id },
        ...waysOn(texts, goal, id, joint),
      ),
    ],
  };
}
