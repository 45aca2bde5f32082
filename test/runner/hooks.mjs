/**
 * How Node loads TypeScript here: types become blanks, so that lines and columns stay true. Whatever in
 * `test/` a test file imports carries the number of that file, and so is loaded anew for each.
 */

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const ROOT = new URL("../../", import.meta.url).href;
const TESTS = new URL("test/", ROOT).href;
const LIBRARIES = new URL("node_modules/", ROOT).href;
const GLOBALS = "liaison:test-globals";
const NAMES = "afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test";
const cache = fileURLToPath(new URL(".cache/blanked/", LIBRARIES));
mkdirSync(cache, { recursive: true });

const fileOf = (url = "") => /\?file=(\d+)$/u.exec(url)?.[1];

export function resolve(specifier, context, next) {
  const file = fileOf(context.parentURL);
  if (specifier === "@jest/globals")
    return { url: `${GLOBALS}?file=${file}`, format: "module", shortCircuit: true };
  const found = next(specifier, context);
  return found instanceof Promise ? found.then((it) => within(it, file)) : within(found, file);
}

function within(found, file) {
  const isNew = file !== undefined && found.url.startsWith(TESTS) && !found.url.includes("?");
  return isNew ? { ...found, url: `${found.url}?file=${file}` } : found;
}

export function load(url, context, next) {
  const source = url.startsWith(GLOBALS) ? globals(fileOf(url)) : scriptOf(url);
  return source === undefined
    ? next(url, context)
    : { format: "module", source, shortCircuit: true };
}

const globals = (file) => `
const globals = globalThis[Symbol.for("liaison.test globals")].get("${file}");
export const { ${NAMES} } = globals;
`;

/** @returns undefined for what is not TypeScript of ours. */
function scriptOf(url) {
  const [address] = url.split("?");
  if (!/\.tsx?$/u.test(address) || !address.startsWith(ROOT) || address.startsWith(LIBRARIES))
    return undefined;
  const text = readFileSync(fileURLToPath(address), "utf8");
  const isPage = address.endsWith("x");
  const kept = `${cache}${createHash("sha256").update(`${isPage} ${text}`).digest("hex")}.js`;
  if (existsSync(kept)) return readFileSync(kept, "utf8");
  const script = isPage ? pageScript(text) : require("ts-blank-space").default(text);
  // Several workers may write it at once.
  writeFileSync(`${kept}.${process.pid}`, script);
  renameSync(`${kept}.${process.pid}`, kept);
  return script;
}

const pageScript = (text) =>
  require("esbuild").transformSync(text, { loader: "tsx", jsx: "automatic", target: "es2023" })
    .code;
