/** Walking through an Adaptive Card in the order in which it is read. */
import { type Bag, bagAt, bagsAt, stringAt } from "../bag.ts";

/** What stands directly inside an element, in reading order. */
export function inside(element: Bag): readonly Bag[] {
  switch (stringAt(element, "type") ?? "") {
    case "AdaptiveCard":
      return bagsAt(element, "body");
    case "Container":
    case "Column":
    case "TableCell":
      return bagsAt(element, "items");
    case "ColumnSet":
      return bagsAt(element, "columns").map((column) => ({ type: "Column", ...column }));
    case "Table":
      return bagsAt(element, "rows").map((row) => ({ type: "TableRow", ...row }));
    case "TableRow":
      return bagsAt(element, "cells").map((cell) => ({ type: "TableCell", ...cell }));
    case "ImageSet":
      return bagsAt(element, "images").map((image) => ({ type: "Image", ...image }));
    default:
      return [];
  }
}

/** The element itself, then all that is inside it. */
export function walk(element: Bag): readonly Bag[] {
  return [element, ...inside(element).flatMap(walk)];
}

/** Buttons of an element's own, as the bot wrote them. */
export function actionsOf(element: Bag): readonly Bag[] {
  const own = ["AdaptiveCard", "ActionSet"].includes(stringAt(element, "type") ?? "")
    ? bagsAt(element, "actions")
    : [];
  const select = bagAt(element, "selectAction");
  return select ? [...own, select] : own;
}

/** Every button of a card in reading order; those of a card that unfolds follow what unfolds it. */
export function allActions(card: Bag): readonly Bag[] {
  const elements = walk(card);
  const root = elements.slice(0, 1);
  return [...elements.slice(1), ...root].flatMap((element) =>
    actionsOf(element).flatMap((action) => {
      const unfolds = action["type"] === "Action.ShowCard" ? bagAt(action, "card") : undefined;
      return unfolds ? [action, ...allActions({ ...unfolds, type: "AdaptiveCard" })] : [action];
    }),
  );
}

/** Every input of a card in reading order, those of cards that unfold too. */
export function allInputs(card: Bag): readonly Bag[] {
  const own = walk(card).filter((element) =>
    (stringAt(element, "type") ?? "").startsWith("Input."),
  );
  const unfolded = walk(card)
    .flatMap(actionsOf)
    .flatMap((action): readonly Bag[] => listOf(bagAt(action, "card")))
    .flatMap((nested) => allInputs({ ...nested, type: "AdaptiveCard" }));
  return [...own, ...unfolded];
}

function listOf(one: Bag | undefined): readonly Bag[] {
  return one ? [one] : [];
}
