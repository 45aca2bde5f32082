import { expect, test } from "@jest/globals";
import { createTasks } from "../../adapters/tasks.ts";

test("few pieces of work are under way at a time, and each gets its turn", async () => {
  const tasks = createTasks();
  let underWay = 0;
  let most = 0;
  let done = 0;
  for (let count = 0; count < 10; count++)
    tasks.run(async () => {
      most = Math.max(most, ++underWay);
      await Promise.resolve();
      underWay--;
      done++;
    });
  await tasks.idle();

  expect(done).toBe(10);
  expect(most).toBe(2);
});

test("work that Slack keeps waiting does not keep everybody else waiting", async () => {
  const tasks = createTasks();
  let answer: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => (answer = resolve));
  for (let count = 0; count < 5; count++) tasks.run(() => slow);
  await new Promise<void>((resolve) => {
    tasks.run(() => {
      resolve();
      return Promise.resolve();
    });
  });
  answer();
  await tasks.idle();
});
