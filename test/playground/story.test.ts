import { describe, expect, test } from "@jest/globals";
import { buttonPressed, commandDone, formTaken, storyOf } from "../../playground/story.ts";
import { post } from "../../playground/slack/messages.ts";
import type { World } from "../../playground/slack/world.ts";
import { fakeStage } from "./control/fake-stage.ts";

/** Steps that are ticked after `happened`. */
function ticked(happened: (world: World) => void): readonly string[] {
  const { world, platforms } = fakeStage();
  happened(world);
  const sent = platforms.map((platform) => platform.kindsSent());
  return storyOf(world, sent)
    .filter(({ done }) => done)
    .map(({ id }) => id);
}

const sent = (kind: string) => (world: World) => {
  post(world, {
    channel: "C0AB00000",
    user: "U0LIAISON",
    text: "x",
    metadata: { event_type: "liaison", event_payload: { key: "k", kind } },
  });
};

describe("a step is ticked", () => {
  test.each<readonly [string, (world: World) => void, readonly string[]]>([
    [
      "goal typed",
      (world) => {
        commandDone(world, "goal", "Read more");
      },
      ["log-goal"],
    ],
    [
      "list of books",
      (world) => {
        commandDone(world, "goal", "list of books by May");
      },
      ["log-goal"],
    ],
    [
      "goal form",
      (world) => {
        formTaken(world, "goal");
      },
      ["log-goal"],
    ],
    [
      "item form",
      (world) => {
        formTaken(world, "liaison_item");
      },
      ["add-action"],
    ],
    [
      "plan typed",
      (world) => {
        commandDone(world, "liaison", "plan");
      },
      ["plan"],
    ],
    [
      "check-in form",
      (world) => {
        formTaken(world, "liaison_check-in");
      },
      ["check-in"],
    ],
    ["digest", sent("nudge.digest"), ["nudge"]],
    [
      "numbered button",
      (world) => {
        buttonPressed(world, "goal.confirm:3");
      },
      ["press-done"],
    ],
    [
      "survey form",
      (world) => {
        formTaken(world, "survey");
      },
      ["survey"],
    ],
    ["both confirmed", sent("joint.confirmed"), ["joint"]],
  ])("after: %s", (_what, happened, steps) => {
    expect(ticked(happened)).toEqual(steps);
  });
});

describe("no step is ticked", () => {
  test.each<readonly [string, (world: World) => void]>([
    [
      "/goal alone",
      (world) => {
        commandDone(world, "goal", "");
      },
    ],
    [
      "/goal list",
      (world) => {
        commandDone(world, "goal", "list");
      },
    ],
    [
      "/goal edit 3",
      (world) => {
        commandDone(world, "goal", "edit 3");
      },
    ],
    [
      "/goal 3",
      (world) => {
        commandDone(world, "goal", "#3");
      },
    ],
    [
      "/goal add",
      (world) => {
        commandDone(world, "goal", "add");
      },
    ],
    [
      "another button",
      (world) => {
        buttonPressed(world, "item.done_later");
      },
    ],
    [
      "another form",
      (world) => {
        formTaken(world, "settings");
      },
    ],
    ["another message", sent("goal.thanks")],
  ])("after: %s", (_what, happened) => {
    expect(ticked(happened)).toEqual([]);
  });
});
