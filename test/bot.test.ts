import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Feature } from "../src/feature.ts";
import { createBot } from "../src/bot.ts";
import { features } from "../src/features/index.ts";
import { openLiaison, type Rig } from "./rig/index.ts";

const brittle: Feature = {
  name: "brittle",
  commands: {
    break: {
      summary: () => "",
      hint: "<what>",
      situation: "me",
      words: () => ({ label: "Break", sentences: "break it / let it fall" }),
      run: () => Promise.reject(new Error("the secret text")),
    },
  },
  forms: { brittle: { submit: () => Promise.reject(new Error("the secret text")) } },
};

describe("a fault in a feature", () => {
  let liaison: Rig;
  beforeEach(async () => {
    liaison = await openLiaison({ features: [brittle] });
  });
  afterEach(async () => {
    await liaison.close();
  });

  test("is answered politely with the reference that stands in the log", async () => {
    await liaison.as("u-ab-it").say("break my words");
    const { title } = liaison.as("u-ab-it").card();
    expect(title).toMatch(/referencia/u);
    expect(title).not.toMatch(/secret/u);
    expect(liaison.log.filter(({ level }) => level === "error")).toHaveLength(1);
  });

  test("in a form keeps what was typed", async () => {
    const outcome = await liaison.liaison.bot.decide({
      id: "1",
      tenant: "slack:T0TAMARACK" as never,
      from: liaison.as("u-ab-lib").address,
      channel: null,
      via: "{}",
      type: "form",
      form: "brittle",
      context: "",
      answers: { title: "my words" },
      instance: "1",
    });
    expect(outcome).toHaveProperty("type", "invalid");
    expect(outcome).toHaveProperty("problems.title", expect.stringMatching(/reference: \w{8}/u));
  });

  test("an event of a workspace nobody set up is answered and changes nothing", async () => {
    const outcome = await liaison.liaison.bot.decide({
      id: "1",
      tenant: "slack:T0OTHER" as never,
      from: liaison.as("u-ab-lib").address,
      channel: null,
      via: "{}",
      type: "command",
      text: "help",
    });
    expect(outcome).toMatchObject({ type: "reply", card: { body: [] } });
  });

  test("a button of an older version is answered kindly", async () => {
    await liaison.as("u-ab-lib").press("old", {
      message: "" as never,
      key: null,
      kind: null,
      to: liaison.as("u-ab-lib").address,
      thread: null,
      private: true,
      card: {
        title: "Old",
        body: [{ type: "actions", buttons: [{ label: "old", action: "gone.by", value: "" }] }],
      },
    });
    expect(liaison.as("u-ab-lib").words()).toMatch(/no longer work/u);
  });
});

test("two features cannot declare the same name", () => {
  expect(() => createBot({ features: [...features, ...features] } as never)).toThrow(
    /Two features declare/u,
  );
});
