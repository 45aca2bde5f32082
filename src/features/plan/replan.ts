/** A new plan for a step: when and where, and a due date that the calendar was asked about (N-4). */

import type { Form } from "../../card.ts";
import type { FormFeature } from "../../feature.ts";
import { readDue } from "../../goal/goal-draft.ts";
import type { Outcome } from "../../ports.ts";
import { ask, itemForm, itemNote, valueOf, type Asking, type Pressed } from "./ask.ts";
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
import { dayAhead } from "../../fields/field.ts";
import { formOf, typedIn } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";
import { WHEN_AND_WHERE } from "./item-fields.ts";

const REPLAN = { plan: WHEN_AND_WHERE, due: dayAhead };

type Typed = Readonly<Record<keyof typeof REPLAN, string>>;

export const askReplan = async (context: Pressed): Promise<Outcome> =>
  await ask(context, (found) => replanForm(context, found, { plan: found.item.plan, due: "" }, ""));

async function placeOf(context: Asking, { item, partnership }: FoundItem): Promise<DuePlace> {
  const owner = item.ownerId === null ? undefined : await context.stores.people.find(item.ownerId);
  return await duePlace(context, partnership.schoolId, owner, "step");
}

async function replanForm(
  context: Asking,
  found: FoundItem,
  typed: Typed,
  meant: string,
): Promise<Form> {
  const { texts } = context;
  const { plan } = texts;
  const place = await placeOf(context, found);
  return formOf(texts, REPLAN, {
    form: "item.replan",
    title: plan.formReplan,
    context: valueOf(context),
    before: [itemNote(found.item)],
    ask: {
      plan: { label: plan.formReplanPlan, hint: plan.formPlanHint },
      due: { label: plan.formReplanDue, hint: plan.formDueHint, live: true },
    },
    values: typed,
    after: dueInputs(readDue(typed.due, place), place, meant, texts),
  });
}

export const replanFeature: FormFeature = itemForm(
  async (context, found, answers) =>
    await replanForm(context, found, typedIn(REPLAN, answers), meantIn(answers)),
  async (context, found) => {
    const { event, texts } = context;
    const place = await placeOf(context, found);
    const missing = { due: texts.plan.needDue };
    const read = readForm(REPLAN, context, { ...place, missing });
    if (read.type === "invalid") return read;
    const { plan, due } = read.values;
    const settled = settledDue(due, event.answers, place, texts);
    if (settled === "ask") {
      const typed = typedIn(REPLAN, event.answers);
      return { type: "ask", form: await replanForm(context, found, typed, meantIn(event.answers)) };
    }
    const { date } = settled;
    const warning = dueWarning(date, place, texts);
    return await answerMine(context, event.context, () => ({
      answer: { type: "replanned", plan, due: date, byId: context.person.id },
      sentence: [texts.plan.nowReplanned, warning].filter(Boolean).join(" "),
    }));
  },
);
