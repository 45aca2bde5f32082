/** An embedded database until SIGTERM: `serve.ts LIBRARY DIR` prints its address. */
import { startEmbedded } from "../../../../db/embedded/index.ts";
import type { SqliteName } from "../../../../db/embedded/sqlite.ts";

const [library, dir] = process.argv.slice(2) as [SqliteName, string];
const embedded = await startEmbedded({ dir, library });
process.once("SIGTERM", () => void embedded.stop());
process.stdout.write(`${embedded.uri}\n`);
