/** A new plan for a step: when and where, and a due date that the calendar was asked about (N-4). */

import { answer, type Answers, type Form } from "../../card.ts";
import type { FormFeature } from "../../feature.ts";
import { dueSentence } from "../../cards/due-words.ts";
import { readDue } from "../../goal/goal-draft.ts";
import { lengthOf, oneLine } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import {
  PLAN_LIMIT,
  ask,
  invalid,
  itemForm,
  itemNote,
  valueOf,
  type Asking,
  type Pressed,
} from "./ask.ts";
import {
  dueInputs,
  duePlace,
  dueWarning,
  meantIn,
  settledDue,
  type DuePlace,
} from "./due-advice.ts";
import type { FoundItem } from "./found.ts";
import { answerMine } from "./press.ts";

interface Typed {
  readonly plan: string;
  readonly due: string;
  readonly meant: string;
}

const typedIn = (answers: Answers): Typed => ({
  plan: answer(answers, "plan"),
  due: answer(answers, "due"),
  meant: meantIn(answers),
});

export const askReplan = async (context: Pressed): Promise<Outcome> =>
  await ask(context, (found) =>
    replanForm(context, found, { plan: found.item.plan, due: "", meant: "" }),
  );

async function placeOf(context: Asking, { item, partnership }: FoundItem): Promise<DuePlace> {
  const owner = item.ownerId === null ? undefined : await context.stores.people.find(item.ownerId);
  return await duePlace(context, partnership.schoolId, owner);
}

async function replanForm(context: Asking, found: FoundItem, typed: Typed): Promise<Form> {
  const { texts } = context;
  const { plan, common } = texts;
  const place = await placeOf(context, found);
  return {
    form: "item.replan",
    title: plan.formReplan,
    submit: common.save,
    cancel: common.cancel,
    context: valueOf(context),
    inputs: [
      itemNote(found.item),
      {
        type: "text",
        id: "plan",
        label: plan.formReplanPlan,
        hint: plan.formPlanHint,
        value: typed.plan,
        optional: true,
        maxLength: PLAN_LIMIT,
      },
      {
        type: "text",
        id: "due",
        label: plan.formReplanDue,
        hint: plan.formDueHint,
        value: typed.due,
        live: true,
      },
      ...dueInputs(readDue(typed.due, place), place, typed.meant, texts),
    ],
  };
}

export const replanFeature: FormFeature = itemForm(
  async (context, found, answers) => await replanForm(context, found, typedIn(answers)),
  async (context, found) => {
    const { event, texts } = context;
    const place = await placeOf(context, found);
    const { today } = place;
    const typed = typedIn(event.answers);
    const plan = oneLine(typed.plan);
    const due = readDue(typed.due, place);
    const problem = dueSentence(due, { today, start: today }, texts, { mayBeEmpty: false });
    if (lengthOf(plan) > PLAN_LIMIT)
      return invalid({ plan: texts.plan.tooLong(lengthOf(plan), PLAN_LIMIT) });
    if (problem || due.kind !== "read") return invalid({ due: problem || texts.plan.needDue });
    const settled = settledDue(due.date, event.answers, place, texts);
    if (settled === "ask") return { type: "ask", form: await replanForm(context, found, typed) };
    const { date } = settled;
    const warning = dueWarning(date, place, texts);
    return await answerMine(context, event.context, () => ({
      answer: { type: "replanned", plan, due: date, byId: context.person.id },
      sentence: [texts.plan.nowReplanned, warning].filter(Boolean).join(" "),
    }));
  },
);
