/** The interactive elements of Block Kit, checked like Slack checks them. */
import { type Bag, bagAt, bagsAt, listAt, stringAt, textAt } from "../bag.ts";
import { BLOCK_KIT } from "./block-kit-limits.ts";
import type { Report } from "./block-kit-report.ts";

type Check = (report: Report, element: Bag, at: string) => void;

const select: Check = (report, element, at) => {
  initialOption(report, element, at);
  const groups = bagsAt(element, "option_groups");
  report.count(groups, { max: BLOCK_KIT.optionGroups }, `${at}/option_groups`);
  if (groups.length === 0) options(report, element, at, BLOCK_KIT.selectOptions);
  groups.forEach((group, index) => {
    const inside = `${at}/option_groups/${index}`;
    report.text(group, "label", { max: BLOCK_KIT.optionText, plain: true, needed: true }, inside);
    options(report, group, inside, BLOCK_KIT.selectOptions);
  });
};
const choice: Check = (report, element, at) => {
  initialOption(report, element, at);
  options(report, element, at, BLOCK_KIT.choiceOptions);
};
const textInput: Check = (report, element, at) => {
  const max = Number(element["max_length"] ?? 0);
  if (max > BLOCK_KIT.inputLength) {
    report.problem(`must be less than ${BLOCK_KIT.inputLength + 1}`, `${at}/max_length`);
  }
  const initial = stringAt(element, "initial_value");
  report.longest(initial, max > 0 ? max : BLOCK_KIT.inputLength, `${at}/initial_value`);
};
const datePicker: Check = (report, element, at) => {
  const initial = stringAt(element, "initial_date");
  if (initial !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(initial)) {
    report.problem("must be a date in the format YYYY-MM-DD", `${at}/initial_date`);
  }
};
const timePicker: Check = (report, element, at) => {
  const initial = stringAt(element, "initial_time");
  if (initial !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(initial)) {
    report.problem("must be a time in the format HH:MM", `${at}/initial_time`);
  }
};
const button: Check = (report, element, at) => {
  report.text(element, "text", { max: BLOCK_KIT.buttonText, plain: true, needed: true }, at);
  report.longest(stringAt(element, "value"), BLOCK_KIT.buttonValue, `${at}/value`);
  report.longest(stringAt(element, "url"), BLOCK_KIT.url, `${at}/url`);
  report.longest(
    stringAt(element, "accessibility_label"),
    BLOCK_KIT.buttonLabel,
    `${at}/accessibility_label`,
  );
  const style = stringAt(element, "style");
  if (style !== undefined && style !== "primary" && style !== "danger") {
    report.problem("must be one of: primary, danger", `${at}/style`);
  }
};
const overflow: Check = (report, element, at) => {
  options(report, element, at, BLOCK_KIT.overflowOptions);
};
const image: Check = (report, element, at) => {
  if (!stringAt(element, "alt_text")) report.problem("missing required field: alt_text", at);
  report.longest(stringAt(element, "image_url"), BLOCK_KIT.imageUrl, `${at}/image_url`);
};
const numberInput: Check = (report, element, at) => {
  if (typeof element["is_decimal_allowed"] !== "boolean") {
    report.problem("missing required field: is_decimal_allowed", at);
  }
};
const nothingMore: Check = () => undefined;

const CHECKS: ReadonlyMap<string, Check> = new Map([
  ["button", button],
  ["overflow", overflow],
  ["static_select", select],
  ["multi_static_select", select],
  ["radio_buttons", choice],
  ["checkboxes", choice],
  ["plain_text_input", textInput],
  ["email_text_input", nothingMore],
  ["url_text_input", nothingMore],
  ["number_input", numberInput],
  ["datepicker", datePicker],
  ["timepicker", timePicker],
  ["datetimepicker", nothingMore],
  ["users_select", nothingMore],
  ["multi_users_select", nothingMore],
  ["conversations_select", nothingMore],
  ["multi_conversations_select", nothingMore],
  ["channels_select", nothingMore],
  ["multi_channels_select", nothingMore],
  ["image", image],
]);

export function checkElement(report: Report, element: Bag, at: string): void {
  const type = stringAt(element, "type") ?? "none";
  const check = CHECKS.get(type);
  if (!check) {
    report.problem(`unsupported type: ${type}`, at);
    return;
  }
  report.longest(stringAt(element, "action_id"), BLOCK_KIT.id, `${at}/action_id`);
  report.text(element, "placeholder", { max: BLOCK_KIT.placeholder, plain: true }, at);
  const confirm = bagAt(element, "confirm");
  if (confirm) checkConfirm(report, confirm, `${at}/confirm`);
  check(report, element, at);
}

function options(report: Report, holder: Bag, at: string, most: number): void {
  report.count(listAt(holder, "options"), { min: 1, max: most }, `${at}/options`);
  bagsAt(holder, "options").forEach((option, index) => {
    const inside = `${at}/options/${index}`;
    report.text(option, "text", { max: BLOCK_KIT.optionText, needed: true }, inside);
    report.text(option, "description", { max: BLOCK_KIT.optionDescription }, inside);
    report.longest(stringAt(option, "value"), BLOCK_KIT.optionValue, `${inside}/value`);
  });
}

/** What is chosen at first has to be one of the options, letter for letter. */
function initialOption(report: Report, element: Bag, at: string): void {
  const groups = bagsAt(element, "option_groups");
  const offered = [element, ...groups].flatMap((holder) => bagsAt(holder, "options"));
  const one = bagAt(element, "initial_option");
  const key = one ? "initial_option" : "initial_options";
  for (const chosen of one ? [one] : bagsAt(element, key)) {
    const known = offered.some(
      (option) =>
        option["value"] === chosen["value"] && textAt(option, "text") === textAt(chosen, "text"),
    );
    if (!known) report.problem(`${key} must match one of the options`, `${at}/${key}`);
  }
}

function checkConfirm(report: Report, confirm: Bag, at: string): void {
  report.text(confirm, "title", { max: BLOCK_KIT.confirmTitle, plain: true, needed: true }, at);
  report.text(confirm, "text", { max: BLOCK_KIT.confirmText, needed: true }, at);
  report.text(confirm, "confirm", { max: BLOCK_KIT.confirmButton, plain: true }, at);
  report.text(confirm, "deny", { max: BLOCK_KIT.confirmButton, plain: true }, at);
}
