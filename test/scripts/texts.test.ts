/** A translator's table: everything goes out, comes back as it was, and what is wrong is said by line. */

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { texts } from "../../scripts/texts.ts";
import { csvOf } from "../../src/csv.ts";
import { LOCALES } from "../../src/team/person.ts";
import { textsFor } from "../../src/texts/index.ts";

type Row = Readonly<Record<string, string>>;

let folder = "";
let root = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "liaison-texts-"));
  root = join(folder, "texts");
  cpSync("src/texts", root, { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function run(what: string, file = join(folder, "table.csv")) {
  const said: string[] = [];
  const code = await texts([what, file], root, (sentence) => said.push(sentence));
  return { code, said: said.join("\n") };
}

async function exported(): Promise<readonly Row[]> {
  await run("export");
  return parse(readFileSync(join(folder, "table.csv"), "utf8").replace("\uFEFF", ""), {
    columns: true,
  });
}

const HEADER = ["key", "about", "limit", ...LOCALES];

function bring(rows: readonly Row[], header = HEADER) {
  const lines = rows.map((row) => header.map((name) => row[name] ?? ""));
  writeFileSync(join(folder, "table.csv"), csvOf([header, ...lines]));
  return run("import");
}

const changed = (rows: readonly Row[], key: string, words: Row) =>
  rows.map((row) => (row["key"] === key ? { ...row, ...words } : row));

const contentOf = (path: string) => readFileSync(join(root, path), "utf8");

test("every text of every catalogue is in the table, with what it is about and its room", async () => {
  const rows = await exported();
  const at = (key: string) => rows.find((row) => row["key"] === key);

  expect(at("goals.logged")).toMatchObject({
    en: "Saved as goal {id}",
    es: "Guardada como meta {id}",
  });
  expect(at("goals.formNew")).toMatchObject({ limit: "24", fr: "Noter un objectif" });
  expect(at("protocol.looksBack#2")).toMatchObject({ en: "# goals wait for it" });
  expect(at("pages.about")?.["about"]).toBe("Beside every title.");
  const { goals } = textsFor("fr", "UTC");
  for (const words of [goals.helpTitle, ...goals.helpLines, goals.listNone.library])
    expect(rows.map((row) => row["fr"])).toContain(words);
});

test("a table that nobody changed changes nothing, also when a spreadsheet saved it", async () => {
  const rows = await exported();
  const before = LOCALES.map((locale) => contentOf(`${locale}/goals.ts`));
  const semicolons = [HEADER, ...rows.map((row) => HEADER.map((name) => row[name] ?? ""))]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";"))
    .join("\r\n");

  expect(await run("import")).toEqual({ code: 0, said: "0 texts were changed, in 0 files." });
  writeFileSync(join(folder, "table.csv"), semicolons.replaceAll("\u00A0", " "));
  expect(await run("import")).toEqual({ code: 0, said: "0 texts were changed, in 0 files." });
  expect(LOCALES.map((locale) => contentOf(`${locale}/goals.ts`))).toEqual(before);
});

test("what a translator wrote stands in the catalogues, and goes out again as it came", async () => {
  const rows = await exported();
  const dueRead = { es: "{date} (según «{words}»)", fr: "{words} veut dire {date}" };

  const { code } = await bring(changed(rows, "goals.dueRead", dueRead));

  expect(code).toBe(0);
  expect(contentOf("fr/goals.ts")).toContain(
    "dueRead: (date, words) => `${words} veut dire ${date}`",
  );
  const again = (await exported()).find((row) => row["key"] === "goals.dueRead");
  expect(again).toMatchObject(dueRead);
});

test("signs that mean something in code are words in a text", async () => {
  const rows = await exported();
  const words = { es: 'Ya: `{id}` \\ $ "sí"', fr: '{id} `\\` "oui" ${id}' };

  const { code, said } = await bring(changed(rows, "goals.logged", words));

  expect([code, said]).toEqual([0, "2 texts were changed, in 2 files."]);
  const again = (await exported()).find((row) => row["key"] === "goals.logged");
  expect(again).toMatchObject(words);
});

describe("what is wrong is said by line, and then nothing is taken", () => {
  test.each<[string, (rows: readonly Row[]) => readonly Row[], RegExp]>([
    [
      "a name that is lost",
      (rows) => changed(rows, "goals.logged", { fr: "Enregistré" }),
      /fr: \{id\} is missing/u,
    ],
    [
      "a name that is unknown",
      (rows) => changed(rows, "goals.logged", { fr: "{id} {nom}" }),
      /fr: nothing is known that \{nom\}/u,
    ],
    [
      "a lost number",
      (rows) => changed(rows, "protocol.looksBack#2", { es: "Varias la esperan" }),
      /es: the # is missing/u,
    ],
    [
      "more than there is room for",
      (rows) => changed(rows, "goals.formNew", { fr: "Noter un tout nouvel objectif" }),
      /fr: it has 29 characters, and 24 fit/u,
    ],
    ["an empty one", (rows) => changed(rows, "goals.edit", { es: " " }), /es: there is no text/u],
    ["blanks", (rows) => changed(rows, "goals.edit", { es: "Editar  ya" }), /es: blanks/u],
    [
      "a text that is none",
      (rows) => [...rows, { key: "goals.gone_for_good" }],
      /no text called "goals\.gone_for_good"/u,
    ],
    ["one twice", (rows) => [...rows, ...rows.slice(0, 1)], /stands in the table twice/u],
    [
      "English of another day",
      (rows) => changed(rows, "goals.edit", { en: "Alter" }),
      /the English of "goals\.edit" is another one now: "Edit"/u,
    ],
    [
      "a new text without a place",
      (rows) => changed(rows, "commands.district.names", { fr: "district" }),
      /fr: this language has no such text yet/u,
    ],
  ])("%s", async (_, change, sentence) => {
    const before = contentOf("fr/goals.ts");
    const good = changed(await exported(), "goals.done", { fr: "Terminé" });

    const { code, said } = await bring(change(good));

    expect(code).toBe(1);
    expect(said).toMatch(/^Nothing was taken from .*\nLine \d+/u);
    expect(said).toMatch(sentence);
    expect(contentOf("fr/goals.ts")).toBe(before);
  });

  test("no first line, no table, no file, no word what to do", async () => {
    const rows = await exported();
    expect((await bring(rows, ["key", "en"])).said).toContain("es, fr is not among them");
    writeFileSync(join(folder, "table.csv"), 'key,en,es,fr\n"never closed');
    await expect(run("import")).rejects.toThrow("no table");
    await expect(run("import", join(folder, "nowhere.csv"))).rejects.toThrow("ENOENT");
    expect((await run("translate")).said).toContain("Usage:");
  });
});
