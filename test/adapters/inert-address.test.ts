/** AC-31: an address that somebody typed is no link on any platform, wherever in a card it stands. */

import { expect, test } from "@jest/globals";
import { renderCard as slackCard } from "../../adapters/slack/render.ts";
import { renderCard as teamsCard } from "../../adapters/teams/render.ts";
import { actions, facts, heading, item, muted, quote, text, type Card } from "../../src/card.ts";
import { textsFor } from "../../src/texts/index.ts";

const button = (words: string) => ({ label: "Open", action: "a", value: "v", about: words });

const everywhere = (words: string): Card => ({
  title: `About ${words}`,
  body: [
    heading(words),
    text(words),
    muted(words),
    quote(words),
    facts({ label: words, value: words }),
    item(words, words, button(words)),
    { type: "columns", left: { title: words, lines: [words] }, right: { title: "b", lines: [] } },
    actions(button(words)),
  ],
});

type Part = Readonly<Record<string, unknown>>;

/** Every object in it that says these words in one of its strings. */
function saying(drawn: unknown, words: string): readonly Part[] {
  if (typeof drawn !== "object" || drawn === null) return [];
  const inside = Object.values(drawn).flatMap((each) => saying(each, words));
  const isIt = Object.values(drawn).some(
    (each) => typeof each === "string" && each.includes(words),
  );
  return isIt && !Array.isArray(drawn) ? [drawn as Part, ...inside] : inside;
}

const ADDRESSES = [
  "rivers-atlas.example/explore",
  "https://rivers-atlas.example/explore",
  "http://169.254.169.254/latest",
  "www.rivers.example",
  "javascript:alert(1)",
  "[a](https://rivers.example)",
];

test.each(ADDRESSES)("%s is plain text on Slack", (address) => {
  const parts = saying(slackCard(everywhere(address), "message"), address);

  expect(parts.length).toBeGreaterThan(6);
  for (const part of parts) {
    expect(part["url"]).toBeUndefined();
    if (part["type"] === "mrkdwn") {
      expect(part["verbatim"]).toBe(true);
      expect(part["text"]).not.toMatch(/<[^>]*:/u);
    } else expect(["plain_text", "text", "button"]).toContain(part["type"]);
  }
});

test.each(ADDRESSES)("%s is a run of text without an action on Teams", (address) => {
  const texts = textsFor("en", "UTC");
  const { fallbackText, ...drawn } = teamsCard(everywhere(address), { texts, place: "message" });
  const parts = saying(drawn, address);

  expect(parts.length).toBeGreaterThan(6);
  for (const part of parts) {
    expect(part["url"]).toBeUndefined();
    if (part["type"] === "TextRun") expect(part["selectAction"]).toBeUndefined();
    else expect(["Action.Submit", "Action.Execute"]).toContain(part["type"]);
  }
  expect(fallbackText).toContain(address);
});
