/**
 * Turns the TypeScript into plain JavaScript in dist/, file by file, with what it reads beside it.
 * `npm start` does this by itself whenever a source changed; types are `npm run typecheck`'s business.
 */

import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const DIST = join(ROOT, "dist");
const STAMP = ".sources";
/** Read at run time, not imported: the page is bundled by the playground when it starts. */
const PAGE = "playground/page/";
const BESIDE = [PAGE, "package.json"];
const FOLDERS = ["src", "adapters", "db", "demo", "playground", "scripts"];

/** Builds dist/ unless it was built from exactly these sources. @returns whether it had to. */
export async function buildIfChanged() {
  const files = FOLDERS.flatMap(filesIn).sort();
  const sources = files.filter((path) => !path.startsWith(PAGE));
  const stamp = stampOf(files);
  if (existsSync(join(DIST, STAMP)) && readFileSync(join(DIST, STAMP), "utf8") === stamp)
    return false;
  const fresh = `${DIST}.${process.pid}`;
  await build({
    entryPoints: sources.filter((path) => path.endsWith(".ts")),
    absWorkingDir: ROOT,
    outdir: fresh,
    outbase: ".",
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    sourcemap: "linked",
    sourcesContent: false,
    logLevel: "warning",
    plugins: [EACH_FILE_BY_ITSELF],
  });
  for (const path of [...BESIDE, ...sources.filter((path) => !path.endsWith(".ts"))])
    cpSync(join(ROOT, path), join(fresh, path), { recursive: true });
  writeFileSync(join(fresh, STAMP), stamp);
  const old = `${fresh}.old`;
  if (existsSync(DIST)) renameSync(DIST, old);
  renameSync(fresh, DIST);
  rmSync(old, { recursive: true, force: true });
  return true;
}

/** Imports stay imports; only the ending of our own files changes. */
const EACH_FILE_BY_ITSELF = {
  name: "each file by itself",
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, ({ path, kind }) =>
      kind === "entry-point"
        ? undefined
        : { path: path.startsWith(".") ? path.replace(/\.ts$/, ".js") : path, external: true },
    );
  },
};

/** Every file below a folder, named from the root with forward slashes. */
const filesIn = (folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath ?? entry.path, entry.name)))
    .map((path) => path.replaceAll("\\", "/"));

function stampOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths) {
    const { size, mtimeMs } = statSync(join(ROOT, path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [argument] = process.argv.slice(2);
  if (argument === "--help")
    process.stdout.write(
      "Usage: npm run build\n\nBuilds dist/; node dist/src/main.js starts it.\n",
    );
  else if (argument !== undefined) {
    process.stderr.write(`npm run build takes no “${argument}”.\n`);
    process.exitCode = 1;
  } else {
    const built = await buildIfChanged();
    process.stdout.write(
      `${built ? "Built dist/." : "dist/ is up to date."} Start it with: node dist/src/main.js\n`,
    );
  }
}
