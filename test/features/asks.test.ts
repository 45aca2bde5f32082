/** Teams must know before a press that a form will come; the rig fails a press that asks unmarked. */

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { createAsking } from "../../src/asking.ts";
import type { Button, Card } from "../../src/card.ts";
import { features } from "../../src/features/index.ts";
import type { Posted } from "../rig/platform.ts";
import { buttonsOf } from "../rig/platform.ts";
import { channelOf, openLiaison, type Actor, type Rig } from "../rig/index.ts";

let liaison: Rig;
beforeEach(async () => {
  liaison = await openLiaison();
});
afterEach(async () => {
  await liaison.close();
});

/** One button of each action: what follows depends on the action, not on the thing. */
const oneOfEach = (buttons: readonly Button[]): readonly Button[] =>
  buttons.filter(
    ({ action, value }, n) =>
      buttons.findIndex((other) => other.action === action && sameCommand(other.value, value)) ===
      n,
  );
const sameCommand = (a: string, b: string): boolean => a.includes(" ") === b.includes(" ");

async function pressAll(
  actor: Actor,
  on: Posted | Card,
): Promise<readonly (readonly [string, string])[]> {
  const posted: Posted =
    "card" in on
      ? on
      : {
          message: "" as never,
          key: null,
          kind: null,
          to: actor.address,
          thread: null,
          private: true,
          card: on,
        };
  const answers: (readonly [string, string])[] = [];
  for (const button of oneOfEach(buttonsOf(posted.card)).filter(({ asks }) => asks)) {
    const outcome = await actor.press(`${button.label}: ${button.about ?? ""}`, posted);
    answers.push([button.action, outcome === "seen before" ? outcome : outcome.type]);
  }
  return answers;
}

describe("a button that is marked to ask", () => {
  test("is answered by a form, in the home and on every card that leads on from it", async () => {
    const librarian = liaison.as("u-ab-lib");
    const cards: Card[] = [await librarian.home()];
    for (const typed of ["goal list", "goal show g-05", "item a-05", "plan", "checkin", "help"]) {
      await librarian.say(typed);
      cards.push(librarian.card());
    }
    const answers: (readonly [string, string])[] = [];
    for (const card of cards) answers.push(...(await pressAll(librarian, card)));

    const names = new Set(answers.map(([action]) => action));
    expect(names).toContain("goal.edit");
    expect(names).toContain("item.add");
    expect(names).toContain("topic.add");
    // Where a check-in is set up, its command shows it instead of asking for it.
    expect(answers.filter(([action, type]) => action !== "command.run" && type !== "ask")).toEqual(
      [],
    );
  });

  test("is answered by a form in the channel and in the weekly message", async () => {
    const librarian = liaison.as("u-ab-lib");
    await liaison.advanceTo("2027-03-09T15:00:00Z");
    const [digest] = liaison.messages({ kind: "nudge.digest", to: librarian.address });
    const announcement = liaison
      .messages({ kind: "check_in.announcement", to: channelOf("s-ab") })
      .at(-1);
    const after = liaison.messages({ kind: "check_in.after", to: channelOf("s-ab") }).at(-1);
    const answers: (readonly [string, string])[] = [];
    for (const posted of [digest, announcement, after])
      if (posted) answers.push(...(await pressAll(librarian, posted)));

    expect(new Set(answers.map(([action]) => action))).toEqual(
      new Set([
        "item.blocked",
        "item.replan",
        "nudge.pause",
        "topic.add",
        "check_in.move",
        "check_in.skip",
      ]),
    );
    expect(answers.filter(([, type]) => type !== "ask")).toEqual([]);
  });
});

test("a press that asks from a button without the mark fails", async () => {
  const librarian = liaison.as("u-ab-lib");
  const unmarked: Posted = {
    message: "" as never,
    key: null,
    kind: null,
    to: librarian.address,
    thread: null,
    private: true,
    card: {
      title: "Old",
      body: [{ type: "actions", buttons: [{ label: "New", action: "goal.new", value: "" }] }],
    },
  };
  await expect(librarian.press("New", unmarked)).rejects.toThrow(/goal\.new.*not marked/u);
});

test("a feature can only mark actions that it has", () => {
  expect(() =>
    createAsking([{ name: "odd", asks: ["nothing.here"] }], { meant: () => undefined }),
  ).toThrow(/"nothing.here"/u);
  expect(() => createAsking(features, { meant: () => undefined })).not.toThrow();
});
