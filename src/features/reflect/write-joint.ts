/** Writing the joint column: its form, and what becomes of what was written (AC-25). */

import { notFound } from "../../access.ts";
import { answer, type Answers, type Form, type Option } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import { dueSentence } from "../../cards/due-words.ts";
import { readDue } from "../../goal/goal-draft.ts";
import { isBlank, lengthOf, manyLines, oneLine } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import {
  canWriteJoint,
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
import { besideOf, goalNotes, type Beside } from "./goal-beside.ts";
import { announceEdition, found, show, type Found } from "./joint.ts";

/** In code points: each fits whole beside the goal. */
const AGREED_LIMIT = 1500;
/** As long as the title of the step that it can become. */
const STEP_LIMIT = 200;
const PLAN_LIMIT = 300;

const DECISIONS: readonly Decision[] = ["continue", "revise", "retire", "new"];
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
  { id, joint }: Reflection,
  beside: Beside,
  partners: readonly Person[],
): Form {
  const { reflection, common, dates } = texts;
  const owners: readonly Option[] = [
    { label: reflection.nobodyYet, value: NOBODY },
    ...partners
      .filter(({ active }) => active)
      .map(({ id: value, name: label }) => ({ label, value })),
  ];
  const owner = joint?.nextOwnerId;
  return {
    form: "joint",
    title: reflection.jointTitle,
    submit: common.save,
    cancel: common.cancel,
    context: `${id}|${String(joint?.edition ?? 0)}`,
    inputs: [
      ...goalNotes(texts, beside),
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
        options: DECISIONS.map((value) => ({ label: reflection.decisions[value], value })),
        open: true,
      },
      {
        type: "text",
        id: "nextStep",
        label: reflection.nextStep,
        hint: reflection.nextStepHint,
        value: joint?.nextStep ?? "",
        optional: true,
      },
      {
        type: "choice",
        id: "nextOwner",
        label: reflection.nextOwner,
        value: owners.find(({ value }) => value === owner)?.value ?? NOBODY,
        options: owners,
        optional: true,
      },
      {
        type: "text",
        id: "nextPlan",
        label: reflection.nextPlan,
        value: joint?.nextPlan ?? "",
        optional: true,
      },
      {
        type: "text",
        id: "nextDue",
        label: reflection.nextDue,
        value: joint?.nextDue ? dates.full(joint.nextDue) : "",
        optional: true,
      },
    ],
  };
}

export async function saveJoint(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, person, texts } = context;
  const [id = "", edition = "0"] = event.context.split("|");
  const mine = await found(context, id);
  if (!mine) return notFound(context, id);
  const read = await readJoint(context, mine, event.answers);
  if ("problems" in read) return { type: "invalid", problems: read.problems };
  const { written } = read;
  const stale = (current: Reflection) =>
    (current.joint?.edition ?? 0) !== Number(edition) && !isSameJoint(current.joint, written);
  if (stale(mine.reflection))
    return { type: "invalid", problems: { agreed: overtaken(texts, mine.reflection.joint) } };
  const reflection = await stores.reflections.update(id, (current) =>
    stale(current) ? current : writeJoint(current, written, person.id),
  );
  if (!reflection?.joint) return notFound(context, id);
  if (!isSameJoint(reflection.joint, written))
    return { type: "invalid", problems: { agreed: overtaken(texts, reflection.joint) } };
  await announceEdition(context, mine.goal, mine.partnership, reflection, reflection.joint);
  return await show(context, { ...mine, reflection }, texts.reflection.jointSaved(mine.goal.id));
}

/** What was filled in, or the sentence at each input that needs one. */
async function readJoint(
  { stores, now, texts }: Context<EventOf<"form">>,
  { partnership, goal }: Found,
  answers: Answers,
): Promise<
  { readonly written: JointText } | { readonly problems: Readonly<Record<string, string>> }
> {
  const { reflection, common } = texts;
  const agreed = manyLines(answer(answers, "agreed"));
  const nextStep = oneLine(answer(answers, "nextStep"));
  const nextPlan = oneLine(answer(answers, "nextPlan"));
  const typedDue = answer(answers, "nextDue");
  const { today } = await besideOf(
    { stores, now },
    { partnershipId: partnership.id, goalId: goal.id },
  );
  const school = await stores.schools.find(partnership.schoolId);
  const due = readDue(typedDue, {
    today,
    timezone: school?.timezone ?? "UTC",
    locale: texts.locale,
  });
  const late = typedDue ? dueSentence(due, { today, start: today }, texts) : "";
  const tooLong = (id: string, words: string, max: number) =>
    lengthOf(words) > max ? { [id]: common.tooLong(max) } : {};
  const problems = {
    ...(isBlank(agreed) ? { agreed: reflection.needAgreed } : {}),
    ...tooLong("agreed", agreed, AGREED_LIMIT),
    ...tooLong("nextStep", nextStep, STEP_LIMIT),
    ...tooLong("nextPlan", nextPlan, PLAN_LIMIT),
    ...(late ? { nextDue: late } : {}),
  };
  if (Object.keys(problems).length > 0) return { problems };
  const chosen = answer(answers, "decision");
  const owner = partnersOf(partnership).find((id) => id === answer(answers, "nextOwner"));
  return {
    written: {
      agreed,
      decision: DECISIONS.find((value) => value === chosen) ?? "continue",
      nextStep,
      ...(owner ? { nextOwnerId: owner } : {}),
      ...(nextPlan ? { nextPlan } : {}),
      ...(due.kind === "read" ? { nextDue: due.date } : {}),
    },
  };
}

/** Shows the newer text in the refusal, so that neither of the two is lost. */
const overtaken = ({ reflection }: Texts, joint: JointColumn | null): string =>
  reflection.overtaken(joint?.agreed ?? "");
