/** Debian's Chromium, driven without a display and without a word to any other machine. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";

const EXECUTABLES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Found by trying with a refusing proxy: with these, nothing but loopback is asked for. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  "--disable-domain-reliability",
  "--disable-client-side-phishing-detection",
  "--no-pings",
  "--disable-default-apps",
  "--disable-extensions",
  "--proxy-server=http://127.0.0.1:9",
];

export interface Window {
  readonly page: Page;
  /** Errors that the page itself had: none is right. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** A new browser on an empty profile. Throws with the remedy when there is no Chromium. */
export async function openWindow(url: string): Promise<Window> {
  const executablePath = EXECUTABLES.find((path) => existsSync(path));
  if (executablePath === undefined) {
    throw new Error("There is no Chromium. Install it: apt-get install -y chromium");
  }
  const profile = mkdtempSync(join(tmpdir(), "liaison-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: QUIET,
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(60_000);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    // A refusal of the control interface is part of some steps; the browser reports it as an error.
    const refused = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !refused) errors.push(message.text());
  });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  try {
    await page.goto(url);
    await page.locator(".pane").first().waitFor();
  } catch (cause) {
    await close();
    throw new Error(`Nothing to play on is at ${url}. Is it a playground, and does it run?`, {
      cause,
    });
  }
  return { page, errors, close };
}

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[] }[];
}

/** What axe finds wrong with the page as it stands; one sentence each. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  const source = readFileSync(
    createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
    "utf8",
  );
  const run = `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then((r) => r.violations)`;
  const violations = await page.evaluate<readonly Violation[]>(
    `(() => { ${source}; return ${run}; })()`,
  );
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.map(({ target }) => target.join(" ")).slice(0, 3);
    return `${id}: ${help} (${nodes.length}x: ${places.join("; ")})`;
  });
}
