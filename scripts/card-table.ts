/** Draws the card table anew: what `test/adapters/card-table.test.ts` compares with, and pictures. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { type Drawing, DRAWINGS } from "../test/adapters/card-table/drawings.ts";
import { LOOKS, type Look } from "../test/adapters/card-table/teams-look.ts";
import { openWindow, type Window } from "../test/browser/chromium.ts";
import { ending } from "./ending.ts";

const USAGE = `Usage: node --import tsx scripts/card-table.ts [--pictures folder] [--only name]

Writes every card and form of test/adapters/card-table as Slack and Teams get it to
test/fixtures/cards.

  --pictures  also draws the Teams ones with Microsoft's library in Chromium (apt-get install -y
              chromium): light, dark, and as narrow as a phone
  --only      pictures of the drawings whose name begins so
  --help      show this
`;

const FIXTURES = fileURLToPath(new URL("../test/fixtures/cards", import.meta.url));
const WIDTHS = { wide: 640, narrow: 320 };

function store(drawings: readonly Drawing[]): void {
  for (const platform of ["slack", "teams"] as const) {
    const folder = join(FIXTURES, platform);
    mkdirSync(folder, { recursive: true });
    for (const file of readdirSync(folder)) rmSync(join(folder, file));
    for (const drawing of drawings)
      writeFileSync(
        join(folder, `${drawing.name}.json`),
        `${JSON.stringify(drawing[platform], null, 1)}\n`,
      );
  }
}

/** A page with Microsoft's library on it; it asks for nothing from anywhere. */
function page(): string {
  const library = createRequire(import.meta.url).resolve("adaptivecards/dist/adaptivecards.min.js");
  return `<!doctype html><meta charset="utf-8"><title>Cards</title><main class="pane">…</main>
<script>${readFileSync(library, "utf8")}</script>`;
}

async function photograph(
  { page: tab }: Window,
  card: object,
  look: Look,
  width: number,
  path: string,
): Promise<void> {
  await tab.setViewportSize({ width, height: 600 });
  const draw = `(({ card, look }) => {
    const host = document.querySelector("main");
    host.replaceChildren();
    document.getElementById("look")?.remove();
    const style = Object.assign(document.createElement("style"), { id: "look", textContent: look.css });
    document.head.append(style);
    AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
      result.outputHtml = text.replace(/[&<>]/g, (c) => "&#" + c.charCodeAt(0) + ";");
      result.didProcess = true;
    };
    const drawn = new AdaptiveCards.AdaptiveCard();
    drawn.hostConfig = new AdaptiveCards.HostConfig(look.config);
    const context = new AdaptiveCards.SerializationContext();
    drawn.parse(card, context);
    host.append(drawn.render());
    return Array.from({ length: context.eventCount }, (_, n) => context.getEventAt(n).message);
  })(${JSON.stringify({ card, look })})`;
  const complaints = await tab.evaluate<readonly string[]>(draw);
  // The library's own check of `lang` keeps its place between two calls and fails every other time.
  for (const complaint of complaints.filter((each) => !each.includes('"lang"')))
    process.stderr.write(`${path}: ${complaint}\n`);
  await tab.screenshot({ path, fullPage: true });
}

async function photographAll(drawings: readonly Drawing[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const site = mkdtempSync(join(tmpdir(), "liaison-cards-"));
  const file = join(site, "cards.html");
  writeFileSync(file, page());
  const window = await openWindow(pathToFileURL(file).href);
  try {
    for (const { name, teams } of drawings) {
      for (const [look, width] of [
        ["light", WIDTHS.wide],
        ["dark", WIDTHS.wide],
        ["light", WIDTHS.narrow],
      ] as const) {
        const size = width === WIDTHS.narrow ? "narrow" : look;
        await photograph(window, teams, LOOKS[look], width, join(folder, `${name}.${size}.png`));
      }
      process.stdout.write(`  ${name}\n`);
    }
  } finally {
    await window.close();
    rmSync(site, { recursive: true });
  }
}

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pictures: { type: "string" },
      only: { type: "string", default: "" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  store(DRAWINGS);
  process.stdout.write(`Wrote ${DRAWINGS.length} drawings for Slack and Teams to ${FIXTURES}.\n`);
  if (!values.pictures) return 0;
  const wanted = DRAWINGS.filter(({ name }) => name.startsWith(values.only));
  await photographAll(wanted, values.pictures);
  process.stdout.write(`${wanted.length * 3} pictures are in ${values.pictures}: look at them.\n`);
  return 0;
}

process.exitCode = await ending(() => main(process.argv.slice(2)));
