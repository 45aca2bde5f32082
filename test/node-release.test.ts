import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { nodeRemedy, RECOMMENDED_NODE } from "../src/node-release.ts";

test.each(["20.19.0", "20.20.2", "21.7.3", "23.11.0", "25.9.0"])(
  "on Node %s, which has ended, it is said which one to install",
  (version) => {
    expect(nodeRemedy(version)).toMatch(/^\d\d gets no security fixes since .*: install 24 from/);
  },
);

test.each(["22.12.0", "22.23.5", "24.0.0", "24.22.3", "26.12.1", "27.0.0", "28.1.0"])(
  "on Node %s nothing is",
  (version) => {
    expect(nodeRemedy(version)).toBeUndefined();
  },
);

test("the README recommends the same one, and the oldest that package.json allows", () => {
  const readme = readFileSync("README.md", "utf8");
  const { engines } = JSON.parse(readFileSync("package.json", "utf8")) as {
    engines: { node: string };
  };

  expect(readme).toContain(`[Node.js](https://nodejs.org) ${String(RECOMMENDED_NODE)}`);
  expect(readme).toContain(`from ${engines.node.replace(">=", "")} on`);
});
