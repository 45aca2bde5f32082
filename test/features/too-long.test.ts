import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { planFeature } from "../../src/features/plan/index.ts";
import { openLiaison, type Rig } from "../rig/index.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await openLiaison({ features: [planFeature] });
});
afterEach(async () => {
  await rig.close();
});

describe("an action item that is too long", () => {
  test("stands whole in the form, which says so, and its date is read all the same", async () => {
    const librarian = rig.as("u-ab-lib");
    const typed = `${"Label every cart and every shelf ".repeat(20)}by May 14`;
    await librarian.say(`item add ${typed}`);

    const { inputs } = librarian.form();
    expect(inputs[0]).toMatchObject({ type: "note", text: expect.stringMatching(/at most 200/u) });
    const title = inputs.find((input) => "id" in input && input.id === "title");
    expect(title).toMatchObject({ value: typed });
    expect(title).toMatchObject({ multiline: true, maxLength: 2000 });
    expect(JSON.stringify(inputs)).toContain("14 May 2027");
  });

  test("by far is given back whole, not saved and not lost", async () => {
    const librarian = rig.as("u-ab-lib");
    await librarian.say(`item add ${"word ".repeat(1000)}`);

    expect(librarian.card().title).toMatch(/^That is 4999 characters/u);
    expect(librarian.words().replace(/\s+/gu, " ")).toContain("word ".repeat(1000).trim());
    await librarian.press("Add action");
    await librarian.submit({ title: "Label the carts" });
    expect(await rig.stores.items.find("a-81")).toMatchObject({ title: "Label the carts" });
  });
});
