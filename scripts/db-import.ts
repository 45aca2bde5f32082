/** `npm run db:import`: an export into an empty database. */
import path from "node:path";
import { importFrom, readManifest } from "./db-archive.ts";
import { connectTo, folderOf, openFolder, Refusal, runScript } from "./db-tools.ts";

const USAGE = `Usage: npm run db:import -- --from FOLDER [--dir DIR | --to mongodb://...]

Checks an export against its manifest and writes it into an empty database. An import that was
interrupted may be repeated; any other data is never overwritten.

  --from  the folder that db:export made
  --dir   the embedded database's folder (default: db in DATA_DIR, ./data/db)
  --to    a MongoDB address with the database's name, instead of --dir
  --help  show this
`;

await runScript(USAGE, ["from", "dir", "to"], async (options) => {
  if (options["from"] === undefined) throw new Refusal("Say where from: --from FOLDER.");
  const folder = path.resolve(options["from"]);
  await readManifest(folder);
  const to = options["to"];
  const target = to === undefined ? await openFolder(folderOf(options)) : await connectTo(to);
  try {
    const { collections, documents } = await importFrom(folder, target.db);
    return `Imported ${documents} documents of ${collections} collections.`;
  } finally {
    await target.close();
  }
});
