import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { DeliveryError, type Refusal } from "../../src/ports.ts";
import { addressOf, channelOf, openLiaison, type Actor, type Rig } from "../rig/index.ts";
import { buttonsOf, wordsOf } from "../rig/platform.ts";

const SLACK = channelOf("s-tv");
const TEAMS = channelOf("s-tv", "teams");
const refused = (reason: Refusal) => new DeliveryError("refused", { message: reason, reason });

let liaison: Rig;
beforeEach(async () => {
  liaison = await openLiaison({ platforms: ["slack", "teams"] });
});
afterEach(async () => {
  await liaison.close();
});

const librarian = () => liaison.as("u-tv-lib");
const technician = () => liaison.as("u-tv-it");
const notices = () => liaison.messages({ kind: "delivery.notice" });
/** A goal of theirs that the other side is asked about. */
const claimed = async (title = "Loans are counted"): Promise<void> => {
  await librarian().say(`goal ${title} by May 14`);
  const id = /g-\d+/u.exec(librarian().card().title)?.[0] ?? "";
  await librarian().say(`goal done ${id}`);
};

/** Sets the regular check-in, which both sides are told. */
const meetOn = async (actor: Actor, weekday: string): Promise<void> => {
  await actor.say("checkin");
  await actor.press("check_in.set_up");
  await actor.submit({ weekday });
};

describe("somebody who takes no messages", () => {
  test("is written to at their other address, and their partners hear it once", async () => {
    liaison.platform.fail(technician().address, refused("blocked"));
    await claimed();

    const asked = liaison.messages({ kind: "goal.confirm" });
    expect(asked.map(({ to }) => to)).toContain(addressOf("u-tv-it@teams"));
    const told = notices().filter(({ to }) => to === librarian().address);
    expect(told.map(({ card }) => wordsOf(card))).toStrictEqual([
      expect.stringMatching(
        /^I can't reach Site technician.* in Slack\n.*write to them in Teams/su,
      ),
    ]);

    await claimed("Chargers are back");
    expect(liaison.messages({ kind: "goal.confirm", to: technician().address })).toHaveLength(0);
    expect(notices().filter(({ to }) => to === librarian().address)).toHaveLength(1);
  });

  test("and has no other address is told of with what to do, and reached again once they act", async () => {
    await liaison.stores.people.update("u-tv-it", (known) => ({
      ...known,
      addresses: known.addresses.slice(0, 1),
    }));
    liaison.platform.fail(technician().address, refused("blocked"));
    await claimed();
    expect(wordsOf(notices()[0]?.card ?? { title: "", body: [] })).toMatch(
      /ask them to open me in Slack and write to me once/u,
    );
    await claimed("Chargers are back");
    expect(liaison.messages({ to: technician().address })).toHaveLength(0);

    await technician().say("plan");
    await liaison.advanceTo("2027-03-03T16:00:00Z");
    await claimed("Carts have names");
    expect(liaison.messages({ kind: "goal.confirm", to: technician().address })).toHaveLength(1);
  });

  test("for their size or form leaves a line in the log for who runs the bot, and no word of theirs", async () => {
    liaison.platform.fail(technician().address, refused("invalid"));
    await claimed();

    expect(notices()).toHaveLength(0);
    expect(liaison.log).toContainEqual({ level: "warn", message: "A message will not arrive" });
  });

  test("keeps their steps when only one of their two accounts is gone", async () => {
    liaison.platform.fail(technician().address, refused("gone"));
    await claimed();

    expect(await liaison.stores.people.find("u-tv-it")).toMatchObject({
      active: true,
      unreachable: [technician().address],
    });
    const items = await liaison.stores.items.list({
      partnershipIds: ["p-tv"],
      ownerIds: ["u-tv-it"],
      page: { skip: 0, limit: 1 },
    });
    expect(items.total).toBeGreaterThan(0);
  });
});

describe("a person who installs the bot", () => {
  test("is greeted once: three lines, what there is for them, a button", async () => {
    const principal = liaison.as("u-ab-prin");
    await principal.install();
    await principal.again();
    await principal.uninstall();
    await principal.install();

    const [greeting, ...more] = liaison.messages({ kind: "greeting" });
    expect(more).toHaveLength(0);
    expect(greeting?.card.body.filter(({ type }) => type === "text")).toHaveLength(5);
    expect(wordsOf(greeting?.card ?? { title: "", body: [] })).toMatch(
      /Alder Bend Elementary named you as a reader/u,
    );
    expect(buttonsOf(greeting?.card ?? { title: "", body: [] })[0]).toMatchObject({
      action: "command.run",
      value: "shared",
    });
  });

  test("and removes it gets nothing more there until they install it again; the data stays", async () => {
    const lead = liaison.as("u-ab-lib");
    await lead.uninstall();
    await liaison.as("u-ab-it").say("goal done g-12");
    expect(liaison.messages({ kind: "goal.confirm" })).toHaveLength(0);
    expect(notices().map(({ to }) => to)).toStrictEqual([addressOf("u-ab-it")]);
    expect((await liaison.stores.partnerships.ofPartner("u-ab-lib")).map(({ id }) => id)).toContain(
      "p-ab",
    );

    await lead.install();
    await liaison.as("u-ab-it").say("goal done g-09");
    expect(liaison.messages({ kind: "goal.confirm", to: lead.address })).toHaveLength(1);
  });
});

describe("a channel", () => {
  test("in which the bot is installed is greeted once, in its language", async () => {
    await librarian().install(SLACK);
    await technician().install(SLACK);

    const greetings = liaison.messages({ kind: "greeting" });
    expect(greetings.map(({ to }) => to)).toStrictEqual([SLACK]);
    expect(wordsOf(greetings[0]?.card ?? { title: "", body: [] })).toContain(
      "The team of Tamarack Valley High is set up already.",
    );
  });

  test("from which it is removed gets nothing; the other one does, and partners are told once", async () => {
    await librarian().uninstall(TEAMS);
    await liaison.as("u-tv-it").uninstall(TEAMS);
    await liaison.advanceTo("2027-03-12T00:00:00Z");

    expect(liaison.messages({ to: TEAMS })).toHaveLength(0);
    expect(liaison.messages({ kind: "check_in.announcement", to: SLACK })).not.toHaveLength(0);
    expect(notices().filter(({ to }) => to === librarian().address)).toHaveLength(1);

    await librarian().install(TEAMS);
    await meetOn(librarian(), "fri");
    expect(liaison.messages({ kind: "check_in.series" }).map(({ to }) => to)).toStrictEqual([
      SLACK,
      TEAMS,
    ]);
  });

  test("that is closed is not lost: partners get in private what is posted meanwhile", async () => {
    liaison.platform.fail(channelOf("s-ab"), refused("closed"));
    await meetOn(liaison.as("u-ab-lib"), "thu");
    await meetOn(liaison.as("u-ab-lib"), "fri");
    await liaison.advanceTo("2027-03-03T20:00:00Z");

    const told = liaison.messages({ to: addressOf("u-ab-it") }).map(({ card }) => wordsOf(card));
    expect(told.join()).toMatch(/viernes/u);
    await liaison.as("u-ab-lib").say("plan", channelOf("s-ab"));
    expect((await liaison.stores.partnerships.find("p-ab"))?.closed).toStrictEqual([]);
  });
});
