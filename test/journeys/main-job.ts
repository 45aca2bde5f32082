/** The main job, told on the program as a newcomer starts it: from the first goal to the joint column. */

import { afterAll, beforeAll, beforeEach, test } from "@jest/globals";
import { startProgram, type Program } from "./program.ts";
import type { Seating } from "./seating.ts";
import { storyOf } from "./story.ts";

const MINUTES = 60_000;

/** @param restarts whether the bot is killed and started again between every two steps. */
export function tellMainJob(
  seatings: Readonly<Record<string, Seating>>,
  { restarts }: { readonly restarts: boolean },
): void {
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

  test.each(Object.entries(seatings))(
    "%s it is told from the first goal to the joint column",
    async (_where, seating) => {
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
}
