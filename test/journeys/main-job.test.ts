import { afterAll, beforeAll, describe, test } from "@jest/globals";
import { startProgram, type Program } from "./program.ts";
import { story } from "./story.ts";

const MINUTES = 60_000;

describe.each([
  ["in one go", false],
  ["with the bot killed and started again between every two steps", true],
])("the main job, %s", (_how, restarts) => {
  let program: Program;

  beforeAll(async () => {
    program = await startProgram();
  }, 2 * MINUTES);
  afterAll(async () => {
    await program.stop();
  });

  test(
    "is told from the first goal to the joint column",
    async () => {
      for (const { name, tell } of story) {
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
