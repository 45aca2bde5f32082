/** Plays the journeys of `test/browser` on the real program in a real browser. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { openWindow } from "../test/browser/chromium.ts";
import { startProgram } from "../test/browser/program.ts";
import { createStage, type Journey } from "../test/browser/stage.ts";

const USAGE = `Usage: npm run test:browser [-- --url http://127.0.0.1:3000] [-- --only main-job]

Starts Liaison on a free port and an empty folder, and plays every journey of test/browser in
Chromium (apt-get install -y chromium). Pictures go to docs/images.

  --url       plays on a playground that is running already; its data changes
  --only      plays one journey
  --pictures  the folder that pictures go to instead
  --help      show this
`;

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = join(ROOT, "test/browser");
const say = (text: string) => {
  process.stdout.write(`${text}\n`);
};

/** A file is a journey when it exports one; the others are what journeys are made of. */
async function journeys(only: string | undefined): Promise<readonly Journey[]> {
  const files = readdirSync(FOLDER).filter(
    (file) => file.endsWith(".ts") && (only === undefined || file === `${only}.ts`),
  );
  const modules = await Promise.all(
    files.map(async (file) => {
      const module: unknown = await import(pathToFileURL(join(FOLDER, file)).href);
      return module as { readonly journey?: Journey };
    }),
  );
  return modules.flatMap(({ journey }) => journey ?? []);
}

async function play(journey: Journey, url: string, pictures: string): Promise<boolean> {
  say(`\n${journey.name}`);
  const window = await openWindow(url);
  const stage = createStage(window, pictures, (sentence) => {
    say(`  ${sentence}`);
  });
  try {
    await journey.run(stage);
    if (window.errors.length > 0) throw new Error(`On the page: ${window.errors.join("; ")}`);
    return true;
  } catch (error) {
    const path = join(pictures, "failed.png");
    await window.page.screenshot({ path });
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : "";
    say(`  FAILED: ${error instanceof Error ? error.message : String(error)}\n${cause}`);
    say(`  The page as it stood: ${path}`);
    return false;
  } finally {
    await window.close();
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      help: { type: "boolean", default: false },
      url: { type: "string" },
      only: { type: "string" },
      pictures: { type: "string", default: join(ROOT, "docs/images") },
    },
  });
  if (values.help) {
    say(USAGE);
    return 0;
  }
  const found = await journeys(values.only);
  if (found.length === 0) {
    say(`There is no journey “${values.only ?? ""}” in test/browser.`);
    return 1;
  }
  if (values.url !== undefined && !URL.canParse(values.url)) {
    say(`“${values.url}” is no address. Give --url as http://127.0.0.1:3000.`);
    return 1;
  }
  const started = Date.now();
  let failed = 0;
  for (const journey of found) {
    const program = values.url === undefined ? await startProgram() : null;
    try {
      const url = values.url ?? program?.url ?? "";
      if (!(await play(journey, url, values.pictures))) failed += 1;
    } finally {
      await program?.stop();
    }
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  say(`\n${found.length - failed} of ${found.length} browser journeys passed in ${seconds} s.`);
  return failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
