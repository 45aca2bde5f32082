/** The lists in docs/embedded-database.md are the code's. */
import { expect, test } from "@jest/globals";
import fs from "node:fs";
import path from "node:path";
import { STAGE_NAMES } from "../../../db/embedded/commands/aggregate.ts";
import { COMMON_FIELDS } from "../../../db/embedded/commands/command.ts";
import { INDEX_FIELDS } from "../../../db/embedded/commands/indexes.ts";
import { COMMANDS } from "../../../db/embedded/engine.ts";
import { QUERY_OPERATORS } from "../../../db/embedded/match.ts";
import { UPDATE_OPERATORS } from "../../../db/embedded/update.ts";

const TEXT = fs.readFileSync("docs/embedded-database.md", "utf8");
const quoted = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

/** The first paragraph, or the table, under a heading. */
function under(heading: string): string {
  const [, rest = ""] = TEXT.split(`\n### ${heading}\n\n`);
  return rest.split("\n\n")[0] ?? "";
}

test.each([
  ["Fields of every command", COMMON_FIELDS],
  ["Query operators", QUERY_OPERATORS],
  ["Update operators", UPDATE_OPERATORS],
  ["Stages", STAGE_NAMES],
  ["Options of an index", INDEX_FIELDS],
])("%s", (heading, names) => {
  expect(quoted(under(heading))).toEqual([...names].sort());
});

test("commands and their fields", () => {
  const rows = under("Commands").split("\n").slice(2).map(quoted);

  expect(rows).toEqual(Object.entries(COMMANDS).map(([name, { fields }]) => [name, ...fields]));
});

test("each listed operator and stage has a case of its own", () => {
  const folder = "test/db/embedded/semantics";
  const cases = fs
    .readdirSync(folder)
    .map((name) => fs.readFileSync(path.join(folder, name), "utf8"))
    .join("");
  const names = [...QUERY_OPERATORS, ...UPDATE_OPERATORS, ...STAGE_NAMES];

  expect(names.filter((name) => !cases.includes(`${name}: `))).toEqual([]);
});
