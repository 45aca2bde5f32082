import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Partnership } from "../../src/team/partnership.ts";
import { bothSaid, hashOf, sayYes, sidesFor, type Agreeing } from "../../src/protocol/one-text.ts";
import { aPartnership } from "../contracts/entities.ts";

const NOW = new Date("2027-03-02T15:00:00Z");
const team: Partnership = aPartnership({ libraryIds: ["lib"], itIds: ["it", "its"] });

describe("the name of a text", () => {
  test("does not depend on the order of keys, and tells different contents apart", () => {
    expect(hashOf({ a: 1, b: [2, { c: null }] })).toBe(hashOf({ b: [2, { c: null }], a: 1 }));
    expect(hashOf({ a: 1, b: undefined })).toBe(hashOf({ a: 1 }));
    expect(hashOf(["a", "b"])).not.toBe(hashOf(["b", "a"]));
    expect(hashOf(["ab"])).not.toBe(hashOf(["a", "b"]));
  });

  test("is the same for equal JSON and for no other", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const copy: unknown = JSON.parse(JSON.stringify(one));
        expect(hashOf(copy)).toBe(hashOf(JSON.parse(JSON.stringify(copy))));
        if (JSON.stringify(sorted(one)) !== JSON.stringify(sorted(other)))
          expect(hashOf(one)).not.toBe(hashOf(other));
      }),
    );
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, held]) => [key, sorted(held)]);
}

describe("saying yes", () => {
  test("another text starts again with its speaker alone, in the next round", () => {
    const first = sayYes(null, "one", "lib", NOW);
    const both = sayYes(first, "one", "it", NOW);
    expect(bothSaid(both, "one", team)).toBe(true);

    const next = sayYes(both, "two", "it", NOW);

    expect(next).toEqual({ hash: "two", round: 2, said: [{ personId: "it", at: NOW }] });
    expect(sidesFor(next, "one", team)).toEqual([]);
  });

  test("two people of one side are one side, and who left the team counts no more", () => {
    const said = sayYes(sayYes(null, "one", "it", NOW), "one", "its", NOW);
    expect(sidesFor(said, "one", team)).toEqual(["it"]);

    const alone = sayYes(said, "one", "gone", NOW);
    expect(bothSaid(alone, "one", team)).toBe(false);
  });

  test("whatever is said in which order, both have agreed only to the last text", () => {
    const move = fc.tuple(fc.constantFrom("one", "two"), fc.constantFrom("lib", "it", "its"));
    fc.assert(
      fc.property(fc.array(move, { maxLength: 20 }), (moves) => {
        let agreeing: Agreeing | null = null;
        for (const [hash, personId] of moves) agreeing = sayYes(agreeing, hash, personId, NOW);
        const last = moves.at(-1)?.[0] ?? "";
        const start = moves.findLastIndex(([hash]) => hash !== last) + 1;
        const since = new Set(moves.slice(start).map(([, personId]) => personId));
        const isBoth = since.has("lib") && (since.has("it") || since.has("its"));
        expect(bothSaid(agreeing, last, team)).toBe(isBoth);
        expect(bothSaid(agreeing, last === "one" ? "two" : "one", team)).toBe(false);
      }),
    );
  });
});
