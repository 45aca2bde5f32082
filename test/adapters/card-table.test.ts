/**
 * One table of cards and forms, drawn by both renderers and compared with what was looked at. When a
 * drawing changed on purpose: `node --import tsx scripts/card-table.ts`, and look at it again.
 */

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { checkMessageBlocks, checkView } from "../../playground/slack/block-kit.ts";
import { DRAWINGS } from "./card-table/drawings.ts";

const FIXTURES = new URL("../fixtures/cards/", import.meta.url);
const stored = (platform: string, name: string): unknown =>
  JSON.parse(readFileSync(new URL(`${platform}/${name}.json`, FIXTURES), "utf8"));
/** Strings with halves of characters do not survive a file; none may be in a drawing. */
const asStored = (drawn: object): unknown => JSON.parse(JSON.stringify(drawn));

describe.each(DRAWINGS)("$name", ({ name, slack, teams }) => {
  test("is drawn for Slack as it was looked at", () => {
    expect(asStored(slack)).toEqual(stored("slack", name));
  });

  test("is drawn for Teams as it was looked at", () => {
    expect(asStored(teams)).toEqual(stored("teams", name));
  });

  test("is taken by Slack", () => {
    const problems = Array.isArray(slack) ? checkMessageBlocks(slack) : checkView({ ...slack });

    expect(problems).toEqual([]);
  });
});

test.each(["slack", "teams"])(
  "there is no drawing for %s that nothing draws any more",
  (folder) => {
    const names = readdirSync(new URL(folder, FIXTURES)).map((file) => file.replace(".json", ""));

    expect(names.sort()).toEqual(DRAWINGS.map(({ name }) => name).sort());
  },
);
