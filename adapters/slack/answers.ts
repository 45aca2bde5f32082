/** What stands in a dialog's inputs, as answers by input id. */

import type { Answers } from "../../src/card.ts";
import { placeAddress } from "./address.ts";
import type { StateValue, StateValues } from "./payload.ts";

/** Stands for "" in an option, which Slack wants to have a value. */
export const NO_VALUE = "liaison.none";

/** Where the second day of two stands; the first one stands under the id of the input. */
export const endOf = (id: string): string => `${id}~end`;

const withoutNoValue = (value: string): string => (value === NO_VALUE ? "" : value);

/** The ids of the elements that hold the answers, by input id. */
export function elementIds(values: StateValues | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([id, elements]) => [id, Object.keys(elements)[0] ?? id]),
  );
}

/** Reads `view.state.values`: blocks by id, and in each the one element. */
export function readAnswers(values: StateValues | undefined, team: string): Answers {
  const read = Object.entries(values ?? {}).flatMap(([id, elements]) => {
    const [state] = Object.values(elements);
    return state ? [[id, readValue(state, team)] as const] : [];
  });
  const answers = new Map(read);
  return Object.fromEntries(
    read
      .filter(([id]) => !(id.endsWith(endOf("")) && answers.has(id.slice(0, -endOf("").length))))
      .map(([id, value]) => {
        const end = answers.get(endOf(id));
        return [id, end === undefined ? value : [value, end].flat()];
      }),
  );
}

function readValue(state: StateValue, team: string): string | readonly string[] {
  switch (state.type) {
    case "multi_users_select":
      return (state.selected_users ?? []).map((user) => placeAddress(team, user));
    case "conversations_select":
      return state.selected_conversation ? placeAddress(team, state.selected_conversation) : "";
    case "static_select":
    case "radio_buttons":
      return withoutNoValue(state.selected_option?.value ?? "");
    case "checkboxes":
    case "multi_static_select":
      return (state.selected_options ?? []).map(({ value }) => withoutNoValue(value));
    case "datepicker":
      return state.selected_date ?? "";
    default:
      return state.value ?? "";
  }
}
