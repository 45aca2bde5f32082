import { describe, expect, test } from "@jest/globals";
import { consentTo, namesIn, newStory, rewrite } from "../../src/story/story.ts";
import { aPartnership, NOW } from "../contracts/entities.ts";

const WORDS = { need: "Borrowing took a week", did: "One list", result: "One day", next: "" };
const draft = newStory(
  { partnershipId: "p-1", reflectionId: "rf/g-01/2027-03-02", goalId: "g-01" },
  WORDS,
  "u-1",
);
const partnership = aPartnership();
const yes = (personId: string) => ({ personId, at: NOW });

describe("a success story", () => {
  test("is published by the consent of both sides to the same words", () => {
    const one = consentTo(draft, partnership, 1, yes("u-1"));
    expect(one.publishedAt).toBeNull();
    expect(consentTo(one, partnership, 1, yes("u-2")).publishedAt).toBe(NOW);
  });

  test("other words clear the first consent, and an old press says yes to nothing", () => {
    const one = consentTo(draft, partnership, 1, yes("u-1"));
    const other = rewrite(one, { ...WORDS, result: "Two days" }, "u-2");
    expect(other.agreeing.said).toEqual([]);
    expect(consentTo(other, partnership, 1, yes("u-2"))).toBe(other);
  });

  test("stays as it was published", () => {
    const one = consentTo(draft, partnership, 1, yes("u-1"));
    const published = consentTo(one, partnership, 1, yes("u-2"));
    expect(rewrite(published, { ...WORDS, need: "Else" }, "u-1")).toBe(published);
  });
});

describe("the names in a text", () => {
  const people = [
    { name: "Ana-María Ruiz" },
    { name: "Li Wu" },
    { name: "Site technician, Alder Bend" },
  ];
  test.each([
    ["Thanks to Ana-María Ruiz for it", ["Ana-María Ruiz"]],
    ["ruiz built it", ["Ruiz"]],
    ["Li Wu built it", ["Li Wu"]],
    ["The list was rebuilt by IT on site", []],
    ["The Site technician did it", ["Site technician"]],
    ["At Alder Bend Elementary all went well", ["Alder Bend Elementary"]],
    ["Alderbend is no such word, nor is ruizian", []],
  ])("%s", (words, names) => {
    expect(namesIn(words, people, ["Alder Bend Elementary"])).toEqual(names);
  });
});
