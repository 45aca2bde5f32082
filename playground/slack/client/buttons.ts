/** What can be pressed on a message, a home or in a dialog, and how it is named. */
import { type Bag, bagAt, bagsAt, stringAt, textAt } from "../../bag.ts";
import type { SeenButton } from "../../contract.ts";
import { elementsOf, slotOf } from "../inputs.ts";

export interface Pressable extends SeenButton {
  readonly block: Bag;
  readonly element: Bag;
  /** The chosen entry of an overflow menu. */
  readonly option: Bag | null;
}

/** Pressables of blocks in reading order. In dialogs, menus count as inputs instead. */
export function pressables(blocks: readonly Bag[], inDialog: boolean): readonly Pressable[] {
  return blocks.flatMap((block) =>
    elementsOf(block).flatMap((element): readonly Pressable[] => {
      const action = stringAt(element, "action_id") ?? "";
      if (element["type"] === "button") return [button(block, element, action)];
      if (element["type"] === "overflow") return overflow(block, element, action);
      if (inDialog || block["type"] === "input" || !slotOf(element)) return [];
      return [menu(block, element, action)];
    }),
  );
}

function button(block: Bag, element: Bag, action: string): Pressable {
  const label = textAt(element, "text") ?? "";
  const confirm = bagAt(element, "confirm");
  return {
    label,
    action,
    value: stringAt(element, "value") ?? null,
    accessibleName: stringAt(element, "accessibility_label") ?? label,
    ...(confirm ? { confirm: textAt(confirm, "text") ?? "" } : {}),
    block,
    element,
    option: null,
  };
}

function overflow(block: Bag, element: Bag, action: string): readonly Pressable[] {
  return bagsAt(element, "options").map((option) => {
    const label = textAt(option, "text") ?? "";
    const value = stringAt(option, "value") ?? null;
    return { label, action, value, accessibleName: label, block, element, option };
  });
}

function menu(block: Bag, element: Bag, action: string): Pressable {
  const label = textAt(element, "placeholder") ?? textAt(block, "text") ?? action;
  const options = optionsOf(element).map((option) => ({
    label: textAt(option, "text") ?? "",
    value: stringAt(option, "value") ?? "",
  }));
  return {
    label,
    action,
    value: null,
    accessibleName: stringAt(element, "accessibility_label") ?? label,
    options,
    block,
    element,
    option: null,
  };
}

/** The options of a menu, those of its groups included. */
export function optionsOf(element: Bag): readonly Bag[] {
  return [
    ...bagsAt(element, "options"),
    ...bagsAt(element, "option_groups").flatMap((group) => bagsAt(group, "options")),
  ];
}

/** Only what the contract shows of a pressable. */
export function asSeen(pressable: Pressable): SeenButton {
  const { label, action, value, accessibleName, options, confirm } = pressable;
  return {
    label,
    action,
    value,
    accessibleName,
    ...(options ? { options } : {}),
    ...(confirm === undefined ? {} : { confirm }),
  };
}
