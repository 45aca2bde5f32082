/** `npm run db:copy`: one database into another, such as the embedded one into MongoDB. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { exportTo, importFrom } from "./db-archive.ts";
import { connectTo, openSource, progress, Refusal, runScript } from "./db-tools.ts";

const USAGE = `Usage: npm run db:copy -- --to mongodb://... [--dir DIR [--name NAME] | --from mongodb://...]

Copies a database with its indexes into an empty one. Then set MONGODB_URI to the same address and
start the bot. A copy that was interrupted may be repeated; other data is never overwritten.

  --to    a MongoDB address with the database's name
  --dir   the embedded database's folder (default: db in DATA_DIR, ./data/db)
  --name  the database in that folder (default: liaison; the playground's is liaison_playground)
  --from  a MongoDB address with the database's name, instead of --dir
  --help  show this
`;

await runScript(USAGE, ["to", "dir", "name", "from"], async (options) => {
  if (options["to"] === undefined) throw new Refusal("Say where to: --to mongodb://...");
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "liaison-copy-"));
  const target = await connectTo(options["to"]);
  try {
    const source = await openSource(options);
    progress("Reading");
    await exportTo(source.db, path.join(folder, "export"), { withSecrets: true }).finally(() =>
      source.close(),
    );
    progress("Writing");
    const { collections, documents } = await importFrom(path.join(folder, "export"), target.db);
    return `Copied ${documents} documents of ${collections} collections.`;
  } finally {
    await target.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
