/** The web page, bundled once from `page/main.tsx` and kept in memory. */
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import express, { type Response, type Router } from "express";

/** Files by name: the page's script and style, and what the script loads later. */
type Bundle = ReadonlyMap<string, string>;

/** Nothing but our own files and data; frames, forms and other hosts are out. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HTML = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Liaison playground</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
<script type="module" src="/page.js"></script>
</head>
<body><div id="root"></div></body>
</html>
`;

const NO_PAGE =
  "The playground runs, but its page is not part of this copy. Drive it with /control/*, see docs/playground.md.\n";

/** Bundling starts at once; the first request waits for it. */
export function pageRouter(log: (sentence: string) => void): Router {
  const router = express.Router();
  const bundle = bundlePage().catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    log(`The page could not be bundled: ${why}`);
    return null;
  });
  router.use((_request, response, next) => {
    response.set({
      "content-security-policy": POLICY,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    });
    next();
  });
  router.get("/", async (_request, response) => {
    const page = await bundle;
    if (page) response.type("html").send(HTML);
    else missing(response);
  });
  router.get(/^\/page[\w.-]*\.(js|css)$/, async (request, response) => {
    const file = (await bundle)?.get(request.path.slice(1));
    if (file === undefined) missing(response);
    else response.type(request.path.endsWith(".css") ? "css" : "text/javascript").send(file);
  });
  return router;
}

function missing(response: Response): void {
  response.status(404).type("text/plain").send(NO_PAGE);
}

/** Null when there is no page to bundle. */
async function bundlePage(): Promise<Bundle | null> {
  const entry = ["page/main.tsx", "page/main.js"]
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path));
  if (entry === undefined) return null;
  const { build } = await import("esbuild");
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    outdir: "page",
    entryNames: "page",
    chunkNames: "page-[name]-[hash]",
    splitting: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    minify: true,
    legalComments: "none",
    loader: { ".svg": "dataurl", ".woff2": "dataurl", ".png": "dataurl" },
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
  });
  return new Map(result.outputFiles.map((file) => [basename(file.path), file.text]));
}
