/** `npm run db:backup`: a copy of the embedded database's file, also while the bot runs. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { checkDatabase, DATABASE_FILE } from "../db/embedded/index.ts";
import { folderOf, progress, Refusal, runScript, snapshot } from "./db-tools.ts";

const USAGE = `Usage: npm run db:backup -- --to FOLDER [--dir DIR]

Copies the embedded database as it is at this moment, checks the copy, and writes its checksum
beside it. The copy holds the keys of the bot and can be read by you only. To go back, stop the bot and put ${DATABASE_FILE} in place of the one in its folder.

  --to    the folder to make; refused when it exists
  --dir   the embedded database's folder (default: db in DATA_DIR, ./data/db)
  --help  show this
`;

await runScript(USAGE, ["to", "dir"], async (options) => {
  if (options["to"] === undefined) throw new Refusal("Say where to: --to FOLDER.");
  const target = path.resolve(options["to"]);
  if (fs.existsSync(target)) throw new Refusal(`${target} exists; nothing was written.`);
  const partial = `${target}.partial`;
  fs.rmSync(partial, { recursive: true, force: true });
  fs.mkdirSync(partial, { recursive: true, mode: 0o700 });
  try {
    const file = path.join(partial, DATABASE_FILE);
    progress("Copying");
    await snapshot(folderOf(options), file);
    const bytes = fs.readFileSync(file);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    progress("Checking");
    const { documents, problems } = checkDatabase(file);
    if (problems.length > 0) throw new Refusal(`The copy is damaged. ${problems.join(" ")}`);
    fs.writeFileSync(path.join(partial, "SHA256SUMS"), `${sha256}  ${DATABASE_FILE}\n`);
    fs.renameSync(partial, target);
    return `Backed up ${documents} documents to ${target}.`;
  } catch (error) {
    fs.rmSync(partial, { recursive: true, force: true });
    throw error;
  }
});
