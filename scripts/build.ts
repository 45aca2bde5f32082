/** `npm run build`: compiles the program to dist/, with the playground's page and data beside it. */

import { spawnSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

if (process.argv.includes("--help")) {
  process.stdout.write(
    "Usage: npm run build\n\nCompiles Liaison to dist/; node dist/src/main.js starts it.\n",
  );
  process.exit(0);
}

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

rmSync(at("dist"), { recursive: true, force: true });
const { status } = spawnSync(
  process.execPath,
  [at("node_modules/typescript/bin/tsc"), "-p", at("tsconfig.build.json")],
  { stdio: "inherit" },
);
if (status !== 0) {
  process.stderr.write("The build stopped at the errors above; dist/ is not complete.\n");
  process.exit(status ?? 1);
}
for (const path of ["playground/page", "playground/demo-data.json", "package.json"])
  cpSync(at(path), at(`dist/${path}`), { recursive: true });
process.stdout.write("Built dist/. Start it with: node dist/src/main.js\n");
