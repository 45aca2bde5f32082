/** What can be pressed on a card, and how it is named. */
import { type Bag, bagAt, isBag, stringAt } from "../../bag.ts";
import type { SeenButton } from "../../contract.ts";
import { allActions } from "../card.ts";

export interface Pressable extends SeenButton {
  readonly element: Bag;
}

/** How a card is drawn: dialogs and old clients do not know `Action.Execute`. */
export type Client = "message" | "dialog" | "old";

/** Pressables in reading order. An action that the client does not know is its fallback, if any. */
export function pressables(cards: readonly Bag[], client: Client): readonly Pressable[] {
  return cards
    .flatMap(allActions)
    .flatMap((action) => known(action, client))
    .map(pressable);
}

function known(action: Bag, client: Client): readonly Bag[] {
  if (action["type"] !== "Action.Execute" || client === "message") return [action];
  const fallback = bagAt(action, "fallback");
  return fallback ? [{ ...fallback, title: fallback["title"] ?? action["title"] }] : [];
}

function pressable(element: Bag): Pressable {
  const label = stringAt(element, "title") ?? "";
  const tooltip = stringAt(element, "tooltip") ?? "";
  return {
    label,
    action: actionName(element),
    value: within(bagAt(element, "data"), "value") ?? null,
    accessibleName: spoken(label, tooltip),
    element,
  };
}

/** A tooltip that begins with the label is read instead of it, any other one after it. */
function spoken(label: string, tooltip: string): string {
  if (tooltip === "") return label;
  return tooltip.startsWith(label) ? tooltip : `${label}: ${tooltip}`;
}

/** What the bot calls it: a field `action` of its data, else its verb, id or title. */
function actionName(element: Bag): string {
  return (
    within(bagAt(element, "data"), "action") ??
    stringAt(element, "verb") ??
    stringAt(element, "id") ??
    stringAt(element, "title") ??
    ""
  );
}

/** A text of the bot's data, at the top or one level below. */
export function within(data: Bag | undefined, key: string): string | undefined {
  const own = stringAt(data, key);
  if (own !== undefined) return own;
  return Object.values(data ?? {})
    .filter(isBag)
    .map((nested) => stringAt(nested, key))
    .find((text) => text !== undefined);
}

/** Only what the contract shows of a pressable. */
export function asSeen({ label, action, value, accessibleName }: Pressable): SeenButton {
  return { label, action, value, accessibleName };
}

/** The button that sends a form: the one that stands out, else the first that sends its inputs. */
export function submitOf(buttons: readonly Pressable[]): Pressable | undefined {
  const sending = buttons.filter(
    ({ element }) =>
      ["Action.Submit", "Action.Execute"].includes(stringAt(element, "type") ?? "") &&
      element["associatedInputs"] !== "none",
  );
  return sending.find(({ element }) => element["style"] === "positive") ?? sending[0];
}
