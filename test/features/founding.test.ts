import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { Address } from "../../src/team/person.ts";
import { addressOf, openLiaison, type Rig } from "../rig/index.ts";
import { wordsOf } from "../rig/platform.ts";

const NEW_LIBRARIAN = "slack:T0TAMARACK/U0NEWLIB" as Address;
/** The platform knows no such person: a bot, or somebody who has not opened the app. */
const NOBODY = "slack:T0TAMARACK/U0NOBODY" as Address;
const NEW_CHANNEL = "slack:T0TAMARACK/C0NEW" as Address;
const FORM = {
  school: "Cedar Middle",
  library: [NEW_LIBRARIAN],
  it: [],
  channel: NEW_CHANNEL,
  timezone: "America/Denver",
  language: "en",
};

let liaison: Rig;
beforeEach(async () => {
  liaison = await openLiaison();
  liaison.platform.profiles.set(NEW_LIBRARIAN, {
    name: "Librarian, Cedar",
    locale: "en",
    timezone: "America/Denver",
    active: true,
  });
});
afterEach(async () => {
  await liaison.close();
});

test.each(["Alder Bend Elementary", "alder bend elementary", "Alder-Bend  Elementary."])(
  "a school called %j has a team already: its people are named, and no second one is founded",
  async (school) => {
    const librarian = liaison.as("U0NEWLIB");
    const before = (await liaison.stores.partnerships.all()).length;
    await librarian.say("setup");
    await librarian.submit({ ...FORM, school });

    expect(librarian.problems()["school"]).toMatch(
      /^Alder Bend Elementary has a team already: School librarian, Alder Bend.* and Site technician, Alder Bend.*add you with/u,
    );
    expect(await liaison.stores.partnerships.all()).toHaveLength(before);
  },
);

test("whom a team names as supervisor sees who is in it, and may ask to be in, once a day", async () => {
  const principal = liaison.as("u-tv-prin");
  await principal.say("setup");
  expect(principal.words()).toMatch(/Tamarack Valley High has a team already/u);
  const team = await liaison.stores.partnerships.find("p-tv");

  await principal.press("Ask to be in it");
  await principal.say("setup");
  await principal.press("Ask to be in it");

  const told = liaison.messages({ kind: "setup.wants_in" });
  expect(told).toHaveLength(team ? team.libraryIds.length + team.itIds.length : 0);
  expect(wordsOf(told[0]?.card ?? { title: "", body: [] })).toMatch(
    /nothing changes|rien ne change/u,
  );
  await principal.say("setup");
  await principal.press("Another school");
  expect(principal.form().form).toBe("setup");
});

test("where the district says so, only its own found teams, and others may ask them", async () => {
  const admin = liaison.as("u-d-itdir");
  await admin.say("policy");
  await admin.press("Only these two: Who may set up a team");
  const librarian = liaison.as("U0NEWLIB");

  await librarian.say("setup");
  expect(librarian.words()).toMatch(/It is done by .*Coordinator/iu);
  await librarian.press("Tell them");

  const [told] = liaison.messages({ kind: "setup.wanted" });
  expect(told?.card.title).toBe("Librarian, Cedar would like a team of library and IT");
  const coordinator = liaison.as("u-d-coord");
  await coordinator.say("setup");
  await coordinator.submit(FORM);
  expect(coordinator.card().title).toBe("The team of Cedar Middle is ready");

  await admin.say("policy");
  await admin.press("Let anyone: Who may set up a team");
  await librarian.say("setup");
  expect(librarian.form().form).toBe("setup");
});

test("a form that was open before the district decided founds nothing", async () => {
  const librarian = liaison.as("U0NEWLIB");
  await librarian.say("setup");
  const district = await liaison.stores.district();
  if (!district) throw new Error("There is a district");
  await liaison.stores.saveDistrict({ ...district, founders: "district" });

  await librarian.submit(FORM);

  expect(librarian.words()).toMatch(/It is done by/u);
  expect(await liaison.stores.partnerships.atChannel(NEW_CHANNEL)).toBeUndefined();
});

test.each([
  ["it", { it: ["u-ab-it", NOBODY] }],
  ["library", { library: [NOBODY] }],
  ["supervisors", { supervisors: [NOBODY, NOBODY] }],
])("nobody chosen for %s is left out without a word", async (input, chosen) => {
  const librarian = liaison.as("u-ab-lib");
  const before = await liaison.stores.partnerships.find("p-ab");
  await librarian.say("setup");
  await librarian.submit(
    Object.fromEntries(
      Object.entries(chosen).map(([id, people]) => [
        id,
        people.map((who) => (who === NOBODY ? who : addressOf(who))),
      ]),
    ),
  );

  expect(librarian.problems()[input]).toMatch(
    input === "it"
      ? /^I found Site technician, Alder Bend. I can't find 1 person you chose\..*write to me once/u
      : /^I can't find 1 person/u,
  );
  expect(await liaison.stores.partnerships.find("p-ab")).toEqual(before);
});

test("who accepts is not told that both sides are there while nobody from IT is named", async () => {
  const colleague = "slack:T0TAMARACK/U0NEWIT" as Address;
  liaison.platform.profiles.set(colleague, {
    name: "Colleague, Cedar",
    locale: "en",
    timezone: "America/Denver",
    active: true,
  });
  const librarian = liaison.as("U0NEWLIB");
  await librarian.say("setup");
  await librarian.submit({ ...FORM, library: [NEW_LIBRARIAN, colleague] });

  await liaison.at(colleague).press("Accept");

  expect(liaison.at(colleague).words()).toContain("Nobody stands on the IT side yet");
});

test("in Teams a second team of a school is refused at its name as well", async () => {
  await liaison.close();
  liaison = await openLiaison({ platforms: ["slack", "teams"] });
  const district = liaison.liaison.stores.of("d-wc");
  const school = await district.schools.find("s-wc");
  const before = await district.partnerships.all();
  const stranger = liaison.as("u-stranger@teams");
  liaison.on("teams").profiles.set(stranger.address, {
    name: "Librarian, Cedar",
    locale: "en",
    timezone: "America/Denver",
    active: true,
  });
  await stranger.say("setup");
  await stranger.submit({
    ...FORM,
    school: school?.name.toUpperCase() ?? "",
    library: [stranger.address],
  });

  expect(stranger.problems()["school"]).toMatch(/has a team already: .*add you with/u);
  expect(await district.partnerships.all()).toEqual(before);
});
