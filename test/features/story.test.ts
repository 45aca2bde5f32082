import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openLiaison, type Actor, type Rig } from "../rig/index.ts";

let rig: Rig;
let librarian: Actor;
let technician: Actor;

async function before(opened: Rig): Promise<void> {
  await opened.as("u-ab-lib").say("reflect g-01");
  await opened.as("u-ab-lib").press("Tell it as a story");
}

beforeEach(async () => {
  rig = await openLiaison({ before });
  librarian = rig.as("u-ab-lib");
  technician = rig.as("u-ab-it");
});
afterEach(async () => {
  await rig.close();
});

const shelfFor = async (personId: string): Promise<string> => {
  await rig.as(personId).say("stories");
  return rig.as(personId).words();
};

describe("a success story", () => {
  test("is drafted from what is known, and published by both consents", async () => {
    expect(librarian.form().inputs).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: "need", value: "Week one sets the borrowing habit" }),
      ]),
    );
    await librarian.submit({ did: "One nightly file and a daily check" });
    await librarian.press("I consent");
    expect(await shelfFor("u-d-coord")).toContain("No story is on the shelf yet");

    await technician.press("Doy mi consentimiento");

    const shelf = await shelfFor("u-d-coord");
    expect(shelf).toContain("One nightly file and a daily check");
    expect(shelf).not.toMatch(/Alder|librarian, |technician/u);
    expect(await shelfFor("u-tv-lib")).toContain("One nightly file and a daily check");
    expect(await shelfFor("u-ab-prin")).toContain("you are not in one yet");
  });

  test("is refused with the names that stand in it, and nothing is lost", async () => {
    await librarian.submit({ did: "Site technician, Alder Bend sent the file" });
    expect(librarian.problems()["did"]).toBe(
      "Leave out names: Site technician, Alder Bend. Say what was done, not by whom.",
    );
  });

  test("changed by the other side, is asked about again", async () => {
    await librarian.submit({ did: "One nightly file" });
    await librarian.press("I consent");
    const asked = rig.messages({ kind: "story.ask" }).at(-1);
    await technician.press("Cambiarlo", asked);
    await technician.submit({ result: "99 de 100" });
    await technician.press("Doy mi consentimiento", asked);
    expect(technician.card().title).toContain("Cambió desde que lo leíste");
    await technician.press("Doy mi consentimiento");
    expect(await shelfFor("u-d-coord")).toContain("No story is on the shelf yet");
    await librarian.press("I consent");
    expect(await shelfFor("u-d-coord")).toContain("99 de 100");
  });
});

test("nobody but the partners can write or consent to it", async () => {
  await librarian.submit({ did: "One nightly file" });
  const preview = rig.messages({ to: librarian.address }).at(-1);
  const outsider = rig.as("u-ab-prin");
  await outsider.press("I consent", preview);
  await outsider.press("Change it", preview);
  expect(outsider.card().title).toContain("This is only for the partners");
});
