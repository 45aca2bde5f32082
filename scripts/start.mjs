/** `npm start`: builds what changed, then runs the program in this very process. */

import { buildIfChanged } from "./build.mjs";

await buildIfChanged();
await import("../dist/src/main.js");
