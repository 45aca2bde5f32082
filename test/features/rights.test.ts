import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { addressOf, openLiaison, type Actor, type Rig } from "../rig/index.ts";
import { buttonsOf, wordsOf } from "../rig/platform.ts";
import type { Address } from "../../src/team/person.ts";
import { type Grant, type Right, RIGHTS } from "../../src/team/grant.ts";
import { NOW } from "../contracts/entities.ts";

let liaison: Rig;
beforeEach(async () => {
  liaison = await openLiaison();
});
afterEach(async () => {
  await liaison.close();
});

const DIRECTOR = "u-d-itdir";
const COORDINATOR = "u-d-coord";
const TEACHER = "u-ab-t4";

const rightsOf = async (personId: string): Promise<readonly Right[]> =>
  (await liaison.stores.grants.all())
    .filter((grant) => grant.personId === personId && !grant.ended)
    .map(({ right }) => right);

/** What only somebody with a right gets to see or do, by a word of it. */
const GUARDED = [
  ["calendar", /Tamarack Valley High/u],
  ["closed tomorrow", /all \d+|Which school/iu],
  ["district", /partnerships: \d/u],
  ["nudge measures", /pressed/iu],
] as const;

/** A colleague names a teacher for IT in a team that they made up; the teacher accepts. */
async function invent(): Promise<Actor> {
  const [colleague, teacher] = [liaison.as("u-tv-sci"), liaison.as(TEACHER)];
  await colleague.say("setup");
  await colleague.submit({
    school: "Invented Middle",
    library: [colleague.address],
    it: [teacher.address],
    channel: "slack:T0TAMARACK/C0INVENTED",
    timezone: "America/Chicago",
    language: "en",
  });
  await teacher.press("setup.accept");
  return teacher;
}

/** What the teacher was shown when they accepted. */
const accepted = () =>
  liaison.platform.posted.find(
    ({ to, card }) =>
      to === addressOf(TEACHER) && buttonsOf(card).some(({ action }) => action === "setup.role"),
  );

describe("what somebody says of themselves", () => {
  test("gives no right over the district, in an invented team or another", async () => {
    const teacher = await invent();
    await teacher.press("setup.role", accepted());
    await teacher.submit({ role: "it_director" });

    expect(teacher.words()).toMatch(/listed as IT director/u);
    expect(teacher.words()).toMatch(/gives no right by itself/u);
    expect(teacher.words()).toMatch(/I asked District IT director/u);
    expect(await rightsOf(TEACHER)).toStrictEqual([]);
    for (const [words, shown] of GUARDED) {
      await teacher.say(words);
      expect(teacher.words()).not.toMatch(shown);
    }
    const schools = await liaison.stores.schools.findAll(["s-tv", "s-ab"]);
    expect(schools.flatMap(({ closures = [] }) => closures)).toStrictEqual([]);
  });

  test("is asked of those who may give the right, once, and counts from their yes", async () => {
    const teacher = await invent();
    for (const role of ["it_director", "it_technician", "it_director"]) {
      await teacher.press("setup.role", accepted());
      await teacher.submit({ role });
    }
    const asked = liaison.messages({ kind: "rights.ask" });
    expect(asked.map(({ to }) => to)).toStrictEqual([addressOf(DIRECTOR)]);

    await liaison.as(DIRECTOR).press("rights.confirm", asked[0]);
    expect(await rightsOf(TEACHER)).toStrictEqual(["it_director"]);
    expect(teacher.words()).toMatch(/made you IT director/u);
    const [grant] = (await liaison.stores.grants.all()).slice(-1);
    expect(grant).toMatchObject({ personId: TEACHER, givenById: DIRECTOR, ended: null });
  });

  test("a forged press of the yes gives nothing, whoever it names", async () => {
    const teacher = await invent();
    await teacher.press("setup.role", accepted());
    await teacher.submit({ role: "it_director" });
    for (const right of RIGHTS)
      for (const [action, value] of [
        ["rights.confirm", `${TEACHER}|${right}`],
        ["rights.no", `${TEACHER}|${right}`],
        ["rights.give", ""],
        ["rights.take", "demo/administrator/u-d-itdir"],
      ] as const)
        await liaison.platform.deliver({
          id: `forged-${action}-${right}`,
          tenant: "slack:T0TAMARACK" as Address,
          from: teacher.address,
          channel: null,
          via: "{}",
          type: "action",
          action,
          value,
        });
    expect(await rightsOf(TEACHER)).toStrictEqual([]);
    expect(await rightsOf(DIRECTOR)).toStrictEqual(["administrator", "it_director"]);
  });

  test("a forged form gives nothing", async () => {
    const teacher = liaison.as(TEACHER);
    for (const right of RIGHTS)
      await liaison.platform.deliver({
        id: `forged-${right}`,
        tenant: "slack:T0TAMARACK" as Address,
        from: teacher.address,
        channel: null,
        via: "{}",
        type: "form",
        form: "rights.give",
        context: "",
        answers: { who: [teacher.address], right },
        instance: right,
      });
    expect(await rightsOf(TEACHER)).toStrictEqual([]);
  });

  test("who only has the title has none of its rights, whatever the title", async () => {
    const { people } = liaison.stores;
    for (const role of ["it_director", "district_library_coordinator", "principal"] as const) {
      await people.update(TEACHER, (known) => ({ ...known, role }));
      for (const [words, shown] of GUARDED) {
        await liaison.as(TEACHER).say(words);
        expect(liaison.as(TEACHER).words()).not.toMatch(shown);
      }
    }
  });

  test("who stands in for an IT director keeps no calendars for them", async () => {
    const director = liaison.as(DIRECTOR);
    await director.say("cover");
    await director.submit({ who: [addressOf(TEACHER)], until: "Friday" });
    for (const [words, shown] of GUARDED) {
      await liaison.as(TEACHER).say(words);
      expect(liaison.as(TEACHER).words()).not.toMatch(shown);
    }
  });
});

describe("an administrator", () => {
  test("gives a right, which works at once, and takes it back, which ends it at once", async () => {
    const director = liaison.as(DIRECTOR);
    await director.say("admin");
    expect(director.words()).toMatch(/District IT director: administrator/u);
    await director.press("rights.give");
    await director.submit({ who: [addressOf(TEACHER)], right: "district_library_coordinator" });
    const teacher = liaison.as(TEACHER);
    expect(teacher.words()).toMatch(/made you district library coordinator/u);
    await teacher.say("district");
    expect(teacher.words()).toMatch(/partnerships: \d/u);

    await director.say("admin");
    const [row] = buttonsOf(director.card()).filter(({ about }) => about?.includes("Grade 4"));
    await director.press(`${row?.label ?? ""}: ${row?.about ?? ""}`);
    expect(teacher.words()).toMatch(/took back a right/u);
    await teacher.say("district");
    expect(teacher.words()).not.toMatch(/partnerships: \d/u);
    const all = (await liaison.stores.grants.all()).filter(({ personId }) => personId === TEACHER);
    expect(all).toMatchObject([{ givenById: DIRECTOR, ended: { byId: DIRECTOR } }]);
  });

  test("who is the last one stays", async () => {
    const director = liaison.as(DIRECTOR);
    await director.say("admin");
    await director.press("Lay down: District IT director: administrator");
    expect(director.words()).toMatch(/only administrator/u);
    expect(await rightsOf(DIRECTOR)).toContain("administrator");
  });

  test("somebody who holds another right gives none while there is an administrator", async () => {
    const coordinator = liaison.as(COORDINATOR);
    await coordinator.say("admin");
    expect(buttonsOf(coordinator.card()).map(({ action }) => action)).not.toContain("rights.give");
    expect(coordinator.words()).toMatch(/District library coordinator: district library/u);
  });

  test("who left holds nothing, also when they come back", async () => {
    liaison.platform.profiles.set(addressOf(DIRECTOR), {
      name: "D",
      locale: "en",
      timezone: null,
      active: false,
    });
    await liaison.platform.deliver({
      id: "gone",
      tenant: "slack:T0TAMARACK" as Address,
      from: addressOf(DIRECTOR),
      channel: null,
      via: "{}",
      type: "person",
      change: "left",
    });
    expect(await rightsOf(DIRECTOR)).toStrictEqual([]);
  });
});

describe("the first administrator", () => {
  const nobody = async (): Promise<string> => {
    for (const { id } of await liaison.stores.grants.all())
      await liaison.stores.grants.update(id, (grant) => ({
        ...grant,
        ended: { byId: "u-x", at: NOW },
      }));
    const [awaited] = (await liaison.liaison.codesAwaited()).filter(
      ({ districtId }) => districtId === liaison.stores.districtId,
    );
    return awaited?.code ?? "";
  };

  test("has the code of the terminal; it works once, in any spelling", async () => {
    const code = await nobody();
    const teacher = liaison.as(TEACHER);
    await teacher.say("admin");
    expect(teacher.words()).toMatch(/no administrator yet/u);
    await teacher.say(`admin ${code.toLowerCase().replace(/^(.{4})/u, "$1-")}`);
    expect(teacher.card().title).toBe("You are the administrator now");
    expect(await rightsOf(TEACHER)).toStrictEqual(["administrator"]);

    await liaison.as(COORDINATOR).say(`admin ${code}`);
    expect(liaison.as(COORDINATOR).card().title).toBe("That code does not work");
    expect(await rightsOf(COORDINATOR)).toStrictEqual([]);
    expect(await liaison.liaison.codesAwaited()).not.toContainEqual(
      expect.objectContaining({ districtId: liaison.stores.districtId }),
    );
  });

  test("the code is the same after a restart, and another one when it was used", async () => {
    const code = await nobody();
    await liaison.restart();
    expect(await nobody()).toBe(code);
    await liaison.as(TEACHER).say(`admin ${code}`);
    expect(await nobody()).not.toBe(code);
    await liaison.as(TEACHER).say(`admin ${code}`);
    expect(await rightsOf(TEACHER)).toStrictEqual([]);
  });

  test("of two who type it at once one is it", async () => {
    const code = await nobody();
    await Promise.all([TEACHER, COORDINATOR].map((who) => liaison.as(who).say(`admin ${code}`)));
    expect([...(await rightsOf(TEACHER)), ...(await rightsOf(COORDINATOR))]).toHaveLength(1);
  });

  test("guessing ends after five", async () => {
    const code = await nobody();
    const teacher = liaison.as(TEACHER);
    for (let guess = 0; guess < 5; guess++) await teacher.say(`admin 22222222222${String(guess)}`);
    await teacher.say(`admin ${code}`);
    expect(teacher.words()).toMatch(/Try again in 15 minutes/u);
    expect(await rightsOf(TEACHER)).toStrictEqual([]);
  });

  test("until there is one, who holds a right shares that one and no other", async () => {
    await nobody();
    await liaison.stores.grants.add(grant("u-d-coord", "district_library_coordinator"));
    const coordinator = liaison.as(COORDINATOR);
    await coordinator.say("admin");
    await coordinator.press("rights.give");
    await coordinator.submit({ who: [addressOf(TEACHER)], right: "administrator" });
    expect(await rightsOf(TEACHER)).toStrictEqual([]);
    await coordinator.say("admin");
    await coordinator.press("rights.give");
    await coordinator.submit({
      who: [addressOf(TEACHER)],
      right: "district_library_coordinator",
    });
    expect(await rightsOf(TEACHER)).toStrictEqual(["district_library_coordinator"]);
  });
});

const grant = (personId: string, right: Right): Grant => ({
  id: `${personId}/${right}`,
  personId,
  right,
  givenById: null,
  givenAt: NOW,
  ended: null,
});

test("the overview says who gave what, and is paged", async () => {
  const people = [TEACHER, "u-ab-lib", "u-ab-it", "u-tv-lib", "u-tv-it", "u-ab-prin"];
  for (const person of people)
    for (const right of ["it_director", "district_library_coordinator"] as const)
      await liaison.stores.grants.add({ ...grant(person, right), givenById: DIRECTOR });
  const director = liaison.as(DIRECTOR);
  await director.say("admin");
  expect(wordsOf(director.card())).toMatch(/Given by District IT director, Tue/u);
  await director.press("More");
  expect(buttonsOf(director.card()).map(({ label }) => label)).toContain("Back");
});
