/** Whose goal it is, and whether the plan keeps it: two questions before both sides agree. */

import { notFound } from "../../access.ts";
import { actions, text } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import type { Goal } from "../../goal/goal.ts";
import type { Outcome } from "../../ports.ts";
import { keepGoal } from "../../protocol/agree.ts";
import { placeFor, type MyPlace } from "../../here/here.ts";
import { one } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";

const SCOPES = ["department", "common", "school_wide"] as const;
const PLACE = { scope: one(...SCOPES), kept: one("yes", "no") };

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
  const { agree } = texts;
  const { goal, place } = mine;
  const { common, school_wide } = agree.scopes;
  const scopes = { department: agree.department[goal.department], common, school_wide };
  const form = formOf(texts, PLACE, {
    form: "agree.change",
    title: agree.changeTitle,
    context: event.value,
    before: [{ type: "note", title: goal.id, text: goal.title }],
    ask: {
      scope: { label: agree.whose, options: scopes },
      kept: { label: agree.place, options: { yes: agree.keep, no: agree.leave } },
    },
    values: { scope: goal.scope, kept: place.cycle.leftOut.includes(goal.id) ? "no" : "yes" },
  });
  return { type: "ask", form };
}

export async function saveScope(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, event, texts } = context;
  const mine = await found(context, event.context);
  if (!mine) return notFound(context, event.context);
  const { goal, place } = mine;
  const read = readForm(PLACE, context);
  if (read.type === "invalid") return read;
  const { scope, kept } = read.values;
  await stores.goals.update(goal.id, (current) =>
    current.scope === scope ? current : { ...current, scope },
  );
  await stores.cycles.update(place.cycle.id, (current) =>
    keepGoal(current, goal.id, kept === "yes"),
  );
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
