import { afterAll, beforeAll, beforeEach, describe, test } from "@jest/globals";
import { startProgram, type Program } from "./program.ts";
import { ALL_IN_TEAMS, IN_BOTH, IN_SLACK } from "./seating.ts";
import { storyOf } from "./story.ts";

const MINUTES = 60_000;
const ONE_GO = { how: "in one go", restarts: false };
const RESTARTS = {
  how: "with the bot killed and started again between every two steps",
  restarts: true,
};

let program: Program;
beforeAll(async () => {
  program = await startProgram();
}, 2 * MINUTES);
beforeEach(async () => {
  await program.reset("demo");
});
afterAll(async () => {
  await program.stop();
});

describe.each([
  { where: "in Slack", seating: IN_SLACK, ...ONE_GO },
  { where: "in Slack", seating: IN_SLACK, ...RESTARTS },
  { where: "in Teams", seating: ALL_IN_TEAMS, ...ONE_GO },
  { where: "in Teams", seating: ALL_IN_TEAMS, ...RESTARTS },
  { where: "with the library in Teams and IT in Slack", seating: IN_BOTH, ...ONE_GO },
])("the main job $where, $how,", ({ seating, restarts }) => {
  test(
    "is told from the first goal to the joint column",
    async () => {
      for (const { name, tell } of storyOf(seating)) {
        try {
          await tell(program);
        } catch (error) {
          throw new Error(`At “${name}”`, { cause: error });
        }
        if (restarts) await program.restart();
      }
    },
    10 * MINUTES,
  );
});
