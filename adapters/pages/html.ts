/** Pages as HTML that needs no script, no other file and no other server. */

import { createHash } from "node:crypto";
import type { Page, PageBlock, PageButton, PageInput } from "../../src/page.ts";
import { STYLE } from "./style.ts";

type Link = Extract<PageBlock, { type: "links" }>["links"][number];

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escape = (text: string): string =>
  text.replace(/[&<>"']/gu, (character) => ESCAPES[character] ?? character);

/** Lets in the one style sheet and forms to where the page came from; nothing else. */
export const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

export const renderPage = ({ title, locale, about, body, wide }: Page): string =>
  `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)} – ${escape(about)}</title>
<style>${STYLE}</style>
</head>
<body${wide ? ' class="wide"' : ""}>
<header><p>Liaison – ${escape(about)}</p></header>
<main>
<h1>${escape(title)}</h1>
${body.map(renderBlock).join("\n")}
</main>
</body>
</html>
`;

function renderBlock(block: PageBlock): string {
  switch (block.type) {
    case "heading":
      return `<h2>${escape(block.text)}</h2>`;
    case "text":
      return renderText(block.text, block.tone);
    case "list":
      return `<ul>${block.lines.map((line) => `<li>${escape(line)}</li>`).join("")}</ul>`;
    case "table":
      return renderTable(block);
    case "links":
      return `<nav aria-label="${escape(block.label)}"><p>${escape(block.label)}</p><ul>${block.links.map(renderLink).join("")}</ul></nav>`;
    case "form":
      return `<form method="post" enctype="multipart/form-data">
${block.inputs.map(renderInput).join("\n")}
<p class="buttons">${block.buttons.map(renderButton).join(" ")}</p>
</form>`;
  }
}

const renderLink = ({ label, fields }: Link): string =>
  `<li><a href="${escape(`?${new URLSearchParams(fields).toString()}`)}">${escape(label)}</a></li>`;

/** Problems are read out when the page opens; colour is not what tells them. */
function renderText(text: string, tone: "muted" | "problem" | "good" | undefined): string {
  const role = tone === "problem" ? ' role="alert"' : tone === "good" ? ' role="status"' : "";
  return `<p${tone ? ` class="${tone}"` : ""}${role}>${escape(text)}</p>`;
}

/** Wide tables scroll by themselves, also by keyboard. */
const renderTable = ({ caption, columns, rows }: Extract<PageBlock, { type: "table" }>): string =>
  `<div class="scroll" tabindex="0" role="region" aria-label="${escape(caption)}"><table>
<caption>${escape(caption)}</caption>
<thead><tr>${columns.map((column) => `<th scope="col">${escape(column)}</th>`).join("")}</tr></thead>
<tbody>
${rows
  .map(
    ([first = "", ...others]) =>
      `<tr><th scope="row">${renderName(first)}</th>${others.map((cell) => `<td>${renderCell(cell)}</td>`).join("")}</tr>`,
  )
  .join("\n")}
</tbody>
</table></div>`;

/** The first line names the row; what follows is said about it. */
function renderName(text: string): string {
  const [name = "", ...rest] = text.split("\n");
  const about =
    rest.length > 0 ? `<br><span class="rest">${renderCell(rest.join("\n"))}</span>` : "";
  return `${escape(name)}${about}`;
}

const renderCell = (text: string): string => escape(text).replaceAll("\n", "<br>");

function renderInput(input: PageInput): string {
  const id = escape(input.id);
  if (input.type === "kept")
    return `<input type="hidden" name="${id}" value="${escape(input.value)}">`;
  const hint = input.hint ? `<span class="hint" id="${id}-hint">${escape(input.hint)}</span>` : "";
  const problem =
    input.type !== "choice" && input.problem
      ? `<span class="problem" id="${id}-problem">${escape(input.problem)}</span>`
      : "";
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  const common = `id="${id}" name="${id}"${described ? ` aria-describedby="${described}"` : ""}${problem ? ' aria-invalid="true"' : ""}`;
  return `<div class="field"><label for="${id}">${escape(input.label)}</label>${hint}${problem}${control(input, common)}</div>`;
}

function control(input: Exclude<PageInput, { type: "kept" }>, common: string): string {
  switch (input.type) {
    case "file":
      return `<input type="file" ${common} accept="${escape(input.accept)}">`;
    case "text":
      return `<textarea ${common} rows="8">\n${escape(input.value ?? "")}</textarea>`;
    case "choice":
      return `<select ${common}>${input.options
        .map(
          ({ label, value }) =>
            `<option value="${escape(value)}"${value === input.value ? " selected" : ""}>${escape(label)}</option>`,
        )
        .join("")}</select>`;
  }
}

const renderButton = ({ id, label, primary }: PageButton): string =>
  `<button name="${escape(id)}" value="yes"${primary ? ' class="primary"' : ""}>${escape(label)}</button>`;
