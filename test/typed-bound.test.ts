import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Answers } from "../src/card.ts";
import type { ChatEvent } from "../src/ports.ts";
import { tenantOf } from "../src/team/person.ts";
import { MOST_TYPED } from "../src/typed-bound.ts";
import { addressOf, openLiaison, type Rig } from "./rig/index.ts";

/** What took 6 to 22 s of processor time for a tenth of it. */
const LONG = "May 14 to June 3, tomorrow or Friday, in 3 weeks ".repeat(8_000);
const CALENDAR = "12 de mayo al 3 de junio, du 14 mai au 3 juin ".repeat(8_000);

let rig: Rig;
beforeAll(async () => {
  rig = await openLiaison({ platforms: ["slack", "teams"] });
});
afterAll(async () => {
  await rig.close();
});

let n = 0;
const arrival = (person: string) => {
  const from = addressOf(person);
  return { id: `long-${String(++n)}`, tenant: tenantOf(from), from, channel: null, via: "{}" };
};
const deliver = async (event: ChatEvent) =>
  await rig.on(event.from.startsWith("teams") ? "teams" : "slack").deliver(event);

describe.each([
  ["Slack", "u-tv-lib"],
  ["Teams", "u-wc-lib@teams"],
])("400,000 characters in %s", (_, person) => {
  test.each(["away", "closed", "pause", "goal", "item add", "topic", "checkin", "search", ""])(
    "behind %j are given back unread, and nothing is saved",
    async (words) => {
      for (const long of [LONG, CALENDAR]) {
        const outcome = await deliver({
          ...arrival(person),
          type: "command",
          text: `${words} ${long}`,
        });

        expect(outcome).toMatchObject({
          type: "reply",
          card: { title: expect.stringMatching(/^That is \d{6} characters, too many/u) },
        });
        expect(JSON.stringify(outcome)).toContain(long.slice(0, 1000));
      }
    },
  );

  test.each(["away", "closed", "pause", "goal", "item", "setup", "calendar.paste"])(
    "in an input of the form %s leave it open with a sentence at that input",
    async (form) => {
      const answers: Answers = { from: LONG, days: CALENDAR, text: "short" };
      const event = { ...arrival(person), form, context: "", answers };

      expect(await deliver({ ...event, type: "form", instance: `i-${String(n)}` })).toEqual({
        type: "invalid",
        problems: {
          from: expect.stringContaining(String(MOST_TYPED)),
          days: expect.stringContaining(String(MOST_TYPED)),
        },
      });
      expect(await deliver({ ...event, ...arrival(person), type: "change" })).toEqual({
        type: "nothing",
      });
    },
  );

  test("in a message that somebody points at are read as far as the bound", async () => {
    const outcome = await deliver({
      ...arrival(person),
      type: "shortcut",
      shortcut: "log_as_goal",
      text: LONG,
    });

    expect(outcome).toMatchObject({ type: "reply" });
    expect(JSON.stringify(outcome)).toContain(LONG.slice(0, 1000));
    expect(JSON.stringify(outcome).length).toBeLessThan(3 * MOST_TYPED);
  });

  test("in a button's value are out of date", async () => {
    const outcome = await deliver({
      ...arrival(person),
      type: "action",
      action: "absence.take_back",
      value: LONG,
    });

    expect(JSON.stringify(outcome)).toContain("from an older time");
  });
});

test("what is as long as the bound is read", async () => {
  const text = `goal ${"read ".repeat((MOST_TYPED - 5) / 5)}`;

  expect(text).toHaveLength(MOST_TYPED);
  expect(
    JSON.stringify(await deliver({ ...arrival("u-tv-lib"), type: "command", text })),
  ).not.toMatch(/^That is \d+ characters, too many/u);
});
