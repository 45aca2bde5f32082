/** Whose goal it is, and whether the plan keeps it: two questions before both sides agree. */

import { notFound } from "../../access.ts";
import { actions, answer, text } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import type { Goal } from "../../goal/goal.ts";
import type { Outcome } from "../../ports.ts";
import { keepGoal } from "../../protocol/agree.ts";
import { placeFor, type MyPlace } from "../../here/here.ts";

const SCOPES: readonly Goal["scope"][] = ["department", "common", "school_wide"];

interface Found {
  readonly place: MyPlace;
  readonly goal: Goal;
}

async function found(context: Context, value: string): Promise<Found | undefined> {
  const [partnershipId = "", goalId = ""] = value.split("|");
  const place = await placeFor(context, partnershipId);
  const goal = place?.open.find(({ id }) => id === goalId);
  return place && goal && { place, goal };
}

export async function askScope(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, texts } = context;
  const mine = await found(context, event.value);
  if (!mine) return notFound(context, event.value);
  const { agree, common } = texts;
  const { goal, place } = mine;
  return {
    type: "ask",
    form: {
      form: "agree.change",
      title: agree.changeTitle,
      submit: common.save,
      cancel: common.cancel,
      context: event.value,
      inputs: [
        { type: "note", title: goal.id, text: goal.title },
        {
          type: "choice",
          id: "scope",
          label: agree.whose,
          value: goal.scope,
          open: true,
          options: SCOPES.map((value) => ({
            label: value === "department" ? agree.department[goal.department] : agree.scopes[value],
            value,
          })),
        },
        {
          type: "choice",
          id: "kept",
          label: agree.place,
          value: place.cycle.leftOut.includes(goal.id) ? "no" : "yes",
          open: true,
          options: [
            { label: agree.keep, value: "yes" },
            { label: agree.leave, value: "no" },
          ],
        },
      ],
    },
  };
}

export async function saveScope(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, texts } = context;
  const mine = await found(context, event.context);
  if (!mine) return notFound(context, event.context);
  const { goal, place } = mine;
  const scope = SCOPES.find((each) => each === answer(event.answers, "scope")) ?? goal.scope;
  const isKept = answer(event.answers, "kept") !== "no";
  await stores.goals.update(goal.id, (current) =>
    current.scope === scope ? current : { ...current, scope },
  );
  await stores.cycles.update(place.cycle.id, (current) => keepGoal(current, goal.id, isKept));
  return {
    type: "reply",
    card: {
      title: texts.agree.placed(goal.id),
      body: [
        text(texts.agree.placedBody),
        actions({
          label: texts.agree.read,
          action: "agree.show",
          value: place.partnership.id,
          about: place.school.name,
        }),
      ],
    },
  };
}
