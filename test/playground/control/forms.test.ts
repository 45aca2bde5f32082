import { describe, expect, test } from "@jest/globals";
import { act } from "../../../playground/control/act.ts";
import type { Seen, SubmitBody } from "../../../playground/contract.ts";
import { screen } from "../../../playground/control/screen.ts";
import { openView, pushView } from "../../../playground/slack/dialogs.ts";
import { type FakeStage, fakeStage } from "./fake-stage.ts";

const AS = "u-ab-lib";
const OWNER = { user: "U0ABLIB00", team: "T0TAMARACK" };

function view(title: string, more: object = {}): Readonly<Record<string, unknown>> {
  return {
    type: "modal",
    callback_id: "item",
    title: { type: "plain_text", text: title },
    submit: { type: "plain_text", text: "Save" },
    blocks: [
      {
        type: "input",
        block_id: "what",
        label: { type: "plain_text", text: "What" },
        element: { type: "plain_text_input", action_id: "v", initial_value: "given" },
      },
    ],
    ...more,
  };
}

function opened(title = "First", more: object = {}): FakeStage & { readonly form: string } {
  const stage = fakeStage();
  return { ...stage, form: openView(stage.world, OWNER, view(title, more)).id };
}

type On<Body> = Body & { readonly as: string; readonly form: string };
const submit = (stage: FakeStage, body: On<Pick<SubmitBody, "answers">>): Promise<Seen> =>
  act(stage, body, (platform, person, it) => platform.submit(person, it));
const change = (stage: FakeStage, body: On<Pick<SubmitBody, "answers">>): Promise<Seen> =>
  act(stage, body, (platform, person, it) => platform.change(person, it));
const close = (stage: FakeStage, body: On<object>): Promise<Seen> =>
  act(stage, body, (platform, person, it) => platform.close(person, it));

const shown = (stage: FakeStage): string | undefined => screen(stage, AS).form?.title;
const tick = (stage: FakeStage): boolean | undefined =>
  screen(stage, AS).story.find(({ id }) => id === "add-action")?.done;

describe("a submitted form", () => {
  test("reaches the bot with what stands in it, and closes", async () => {
    const stage = opened();

    await submit(stage, { as: AS, form: stage.form, answers: { What: "typed" } });

    expect(stage.delivered).toEqual([
      expect.objectContaining({
        type: "view_submission",
        view: expect.objectContaining({
          id: stage.form,
          callback_id: "item",
          state: { values: { what: { v: { type: "plain_text_input", value: "typed" } } } },
        }) as object,
      }),
    ]);
    expect(shown(stage)).toBeUndefined();
    expect(tick(stage)).toBe(true);
  });

  test("shows the one below when it lay over another", async () => {
    const stage = opened();
    const over = pushView(stage.world, OWNER, view("Second"));

    await submit(stage, { as: AS, form: over?.id ?? "", answers: {} });

    expect(shown(stage)).toBe("First");
  });

  test.each([
    ["update", { response_action: "update", view: view("New") }, "New"],
    ["push", { response_action: "push", view: view("Over") }, "Over"],
    ["clear", { response_action: "clear" }, undefined],
  ])("follows the answer %s", async (_what, reply, title) => {
    const stage = opened();
    const over = pushView(stage.world, OWNER, view("Second"));
    stage.acks.push({ ok: true, reply });

    await submit(stage, { as: AS, form: over?.id ?? "", answers: {} });

    expect(shown(stage)).toBe(title);
  });

  test("stays, with sentences, when the bot answers errors", async () => {
    const stage = opened();
    stage.acks.push({
      ok: true,
      reply: { response_action: "errors", errors: { what: "Say more." } },
    });

    const seen = await submit(stage, { as: AS, form: stage.form, answers: { What: "x" } });

    expect(seen.problems).toEqual({ what: "Say more." });
    expect(seen.form?.inputs[0]).toMatchObject({ value: "x", problem: "Say more." });
    expect(tick(stage)).toBe(false);
  });

  test.each([
    ["no answer in time", { ok: false, error: "operation_timeout" }],
    ["an error", { ok: false, error: "dispatch_failed" }],
    [
      "errors for an input that is not there",
      { ok: true, reply: { response_action: "errors", errors: { whom: "Who?" } } },
    ],
    [
      "a view that Slack refuses",
      { ok: true, reply: { response_action: "update", view: { type: "modal" } } },
    ],
  ] as const)("stays, with Slack's notice, on %s", async (_what, ack) => {
    const stage = opened();
    stage.acks.push(ack);

    const seen = await submit(stage, { as: AS, form: stage.form, answers: {} });

    expect(seen.notice).toContain("Slack: ");
    expect(shown(stage)).toBe("First");
    expect(tick(stage)).toBe(false);
  });

  test("a form without a submit button is pressed or closed instead", async () => {
    const stage = opened("Read", { submit: undefined, blocks: [{ type: "divider" }] });

    const attempt = submit(stage, { as: AS, form: stage.form, answers: {} });

    await expect(attempt).rejects.toThrow("nothing to submit");
  });
});

test("three forms lie over each other at most", () => {
  const stage = opened();

  const pushed = ["Second", "Third", "Fourth"].map((title) =>
    pushView(stage.world, OWNER, view(title)),
  );

  expect(pushed.map((one) => one !== null)).toEqual([true, true, false]);
});

test("changing what is not live tells the bot nothing, and stays", async () => {
  const stage = opened();

  const seen = await change(stage, { as: AS, form: stage.form, answers: { what: "typed" } });

  expect(stage.delivered).toEqual([]);
  expect(seen.form?.inputs[0]?.value).toBe("typed");
});

test("closing is told only to a bot that asked for it", async () => {
  const quiet = opened();
  const told = opened("First", { notify_on_close: true });

  await close(quiet, { as: AS, form: quiet.form });
  await close(told, { as: AS, form: told.form });

  expect(quiet.delivered).toEqual([]);
  expect(told.delivered).toEqual([expect.objectContaining({ type: "view_closed" })]);
});
