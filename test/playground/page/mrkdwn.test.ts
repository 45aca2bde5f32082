import { describe, expect, test } from "@jest/globals";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Mrkdwn } from "../../../playground/page/blocks/mrkdwn.tsx";

const drawn = (text: string) =>
  renderToStaticMarkup(createElement(Mrkdwn, { text }))
    .replace('<div class="mrkdwn">', "")
    .replace(/<\/div>$/, "");

describe("the text of a message", () => {
  test.each([
    ["*Done* by _Friday_", "<strong>Done</strong> by <em>Friday</em>"],
    ["~old~ `code *as is*`", "<s>old</s> <code>code *as is*</code>"],
    ["a snake_case_name and 2 * 3 * 4", "a snake_case_name and 2 * 3 * 4"],
    ["*not closed", "*not closed"],
    ["> a quote\nand after", "<blockquote> a quote</blockquote>and after"],
    ["Tom &amp; Ana &lt;3", "Tom &amp; Ana &lt;3"],
    ["<!channel>", '<span class="mention">@channel</span>'],
  ])("%s", (text, html) => {
    expect(drawn(text)).toBe(html);
  });

  test("a link opens outside, with its label", () => {
    expect(drawn("<https://school.example/page|the page>")).toBe(
      '<a href="https://school.example/page" target="_blank" rel="noreferrer">the page</a>',
    );
  });

  test("a link that would run a script is only text", () => {
    expect(drawn("<javascript:alert(1)|press me>")).not.toContain("href");
  });

  test("what a person typed cannot become markup of the page", () => {
    expect(drawn("&lt;img src=x onerror=alert(1)&gt;")).toBe("&lt;img src=x onerror=alert(1)&gt;");
  });
});
