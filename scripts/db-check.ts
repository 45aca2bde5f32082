/** `npm run db:check`: whether the embedded database is whole. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { checkDatabase, currentOwner, DATABASE_FILE } from "../db/embedded/index.ts";
import { folderOf, progress, Refusal, runScript, snapshot } from "./db-tools.ts";

const USAGE = `Usage: npm run db:check [-- --dir DIR]

Reads every page, document and index entry of the embedded database, of a copy made for it, so that
the bot may run.

  --dir   the embedded database's folder (default: db in DATA_DIR, ./data/db)
  --help  show this
`;

/** Of a stopped database the very pages, which a snapshot would write anew. */
function copyFiles(dir: string, target: string): void {
  if (!fs.existsSync(path.join(dir, DATABASE_FILE)))
    throw new Refusal(`There is no database in ${dir}. Name its folder with --dir.`);
  for (const name of [DATABASE_FILE, `${DATABASE_FILE}-wal`])
    if (fs.existsSync(path.join(dir, name)))
      fs.copyFileSync(path.join(dir, name), path.join(target, name));
}

await runScript(USAGE, ["dir"], async (options) => {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), "liaison-check-"));
  try {
    const file = path.join(copy, DATABASE_FILE);
    progress("Copying");
    const dir = folderOf(options);
    if ((await currentOwner(dir)) === undefined) copyFiles(dir, copy);
    else await snapshot(dir, file);
    progress("Reading");
    const { collections, documents, indexEntries, problems } = checkDatabase(file);
    for (const problem of problems) progress(problem);
    if (problems.length > 0)
      throw new Refusal(`The database is damaged: ${problems.length} problems.`);
    return `All is well: ${documents} documents of ${collections} collections, ${indexEntries} index entries.`;
  } finally {
    fs.rmSync(copy, { recursive: true, force: true });
  }
});
