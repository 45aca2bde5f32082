/** Buttons as actions. What opens a dialog must say so before it is pressed. */

import type { Button } from "../../src/card.ts";
import type { Locale } from "../../src/team/person.ts";
import { colonIn } from "../../src/texts/grammar.ts";
import type { Action, ActionSet, SubmitAction } from "./adaptive-card.ts";
import type { ActionData } from "./data.ts";
import { LIMITS, oneLine } from "./limits.ts";
import { plain } from "./text.ts";

/** A card stands in a chat, for all who are in it, or in the dialog of one person. */
export type Place = "message" | "dialog";

/** In rows that Teams draws side by side, without hiding or cutting any. */
export function renderButtons(
  buttons: readonly Button[],
  locale: Locale,
  place: Place,
): readonly ActionSet[] {
  return rows(
    buttons.slice(0, LIMITS.buttons).map((button) => renderButton(button, locale, place)),
  );
}

export function rows(actions: readonly Action[]): readonly ActionSet[] {
  const sets: Action[][] = [];
  let left = 0;
  for (const action of actions) {
    const width = action.title.length + LIMITS.buttonFrame;
    const row = sets.at(-1);
    if (row && width <= left && row.length < LIMITS.buttonsInRow) row.push(action);
    else {
      sets.push([action]);
      left = LIMITS.rowCharacters;
    }
    left -= width;
  }
  return sets.map((row) => ({ type: "ActionSet", actions: row }));
}

/**
 * @throws RangeError when its value or action is longer than a card should carry: a cut one would
 *   come back as another.
 */
export function renderButton(
  { label, action, value, about, style, asks }: Button,
  locale: Locale,
  place: Place,
): Action {
  if (value.length > LIMITS.buttonValue || action.length > LIMITS.id)
    throw new RangeError(`The button "${action}" carries more than Teams takes`);
  const liaison = { kind: "action", action, value } as const;
  const shown = {
    ...named(label, locale, about),
    ...(style
      ? { style: style === "primary" ? ("positive" as const) : ("destructive" as const) }
      : {}),
  };
  if (asks && place === "message")
    return submit(shown, { msteams: { type: "task/fetch" }, liaison });
  return pressed(submit(shown, { liaison }), place);
}

export const named = (label: string, locale: Locale, about = "") => ({
  title: plain(oneLine(label), LIMITS.buttonLabel),
  ...(oneLine(about)
    ? {
        tooltip: plain(
          `${oneLine(label)}${colonIn(locale)}${oneLine(about)}`,
          LIMITS.accessibleName,
        ),
      }
    : {}),
});

type Shown = Omit<SubmitAction, "type" | "data">;

export const submit = (shown: Shown, data: ActionData): SubmitAction => ({
  type: "Action.Submit",
  ...shown,
  data,
});

/**
 * In a chat the answer takes the card's place, in clients that know how; the others send a message.
 * Dialogs know submissions only.
 */
export function pressed(action: SubmitAction, place: Place): Action {
  if (place === "dialog") return action;
  return { ...action, type: "Action.Execute", verb: action.data.liaison.kind, fallback: action };
}
