import { describe, expect, test } from "@jest/globals";
import type { StoryStep } from "../../playground/contract.ts";
import {
  type Actor,
  buttonPressed,
  commandDone,
  formTaken,
  storyOf,
  wordsTaken,
} from "../../playground/story.ts";
import { post } from "../../playground/slack/messages.ts";
import type { World } from "../../playground/slack/world.ts";
import { fakeStage } from "./control/fake-stage.ts";

const LIBRARIAN = { school: "s-ab" };
const ELSEWHERE = { school: "s-tv" };

/** The story as somebody of a school is shown it after `happened`. */
function storyAfter(happened: (world: World) => void, reader: Actor): readonly StoryStep[] {
  const { world, platforms } = fakeStage();
  happened(world);
  const sent = platforms.map((platform) => platform.kindsSent(reader.school));
  return storyOf(world, reader, sent);
}

/** Steps that are ticked after `happened`. */
const ticked = (happened: (world: World) => void, reader: Actor = LIBRARIAN): readonly string[] =>
  storyAfter(happened, reader)
    .filter(({ done }) => done)
    .map(({ id }) => id);

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
        commandDone(world, LIBRARIAN, "goal", "Read more");
      },
      ["log-goal"],
    ],
    [
      "list of books",
      (world) => {
        commandDone(world, LIBRARIAN, "goal", "list of books by May");
      },
      ["log-goal"],
    ],
    [
      "goal form",
      (world) => {
        formTaken(world, LIBRARIAN, "goal");
      },
      ["log-goal"],
    ],
    [
      "item form",
      (world) => {
        formTaken(world, LIBRARIAN, "liaison_item");
      },
      ["add-action"],
    ],
    [
      "plan typed",
      (world) => {
        commandDone(world, LIBRARIAN, "liaison", "plan");
      },
      ["plan"],
    ],
    [
      "check-in form",
      (world) => {
        formTaken(world, LIBRARIAN, "liaison_check-in");
      },
      ["check-in"],
    ],
    ["digest", sent("nudge.digest"), ["nudge"]],
    [
      "numbered button",
      (world) => {
        buttonPressed(world, LIBRARIAN, "goal.confirm:3");
      },
      ["press-done"],
    ],
    ["both have answered", sent("joint.offer"), ["survey"]],
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
        commandDone(world, LIBRARIAN, "goal", "");
      },
    ],
    [
      "/goal list",
      (world) => {
        commandDone(world, LIBRARIAN, "goal", "list");
      },
    ],
    [
      "/goal edit 3",
      (world) => {
        commandDone(world, LIBRARIAN, "goal", "edit 3");
      },
    ],
    [
      "/goal 3",
      (world) => {
        commandDone(world, LIBRARIAN, "goal", "#3");
      },
    ],
    [
      "/goal add",
      (world) => {
        commandDone(world, LIBRARIAN, "goal", "add");
      },
    ],
    [
      "another button",
      (world) => {
        buttonPressed(world, LIBRARIAN, "item.done_later");
      },
    ],
    [
      "the survey of one side",
      (world) => {
        formTaken(world, LIBRARIAN, "survey");
      },
    ],
    [
      "a joint text that nobody confirmed",
      (world) => {
        formTaken(world, LIBRARIAN, "joint");
      },
    ],
    [
      "another form",
      (world) => {
        formTaken(world, LIBRARIAN, "settings");
      },
    ],
    ["another message", sent("goal.thanks")],
  ])("after: %s", (_what, happened) => {
    expect(ticked(happened)).toEqual([]);
  });
});

describe("plain words to the bot tick what commands do", () => {
  test.each([
    ["goal Read more", ["log-goal"]],
    ["@Liaison goal Read more", ["log-goal"]],
    ["/goal Read more", ["log-goal"]],
    ["Plan", ["plan"]],
    ["@Liaison plan", ["plan"]],
    ["/liaison plan", ["plan"]],
    ["goal", []],
    ["goal list mine", []],
    ["we plan a goal", []],
  ])("%s", (said, steps) => {
    const words = (world: World) => {
      wordsTaken(world, LIBRARIAN, said);
    };
    expect(ticked(words)).toEqual(steps);
  });
});

describe("each school has a story of its own", () => {
  test.each<readonly [string, (world: World) => void]>([
    [
      "a goal",
      (world) => {
        commandDone(world, LIBRARIAN, "goal", "Read more");
      },
    ],
    ["a message", sent("nudge.digest")],
  ])("%s at one is no step at another", (_what, happened) => {
    expect(ticked(happened, LIBRARIAN)).toHaveLength(1);
    expect(ticked(happened, ELSEWHERE)).toEqual([]);
  });

  test("a step says when it was taken first", () => {
    const story = storyAfter((world) => {
      buttonPressed(world, LIBRARIAN, "goal.confirm");
      world.setClock({ now: "2027-03-09T14:10:00.000Z" });
      buttonPressed(world, LIBRARIAN, "goal.confirm");
      sent("nudge.digest")(world);
      world.setClock({ now: "2027-03-16T14:10:00.000Z" });
      sent("nudge.digest")(world);
    }, LIBRARIAN);
    const at = (id: string) => story.find((step) => step.id === id)?.at;

    expect(at("press-done")).toBe("2027-03-02T15:00:00.000Z");
    expect(at("nudge")).toBe("2027-03-09T14:10:00.000Z");
    expect(at("joint")).toBeNull();
  });
});
