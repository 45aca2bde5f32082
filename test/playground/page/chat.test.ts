import { describe, expect, test } from "@jest/globals";
import { STORY, type Screen, type SeenMessage } from "../../../playground/contract.ts";
import { blocksOf, closeLabel, plainText } from "../../../playground/page/blocks/read.ts";
import { offered } from "../../../playground/page/chat/commands.ts";
import { hue, initials, shortName } from "../../../playground/page/people.ts";
import { STEPS } from "../../../playground/page/story/steps.ts";
import { arrived, idsOn, unreadCount } from "../../../playground/page/unread.ts";

const COMMANDS = [
  { name: "/goal", hint: "", platform: "slack" },
  { name: "/liaison", hint: "", platform: "slack" },
] as const;

function message(id: string, from = "bot"): SeenMessage {
  return {
    id,
    at: "2027-03-02T15:00:00Z",
    channel: "dm",
    thread: null,
    from,
    to: null,
    private: false,
    edited: null,
    text: id,
    buttons: [],
    raw: {},
  };
}

function screen(...dm: readonly SeenMessage[]): Screen {
  return {
    now: "2027-03-02T15:00:00Z",
    next: null,
    me: {
      id: "me",
      name: "Me",
      role: "",
      school: null,
      platform: "slack",
      locale: "en",
      zone: "America/Chicago",
    },
    installed: true,
    channels: [],
    dm,
    home: null,
    form: null,
    story: [],
  };
}

describe("unread marks", () => {
  test("count what others wrote and nobody looked at", () => {
    const messages = [message("1"), message("2", "me"), message("3")];

    expect(unreadCount(messages, new Set(["1"]), "me")).toBe(1);
  });

  test("what arrived is what was not on the screen before, one's own words aside", () => {
    const before = idsOn(screen(message("1")));

    const news = arrived(before, screen(message("1"), message("2"), message("3", "me")));

    expect(news.map(({ id }) => id)).toEqual(["2"]);
  });
});

describe("the slash menu", () => {
  test.each([
    ["/", ["/goal", "/liaison"]],
    ["/G", ["/goal"]],
    ["/goal", ["/goal"]],
    ["/goal list", []],
    ["hello /goal", []],
    ["", []],
    ["/x", []],
  ])("“%s” offers %j", (typed, names) => {
    expect(offered(COMMANDS, typed).map(({ name }) => name)).toEqual(names);
  });
});

describe("what the bot sent", () => {
  const blocks = [{ type: "divider" }];

  test.each([
    ["a message", { blocks }],
    ["a message whose blocks came as a form field", { blocks: JSON.stringify(blocks) }],
    ["a dialog inside its call", { view: { type: "modal", blocks } }],
    ["a dialog whose view came as a form field", { view: JSON.stringify({ blocks }) }],
  ])("blocks are found in %s", (_, raw) => {
    expect(blocksOf(raw)).toEqual(blocks);
  });

  test.each([
    [undefined],
    [null],
    ["no json"],
    [{ blocks: "no json" }],
    [{ type: "AdaptiveCard" }],
  ])("%j has no blocks", (raw) => {
    expect(blocksOf(raw)).toEqual([]);
  });

  test("the words of the dismiss button and of a plain message are read", () => {
    expect(closeLabel({ close: { type: "plain_text", text: "Not now" } })).toBe("Not now");
    expect(closeLabel({})).toBeNull();
    expect(plainText({ text: "*hello*" })).toBe("*hello*");
    expect(plainText({})).toBeNull();
  });
});

describe("people", () => {
  test.each([
    ["School librarian, Alder Bend", "School librarian", "SL"],
    ["Principal, Alder Bend", "Principal", "P"],
    [
      "Instructional technology specialist, Tamarack Valley High",
      "Instructional technology specialist",
      "IS",
    ],
  ])("%s", (name, short, letters) => {
    expect(shortName(name)).toBe(short);
    expect(initials(name)).toBe(letters);
  });

  test("a person's colour is always the same and one of those there are", () => {
    expect(hue("u-ab-lib", 6)).toBe(hue("u-ab-lib", 6));
    expect(hue("u-ab-it", 6)).toBeLessThan(6);
  });
});

test("the rail has the eight steps of the story in their order", () => {
  expect(STEPS.map(({ id }) => id)).toEqual(STORY);
});
