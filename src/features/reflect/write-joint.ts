/** Writing the joint column: its form, and what becomes of what was written (AC-25). */

import { notFound } from "../../access.ts";
import type { Form, Input, Option } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import {
  canWriteJoint,
  confirmJoint,
  isSameJoint,
  writeJoint,
  type Decision,
  type JointColumn,
  type JointText,
  type Reflection,
} from "../../reflection/reflection.ts";
import { partnersOf } from "../../team/partnership.ts";
import type { Person } from "../../team/person.ts";
import type { Texts } from "../../texts/index.ts";
import { sentSurveys } from "./answers-card.ts";
import { givenAnswers } from "./survey-cards.ts";
import { besideOf, goalNotes, type Beside } from "./goal-beside.ts";
import { announceEdition, found, show } from "./joint.ts";
import { lines, one, dayAhead, pick, optional, type Values } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";
import { STEP, WHEN_AND_WHERE } from "../plan/item-fields.ts";

const DECISIONS = ["continue", "revise", "retire", "new"] as const satisfies readonly Decision[];
const JOINT = {
  /** Fits whole beside the goal. */
  agreed: lines(1500),
  decision: one(...DECISIONS),
  nextStep: optional(STEP),
  nextOwner: optional(pick),
  nextPlan: WHEN_AND_WHERE,
  nextDue: optional(dayAhead),
};
const NOBODY = "nobody";

export async function edit(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, event, texts } = context;
  const mine = await found(context, event.value);
  if (!mine) return notFound(context, event.value);
  const { reflection, partnership } = mine;
  if (reflection.status === "survey_open")
    return { type: "reply", card: { title: texts.reflection.notOpenYet, body: [] } };
  if (!canWriteJoint(reflection)) return await show(context, mine);
  const partners = await stores.people.findAll(partnersOf(partnership));
  const beside = await besideOf(context, reflection);
  return { type: "ask", form: jointForm(texts, reflection, beside, partners) };
}

function jointForm(
  texts: Texts,
  { id, joint, surveys }: Reflection,
  beside: Beside,
  partners: readonly Person[],
): Form {
  const { reflection } = texts;
  const owners: readonly Option[] = [
    { label: reflection.nobodyYet, value: NOBODY },
    ...partners
      .filter(({ active }) => active)
      .map(({ id: value, name: label }) => ({ label, value })),
  ];
  const owner = joint?.nextOwnerId;
  return formOf(texts, JOINT, {
    form: "joint",
    title: reflection.jointTitle,
    context: `${id}|${String(joint?.edition ?? 0)}`,
    before: [...goalNotes(texts, beside), ...answerNotes(texts, surveys, partners)],
    ask: {
      agreed: { label: reflection.agreed, hint: reflection.agreedHint },
      decision: { label: reflection.decision, options: reflection.decisions },
      nextStep: { label: reflection.nextStep, hint: reflection.nextStepHint },
      nextOwner: { label: reflection.nextOwner, options: owners },
      nextPlan: reflection.nextPlan,
      nextDue: reflection.nextDue,
    },
    values: {
      ...joint,
      decision: joint?.decision ?? "continue",
      nextOwner: owners.find(({ value }) => value === owner)?.value ?? NOBODY,
    },
  });
}

/** What each of them answered, to be read while one text is written; as many notes as it takes. */
function answerNotes(
  { reflection }: Texts,
  surveys: Reflection["surveys"],
  partners: readonly Person[],
): readonly Input[] {
  return sentSurveys(surveys, partners).flatMap(({ personId, answers }) => {
    const who = partners.find(({ id }) => id === personId);
    return givenAnswers(reflection, answers).map(({ label, value }, n): Input => ({
      type: "note",
      text: `${label}\n${value}`,
      ...(n === 0 && who ? { title: who.name } : {}),
    }));
  });
}

export async function saveJoint(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, person, texts, now } = context;
  const [id = "", edition = "0"] = event.context.split("|");
  const mine = await found(context, id);
  if (!mine) return notFound(context, id);
  const school = await stores.schools.find(mine.partnership.schoolId);
  const read = readForm(JOINT, context, {
    ...(school ? { timezone: school.timezone } : {}),
    offered: { nextOwner: partnersOf(mine.partnership) },
    missing: { agreed: texts.reflection.needAgreed },
  });
  if (read.type === "invalid") return read;
  const written = writtenIn(read.values);
  const stale = (current: Reflection) =>
    (current.joint?.edition ?? 0) !== Number(edition) && !isSameJoint(current.joint, written);
  if (stale(mine.reflection))
    return { type: "invalid", problems: { agreed: overtaken(texts, mine.reflection.joint) } };
  // Whoever saves these words confirms them; the other side has the next word.
  const reflection = await stores.reflections.update(id, (current) => {
    if (stale(current)) return current;
    const after = writeJoint(current, written, person.id);
    return confirmJoint(after, mine.partnership, person.id, after.joint?.edition ?? 0, now);
  });
  if (!reflection?.joint) return notFound(context, id);
  if (!isSameJoint(reflection.joint, written))
    return { type: "invalid", problems: { agreed: overtaken(texts, reflection.joint) } };
  await announceEdition(context, mine.goal, mine.partnership, reflection, reflection.joint);
  return await show(context, { ...mine, reflection }, texts.reflection.jointSaved(mine.goal.id));
}

const writtenIn = ({ nextOwner, nextPlan, nextDue, ...rest }: Values<typeof JOINT>): JointText => ({
  ...rest,
  ...(nextOwner ? { nextOwnerId: nextOwner } : {}),
  ...(nextPlan ? { nextPlan } : {}),
  ...(nextDue ? { nextDue } : {}),
});

/** Shows the newer text in the refusal, so that neither of the two is lost. */
const overtaken = ({ reflection }: Texts, joint: JointColumn | null): string =>
  reflection.overtaken(joint?.agreed ?? "");
