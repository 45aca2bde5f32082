/** Gives translators one table of all texts, and takes it back; see docs/translate.md. */

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { LOCALES, type Locale } from "../src/team/person.ts";
import { ending } from "./ending.ts";
import { textsIn, type SourceText } from "./texts/source.ts";
import { readTable, tableOf } from "./texts/table.ts";
import { writeChanges } from "./texts/write.ts";

const USAGE = `Usage: npm run -s texts -- export FILE.csv
       npm run -s texts -- import FILE.csv

export  writes one table of all texts: a line each, with what it is about, the room there is, and its
        words in every language
import  takes the Spanish and French words of such a table into src/texts; nothing of it when
        something is wrong with a line
`;

const ROOT = fileURLToPath(new URL("../src/texts", import.meta.url));

/** @param root the folder of the catalogues. @returns the exit code. */
export async function texts(
  args: readonly string[],
  root = ROOT,
  say: (sentence: string) => void = (sentence) => process.stderr.write(`${sentence}\n`),
): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [what, file, ...more] = positionals;
  if (!file || more.length > 0 || (what !== "export" && what !== "import")) {
    say(USAGE);
    return 1;
  }
  const catalogues = Object.fromEntries(
    LOCALES.map((locale) => [locale, textsIn(root, locale)]),
  ) as Record<Locale, readonly SourceText[]>;
  if (what === "export") {
    writeFileSync(file, tableOf(catalogues));
    say(
      `${String(catalogues.en.length)} texts in ${String(LOCALES.length)} languages stand in ${file}.`,
    );
    return 0;
  }
  const read = readTable(readFileSync(file, "utf8"), catalogues);
  if ("problems" in read) {
    say(`Nothing was taken from ${file}:\n${read.problems.join("\n")}`);
    return 1;
  }
  const files = await writeChanges(read.changes);
  say(`${String(read.changes.length)} texts were changed, in ${String(files.length)} files.`);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = await ending(async () => await texts(process.argv.slice(2)));
