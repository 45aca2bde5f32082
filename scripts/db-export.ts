/** `npm run db:export`: the database as text, one line a document. */
import path from "node:path";
import { exportTo } from "./db-archive.ts";
import { openSource, Refusal, runScript } from "./db-tools.ts";

const USAGE = `Usage: npm run db:export -- --to FOLDER [--dir DIR [--name NAME] | --from mongodb://...]

Writes every collection as EJSON lines, with a manifest of indexes and checksums. The bot may run:
what is exported from the embedded database is one moment of it. Of a MongoDB server it is not, so
stop the bot first.

  --to    the folder to make; refused when it exists
  --dir   the embedded database's folder (default: db in DATA_DIR, ./data/db)
  --name  the database in that folder (default: liaison; the playground's is liaison_playground)
  --from  a MongoDB address with the database's name, instead of --dir
  --with-secrets
          also the keys that sign the bot's links and forms, for a move to another server; without
          them the new one makes its own, and links that were given stop working
  --help  show this

Only you can read the files (0600). They hold what people wrote: keep them as you keep the database.
`;

async function work(
  options: Readonly<Record<string, string | undefined>>,
  isSet: (flag: string) => boolean,
): Promise<string> {
  if (options["to"] === undefined) throw new Refusal("Say where to: --to FOLDER.");
  const target = path.resolve(options["to"]);
  const source = await openSource(options);
  try {
    const { collections, documents } = await exportTo(source.db, target, {
      withSecrets: isSet("with-secrets"),
    });
    return `Exported ${documents} documents of ${collections} collections to ${target}.`;
  } finally {
    await source.close();
  }
}

await runScript(USAGE, ["to", "dir", "name", "from", "with-secrets"], work, ["with-secrets"]);
