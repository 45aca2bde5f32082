import { describe, expect, test } from "@jest/globals";
import {
  directionWhenTaken,
  mayAnswer,
  sideOfItem,
  usualDirection,
  type Direction,
} from "../../src/plan/action-item.ts";
import type { Partnership } from "../../src/team/partnership.ts";
import type { Side } from "../../src/team/person.ts";
import { item } from "./given.ts";

const partnership: Partnership = {
  id: "p-ab",
  schoolId: "s-ab",
  libraryIds: ["lib", "lib-2"],
  itIds: ["it"],
  supervisorIds: ["boss"],
  channels: [],
  closed: [],
  series: null,
  cycle: "2026-27",
};

describe("whose step it is", () => {
  test.each<[Side, Side, Direction]>([
    ["it", "library", "it_supports_library"],
    ["library", "it", "library_supports_it"],
    ["library", "library", "own_work"],
    ["it", "it", "own_work"],
  ])("%s working on a goal of %s usually means %s", (owner, department, direction) => {
    expect(usualDirection(owner, department)).toBe(direction);
  });

  test.each<[string | null, Direction, Side, Side]>([
    ["it", "own_work", "library", "it"],
    [null, "it_supports_library", "library", "it"],
    [null, "library_supports_it", "it", "library"],
    [null, "own_work", "it", "it"],
    ["somebody who left", "it_supports_library", "library", "it"],
  ])("owner %s, %s, goal of %s: it is the step of %s", (ownerId, direction, department, side) => {
    expect(sideOfItem(item({ ownerId, direction }), partnership, { department })).toBe(side);
  });

  test.each<[string, Side, boolean]>([
    ["lib", "library", true],
    ["lib-2", "library", true],
    ["whoever stands in there", "library", true],
    ["it", "it", false],
  ])("%s, on side %s, may answer for a step of the librarian: %s", (personId, side, may) => {
    const asked = { personId, side };
    expect(mayAnswer(item(), partnership, { department: "library" }, asked)).toBe(may);
  });
});

describe("a step that somebody else takes", () => {
  test.each<[string, Direction, Side, Side, Direction]>([
    [
      "library's own work, taken by IT, supports the library",
      "own_work",
      "library",
      "it",
      "it_supports_library",
    ],
    [
      "IT's promise to the library, taken by the library, is own work",
      "it_supports_library",
      "library",
      "library",
      "own_work",
    ],
    [
      "the library's promise to IT, taken by IT, is own work",
      "library_supports_it",
      "it",
      "it",
      "own_work",
    ],
    [
      "IT's promise taken by a colleague stays what it was",
      "it_supports_library",
      "library",
      "it",
      "it_supports_library",
    ],
  ])("%s", (_, direction, department, taker, expected) => {
    const step = item({ ownerId: null, direction });

    expect(directionWhenTaken(step, partnership, { department }, taker)).toBe(expected);
  });
});
