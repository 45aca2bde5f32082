import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { addressOf, channelOf, openLiaison, type Rig } from "../rig/index.ts";
import { buttonsOf, wordsOf } from "../rig/platform.ts";
import type { Address } from "../../src/team/person.ts";

const NEW_LIBRARIAN = "slack:T0TAMARACK/U0NEWLIB" as Address;
const NEW_TECHNICIAN = "slack:T0TAMARACK/U0NEWIT" as Address;
const NEW_CHANNEL = "slack:T0TAMARACK/C0NEW" as Address;
const FORM = {
  school: "Cedar Middle",
  library: [NEW_LIBRARIAN],
  it: [NEW_TECHNICIAN],
  channel: NEW_CHANNEL,
  timezone: "America/Denver",
  language: "en",
};

let liaison: Rig;
beforeEach(async () => {
  liaison = await openLiaison();
  for (const [address, name, locale] of [
    [NEW_LIBRARIAN, "Librarian, Cedar", "en"],
    [NEW_TECHNICIAN, "Technician, Cedar", "fr"],
  ] as const)
    liaison.platform.profiles.set(address, {
      name,
      locale,
      timezone: "America/Denver",
      active: true,
    });
});
afterEach(async () => {
  await liaison.close();
});

describe("setting up a partnership", () => {
  test("a stranger in the workspace can start one and then log a goal in it", async () => {
    const librarian = liaison.as("U0NEWLIB");
    await librarian.say("goal Borrow on day one by May 14");
    await librarian.press("See what there is");
    await librarian.press("Open: Me");
    await librarian.press("Open: Start or change a team");
    await librarian.submit(FORM);
    expect(librarian.card().title).toBe("The team of Cedar Middle is ready");
    expect(buttonsOf(librarian.card()).map(({ label }) => label)).toEqual([
      "Log a goal",
      "Bring in the calendar",
      "School goals",
    ]);
    await librarian.say("goal Borrow on day one by May 14");
    expect(librarian.words()).toMatch(/Saved as goal/u);
  });

  test("the others are told once, in their language; the channel too", async () => {
    const librarian = liaison.as("U0NEWLIB");
    await librarian.say("setup");
    await librarian.submit(FORM);
    await librarian.again();
    const welcome = liaison.messages({ kind: "setup.welcome" });
    expect(welcome.map(({ to }) => to)).toEqual([NEW_TECHNICIAN]);
    expect(welcome[0]?.card.title).toMatch(/^Vous faites partie/u);
    expect(liaison.messages({ kind: "setup.channel" }).map(({ to }) => to)).toEqual([NEW_CHANNEL]);
    expect(await liaison.stores.partnerships.atChannel(NEW_CHANNEL)).toBeDefined();
  });

  test("everyone in it gets the weekly message from then on", async () => {
    const librarian = liaison.as("U0NEWLIB");
    await librarian.say("setup");
    await librarian.submit(FORM);
    await librarian.say("goal Borrow on day one by March 10");
    await librarian.say("item add");
    await librarian.submit({ title: "Load the borrowers", due: "March 9" });
    await liaison.advanceTo("2027-03-08T15:10:00Z");
    expect(liaison.messages({ kind: "nudge.digest", to: NEW_LIBRARIAN })).toHaveLength(1);
  });

  test("how often they want to meet stands in the form of the check-in", async () => {
    const librarian = liaison.as("U0NEWLIB");
    await librarian.say("setup");
    await librarian.submit({ ...FORM, it: [], every: "4" });
    await librarian.say("checkin");

    expect(
      librarian.form().inputs.find((each) => "id" in each && each.id === "every"),
    ).toMatchObject({ value: "4" });
    await librarian.submit({ weekday: "wed", start: "14:45" });
    await librarian.say("setup");
    expect(librarian.form().inputs.some((each) => "id" in each && each.id === "every")).toBe(false);
  });

  test.each([
    ["no school", { school: " " }, "school", "Write a few words here."],
    [
      "a supervisor who is a partner",
      { supervisors: [NEW_TECHNICIAN] },
      "supervisors",
      "A partner needs nothing shown",
    ],
    ["one person on both sides", { it: [NEW_LIBRARIAN] }, "it", "Each person stands on one side."],
    ["a zone that is none", { timezone: "Denver" }, "timezone", "Use a zone like"],
    ["another team's channel", { channel: channelOf("s-ab") }, "channel", "Another team uses"],
    ["two other people", { library: [addressOf("u-ab-t4")] }, "library", "Put yourself"],
  ])("%s is refused with a sentence at the input", async (_name, answers, input, sentence) => {
    const librarian = liaison.as("U0NEWLIB");
    await librarian.say("setup");
    await librarian.submit({ ...FORM, ...answers });
    expect(librarian.problems()[input]).toContain(sentence);
  });

  test("a partner changes the team, and only who is new is told", async () => {
    const librarian = liaison.as("u-ab-lib");
    await librarian.say("setup");
    await librarian.submit({ it: [addressOf("u-ab-it"), NEW_TECHNICIAN] });
    expect(librarian.card().title).toMatch(/was changed/u);
    expect((await liaison.stores.partnerships.find("p-ab"))?.itIds).toHaveLength(2);
    expect(liaison.messages({ kind: "setup.welcome" }).map(({ to }) => to)).toEqual([
      NEW_TECHNICIAN,
    ]);
    expect(liaison.messages({ kind: "setup.channel" })).toHaveLength(0);
  });

  test("somebody who is added hears of it even when storing the team was cut short", async () => {
    const librarian = liaison.as("u-ab-lib");
    const { stores } = liaison.liaison;
    const whole = stores.forOneEvent.bind(stores);
    await librarian.say("setup");
    stores.forOneEvent = (districtId) => {
      const district = whole(districtId);
      const update: typeof district.partnerships.update = async (id, change) => {
        await district.partnerships.update(id, change);
        throw new Error("Stopped");
      };
      return { ...district, partnerships: { ...district.partnerships, update } };
    };
    await librarian.submit({ it: [addressOf("u-ab-it"), NEW_TECHNICIAN] });
    stores.forOneEvent = whole;
    await librarian.twice();

    expect(liaison.messages({ kind: "setup.welcome" }).map(({ to }) => to)).toEqual([
      NEW_TECHNICIAN,
    ]);
  });

  test("somebody in a team can start another one from its channel", async () => {
    const technician = liaison.as("u-ab-it");
    await technician.say("setup", channelOf("s-tv"));
    await technician.press("Otra escuela");
    await technician.submit({ ...FORM, it: [addressOf("u-ab-it")] });

    const teams = await liaison.stores.partnerships.ofPartner("u-ab-it");
    expect(teams.flatMap(({ channels }) => channels).sort()).toEqual([
      channelOf("s-ab"),
      NEW_CHANNEL,
    ]);
  });

  test("it starts when both sides have accepted, and then Meeting 1 is looked for", async () => {
    const [librarian, technician] = [liaison.as("U0NEWLIB"), liaison.as("U0NEWIT")];
    await librarian.say("setup");
    await librarian.submit(FORM);
    expect(librarian.words()).toMatch(/I asked Technician, Cedar\. It starts when both sides/u);
    await librarian.say("protocol");
    expect(librarian.words()).toMatch(/not started yet.*IT has not accepted yet/su);
    expect(liaison.messages({ kind: "meeting.time" })).toEqual([]);

    const [welcome] = liaison.messages({ kind: "setup.welcome" });
    await technician.press("Accepter", welcome);
    await technician.twice();
    expect(liaison.messages({ kind: "meeting.time" }).map(({ to }) => to)).toEqual([NEW_CHANNEL]);
    await librarian.say("protocol");
    expect(librarian.words()).toMatch(/Meeting 1 comes next/u);

    await technician.press("Changer", liaison.messages({ kind: "setup.welcome" })[0]);
    await technician.submit({ role: "instructional_technology_specialist" });
    expect((await liaison.stores.people.at(NEW_TECHNICIAN))?.role).toBe(
      "instructional_technology_specialist",
    );
  });

  test("not me leaves the team and asks for somebody else, once", async () => {
    const [librarian, technician] = [liaison.as("U0NEWLIB"), liaison.as("U0NEWIT")];
    await librarian.say("setup");
    await librarian.submit(FORM);
    await technician.press("Pas moi");
    await technician.twice();

    expect((await liaison.stores.partnerships.atChannel(NEW_CHANNEL))?.itIds).toEqual([]);
    await liaison.advanceTo("2027-03-02T17:00:00Z");
    const told = liaison.messages({ kind: "setup.declined" });
    expect(told.map(({ to }) => to)).toEqual([NEW_LIBRARIAN]);
    expect(told[0] && wordsOf(told[0].card)).toMatch(/somebody else's/u);
  });

  test("later is asked once more, and then no more", async () => {
    const [librarian, technician] = [liaison.as("U0NEWLIB"), liaison.as("U0NEWIT")];
    await librarian.say("setup");
    await librarian.submit(FORM);
    await technician.press("Plus tard");
    await liaison.advanceTo("2027-03-11T17:00:00Z");
    const again = liaison.messages({ kind: "setup.again" });
    expect(again.map(({ to }) => to)).toEqual([NEW_TECHNICIAN]);
    await technician.press("Plus tard", again[0]);
    await liaison.advanceTo("2027-03-25T17:00:00Z");
    expect(liaison.messages({ kind: "setup.again" })).toHaveLength(1);
  });

  test("without an IT partner the goal sheet works and says what waits", async () => {
    const librarian = liaison.as("U0NEWLIB");
    await librarian.say("setup");
    await librarian.submit({ ...FORM, it: [], supervisors: [addressOf("u-ab-prin")] });
    expect(librarian.words()).toMatch(/Meeting 1 waits/u);
    await librarian.say("goal Borrow on day one by May 14");
    await librarian.say("sheet");
    expect(librarian.words()).toMatch(/Borrow on day one/u);
    await librarian.say("status");
    expect(librarian.words()).toMatch(/Nobody stands on the IT side yet/u);
    expect((await liaison.stores.partnerships.atChannel(NEW_CHANNEL))?.supervisorIds).toEqual([
      "u-ab-prin",
    ]);
    expect(liaison.messages({ to: addressOf("u-ab-prin") })).toEqual([]);
  });

  test("gives nobody a role while the form is not in order", async () => {
    const librarian = liaison.as("u-ab-lib");
    await librarian.say("setup");
    await librarian.submit({ it: [NEW_TECHNICIAN], timezone: "Denver" });

    expect((await liaison.stores.people.at(NEW_TECHNICIAN))?.role).toBe("staff");
  });

  test("a form of a team one is no longer in changes nothing", async () => {
    const librarian = liaison.as("u-ab-lib");
    await librarian.say("setup");
    await liaison.stores.partnerships.update("p-ab", (known) => ({ ...known, libraryIds: [] }));
    await librarian.submit({ school: "Renamed" });
    expect(librarian.words()).toMatch(/only for the partners/u);
    expect((await liaison.stores.schools.find("s-ab"))?.name).toBe("Alder Bend Elementary");
  });
});

test("help shows the situations in the person's language, and leads to the thing in two presses", async () => {
  const technician = liaison.as("u-ab-it");
  await technician.say("help");
  expect(technician.words()).toMatch(/^¿De qué se trata\?/u);
  await technician.press("Abrir: Nuestras metas y el plan");
  await technician.press("Abrir: Nuestro plan");
  expect(technician.words()).toMatch(/Alder Bend Elementary/u);
});

test.each([
  ["plam", "plan"],
  ["golas", "goal|golas"],
  ["chekin", "checkin"],
])("an unknown command %s is answered with the nearest that exists", async (typed, near) => {
  const librarian = liaison.as("u-ab-lib");
  await librarian.say(typed);
  expect(
    buttonsOf(librarian.card())
      .slice(0, 3)
      .map(({ value }) => value),
  ).toContain(near);
});

test("a message that cannot reach a channel is told to the partners once, with the remedy", async () => {
  const { DeliveryError } = await import("../../src/ports.ts");
  const closed = () => new DeliveryError("refused", { message: "is_archived", reason: "closed" });
  liaison.platform.fail(channelOf("s-ab"), closed(), closed());
  await liaison.as("u-ab-it").say("goal done g-12");
  await liaison.as("u-ab-lib").press("Yes, done");
  await liaison.as("u-ab-it").say("goal done g-09");
  await liaison.as("u-ab-lib").press("Yes, done");
  const told = liaison.messages({ kind: "delivery.notice" });
  expect(told.map(({ to }) => to).sort()).toEqual(
    [addressOf("u-ab-it"), addressOf("u-ab-lib")].sort(),
  );
  expect(told.map(({ card }) => wordsOf(card)).join()).toMatch(/\/liaison setup/u);
});

test("someone who was deactivated gets nothing more, and their partner hears of it once", async () => {
  const { DeliveryError } = await import("../../src/ports.ts");
  liaison.platform.fail(
    addressOf("u-ab-it"),
    new DeliveryError("refused", { message: "user_disabled", reason: "gone" }),
  );
  await liaison.as("u-ab-lib").say("goal done g-05");
  expect((await liaison.stores.people.find("u-ab-it"))?.active).toBe(false);
  expect(liaison.messages({ kind: "handover" }).map(({ to }) => to)).toEqual([
    addressOf("u-ab-lib"),
  ]);
  await liaison.advanceTo("2027-03-15T20:00:00Z");
  expect(liaison.messages({ to: addressOf("u-ab-it") })).toEqual([]);
});
