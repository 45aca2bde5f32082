/** Runs what depends on Node on the other Nodes that people have. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const USAGE = `Usage: npm run test:nodes [-- --node 24]

Runs the tests of db/ and adapters/, the start and one journey on Node 22, 24 and 26, but for the one
that runs now, which has npm test and npm run test:slow. Each comes as a package from npm's registry, once, into
node_modules/.cache/nodes; after npm ci it comes from npm's own cache, without a network too.

  --node  only on this one; several times for several
  --help  show this
`;

const RELEASES = ["22", "24", "26"];
const TESTS = ["test/db/", "test/adapters/", "test/journeys/start", "test/journeys/meetings"];
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** The folder of that Node's program. Asks the registry for its newest; without one, npm's cache. */
function bring(release: string): string {
  const system = process.platform === "win32" ? "win" : process.platform;
  const name = `node-${system}-${process.arch}`;
  const place = join(ROOT, "node_modules", ".cache", "nodes", release);
  const folder = join(place, "node_modules", name, "bin");
  if (existsSync(folder)) return folder;
  mkdirSync(place, { recursive: true });
  const install = (...how: readonly string[]) =>
    spawnSync(
      "npm",
      ["install", `${name}@${release}`, "--prefix", place, "--no-audit", "--no-fund", ...how],
      { encoding: "utf8", shell: process.platform === "win32" },
    );
  const online = install("--fetch-retries=1");
  if (online.status !== 0 && install("--offline").status !== 0)
    throw new Error(`Node ${release} cannot be had as ${name}:\n${online.stderr}`);
  return folder;
}

/** @returns whether all passed; what failed is shown. */
function test(release: string): boolean {
  const folder = bring(release);
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(
    join(folder, "node"),
    ["node_modules/jest/bin/jest.js", ...TESTS],
    {
      cwd: ROOT,
      encoding: "utf8",
      env: { ...process.env, PATH: [folder, process.env["PATH"]].join(delimiter) },
      maxBuffer: 2 ** 28,
    },
  );
  const seconds = Math.round((performance.now() - started) / 1000);
  const total = /^Tests:.*$/mu.exec(stderr)?.[0] ?? "";
  if (status !== 0) say(`${stdout}${stderr}`);
  say(`Node ${release}: ${status === 0 ? "passed" : "FAILED"} in ${String(seconds)} s. ${total}`);
  return status === 0;
}

function main(): void {
  const { values } = parseArgs({
    options: { node: { type: "string", multiple: true }, help: { type: "boolean" } },
  });
  if (values.help === true) {
    process.stdout.write(USAGE);
    return;
  }
  const unknown = values.node?.find((release) => !RELEASES.includes(release));
  if (unknown !== undefined) throw new Error(`Node ${unknown} is none of ${RELEASES.join(", ")}.`);
  const running = process.versions.node.split(".")[0];
  const wanted = values.node ?? RELEASES.filter((release) => release !== running);
  const failed = wanted.filter((release) => !test(release));
  if (failed.length > 0) process.exitCode = 1;
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
