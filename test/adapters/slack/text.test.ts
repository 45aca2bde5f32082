import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { shorten } from "../../../adapters/slack/limits.ts";
import {
  emphasised,
  escape,
  plain,
  readable,
  summary,
  unescape,
  withoutMention,
} from "../../../adapters/slack/text.ts";
import { actions, facts, item, text } from "../../../src/card.ts";

const anyText = fc.string({ unit: "binary", maxLength: 400 });

describe("escaping", () => {
  test("a ping in somebody's title is only text", () => {
    expect(escape("*<!channel>* & @everyone")).toBe("*&lt;!channel&gt;* &amp; @everyone");
  });

  test("what was typed comes back, once", () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        expect(unescape(escape(typed))).toBe(typed);
      }),
    );
    expect(unescape("&amp;lt;")).toBe("&lt;");
  });
});

describe("shortening", () => {
  test("a text that fits stays, and a longer one ends in an ellipsis", () => {
    expect(shorten("abc", 3)).toBe("abc");
    expect(shorten("abcd", 3)).toBe("ab…");
  });

  test("a character is never cut in half, nor an escape", () => {
    expect(shorten("ab😀", 3)).toBe("ab…");
    expect(shorten("a&b", 5, escape)).toBe("a…");
  });

  test("nothing is longer than it may be", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 50 }), (long, max) => {
        expect(shorten(long, max).length).toBeLessThanOrEqual(max);
        expect(shorten(long, max, escape).length).toBeLessThanOrEqual(max);
      }),
    );
  });
});

describe("a bold line", () => {
  test("is bold when Slack would take nothing in it for formatting", () => {
    expect(emphasised("Read & write", "by Friday", 100)).toEqual({
      type: "mrkdwn",
      text: "*Read &amp; write*\nby Friday",
      verbatim: true,
    });
  });

  test.each([
    ["*bold*", ""],
    ["file_name", ""],
    ["Title", "> quoted"],
    ["~no~", "`code`"],
  ])("is plain when it holds formatting: %j, %j", (first, rest) => {
    expect(emphasised(first, rest, 100).type).toBe("plain_text");
  });

  test("is never empty", () => {
    expect(emphasised(" ", "", 100).text).toBe("…");
    expect(plain("", 10).text).toBe("…");
  });
});

describe("a card in words", () => {
  test("says everything but the buttons, escaped", () => {
    const card = {
      title: "This week",
      body: [
        text("Two things"),
        facts({ label: "Due", value: "Friday" }),
        item("Fix <menu>", "late", { label: "Done", action: "x", value: "1" }),
        actions({ label: "More", action: "y", value: "2" }),
      ],
    };

    expect(summary(card)).toBe("This week\nTwo things\nDue: Friday\nFix &lt;menu&gt; (late)");
  });

  test("is punctuated as its language is", () => {
    const body = [facts({ label: "Échéance", value: "vendredi" })];

    expect(summary({ title: "Objectif", body, locale: "fr" })).toBe(
      "Objectif\nÉchéance\u00a0: vendredi",
    );
  });

  test("is never empty", () => {
    expect(summary({ title: "", body: [] })).toBe("…");
  });
});

describe("reading what people wrote", () => {
  test.each([
    ["See <https://example.org|the page> &amp; <https://a.org>", "See the page & https://a.org"],
    ["<@U1|ana> in <#C1|library> and <#C2>", "@ana in #library and #C2"],
    ["<!channel> <!here|here> <!subteam^S1|@it>", "@channel @here @it"],
    ["<!date^1^{date}|2 March>", "2 March"],
    ["<mailto:a@b.org|a@b.org>", "a@b.org"],
    ["5 &lt; 6", "5 < 6"],
    ["a\u00a0b", "a b"],
  ])("%j reads %j", (message, read) => {
    expect(readable(message)).toBe(read);
  });

  test.each([
    "<@U0BOT> goal list",
    "<@U0BOT|liaison>\u00a0goal list",
    "  <@U0BOT>: goal list",
    "<@U0BOT>, goal list",
    "goal list <@U0BOT>",
  ])("the mention is taken out of %j", (message) => {
    expect(withoutMention(message, "U0BOT")).toBe("goal list");
  });
});
