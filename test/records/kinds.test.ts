import { expect, test } from "@jest/globals";
import { features } from "../../src/features/index.ts";
import { kinds } from "../../src/kinds/index.ts";
import type { AnyKind, AnySays } from "../../src/records/kind.ts";
import { recordFeature } from "../../src/records/feature.ts";
import type { Texts } from "../../src/texts/index.ts";
import { recordKindContract } from "../contracts/record-kinds.ts";
import { proposal, saysProposal } from "./proposal.ts";

const every = [...features, recordFeature(proposal, saysProposal, { situation: "teach" })];

const wordsOf =
  ({ name }: AnyKind) =>
  ({ kinds: all }: Texts): AnySays => {
    const found = Object.entries(all).find(
      ([id]) => id.toLowerCase() === name.replaceAll("_", "").toLowerCase(),
    );
    if (!found) throw new Error(`${name} has no words`);
    return found[1] as unknown as AnySays;
  };

for (const kind of kinds) recordKindContract(kind, wordsOf(kind), every);
recordKindContract(proposal, saysProposal, every);

test("no two kinds have the same name or prefix, and all have a feature", () => {
  expect(new Set(kinds.map(({ prefix }) => prefix)).size).toBe(kinds.length);
  expect(
    kinds.map(({ name }) => name).filter((name) => !features.some((each) => each.name === name)),
  ).toEqual([]);
});
