import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { actions, type Form, text } from "../../../src/card.ts";
import type { ChatEvent, Outcome } from "../../../src/ports.ts";
import { openSlack, type Slack } from "./open-slack.ts";

const FORM: Form = {
  form: "goal",
  title: "Log a goal",
  submit: "Save",
  cancel: "Cancel",
  context: "g-1",
  inputs: [
    { type: "text", id: "title", label: "What do you want to reach?" },
    { type: "people", id: "who", label: "Who helps?", optional: true },
    {
      type: "choice",
      id: "horizon",
      label: "How far?",
      options: [
        { label: "Short", value: "short" },
        { label: "Long", value: "long" },
      ],
      value: "short",
    },
  ],
};

const reply = (title: string): Outcome => ({ type: "reply", card: { title, body: [] } });
const ask: Outcome = { type: "ask", form: FORM };

const done = (title: string): Outcome => ({
  type: "reply",
  card: {
    title,
    body: [actions({ label: "Done", action: "goal.done", value: "g-1", about: "read more" })],
  },
});

let slack: Slack;
beforeEach(async () => {
  slack = await openSlack();
});
afterEach(async () => {
  await slack.stop();
});

/** Decides by the kind of event. */
const decide = (table: Partial<Record<ChatEvent["type"], Outcome>>): void => {
  slack.core.on((event) => table[event.type] ?? { type: "nothing" });
};

describe("commands", () => {
  test("a command reaches the core and its answer is seen by the person alone", async () => {
    decide({ command: reply("Saved: 5 < 6 & <!channel>") });

    const seen = await slack.control("say", {
      as: "u-ab-lib",
      in: "C0AB00000",
      text: "/goal Read <more> & better",
    });

    expect(slack.core.accepted).toMatchObject([
      {
        type: "command",
        text: "goal Read <more> & better",
        tenant: "slack:T0TAMARACK",
        from: "slack:T0TAMARACK/U0ABLIB00",
        channel: "slack:T0TAMARACK/C0AB00000",
      },
    ]);
    expect(seen.messages).toHaveLength(1);
    expect(seen.messages[0]).toMatchObject({ private: true, channel: "C0AB00000" });
    expect(seen.messages[0]?.text).toContain("Saved: 5 < 6 & <!channel>");
    expect(slack.core.finished).toEqual(slack.core.accepted.map(({ id }) => id));
  });

  test("a form is opened, filled in and answered where it was asked for", async () => {
    decide({ command: ask, form: reply("Saved") });

    const asked = await slack.control("say", { as: "u-ab-lib", in: "C0AB00000", text: "/goal" });
    const answered = await slack.control("submit", {
      as: "u-ab-lib",
      form: asked.form?.id,
      answers: { title: "Read more", who: ["u-ab-it"] },
    });

    expect(slack.core.accepted[1]).toMatchObject({
      type: "form",
      form: "goal",
      context: "g-1",
      answers: { title: "Read more", who: ["slack:T0TAMARACK/U0ABIT000"], horizon: "short" },
    });
    expect(answered.form).toBeUndefined();
    expect(answered.messages[0]).toMatchObject({ private: true, channel: "C0AB00000" });
  });

  test("problems stand beside their inputs and the form stays open", async () => {
    decide({
      command: ask,
      form: { type: "invalid", problems: { title: "Use fewer words.", elsewhere: "And a day." } },
    });
    const asked = await slack.control("say", { as: "u-ab-lib", in: "dm", text: "/goal" });

    const refused = await slack.control("submit", {
      as: "u-ab-lib",
      form: asked.form?.id,
      answers: { title: "Read more" },
    });

    expect(refused.problems).toEqual({ title: "Use fewer words. And a day." });
    expect(refused.form).toBeDefined();
  });

  test("two submissions of one form carry the same instance, of two forms another", async () => {
    decide({ command: ask, form: { type: "invalid", problems: { title: "No." } } });
    const submit = async (form: string | undefined) =>
      await slack.control("submit", { as: "u-ab-lib", form, answers: { title: "x" } });

    const first = await slack.control("say", { as: "u-ab-lib", in: "dm", text: "/goal" });
    await submit(first.form?.id);
    await submit(first.form?.id);
    await slack.control("close", { as: "u-ab-lib", form: first.form?.id });
    const second = await slack.control("say", { as: "u-ab-lib", in: "dm", text: "/goal" });
    await submit(second.form?.id);

    const [one, two, three] = slack.core.accepted.flatMap((event) =>
      event.type === "form" ? [event.instance] : [],
    );
    expect(one).toBe(two);
    expect(three).not.toBe(one);
  });
});

describe("buttons", () => {
  test("a press on a private answer replaces it", async () => {
    decide({
      command: done("Saved"),
      action: { type: "replace", card: { title: "Done", body: [] } },
    });
    const said = await slack.control("say", { as: "u-ab-lib", in: "C0AB00000", text: "/goal x" });

    await slack.control("press", {
      as: "u-ab-lib",
      message: said.messages[0]?.id,
      button: "Done: read more",
    });

    expect(slack.core.accepted[1]).toMatchObject({
      type: "action",
      action: "goal.done",
      value: "g-1",
    });
    const messages = await slack.messages("u-ab-lib");
    expect(messages.map((message) => message.text)).toEqual([expect.stringContaining("Done")]);
  });
});

describe("the home", () => {
  test("what is done there is answered in a dialog, and the home is drawn again", async () => {
    let count = 0;
    slack.core.on((event) => {
      if (event.type !== "home") return reply("Well done");
      count += 1;
      const row = actions({ label: "Done", action: "goal.done", value: "g-1" });
      return { type: "home", card: { title: "Home", body: [text(`Drawn ${String(count)}`), row] } };
    });
    const home = await slack.home("u-ab-lib");

    const seen = await slack.control("press", {
      as: "u-ab-lib",
      message: home?.id,
      button: "Done",
    });

    expect(seen.form?.title).toBe("Well done");
    expect(seen.home?.text).toContain("Drawn 2");
    expect(slack.core.accepted.map(({ type }) => type)).toEqual(["home", "action"]);
  });
});
