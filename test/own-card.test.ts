import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { features } from "../src/features/index.ts";
import type { Button } from "../src/card.ts";
import { tenantOf } from "../src/team/person.ts";
import { addressOf, channelOf, openLiaison, type Rig } from "./rig/index.ts";
import type { Posted } from "./rig/platform.ts";

let liaison: Rig;
let channel: Posted;
beforeEach(async () => {
  liaison = await openLiaison();
});
afterEach(async () => {
  await liaison.close();
});

/** The question whether the school's day is to be open again stands in its channel. */
async function closed(): Promise<Posted> {
  await liaison.as("u-ab-lib").say("closed tomorrow");
  const found = liaison.messages({ kind: "closure", to: channelOf("s-ab") })[0];
  if (!found) throw new Error("Nothing was posted");
  return found;
}

let presses = 0;
/** Presses what a client says is a button of that message. */
const press = async (
  who: string,
  { action, value }: Pick<Button, "action" | "value">,
  on: Posted,
) =>
  await liaison.platform.deliver({
    id: `press-${String(++presses)}`,
    tenant: tenantOf(addressOf(who)),
    from: addressOf(who),
    channel: on.to,
    via: JSON.stringify({ message: on.message }),
    type: "action",
    action,
    value,
    message: on.message,
  });

const undo = ({ card }: Posted): Button => {
  const [block] = card.body.filter(({ type }) => type === "actions");
  if (block?.type !== "actions" || !block.buttons[0]) throw new Error("It has no button");
  return block.buttons[0];
};

describe("a message that others read", () => {
  test("is replaced for a press that its own card carries", async () => {
    channel = await closed();
    const outcome = await press("u-ab-it", undo(channel), channel);
    expect(outcome).toMatchObject({ type: "replace" });
  });

  test("stays as it is for any other press, whoever makes it and whatever it asks for", async () => {
    channel = await closed();
    const names = features.flatMap(({ actions: all = {} }) => Object.keys(all));
    const before = JSON.stringify(channel.card);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names, "run", "no.such.action"),
        fc.constantFrom("", "p-ab", "p-tv", "g-01", "a-01", "ABCDEF", "2027-03-03|s-ab", "p-ab|1"),
        fc.constantFrom("u-ab-lib", "u-ab-it", "u-ab-t4", "u-tv-lib"),
        async (action, value, who) => {
          fc.pre(action !== undo(channel).action);
          const outcome = await press(who, { action, value }, channel);
          expect(outcome).not.toMatchObject({ type: "replace" });
          expect(JSON.stringify(channel.card)).toBe(before);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("carries what it shows now: the press of a card that it was is answered privately", async () => {
    channel = await closed();
    const button = undo(channel);
    await press("u-ab-it", button, channel);
    await liaison.restart();
    const again = await press("u-ab-lib", button, channel);
    expect(again).toMatchObject({ type: "reply" });
  });

  test("that the bot did not send becomes nothing of the bot's", async () => {
    channel = await closed();
    const strange = { ...channel, message: "slack:message/none" as Posted["message"] };
    expect(await press("u-ab-it", undo(channel), strange)).toMatchObject({ type: "reply" });
  });

  test("is not what comes of a form that another message's button opened", async () => {
    channel = await closed();
    const outcome = await press("u-ab-lib", { action: "setup.open", value: "p-ab" }, channel);
    expect(outcome).toMatchObject({ type: "ask", apart: true });
  });
});

test("in somebody's own chat a card turns its pages, though no outbox sent it", async () => {
  await liaison.as("u-ab-lib").say("stories");
  const outcome = await liaison.platform.deliver({
    id: "turn",
    tenant: tenantOf(addressOf("u-ab-lib")),
    from: addressOf("u-ab-lib"),
    channel: null,
    via: "{}",
    type: "action",
    action: "story.turn",
    value: "1",
    message: "slack:message/own" as Posted["message"],
  });
  expect(outcome).toMatchObject({ type: "replace" });
});
