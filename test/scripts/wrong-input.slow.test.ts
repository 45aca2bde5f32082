import { describe, expect, test } from "@jest/globals";
import { execFile } from "node:child_process";
import { TYPESCRIPT } from "../runner/typescript.ts";

interface Ended {
  readonly code: number;
  readonly said: string;
}

/** Runs a script as npm does, and waits for its end. */
function run(script: string, ...args: readonly string[]): Promise<Ended> {
  const command = script.endsWith(".mjs") ? [script] : [...TYPESCRIPT, script];
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...command, ...args],
      { timeout: 50_000 },
      (_error, out, err) => {
        resolve({ code: child.exitCode ?? -1, said: `${out}${err}`.trim() });
      },
    );
  });
}

describe("a script says in a sentence what is wrong, and ends with an error", () => {
  test.each([
    ["scripts/build.mjs", ["--nonsense"], "npm run build takes no “--nonsense”."],
    ["scripts/manifest.ts", ["--nonsense"], "Unknown option '--nonsense'"],
    ["scripts/manifest.ts", ["surplus"], "Unexpected argument 'surplus'."],
    ["scripts/simulate.ts", ["--nonsense"], "Unknown option '--nonsense'"],
    ["scripts/simulate.ts", ["--schools", "0"], "Give --schools as a whole number from 1 up."],
    ["scripts/simulate.ts", ["--weeks=-1"], "Give --weeks as a whole number from 1 up."],
    ["scripts/simulate.ts", ["--seed", "abc"], "Give --seed as a whole number from 1 up."],
    ["scripts/simulate.ts", ["--year", "2026"], "Give --year as 2026-27."],
    ["scripts/simulate.ts", ["--year", "2026-28"], "Give --year as 2026-27."],
    ["scripts/simulate.ts", ["--out", "package.json/x.svg"], "There is no folder for"],
    ["scripts/card-table.ts", ["--nonsense"], "Unknown option '--nonsense'"],
    ["scripts/bench.ts", ["--nonsense"], "Unknown option '--nonsense'"],
    ["scripts/bench.ts", ["--seconds", "0"], "Give --seconds as a number above 0."],
    ["scripts/bench-db.ts", ["--nonsense"], "Unknown option '--nonsense'"],
    ["src/main.ts", ["--nonsense"], "Unknown option '--nonsense'"],
    ["scripts/test-nodes.ts", ["--nonsense"], "Unknown option '--nonsense'"],
    ["scripts/test-nodes.ts", ["--node", "18"], "Node 18 is none of 22, 24, 26."],
    ["scripts/test-browser.ts", ["--url", "nonsense"], "“nonsense” is no address."],
    ["scripts/test-browser.ts", ["--only", "nope"], "There is no journey “nope”"],
  ] as const)("%s %j", async (script, args, sentence) => {
    const { code, said } = await run(script, ...args);

    expect(said).toContain(sentence);
    expect(said).not.toMatch(/^\s+at /m);
    expect(said.split("\n").length).toBeLessThanOrEqual(2);
    expect(code).toBeGreaterThan(0);
  });
});
