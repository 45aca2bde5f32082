/**
 * What a card or form has to keep so that no platform cuts anything of it. A renderer cuts rather than have a
 * message refused; that it had to is a fault of ours, and ends the test that saw it.
 */

import { LIMITS as SLACK } from "../../adapters/slack/limits.ts";
import { LIMITS as TEAMS } from "../../adapters/teams/limits.ts";
import type { Block, Button, Card, Form, Input } from "../../src/card.ts";
import { lengthOf } from "../../src/plain-text.ts";

const least = (name: keyof typeof SLACK & keyof typeof TEAMS): number =>
  Math.min(SLACK[name], TEAMS[name]);

/** @throws RangeError naming what would be cut, or what sounds alike. */
export function fits(shown: Card | Form): void {
  const cut = "inputs" in shown ? formFaults(shown) : cardFaults(shown);
  if (cut.length > 0)
    throw new RangeError(`"${shown.title}" cannot be shown as it is: ${cut.join("; ")}`);
}

const over = (what: string, text: string, max: number): readonly string[] =>
  text.length > max
    ? [`${what} "${text.slice(0, 60)}…" (${String(text.length)} of ${String(max)})`]
    : [];

const cardFaults = ({ title, body }: Card): readonly string[] => [
  ...over("the title", title, TEAMS.title),
  ...body.flatMap(blockFaults),
  ...soundingAlike(body),
];

/** Two buttons that do different things and are one to whoever hears them read out. */
function soundingAlike(body: readonly Block[]): readonly string[] {
  const heard = new Map<string, string>();
  return body.flatMap((block) => {
    const row = block.type === "item" && block.button ? [block.button] : [];
    return (block.type === "actions" ? block.buttons : row).flatMap(
      ({ label, about = "", action, value }) => {
        const name = `${label}: ${about}`.toLowerCase();
        const does = `${action}|${value}`;
        const other = heard.get(name) ?? does;
        heard.set(name, does);
        return other === does ? [] : [`"${name}" is ${other} and ${does}`];
      },
    );
  });
}

function blockFaults(block: Block): readonly string[] {
  switch (block.type) {
    case "heading":
      return over("the heading", block.text, TEAMS.title);
    case "text":
      return over("the text", block.text, block.tone === "muted" ? SLACK.context : least("text"));
    case "facts":
      return block.facts.flatMap(({ label, value }) =>
        over("the fact", `*${label}*\n${value}`, least("field")),
      );
    case "item":
      return [
        ...over("the line", `*${block.title}*\n${block.detail ?? ""}`, least("field")),
        ...(block.button ? buttonFaults(block.button) : []),
      ];
    case "columns":
      return [block.left, block.right].flatMap((column) => [
        ...over(
          "the column",
          `*${column.title}*\n${column.lines.map((line) => `• ${line}`).join("\n")}`,
          SLACK.field,
        ),
        ...column.lines.flatMap((line) => over("the line", line, TEAMS.columnLine)),
      ]);
    case "link":
      return over("the link", block.label, least("buttonLabel"));
    case "actions":
      return block.buttons.flatMap(buttonFaults);
    case "divider":
      return [];
  }
}

const buttonFaults = ({ label }: Button): readonly string[] =>
  over("the button", label, least("buttonLabel"));

const formFaults = ({ title, submit, cancel, inputs }: Form): readonly string[] => [
  ...over("the title", title, SLACK.modalTitle),
  ...over("the button", submit, SLACK.modalButton),
  ...over("the button", cancel, SLACK.modalButton),
  ...(inputs.length > TEAMS.inputs ? [`${String(inputs.length)} questions`] : []),
  ...inputs.flatMap(inputFaults),
];

function inputFaults(input: Input): readonly string[] {
  if (input.type === "note")
    return [
      ...over("the note", input.text, least("text")),
      ...over("the title", input.title ?? "", TEAMS.title),
    ];
  return [
    ...over("the question", input.label, least("inputLabel")),
    ...over("the hint", input.reading ?? input.hint ?? "", least("inputHint")),
    ...("options" in input ? optionFaults(input.id, input.options) : []),
    ...(input.type === "text" ? textFaults(input) : []),
  ];
}

const optionFaults = (id: string, options: readonly { readonly label: string }[]) => [
  ...(options.length > SLACK.selectOptions ? [`${String(options.length)} options of "${id}"`] : []),
  ...options.flatMap(({ label }) => over("the option", label, least("optionLabel"))),
];

function textFaults({
  id,
  value = "",
  maxLength,
}: Extract<Input, { type: "text" }>): readonly string[] {
  if (maxLength === undefined) return [`"${id}" says no length`];
  return [
    ...(maxLength > least("inputText") ? [`"${id}" takes ${String(maxLength)} characters`] : []),
    ...(lengthOf(value) > maxLength
      ? [`"${id}" holds ${String(lengthOf(value))} of ${String(maxLength)}`]
      : []),
  ];
}
