/** What stands in the inputs of a dialog or message: which elements hold a value, and under what name. */
import { type Bag, bagAt, bagsAt, listAt, stringAt } from "../bag.ts";
import type { Values } from "./world.ts";

interface Slot {
  /** Where the value stands in `view.state.values`. */
  readonly key: string;
  /** Where the app puts the value that stands there at first. */
  readonly initial: string;
  readonly many: boolean;
}

const one = (key: string, initial: string): Slot => ({ key, initial, many: false });
const several = (key: string, initial: string): Slot => ({ key, initial, many: true });

const SLOTS: Readonly<Record<string, Slot>> = {
  plain_text_input: one("value", "initial_value"),
  email_text_input: one("value", "initial_value"),
  url_text_input: one("value", "initial_value"),
  number_input: one("value", "initial_value"),
  static_select: one("selected_option", "initial_option"),
  radio_buttons: one("selected_option", "initial_option"),
  multi_static_select: several("selected_options", "initial_options"),
  checkboxes: several("selected_options", "initial_options"),
  users_select: one("selected_user", "initial_user"),
  multi_users_select: several("selected_users", "initial_users"),
  channels_select: one("selected_channel", "initial_channel"),
  multi_channels_select: several("selected_channels", "initial_channels"),
  conversations_select: one("selected_conversation", "initial_conversation"),
  multi_conversations_select: several("selected_conversations", "initial_conversations"),
  datepicker: one("selected_date", "initial_date"),
  timepicker: one("selected_time", "initial_time"),
  datetimepicker: one("selected_date_time", "initial_date_time"),
};

export function slotOf(element: Bag): Slot | undefined {
  return SLOTS[stringAt(element, "type") ?? ""];
}

/** An element that holds a value, and the block around it. */
export interface Held {
  readonly block: Bag;
  readonly blockId: string;
  readonly element: Bag;
  readonly actionId: string;
  /** True inside an `input` block: sent with the form, and with every change only if it says so. */
  readonly isInput: boolean;
}

/** Every element of a block that can be pressed or filled in. */
export function elementsOf(block: Bag): readonly Bag[] {
  const single = bagAt(block, "element") ?? bagAt(block, "accessory");
  if (single) return [single];
  return block["type"] === "actions" ? bagsAt(block, "elements") : [];
}

export function heldBy(blocks: readonly Bag[]): readonly Held[] {
  return blocks.flatMap((block) =>
    elementsOf(block).flatMap((element) =>
      slotOf(element)
        ? [
            {
              block,
              blockId: stringAt(block, "block_id") ?? "",
              element,
              actionId: stringAt(element, "action_id") ?? "",
              isInput: block["type"] === "input",
            },
          ]
        : [],
    ),
  );
}

/** The blocks with the ids that Slack fills in where the app gave none. */
export function withIds(blocks: readonly Bag[], newId: () => string): readonly Bag[] {
  const identified = (element: Bag): Bag => {
    const acts =
      slotOf(element) ?? (element["type"] === "button" || element["type"] === "overflow");
    return acts && element["action_id"] === undefined
      ? { ...element, action_id: newId() }
      : element;
  };
  return blocks.map((block) => {
    const filled: Record<string, unknown> = { ...block };
    filled["block_id"] ??= newId();
    const element = bagAt(block, "element");
    if (element) filled["element"] = identified(element);
    const accessory = bagAt(block, "accessory");
    if (accessory) filled["accessory"] = identified(accessory);
    if (block["type"] === "actions") filled["elements"] = bagsAt(block, "elements").map(identified);
    return filled;
  });
}

/** The values a view starts with; what a person already filled in stays when the ids are the same. */
export function startValues(blocks: readonly Bag[], kept: Values = {}): Values {
  const values: Record<string, Record<string, Bag>> = {};
  for (const { blockId, actionId, element } of heldBy(blocks)) {
    const before = kept[blockId]?.[actionId];
    const stays = before !== undefined && before["type"] === element["type"];
    values[blockId] = { ...values[blockId], [actionId]: stays ? before : startValue(element) };
  }
  return values;
}

function startValue(element: Bag): Bag {
  const slot = slotOf(element);
  if (!slot) return { type: element["type"] };
  const initial = slot.many ? listAt(element, slot.initial) : (element[slot.initial] ?? null);
  return { type: element["type"], [slot.key]: initial };
}
