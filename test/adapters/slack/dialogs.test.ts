import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { actions, type Card, type Form } from "../../../src/card.ts";
import type { Outcome } from "../../../src/ports.ts";
import { type Actor, openSlack, type Slack } from "./open-slack.ts";
import { brief } from "../../../src/texts/brief.ts";

const ME = "u-ab-lib";
const FORM: Form = {
  form: "goal",
  title: brief("Log a goal"),
  submit: brief("Save"),
  cancel: brief("Cancel"),
  context: "g-1",
  inputs: [
    { type: "text", id: "title", label: "What?", value: "Read more" },
    { type: "text", id: "due", label: "Due?", live: true, optional: true },
  ],
};
const ask: Outcome = { type: "ask", form: FORM };
const card = (title: string): Card => ({
  title,
  body: [
    actions(
      { label: "Done", action: "goal.done", value: "g-1" },
      { label: "Edit", action: "goal.edit", value: "g-1" },
    ),
  ],
});
const reply = (title: string): Outcome => ({ type: "reply", card: card(title) });
const plain = (title: string): Outcome => ({ type: "reply", card: { title, body: [] } });

let slack: Slack;
let me: Actor;
beforeEach(async () => {
  slack = await openSlack();
  me = slack.as(ME);
});
afterEach(async () => {
  await slack.stop();
});

/** Decides by the kind of event, and for actions by their name. */
const decide = (table: Readonly<Record<string, Outcome>>): void => {
  slack.core.on(
    (event) =>
      (event.type === "action" ? table[event.action] : undefined) ??
      table[event.type] ?? { type: "nothing" },
  );
};
const home: Outcome = { type: "home", card: card("Home") };

describe("the home", () => {
  test("its form is answered in the dialog, and the home is drawn again", async () => {
    let drawn = 0;
    slack.core.on((event) => {
      if (event.type === "home") drawn += 1;
      if (event.type === "home") return home;
      return event.type === "form" ? reply("Saved") : ask;
    });
    const opened = await slack.home(ME);
    const { form } = await me.press(opened?.id, "Edit");

    const answered = await me.submit(form?.id, { title: "Cite" });

    expect(answered.form?.title).toBe("Saved");
    expect(drawn).toBe(3);
    expect(await slack.messages(ME)).toEqual([]);
  });

  test("a press in the dialog that answered turns that dialog into the next answer", async () => {
    decide({ home, "goal.done": reply("Well done"), "goal.edit": ask, form: plain("Edited") });
    const opened = await slack.home(ME);
    const first = await me.press(opened?.id, "Done");
    const second = await me.press(first.form?.id, "Done");
    expect(second.form?.id).toBe(first.form?.id);

    const third = await me.press(second.form?.id, "Edit");
    expect(third.form?.title).toBe("Log a goal");
    const fourth = await me.submit(third.form?.id, { title: "Cite" });

    expect(fourth.form?.title).toBe("Edited");
  });

  test("a press whose trigger expired is answered in a direct message", async () => {
    decide({ home });
    const opened = await slack.home(ME);
    slack.core.on((event) => {
      if (event.type === "home") return home;
      slack.later(4_000);
      return plain("Well done");
    });

    await me.press(opened?.id, "Done");

    expect((await slack.messages(ME)).at(-1)).toMatchObject({ channel: "dm" });
  });

  test("when somebody drew it meanwhile, what holds now is asked once more", async () => {
    let drawn = 0;
    slack.core.on(() => {
      drawn += 1;
      return { type: "home", card: { title: `Drawn ${String(drawn)}`, body: [] } };
    });
    await slack.home(ME);
    await slack.home(ME);
    const old = slack.event(1);

    await slack.platform.perform(old, { type: "home", card: { title: "Old", body: [] } });

    expect((await slack.screen(ME)).home?.text).toContain("Drawn 3");
  });
});

describe("an open form", () => {
  test("is drawn again when a live input changed, and keeps what was typed elsewhere", async () => {
    slack.core.on((event) => {
      if (event.type !== "change") return ask;
      const [title, due] = FORM.inputs;
      const read = { type: "note" as const, text: "Read as Fri 14 May" };
      return {
        type: "ask",
        form: { ...FORM, inputs: [title, due, read].filter((one) => one !== undefined) },
      };
    });
    const { form } = await me.say("/goal add");

    const changed = await slack.control("change", {
      as: ME,
      form: form?.id,
      answers: { title: "Cite", due: "May 14" },
    });

    expect(changed.form?.text).toContain("Read as Fri 14 May");
    expect(changed.form?.inputs).toMatchObject([{ id: "title" }, { id: "due", value: "May 14" }]);
    await me.submit(changed.form?.id, {});
    const [, change, submitted] = slack.core.accepted;
    expect(submitted).toMatchObject({ type: "form", answers: { due: "May 14" } });
    expect(change).toMatchObject({ type: "change" });
  });

  test("shows another value when the core says another", async () => {
    slack.core.on((event) => {
      const inputs = FORM.inputs.map((input) =>
        input.type === "text" && input.id === "due" ? { ...input, value: "Fri 14 May" } : input,
      );
      return event.type === "change" ? { type: "ask", form: { ...FORM, inputs } } : ask;
    });
    const { form } = await me.say("/goal add");

    const changed = await slack.control("change", {
      as: ME,
      form: form?.id,
      answers: { due: "May 14" },
    });

    expect(changed.form?.inputs[1]).toMatchObject({ id: "due", value: "Fri 14 May" });
  });

  test("is followed by the next one, which does not inherit its answers", async () => {
    const next: Form = { ...FORM, form: "why", title: brief("Why?"), inputs: FORM.inputs };
    decide({ command: ask, form: { type: "ask", form: next } });
    const { form } = await me.say("/goal add");

    const answered = await me.submit(form?.id, { title: "Cite", due: "May 14" });

    expect(answered.form?.title).toBe("Why?");
    expect(answered.form?.inputs).toMatchObject([{ value: "Read more" }, { value: null }]);
  });

  test("whose answers take long is held open until they are there", async () => {
    let decideLate: (outcome: Outcome) => void = () => undefined;
    const late = new Promise<Outcome>((resolve) => {
      decideLate = resolve;
    });
    slack.core.on((event) => (event.type === "form" ? late : ask));
    const { form } = await me.say("/goal add");
    const submitting = me.submit(form?.id, { title: "Cite" });
    const held = await until(async () => {
      const { form: shown } = await slack.screen(ME);
      return shown?.title === "Still working";
    });

    decideLate({ type: "invalid", problems: { title: "Too long." } });
    await submitting;

    expect(held).toBe(true);
    const refused = (await slack.screen(ME)).form;
    expect(refused?.text).toContain("Too long.");
    await slack.control("close", { as: ME, form: refused?.id });
    expect((await slack.screen(ME)).form?.inputs[0]).toMatchObject({ value: "Cite" });
  });
});

/** Waits for a condition; the test's own time limit ends it. */
async function until(isSo: () => Promise<boolean>): Promise<true> {
  for (;;) {
    if (await isSo()) return true;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe("an instance", () => {
  test("two submissions of one form carry the same instance, of two forms another", async () => {
    decide({ command: ask, form: { type: "invalid", problems: { title: "No." } } });

    const first = await me.say("/goal");
    await me.submit(first.form?.id, { title: "x" });
    await me.submit(first.form?.id, { title: "x" });
    await slack.control("close", { as: "u-ab-lib", form: first.form?.id });
    const second = await me.say("/goal");
    await me.submit(second.form?.id, { title: "x" });

    const [one, two, three] = slack.core.accepted.flatMap((event) =>
      event.type === "form" ? [event.instance] : [],
    );
    expect(one).toBe(two);
    expect(three).not.toBe(one);
  });
});
