import { describe, expect, test } from "@jest/globals";
import { renderCard as renderSlack } from "../../adapters/slack/render.ts";
import { renderCard as renderTeams } from "../../adapters/teams/render.ts";
import type { Card } from "../../src/card.ts";
import { textsFor } from "../../src/texts/index.ts";

const URL = "https://liaison.example.org/pages/abc.def?a=1&b=2";
const CARD: Card = {
  title: "Bring in the calendar",
  body: [{ type: "link", label: "Open <the> page | now", url: URL }],
};

describe("a link on a card", () => {
  test("is one of Slack's own, with a label that cannot end it", () => {
    expect(renderSlack(CARD, "message")).toContainEqual({
      type: "section",
      text: {
        type: "mrkdwn",
        text: "<https://liaison.example.org/pages/abc.def?a=1&amp;b=2|Open &lt;the&gt; page   now>",
        verbatim: true,
      },
    });
  });

  test("is a text that opens it in Teams, and stands in the words of the card", () => {
    const card = renderTeams(CARD, { texts: textsFor("en", "UTC"), place: "message" });

    expect(card.fallbackText).toContain(URL);
    expect(JSON.stringify(card.body)).toContain(`"type":"Action.OpenUrl"`);
    expect(JSON.stringify(card.body)).toContain(JSON.stringify(URL));
  });
});
