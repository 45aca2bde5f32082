import { expect, test } from "@jest/globals";
import type { Answer } from "../../../adapters/teams/connector.ts";
import { createRetries } from "../../../adapters/teams/retries.ts";

const answer = (text: string): Promise<Answer> => Promise.resolve({ status: 200, body: text });

test("two of the same at once are one, under whatever ids", async () => {
  const retries = createRetries(1_000);
  let count = 0;
  const work = (): Promise<Answer> => answer(String(++count));

  const both = await Promise.all([
    retries.once({ id: "a", content: "Done" }, work),
    retries.once({ id: "b", content: "Done" }, work),
  ]);

  expect(both).toEqual([
    { status: 200, body: "1" },
    { status: 200, body: "1" },
  ]);
});

test("the same again after an answer in time is a new one; under its old id it is not", async () => {
  const retries = createRetries(60_000);
  await retries.once({ id: "a", content: "Done" }, () => answer("first"));

  expect(await retries.once({ id: "a", content: "Done" }, () => answer("second"))).toMatchObject({
    body: "first",
  });
  expect(await retries.once({ id: "b", content: "Done" }, () => answer("second"))).toMatchObject({
    body: "second",
  });
});

test("the same again after a late answer gets that answer: the client had given up", async () => {
  const retries = createRetries(0);
  await retries.once({ id: "a", content: "Done" }, () => answer("first"));

  expect(await retries.once({ id: "b", content: "Done" }, () => answer("second"))).toMatchObject({
    body: "first",
  });
});

test("the same again after an answer that did not wait for the outcome gets that answer", async () => {
  const retries = createRetries(60_000);
  await retries.once({ id: "a", content: "Done" }, (late) => {
    late();
    return answer("still working");
  });

  expect(await retries.once({ id: "b", content: "Done" }, () => answer("second"))).toMatchObject({
    body: "still working",
  });
});

test("different ones know nothing of each other", async () => {
  const retries = createRetries(0);
  await retries.once({ id: "a", content: "Done" }, () => answer("first"));

  expect(await retries.once({ id: "b", content: "Undo" }, () => answer("second"))).toMatchObject({
    body: "second",
  });
});
