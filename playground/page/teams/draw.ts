/** Draws Adaptive Cards with Microsoft's own library; loaded when the first one is on screen. */
import { type Action, AdaptiveCard, GlobalSettings, HostConfig } from "adaptivecards";
import { hostConfig } from "./host-config.ts";
import { htmlOf } from "./markdown.ts";
import { spoken } from "./prepare.ts";

GlobalSettings.setTabIndexAtCardRoot = false;
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.didProcess = true;
  result.outputHtml = htmlOf(text);
};

export interface Drawing {
  readonly headingLevel: 3 | 4;
  /** A button that tells the bot was pressed; `values` are what stands in the inputs, by id. */
  readonly onPress: (button: string, values: Values) => void;
  /** Told what stands in all inputs whenever one has changed. */
  readonly onTyped: (values: Values) => void;
}

/** By input id. */
export type Values = Readonly<Record<string, string | undefined>>;

/** The card as an element. The library itself checks what is required before it lets a press through. */
export function drawCard(
  source: unknown,
  { headingLevel, onPress, onTyped }: Drawing,
): HTMLElement {
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hostConfig(headingLevel));
  card.onExecuteAction = (action) => {
    const type = action.getJsonTypeName();
    const json = action.toJSON() as Readonly<Record<string, unknown>> | undefined;
    if (type === "Action.OpenUrl") {
      window.open(String(json?.["url"]), "_blank", "noopener,noreferrer");
      return;
    }
    if (type !== "Action.Execute" && type !== "Action.Submit") return;
    const sendsNothing = json?.["associatedInputs"]?.toString().toLowerCase() === "none";
    onPress(nameOf(action), sendsNothing ? {} : valuesIn(card));
  };
  card.parse(source);
  const element = card.render() ?? document.createElement("div");
  for (const event of ["click", "input"]) {
    // Before the library, which keeps some of these to itself; it is done a moment later.
    element.addEventListener(event, () => setTimeout(markInvalid, 0, element), { capture: true });
  }
  for (const event of ["input", "change"]) {
    element.addEventListener(event, () => {
      onTyped(valuesIn(card));
    });
  }
  for (const button of element.querySelectorAll<HTMLElement>(".ac-pushButton")) tidy(button);
  for (const boxes of element.querySelectorAll(".ac-choiceSetInput-multiSelect")) {
    boxes.setAttribute("role", "group");
    const label = element.querySelector(`label[for="${boxes.id}"]`);
    if (label) boxes.setAttribute("aria-labelledby", label.id);
  }
  return element;
}

const valuesIn = (card: AdaptiveCard): Values =>
  Object.fromEntries(card.getAllInputs().map((input) => [input.id ?? "", textOf(input.value)]));

const nameOf = (action: Action): string => spoken(action.title ?? "", action.tooltip);

/** Inputs answer texts, numbers or nothing. */
function textOf(value: unknown): string | undefined {
  return typeof value === "number" ? String(value) : typeof value === "string" ? value : undefined;
}

/** Teams reads a button's tooltip out; the library only shows it to those who point at it. */
function tidy(button: HTMLElement): void {
  const label = button.getAttribute("aria-label") ?? button.innerText;
  const tooltip = button.title;
  button.setAttribute("aria-label", spoken(label, tooltip === label ? undefined : tooltip));
  button.removeAttribute("title");
}

/** The library shows which inputs it refuses; this says so to screen readers. */
function markInvalid(card: HTMLElement): void {
  for (const input of card.querySelectorAll(".ac-input")) {
    if (input.classList.contains("ac-input-validation-failed")) {
      input.setAttribute("aria-invalid", "true");
    } else input.removeAttribute("aria-invalid");
  }
}
