/** A card as the bot sent it, made ready to be drawn for one person. */
import type { SeenInput } from "../../contract.ts";

/** Where it is drawn: a dialog knows no `Action.Execute` and takes its fallback. */
export type Place = "message" | "dialog";

/**
 * Puts into each input what stands in it for this person. Pickers of people get their people as
 * choices, since only Teams itself could look them up.
 */
export function prepared(card: unknown, inputs: readonly SeenInput[], place: Place): unknown {
  if (Array.isArray(card)) {
    return card.map((part) => prepared(part, inputs, place)).filter((part) => part !== undefined);
  }
  if (typeof card !== "object" || card === null) return card;
  const element = Object.fromEntries(
    Object.entries(card).map(([key, value]: [string, unknown]) => [
      key,
      key === "data" ? value : prepared(value, inputs, place),
    ]),
  );
  const type = String(element["type"]);
  if (type === "Action.Execute" && place === "dialog") return element["fallback"];
  return type.startsWith("Input.") ? filled(element, inputs) : element;
}

function filled(
  element: Readonly<Record<string, unknown>>,
  inputs: readonly SeenInput[],
): Readonly<Record<string, unknown>> {
  const input = inputs.find(({ id }) => id === element["id"]);
  if (!input) return element;
  const { value: shown, options } = input;
  const value = shown === null || typeof shown === "string" ? shown : shown.join(",");
  const own = Object.entries(element).filter(([key]) => !["value", "choices.data"].includes(key));
  return {
    ...Object.fromEntries(own),
    ...(value === null || value === "" ? {} : { value }),
    ...(input.kind === "people"
      ? {
          wrap: true,
          choices: options?.map((option) => ({ title: option.label, value: option.value })) ?? [],
        }
      : {}),
  };
}

/** The inputs with what somebody typed into them since they were drawn. */
export function withTyped(
  inputs: readonly SeenInput[],
  typed: Readonly<Record<string, string | undefined>> | undefined,
): readonly SeenInput[] {
  if (typed === undefined) return inputs;
  return inputs.map((input) => {
    const value = typed[input.id];
    return value === undefined ? input : { ...input, value: answerOf(value, input) };
  });
}

/** How a button is called: a tooltip that begins with the label is read instead of it. */
export function spoken(label: string, tooltip: string | undefined): string {
  if (tooltip === undefined || tooltip === "") return label;
  return tooltip.startsWith(label) ? tooltip : `${label}: ${tooltip}`;
}

/** Where several things can be chosen, the card gives them joined by commas. */
export function answerOf(value: string | undefined, input: SeenInput | undefined) {
  if (value === undefined) return null;
  return Array.isArray(input?.value) ? value.split(",").filter((one) => one !== "") : value;
}
