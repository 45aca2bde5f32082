/**
 * What is wrong with an Adaptive Card, in sentences. Versions up to 1.5, which is what Teams draws
 * for bots: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference
 */
import { type Bag, bagAt, bagsAt, flagAt, isBag, listAt, stringAt } from "../bag.ts";
import { actionsOf, allActions, allInputs, inside } from "./card.ts";

/** More actions than this are not shown in one row. */
const ACTIONS_IN_A_ROW = 6;
/** A card refreshes itself for at most so many people. */
const REFRESHED_PEOPLE = 60;
const NEWEST = 1.5;

/** The texts that an element must have, by its type. */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  TextBlock: ["text"],
  RichTextBlock: [],
  Image: ["url"],
  ImageSet: [],
  Media: [],
  Container: [],
  ColumnSet: [],
  Column: [],
  FactSet: [],
  ActionSet: [],
  Table: [],
  TableRow: [],
  TableCell: [],
  "Input.Text": ["id"],
  "Input.Number": ["id"],
  "Input.Date": ["id"],
  "Input.Time": ["id"],
  "Input.Toggle": ["id", "title"],
  "Input.ChoiceSet": ["id"],
};
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  "Action.Execute": [],
  "Action.Submit": [],
  "Action.OpenUrl": ["url"],
  "Action.ShowCard": [],
  "Action.ToggleVisibility": [],
};

/** Empty when Teams would draw the card. Each sentence begins with where it is wrong. */
export function checkCard(card: unknown): readonly string[] {
  if (!isBag(card)) return ["card: must be an object"];
  const problems: string[] = [];
  if (card["type"] !== "AdaptiveCard") problems.push("card: `type` must be AdaptiveCard");
  const version = typeof card["version"] === "string" ? card["version"] : "";
  if (!/^1\.\d$/.test(version)) problems.push("card: `version` must be a text such as 1.5");
  else if (Number(version) > NEWEST)
    problems.push(`card: Teams draws no version ${version} of bots`);
  if (listAt(card, "body").length + listAt(card, "actions").length === 0) {
    problems.push("card: has neither `body` nor `actions`");
  }
  if (listAt(bagAt(card, "refresh"), "userIds").length > REFRESHED_PEOPLE) {
    problems.push(`card.refresh: more than ${REFRESHED_PEOPLE} people in \`userIds\``);
  }
  problems.push(...checkElement({ ...card, type: "AdaptiveCard" }, "card"));
  problems.push(...repeated(allInputs(card), "input"));
  problems.push(...repeated(allActions(card), "action"));
  return problems;
}

function checkElement(element: Bag, at: string): readonly string[] {
  const type = stringAt(element, "type") ?? "";
  const needed = ELEMENTS[type];
  if (type !== "AdaptiveCard" && !needed) {
    const fallback = element["fallback"];
    if (fallback === "drop") return [];
    if (isBag(fallback)) return checkElement(fallback, `${at}.fallback`);
    return [`${at}: Teams knows no element “${type}”`];
  }
  return [
    ...(needed ?? [])
      .filter((key) => typeof element[key] !== "string" || element[key] === "")
      .map((key) => `${at}: ${type} needs \`${key}\``),
    ...checkContent(element, type, at),
    ...checkRow(element, at),
    ...actionsOf(element).flatMap((action, index) =>
      checkAction(action, `${at}.actions[${index}]`),
    ),
    ...inside(element).flatMap((child, index) => checkElement(child, `${at}[${index}]`)),
  ];
}

function checkContent(element: Bag, type: string, at: string): readonly string[] {
  switch (type) {
    case "RichTextBlock":
      return listAt(element, "inlines").some(isRun)
        ? []
        : [`${at}: RichTextBlock needs \`inlines\``];
    case "FactSet":
      return bagsAt(element, "facts").flatMap((fact, index) =>
        typeof fact["title"] === "string" && typeof fact["value"] === "string"
          ? []
          : [`${at}.facts[${index}]: needs \`title\` and \`value\``],
      );
    case "Input.ChoiceSet": {
      const isQuery = bagAt(element, "choices.data")?.["type"] === "Data.Query";
      const choices = bagsAt(element, "choices");
      const complete = choices.every(
        (choice) => typeof choice["title"] === "string" && typeof choice["value"] === "string",
      );
      if (!complete) return [`${at}: every choice needs \`title\` and \`value\``];
      if (choices.length === 0 && !isQuery) return [`${at}: Input.ChoiceSet needs \`choices\``];
      return checkInput(element, at);
    }
    default:
      return type.startsWith("Input.") ? checkInput(element, at) : [];
  }
}

/** Without these a person who cannot send the form is not told why. */
function checkInput(element: Bag, at: string): readonly string[] {
  if (!flagAt(element, "isRequired")) return [];
  return ["label", "errorMessage"]
    .filter((key) => (stringAt(element, key) ?? "") === "")
    .map((key) => `${at}: a required input needs \`${key}\``);
}

function checkRow(element: Bag, at: string): readonly string[] {
  const count = bagsAt(element, "actions").filter((one) => one["mode"] !== "secondary").length;
  return count > ACTIONS_IN_A_ROW
    ? [`${at}: ${count} actions in a row, but at most ${ACTIONS_IN_A_ROW} are shown`]
    : [];
}

function checkAction(action: Bag, at: string): readonly string[] {
  const type = stringAt(action, "type") ?? "";
  const needed = ACTIONS[type];
  if (!needed) {
    const fallback = action["fallback"];
    if (fallback === "drop") return [];
    if (isBag(fallback)) return checkAction(fallback, `${at}.fallback`);
    return [`${at}: Teams knows no action “${type}”`];
  }
  const nested = bagAt(action, "card");
  return [
    ...needed
      .filter((key) => typeof action[key] !== "string" || action[key] === "")
      .map((key) => `${at}: ${type} needs \`${key}\``),
    ...(type === "Action.ShowCard" && !nested ? [`${at}: Action.ShowCard needs \`card\``] : []),
    ...(nested ? checkElement({ ...nested, type: "AdaptiveCard" }, `${at}.card`) : []),
  ];
}

function isRun(run: unknown): boolean {
  return typeof run === "string" || (isBag(run) && typeof run["text"] === "string");
}

function repeated(elements: readonly Bag[], what: string): readonly string[] {
  const ids = elements.flatMap((element) => stringAt(element, "id") ?? []);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [...new Set(twice)].map((id) => `card: two ${what}s have the id “${id}”`);
}
