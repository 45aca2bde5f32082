import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { addressOf, openLiaison, type Actor, type Rig } from "../rig/index.ts";
import { tenantOf } from "../../src/team/person.ts";

/** A librarian of Slack who has an account in Teams that the bot takes for somebody else. */
const SLACK = "u-ab-lib";
const TEAMS = "29:the-same-librarian@teams";
const PROFILE = {
  name: "A. Bend",
  locale: "es",
  timezone: "America/Denver",
  active: true,
} as const;

let liaison: Rig;
let here: Actor;
let there: Actor;
beforeEach(async () => {
  liaison = await openLiaison({ platforms: ["slack", "teams"] });
  const tv = tenantOf(addressOf("u-tv-lib@teams"));
  const address = `${tv}/${TEAMS.split("@")[0] ?? ""}` as ReturnType<typeof addressOf>;
  liaison.on("teams").profiles.set(address, PROFILE);
  [here, there] = [liaison.as(SLACK), liaison.at(address)];
});
afterEach(async () => {
  await liaison.close();
});

const code = async (by: Actor): Promise<string> => {
  await by.say("link");
  return /: ([A-Z0-9]{6})$/u.exec(by.card().title)?.[1] ?? "";
};
const personAt = async ({ address }: Actor) => await liaison.stores.people.at(address);

/** Up to the question on the first side. */
const half = async (first: Actor, second: Actor): Promise<void> => {
  await second.say(`link ${await code(first)}`);
  await second.press("link.second");
};

describe("joining", () => {
  test("asks on both sides, and then either place leads to one person", async () => {
    await there.say(`link ${(await code(here)).toLowerCase()}`);
    expect(there.card().title).toBe(
      "¿Eres School librarian, Alder Bend (bibliotecario/a escolar) en Slack?",
    );
    expect((await personAt(there))?.id).not.toBe(SLACK);

    await there.press("Sí, soy yo");
    expect(there.card().title).toBe("Casi listo: ahora di que sí en Slack");
    expect(here.card().title).toBe("Are you A. Bend (staff) in Teams?");
    expect((await personAt(there))?.id).not.toBe(SLACK);

    await here.press("Yes, that is me");
    expect((await personAt(there))?.id).toBe(SLACK);
    expect((await personAt(here))?.addresses).toStrictEqual([here.address, there.address]);
  });

  test("loses nothing of what the two had, wherever it names them", async () => {
    await there.say("plan");
    const second = (await personAt(there))?.id ?? "";
    await liaison.stores.people.update(second, (known) => ({ ...known, role: "teacher" }));
    await liaison.stores.partnerships.update("p-tv", (known) => ({
      ...known,
      libraryIds: [...known.libraryIds, second],
    }));
    await there.say("goal Every cart has a name by May 14");
    await there.say("topic The carts");
    await half(here, there);
    await here.press("link.first");

    expect((await liaison.stores.partnerships.find("p-tv"))?.libraryIds).toStrictEqual([
      "u-tv-lib",
      SLACK,
    ]);
    const goals = await liaison.stores.goals.list({
      partnershipIds: ["p-tv"],
      ownerId: SLACK,
      page: { skip: 0, limit: 5 },
    });
    expect(goals.rows.map(({ title }) => title)).toContain("Every cart has a name");
    const topics = await liaison.stores.topics.queued("p-tv", { skip: 0, limit: 50 });
    expect(topics.rows.map(({ proposedById }) => proposedById)).toContain(SLACK);
    expect(topics.rows.map(({ proposedById }) => proposedById)).not.toContain(second);
  });

  test("is finished when it was cut short, and a second yes changes nothing", async () => {
    await half(here, there);
    const { stores } = liaison.liaison;
    const whole = stores.forOneEvent.bind(stores);
    stores.forOneEvent = (districtId) => ({
      ...whole(districtId),
      replacePerson: () => Promise.reject(new Error("Stopped")),
    });
    await here.press("link.first");
    stores.forOneEvent = whole;
    await liaison.advanceTo("2027-03-02T15:05:00Z");

    expect((await personAt(there))?.id).toBe(SLACK);
    await here.twice();
    expect((await personAt(here))?.addresses).toHaveLength(2);
  });

  test("stops at a no from either side, and says so to the other", async () => {
    await half(here, there);
    await here.press("link.no");

    expect(there.card().title).toBe("El otro lado dijo que no, así que no se unió nada");
    await here.say("link");
    expect((await personAt(there))?.id).not.toBe(SLACK);
  });

  test("keeps the weekly message to one, in the first place", async () => {
    await half(here, there);
    await here.press("link.first");
    await liaison.advanceTo("2027-03-08T15:10:00Z");

    const digests = liaison.messages({ kind: "nudge.digest" });
    expect(digests.filter(({ to }) => to === here.address)).toHaveLength(1);
    expect(digests.filter(({ to }) => to === there.address)).toHaveLength(0);
  });
});

describe("a code", () => {
  test.each([
    ["nobody was given", () => Promise.resolve("BBBBBB"), "Ese código no sirve"],
    ["that is a sentence", () => Promise.resolve("please"), "Ese código no sirve"],
    [
      "that was used already",
      async () => {
        const used = await code(here);
        await there.say(`link ${used}`);
        await there.press("link.no");
        return used;
      },
      "Ese código no sirve",
    ],
    [
      "that is older than 15 minutes",
      async () => {
        const old = await code(here);
        await liaison.advanceTo("2027-03-02T15:15:00Z");
        return old;
      },
      "Ese código no sirve",
    ],
  ])("%s is answered kindly", async (_name, given, sentence) => {
    await there.say("help");
    const before = (await personAt(there))?.id;
    await there.say(`link ${await given()}`);

    expect(there.card().title).toContain(sentence);
    expect((await personAt(there))?.id).toBe(before);
  });

  test("of somebody who has another account there is answered kindly", async () => {
    const librarian = liaison.as("u-tv-lib");
    await librarian.say(`link ${await code(there)}`);
    expect(librarian.card().title).toMatch(/^That code is of somebody who has an account/u);
  });

  test("typed where it was given joins nobody with themselves", async () => {
    await here.say(`link ${await code(here)}`);
    expect(here.card().title).toBe("That is your own code. Write it to me in your other chat app.");
  });

  test("is not looked at any more after a few wrong ones", async () => {
    for (const wrong of ["BBBBBB", "CCCCCC", "DDDDDD", "FFFFFF", "GGGGGG"])
      await there.say(`link ${wrong}`);
    const right = await code(here);
    await there.say(`link ${right}`);
    expect(there.card().title).toMatch(/15 minutos/u);

    await liaison.advanceTo("2027-03-02T15:16:00Z");
    await there.say(`link ${await code(here)}`);
    expect(there.card().title).toMatch(/^¿Eres/u);
  });

  test("does not lead into another district", async () => {
    const stranger = liaison.as("u-wc-lib@teams");
    await stranger.say(`link ${await code(here)}`);
    expect(stranger.card().title).toBe("That code does not work");
  });

  test("cannot put one person on both sides of a team", async () => {
    await there.say("help");
    const second = (await personAt(there))?.id ?? "";
    await liaison.stores.partnerships.update("p-ab", (known) => ({
      ...known,
      itIds: [...known.itIds, second],
    }));
    await there.say(`link ${await code(here)}`);
    expect(there.card().title).toMatch(/Alder Bend Elementary.*\/liaison setup/u);
  });
});

describe("where somebody is reached", () => {
  const tv = () => liaison.as("u-tv-lib");

  test("is shown, with the primary place first, and can be changed", async () => {
    await tv().say("link");
    expect(tv().words()).toMatch(/Slack\nI write to you here\nTeams\nYou can do everything/u);
    await tv().press("Write to me here");

    const { addresses } = (await liaison.stores.people.find("u-tv-lib")) ?? { addresses: [] };
    expect(addresses).toStrictEqual([addressOf("u-tv-lib@teams"), addressOf("u-tv-lib")]);
  });

  test("can be taken apart; what was theirs stays in the other place", async () => {
    liaison.on("teams").profiles.set(addressOf("u-tv-lib@teams"), PROFILE);
    await tv().say("link");
    await tv().press("Take apart: Teams");
    expect((await liaison.stores.people.find("u-tv-lib"))?.addresses).toStrictEqual([
      addressOf("u-tv-lib"),
    ]);

    const other = liaison.as("u-tv-lib@teams");
    await other.say("plan");
    expect((await personAt(other))?.id).not.toBe("u-tv-lib");
  });
});

describe("/liaison me", () => {
  test("changes language, zone and place, and their platform's profile does not undo it", async () => {
    const technician = liaison.as("u-tv-it");
    await technician.say("me");
    await technician.submit({
      language: "en",
      timezone: "America/Denver",
      place: addressOf("u-tv-it@teams"),
    });
    expect(technician.words()).toBe("Saved\nEnglish · America/Denver · Teams");
    liaison.on("teams").profiles.set(addressOf("u-tv-it@teams"), PROFILE);
    await liaison.on("teams").deliver({
      id: "changed",
      tenant: tenantOf(addressOf("u-tv-it@teams")),
      from: addressOf("u-tv-it@teams"),
      channel: null,
      via: "{}",
      type: "person",
      change: "changed",
    });

    expect(await liaison.stores.people.find("u-tv-it")).toMatchObject({
      name: PROFILE.name,
      locale: "en",
      timezone: "America/Denver",
      addresses: [addressOf("u-tv-it@teams"), addressOf("u-tv-it")],
    });
  });

  test("a zone that is none is refused at its input", async () => {
    await liaison.as("u-ab-lib").say("me");
    await liaison.as("u-ab-lib").submit({ timezone: "Denver" });
    expect(liaison.as("u-ab-lib").problems()).toHaveProperty("timezone");
  });
});

describe("guessing codes", () => {
  /** Carries what no card of theirs did. */
  const forge = async (by: Actor, action: string, value: string) =>
    await liaison.on("teams").deliver({
      id: `forged-${action}-${value}-${String(Math.random())}`,
      tenant: tenantOf(by.address),
      from: by.address,
      channel: null,
      via: "{}",
      type: "action",
      action,
      value,
    });
  const GUESSES = ["22222B", "22222C", "22222D", "22222F", "22222G"];

  test.each(["link.second", "link.no"])(
    "by forged presses of %s ends after five, also for the right one",
    async (action) => {
      const right = await code(here);
      for (const guess of GUESSES) await forge(there, action, guess);
      await forge(there, action, right);
      expect(there.card().title).toMatch(/^Fueron varios códigos que no sirven/u);
      expect((await liaison.stores.linkings.find(right))?.status).toBe("open");
      await there.say(`link ${right}`);
      expect(there.card().title).toMatch(/^Fueron varios códigos que no sirven/u);
    },
  );

  test("all at once is no way around", async () => {
    const right = await code(here);
    await Promise.all([...GUESSES, ...GUESSES].map((guess) => forge(there, "link.second", guess)));
    await forge(there, "link.second", right);
    expect((await liaison.stores.linkings.find(right))?.status).toBe("open");
  });
});
