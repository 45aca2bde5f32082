import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { addressOf, openLiaison, type Actor, type Rig } from "../rig/index.ts";

let rig: Rig;
let librarian: Actor;
beforeEach(async () => {
  rig = await openLiaison();
  librarian = rig.as("u-tv-lib");
});
afterEach(async () => {
  await rig.close();
});

const told = (kind: string, person: string) => rig.messages({ kind, to: addressOf(person) });

describe("a resource", () => {
  const share = async (title: string): Promise<void> => {
    await librarian.say("resource add");
    await librarian.submit({
      title,
      link: "plain-pages.example/maps",
      why: "You asked for maps",
      to: [addressOf("u-d-itdir")],
    });
    expect(librarian.problems()).toEqual({});
  };

  test("reaches whom it is for, at most one in a week, and their press is seen by who shared it", async () => {
    await share("A page on maps");
    await share("A page on rivers");
    await rig.advanceTo("2027-03-05T20:00:00Z");
    expect(told("resource.told", "u-d-itdir").map(({ card }) => card.body[0])).toEqual([
      { type: "text", text: "A page on maps", tone: "quote" },
    ]);

    await rig.advanceTo("2027-03-13T20:00:00Z");
    const messages = told("resource.told", "u-d-itdir");
    expect(messages).toHaveLength(2);
    await rig.as("u-d-itdir").press("Useful", messages[0]);
    await librarian.say("resources maps");

    expect(librarian.words()).toContain("useful");
  });

  test("waits at home for whom it is for, and for nobody else", async () => {
    await share("A page on maps");
    const home = JSON.stringify(await rig.as("u-d-itdir").home());

    expect(home).toContain("A resource was shared with you");
    expect(JSON.stringify(await librarian.home())).not.toContain("shared with you");
  });

  test("from nowhere on the web is not taken", async () => {
    await librarian.say("resource add");
    await librarian.submit({
      title: "x",
      link: "javascript:alert(1)",
      why: "y",
      to: [addressOf("u-tv-it")],
    });

    expect(librarian.problems()).toEqual({
      link: "An address that begins with “javascript:” is no web page. Write one such as library.example/maps.",
    });
  });
});

describe("memberships", () => {
  const join = async (actor: Actor, tell: "yes" | "no"): Promise<void> => {
    await actor.say("membership add");
    await actor.submit({ name: "Iste", sort: "association", tell });
  };

  test("both partners hear once of a group that both are in and allowed to tell", async () => {
    await join(librarian, "yes");
    await join(librarian, "yes");
    await rig.advanceTo("2027-03-13T20:00:00Z");

    expect(told("membership.both", "u-tv-lib").map(({ card }) => card.title)).toEqual([
      expect.stringMatching(/^You and .+ both belong to Iste$/u),
    ]);
    expect(told("membership.both", "u-tv-its")).toHaveLength(1);
    expect(told("membership.both", "u-d-itdir")).toHaveLength(0);
  });

  test("nobody hears of one that is to stay private", async () => {
    await join(librarian, "no");
    await rig.advanceTo("2027-03-13T20:00:00Z");

    expect(rig.messages({ kind: "membership.both" })).toEqual([]);
  });

  test("those of somebody who left are nobody's any more", async () => {
    await rig.platform.deliver({
      id: "left",
      type: "person",
      change: "left",
      tenant: "slack:T0TAMARACK" as never,
      from: addressOf("u-ab-lib"),
      channel: null,
      via: "{}",
    });

    expect(await rig.stores.records.unseen.ownedBy("membership", "u-ab-lib")).toEqual([]);
  });
});

describe("school goals", () => {
  const served = (actor: Actor): readonly string[] =>
    actor
      .form()
      .inputs.flatMap((input) =>
        input.type === "choice" && input.id === "serves" ? input.options : [],
      )
      .map(({ label }) => label);

  test("are picked from by the goals of the school as long as they are current", async () => {
    await librarian.say("school goal add Everybody can check a source");
    await librarian.submit({ sort: "learning_goal" });
    await librarian.say("goal add");
    expect(served(librarian)).toContain("Everybody can check a source");

    await librarian.say("school goals everybody");
    await librarian.press("Open");
    await librarian.press("No longer current");
    await librarian.say("goal add");

    expect(served(librarian)).not.toContain("Everybody can check a source");
  });

  test("are kept by the coordinator for every school, who is asked for which", async () => {
    const coordinator = rig.as("u-d-coord");
    await coordinator.say("school goal add");
    await coordinator.submit({ title: "Reading first", sort: "priority" });
    expect(Object.keys(coordinator.problems())).toEqual(["scope"]);
    await coordinator.submit({ title: "Reading first", sort: "priority", scope: "s-ab" });
    await rig.as("u-ab-lib").say("school goals reading");

    expect(rig.as("u-ab-lib").words()).toContain("Reading first");
  });

  test("are not for somebody who belongs to no team", async () => {
    await rig.as("u-ab-t4").say("school goal add Mine");

    expect(rig.as("u-ab-t4").card().title).toContain("Only the people this belongs to");
  });
});

describe("the demo", () => {
  test.each([
    ["lessons", "Check a made-up source"],
    ["resources", "Five AI lessons for advisory"],
    ["ideas", "How my class uses river sound clips"],
    ["memberships", "AASL"],
    ["school goals", "Students argue from sources they have checked"],
  ])("has %s to look at", async (command, title) => {
    await librarian.say(command);

    expect(librarian.words()).toContain(title);
  });
});

test("a lesson is found by a theme and by a tag of one's own", async () => {
  await librarian.say("lesson add Grade 9, river maps");
  expect(librarian.form().inputs).toContainEqual(
    expect.objectContaining({ id: "title", value: "Grade 9, river maps" }),
  );
  await librarian.submit({ led: "library", aim: "Read a map", tags: "Rivers", day: "yesterday" });
  await librarian.say("lessons #rivers");
  expect(librarian.words()).toContain("Grade 9, river maps");
  expect(librarian.words()).toContain("Mon 1 March 2027");
  await librarian.say("lessons #ai_literacy");

  expect(librarian.card().title).toContain("Lessons: AI literacy");
  expect(librarian.words()).not.toContain("river maps");
});
