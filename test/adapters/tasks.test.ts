import { expect, test } from "@jest/globals";
import { createTasks } from "../../adapters/tasks.ts";

const opened = (): { readonly wait: Promise<void>; readonly open: () => void } => {
  let open: () => void = () => undefined;
  const wait = new Promise<void>((resolve) => (open = resolve));
  return { wait, open };
};

test("what was taken in is thought about one after another", async () => {
  const tasks = createTasks();
  let underWay = 0;
  let most = 0;
  for (let count = 0; count < 10; count++)
    tasks.run(() =>
      tasks.inTurn(async () => {
        most = Math.max(most, ++underWay);
        await Promise.resolve();
        underWay--;
      }),
    );
  await tasks.idle();

  expect(most).toBe(1);
});

test("thinking begins when nothing is being taken in", async () => {
  const tasks = createTasks();
  const order: string[] = [];
  const { wait, open } = opened();
  const takenIn = tasks.takeIn(async () => {
    await wait;
    order.push("taken in");
  });
  tasks.run(() =>
    tasks.inTurn(async () => void order.push(await Promise.resolve("thought about"))),
  );
  open();
  await takenIn;
  await tasks.idle();

  expect(order).toEqual(["taken in", "thought about"]);
});

test("what keeps arriving does not put off thinking for ever", async () => {
  const tasks = createTasks();
  const { wait, open } = opened();
  const arriving = tasks.takeIn(() => wait);

  await expect(tasks.inTurn(() => Promise.resolve("thought about"))).resolves.toBe("thought about");
  open();
  await arriving;
});

test("what could not be taken in keeps nobody waiting", async () => {
  const tasks = createTasks();

  await expect(tasks.takeIn(() => Promise.reject(new Error("The disk is full")))).rejects.toThrow(
    "full",
  );
  await expect(tasks.inTurn(() => Promise.resolve(1))).resolves.toBe(1);
});

test("work that Slack keeps waiting does not keep everybody else waiting", async () => {
  const tasks = createTasks();
  const { wait, open } = opened();
  for (let count = 0; count < 5; count++) tasks.run(() => wait);

  await expect(tasks.inTurn(() => Promise.resolve("at once"))).resolves.toBe("at once");
  open();
  await tasks.idle();
});
