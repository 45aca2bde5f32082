import { actions, muted, text, type Button, type Card, type Form } from "../../card.ts";
import type { LocalDate } from "../../time/calendar.ts";
import { RUN_COMMAND } from "../../commands.ts";
import { claimId } from "../../reflection/completion.ts";
import { isOpen, type Goal } from "../../goal/goal.ts";
import type { Texts } from "../../texts/index.ts";
import { lines, optional } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";

export const plainCard = (title: string, ...lines: readonly string[]): Card => ({
  title,
  body: lines.filter(Boolean).map(text),
});

/** What the person who said done sees; a second time they hear how it stands. */
export function claimedCard(
  { reflection, dates, goals, common, locale }: Texts,
  goal: Goal,
  before: Goal,
  {
    asked,
    today,
    viewerId,
  }: {
    readonly asked: readonly string[];
    readonly today: LocalDate;
    readonly viewerId: string;
  },
): Card {
  if (goal.status === "done")
    return plainCard(
      reflection.alreadyDone(goal.id, goal.doneOn ? dates.day(goal.doneOn, today) : ""),
      goal.title,
    );
  if (goal.status !== "awaiting_confirmation")
    return plainCard(reflection.notOpen(goal.id), goal.title);
  const first = isOpen(before) && !before.claim;
  const card = plainCard(
    first ? reflection.claimed(goal.id) : reflection.alreadyClaimed(goal.id),
    goal.title,
    asked.length > 0
      ? reflection.claimedNext(new Intl.ListFormat(locale).format(asked))
      : reflection.claimedAlone,
  );
  const all: Button = { label: goals.showAll, action: RUN_COMMAND, value: "goal list" };
  const buttons =
    goal.claim?.byId === viewerId ? [all, undoButton(common, "goal.unclaim", goal)] : [all];
  return { ...card, body: [...card.body, actions(...buttons)] };
}

/** Names the claim, so that an old card cannot take back a new one. */
export const undoButton = (
  { undo }: Texts["common"],
  action: "goal.unclaim" | "goal.unconfirm",
  goal: Goal,
): Button => ({ label: undo, action, value: `${goal.id}|${claimId(goal)}`, about: goal.title });

/** Asks the other side; the buttons name the claim, so an old card cannot answer a new one. */
export function confirmCard(texts: Texts, goal: Goal, who: string): Card {
  return {
    title: texts.reflection.confirmTitle(who, goal.id),
    body: [
      text(goal.title),
      actions(...confirmButtons(texts, goal)),
      muted(texts.reflection.confirmWhy),
    ],
  };
}

export function confirmButtons({ reflection }: Texts, goal: Goal): readonly [Button, Button] {
  const value = `${goal.id}|${claimId(goal)}`;
  return [
    { label: reflection.yes, action: "goal.confirm", value, about: goal.title, style: "primary" },
    { label: reflection.notYet, action: "goal.not_yet", value, about: goal.title },
  ];
}

export const NOT_YET = { note: optional(lines(500)) };

export const notYetForm = (texts: Texts, goal: Goal): Form =>
  formOf(texts, NOT_YET, {
    form: "not-yet",
    title: texts.reflection.notYetTitle,
    submit: texts.reflection.notYetSend,
    context: `${goal.id}|${claimId(goal)}`,
    before: [{ type: "note", text: goal.title, title: goal.id }],
    ask: { note: texts.reflection.notYetLabel },
  });
