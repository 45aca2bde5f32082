/** Block Kit as Slack checks it: answers what Slack would put into `response_metadata.messages`. */
import { type Bag, bagAt, bagsAt, isBag, lengthOf, listAt, stringAt } from "../bag.ts";
import { checkElement } from "./block-kit-elements.ts";
import { BLOCK_KIT } from "./block-kit-limits.ts";
import { createReport, type Report } from "./block-kit-report.ts";

type Surface = "message" | "modal" | "home";

/** Problems of a message's blocks; none when Slack would take them. */
export function checkMessageBlocks(blocks: unknown): readonly string[] {
  const report = createReport();
  checkBlocks(report, blocks, "message", "/blocks");
  return report.problems;
}

/** Problems of a dialog's or home's view. */
export function checkView(view: Bag): readonly string[] {
  const report = createReport();
  const type = stringAt(view, "type");
  if (type !== "modal" && type !== "home") {
    report.problem("missing required field: type", "/view/type");
    return report.problems;
  }
  if (type === "modal") checkFrame(report, view);
  report.longest(
    stringAt(view, "private_metadata"),
    BLOCK_KIT.privateMetadata,
    "/view/private_metadata",
  );
  report.longest(stringAt(view, "callback_id"), BLOCK_KIT.id, "/view/callback_id");
  if (JSON.stringify(view).length > BLOCK_KIT.viewBytes) {
    report.problem("view is larger than 250 KB", "/view");
  }
  checkBlocks(report, view["blocks"], type, "/view/blocks");
  return report.problems;
}

function checkFrame(report: Report, view: Bag): void {
  report.text(view, "title", { max: BLOCK_KIT.viewTitle, plain: true, needed: true }, "/view");
  report.text(view, "submit", { max: BLOCK_KIT.viewButton, plain: true }, "/view");
  report.text(view, "close", { max: BLOCK_KIT.viewButton, plain: true }, "/view");
  const asks = bagsAt(view, "blocks").some((block) => block["type"] === "input");
  if (asks && !bagAt(view, "submit")) report.problem("missing required field: submit", "/view");
}

function checkBlocks(report: Report, blocks: unknown, surface: Surface, path: string): void {
  if (!Array.isArray(blocks)) {
    report.problem("must provide an array", path);
    return;
  }
  const most = surface === "message" ? BLOCK_KIT.messageBlocks : BLOCK_KIT.viewBlocks;
  report.count(blocks, { max: most }, path);
  const seen = new Set<string>();
  let markdown = 0;
  blocks.forEach((block: unknown, index) => {
    const at = `${path}/${index}`;
    if (!isBag(block)) {
      report.problem("must provide an object", at);
      return;
    }
    const id = stringAt(block, "block_id");
    report.longest(id, BLOCK_KIT.id, `${at}/block_id`);
    if (id !== undefined && seen.has(id)) {
      report.problem(`\`block_id\` already exists: ${id}`, `${at}/block_id`);
    }
    if (id !== undefined) seen.add(id);
    if (block["type"] === "markdown") markdown += lengthOf(stringAt(block, "text") ?? "");
    checkBlock(report, block, surface, at);
  });
  if (markdown > BLOCK_KIT.markdownText) {
    report.problem(`must be less than ${BLOCK_KIT.markdownText + 1} characters`, path);
  }
}

function checkBlock(report: Report, block: Bag, surface: Surface, at: string): void {
  switch (stringAt(block, "type") ?? "none") {
    case "section":
      checkSection(report, block, at);
      return;
    case "header":
      report.text(block, "text", { max: BLOCK_KIT.headerText, plain: true, needed: true }, at);
      return;
    case "context":
      report.count(
        listAt(block, "elements"),
        { min: 1, max: BLOCK_KIT.contextElements },
        `${at}/elements`,
      );
      bagsAt(block, "elements").forEach((element, index) => {
        checkContextElement(report, element, `${at}/elements/${index}`);
      });
      return;
    case "actions":
      checkActions(report, block, at);
      return;
    case "input":
      checkInput(report, block, surface, at);
      return;
    case "image":
      checkImage(report, block, at);
      return;
    case "table":
      checkTable(report, block, at);
      return;
    case "markdown":
      if (surface !== "message") report.problem("unsupported type: markdown", at);
      else if (!stringAt(block, "text")) report.problem("missing required field: text", at);
      return;
    case "divider":
    case "rich_text":
      return;
    default:
      report.problem(`unsupported type: ${stringAt(block, "type") ?? "none"}`, at);
  }
}

function checkSection(report: Report, block: Bag, at: string): void {
  if (!bagAt(block, "text") && listAt(block, "fields").length === 0) {
    report.problem("missing required field: text or fields", at);
  }
  report.text(block, "text", { max: BLOCK_KIT.sectionText }, at);
  report.count(listAt(block, "fields"), { max: BLOCK_KIT.sectionFields }, `${at}/fields`);
  bagsAt(block, "fields").forEach((field, index) => {
    report.textObject(field, { max: BLOCK_KIT.sectionField }, `${at}/fields/${index}`);
  });
  const accessory = bagAt(block, "accessory");
  if (accessory) checkElement(report, accessory, `${at}/accessory`);
}

function checkContextElement(report: Report, element: Bag, at: string): void {
  if (element["type"] === "image") checkImage(report, element, at);
  else report.textObject(element, { max: BLOCK_KIT.contextText }, at);
}

function checkActions(report: Report, block: Bag, at: string): void {
  const elements = listAt(block, "elements");
  report.count(elements, { min: 1, max: BLOCK_KIT.actionsElements }, `${at}/elements`);
  const seen = new Set<string>();
  bagsAt(block, "elements").forEach((element, index) => {
    const id = stringAt(element, "action_id");
    if (id !== undefined && seen.has(id)) {
      report.problem(`\`action_id\` already exists: ${id}`, `${at}/elements/${index}/action_id`);
    }
    if (id !== undefined) seen.add(id);
    checkElement(report, element, `${at}/elements/${index}`);
  });
}

function checkInput(report: Report, block: Bag, surface: Surface, at: string): void {
  if (surface === "message") report.problem("unsupported type: input", at);
  report.text(block, "label", { max: BLOCK_KIT.inputLabel, plain: true, needed: true }, at);
  report.text(block, "hint", { max: BLOCK_KIT.inputHint, plain: true }, at);
  const element = bagAt(block, "element");
  if (!element) report.problem("missing required field: element", at);
  else if (element["type"] === "button" || element["type"] === "overflow") {
    report.problem(`unsupported type: ${element["type"]}`, `${at}/element`);
  } else checkElement(report, element, `${at}/element`);
}

function checkImage(report: Report, block: Bag, at: string): void {
  if (!stringAt(block, "image_url") && !bagAt(block, "slack_file")) {
    report.problem("missing required field: image_url", at);
  }
  if (stringAt(block, "alt_text") === undefined) {
    report.problem("missing required field: alt_text", at);
  }
  report.longest(stringAt(block, "image_url"), BLOCK_KIT.imageUrl, `${at}/image_url`);
  report.longest(stringAt(block, "alt_text"), BLOCK_KIT.altText, `${at}/alt_text`);
  report.text(block, "title", { max: BLOCK_KIT.imageTitle, plain: true }, at);
}

function checkTable(report: Report, block: Bag, at: string): void {
  const rows = listAt(block, "rows");
  report.count(rows, { min: 1, max: BLOCK_KIT.tableRows }, `${at}/rows`);
  rows.forEach((row, index) => {
    if (Array.isArray(row)) {
      report.count(row, { max: BLOCK_KIT.tableCells }, `${at}/rows/${index}`);
    }
  });
}
