import { describe, expect, test } from "@jest/globals";
import { readBlocks, type Reader, readMessage } from "../../../playground/slack/readable.ts";

const READER: Reader = {
  zone: "America/Chicago",
  locale: "en-US",
  userName: (user) => (user === "U1" ? "Librarian" : undefined),
  channelName: (channel) => (channel === "C1" ? "library" : undefined),
};
const NINE = Date.parse("2027-03-02T15:00:00Z") / 1000;

describe("marked-up text", () => {
  test.each([
    ["*bold*, _slanted_, ~gone~ and `code`", "bold, slanted, gone and code"],
    ["*_both_*", "both"],
    ["snake_case_name and 2*3*4 stay", "snake_case_name and 2*3*4 stay"],
    ["a * b * c", "a * b * c"],
    ["<@U1> and <@U9> in <#C1> or <#C9|old>", "@Librarian and @somebody in #library or #old"],
    ["<!here> <!channel>", "@here @channel"],
    ["<https://a.example|a site> <https://b.example>", "a site https://b.example"],
    [`due <!date^${NINE}^{date_short} {time}|later>`, "due Mar 2, 2027 9:00 AM"],
    [`on <!date^${NINE}^{date_num}|later>`, "on 2027-03-02"],
    ["<!date^x^{date}|later>", "later"],
    ["&lt;b&gt; &amp; &lt;!channel&gt;", "<b> & <!channel>"],
    ["&gt; quoted\nnot", "quoted\nnot"],
    ["```a\nb```", "a\nb"],
    ["", ""],
  ])("%j reads %j", (markup, readable) => {
    expect(readMessage(READER, markup, null)).toBe(readable);
  });
});

describe("blocks", () => {
  test("are read in order, with fields, without buttons and inputs", () => {
    const blocks = [
      { type: "header", text: { type: "plain_text", text: "Plan *A*" } },
      {
        type: "section",
        text: { type: "mrkdwn", text: "*Both* ways" },
        fields: [
          { type: "mrkdwn", text: "*Owner*\n<@U1>" },
          { type: "plain_text", text: "plain *kept*" },
        ],
        accessory: { type: "button", text: { type: "plain_text", text: "Press" } },
      },
      { type: "actions", elements: [{ type: "button", text: { type: "plain_text", text: "Go" } }] },
      { type: "divider" },
      {
        type: "context",
        elements: [
          { type: "mrkdwn", text: "_small_" },
          { type: "image", alt_text: "a cart" },
        ],
      },
      { type: "image", title: { type: "plain_text", text: "Shelf" }, alt_text: "books" },
    ];

    expect(readBlocks(READER, blocks)).toBe(
      "Plan *A*\nBoth ways\nOwner\n@Librarian\nplain *kept*\nsmall a cart\nShelf\nbooks",
    );
  });

  test("of rich text are read with lists, people and dates", () => {
    const text = (words: string): object => ({ type: "text", text: words });
    const blocks = [
      {
        type: "rich_text",
        elements: [
          {
            type: "rich_text_section",
            elements: [
              text("Hi "),
              { type: "user", user_id: "U1" },
              text(" in "),
              { type: "channel", channel_id: "C1" },
              text(" "),
              { type: "emoji", name: "tada" },
              { type: "link", url: "https://a.example" },
              { type: "broadcast", range: "here" },
              { type: "date", timestamp: NINE, format: "{time}" },
            ],
          },
          {
            type: "rich_text_list",
            elements: [
              { type: "rich_text_section", elements: [text("one")] },
              { type: "rich_text_section", elements: [text("two")] },
            ],
          },
        ],
      },
    ];

    expect(readBlocks(READER, blocks)).toBe(
      "Hi @Librarian in #library :tada:https://a.example@here9:00 AM\n• one\n• two",
    );
  });

  test("of tables and Markdown are read without their marks", () => {
    const cell = (text: string): object => ({ type: "raw_text", text });
    const blocks = [
      { type: "table", rows: [[cell("Goal"), cell("Due")]] },
      { type: "markdown", text: "# Title\n**bold** [site](https://a.example)" },
    ];

    expect(readBlocks(READER, blocks)).toBe("Goal | Due\nTitle\nbold site");
  });
});

describe("a message", () => {
  const blocks = [{ type: "section", text: { type: "mrkdwn", text: "*Saved* as goal 3." } }];

  test("says once what its text and its blocks both say", () => {
    expect(readMessage(READER, "Saved as goal 3.", blocks)).toBe("Saved as goal 3.");
  });

  test("says its text first when the blocks say something else", () => {
    expect(readMessage(READER, "News", blocks)).toBe("News\nSaved as goal 3.");
  });
});
