import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { checkInFeature } from "../../../src/features/check-in/index.ts";
import { channelOf, openLiaison, type Rig } from "../../rig/index.ts";
import { buttonsOf } from "../../rig/platform.ts";

const LIBRARIAN = "u-ab-lib";
const TECHNICIAN = "u-ab-it";

let liaison: Rig;
beforeEach(async () => {
  liaison = await openLiaison({ features: [checkInFeature] });
});
afterEach(async () => {
  await liaison.close();
});

const queued = async () =>
  (await liaison.stores.topics.queued("p-ab", { skip: 0, limit: 50 })).rows.map(
    ({ id, title }) => `${id} ${title}`,
  );

describe("a topic", () => {
  test("typed after the command waits for the next check-in and can be taken back", async () => {
    const librarian = liaison.as(LIBRARIAN);
    await librarian.say("topic Where do the *old* carts <!channel> go?");

    expect(librarian.card().title).toBe("t-33 is a topic for the check-in on Wed 10 March, 14:45");
    expect(await queued()).toContain("t-33 Where do the *old* carts <!channel> go?");
    await librarian.press("Remove");
    await librarian.twice();

    expect(librarian.card().title).toBe("t-33 is no longer a topic");
    expect((await queued()).join()).not.toContain("t-33");
  });

  test("is there once when the platform delivers the command again", async () => {
    await liaison.as(LIBRARIAN).say("topic Carts");
    await liaison.as(LIBRARIAN).again();

    expect((await queued()).filter((line) => line.endsWith("Carts"))).toHaveLength(1);
  });

  test.each(["topic", "topic    ", `topic ${"long ".repeat(60)}`])(
    "is asked for in a form after %j",
    async (typed) => {
      const librarian = liaison.as(LIBRARIAN);
      await librarian.say(typed);
      await librarian.submit({ title: "Carts" });

      expect(await queued()).toContain("t-33 Carts");
    },
  );

  test("that is too long stands whole in the form, which says so", async () => {
    const librarian = liaison.as(LIBRARIAN);
    const typed = "Where do the carts go? ".repeat(40).trim();
    await librarian.say(`topic ${typed}`);

    const { inputs } = librarian.form();
    expect(inputs[0]).toMatchObject({ type: "note", text: expect.stringMatching(/at most 200/u) });
    expect(inputs.at(-1)).toMatchObject({ id: "title", value: typed });
    expect(inputs.at(-1)).toMatchObject({ multiline: true, maxLength: 2000 });
  });

  test("of 5,000 characters is given back whole, not saved and not lost", async () => {
    const librarian = liaison.as(LIBRARIAN);
    const typed = "word ".repeat(1000).trim();
    await librarian.say(`topic ${typed}`);

    expect(librarian.card().title).toMatch(/^That is 4999 characters/u);
    expect(librarian.words().replace(/\s+/gu, " ")).toContain(typed);
    await librarian.press("Add topic");
    await librarian.submit({ title: "Carts" });
    expect(await queued()).toContain("t-33 Carts");
  });

  test.each(["", "   ", "\u200b", "x".repeat(201)])("cannot be %j", async (title) => {
    const librarian = liaison.as(LIBRARIAN);
    await librarian.say("topic");
    await librarian.submit({ title });

    expect(librarian.problems()["title"]).toBeTruthy();
    expect(await queued()).toHaveLength(2);
  });

  test("can be removed by its proposer only, and not at all from elsewhere", async () => {
    await liaison.as(LIBRARIAN).say("topic Carts");
    await liaison.as(TECHNICIAN).say("checkin");
    const removable = buttonsOf(liaison.as(TECHNICIAN).card()).map(({ about }) => about ?? "");
    expect(removable.join()).not.toContain("t-33");

    await liaison.as(LIBRARIAN).say("topics");
    const card = liaison.messages().length;
    const shown = liaison.platform.posted.findLast(({ card: each }) =>
      buttonsOf(each).some(({ value }) => value === "t-33"),
    );
    await liaison.as(TECHNICIAN).press("Remove: t-33 Carts", shown);
    await liaison.as("u-tv-lib").press("Remove: t-33 Carts", shown);

    expect(liaison.messages().length).toBe(card + 2);
    expect(liaison.as(TECHNICIAN).card().title).toMatch(/otra persona propuso t-33/iu);
    expect(liaison.as("u-tv-lib").card().title).toMatch(/can't find t-33/u);
    expect(await queued()).toContain("t-33 Carts");
  });

  test("of somebody with two schools goes where they say, or where they type it", async () => {
    await liaison.stores.partnerships.update("p-tv", (current) => ({
      ...current,
      itIds: [...current.itIds, TECHNICIAN],
    }));
    const technician = liaison.as(TECHNICIAN);
    await technician.say("topic Cables");
    await technician.submit({ partnership: "p-tv" });
    await technician.say("topic Pilas", channelOf("s-ab"));

    const [atHigh, atAlder] = await Promise.all(
      ["t-33", "t-34"].map(async (id) => await liaison.stores.topics.find(id)),
    );
    expect(atHigh).toMatchObject({ title: "Cables", partnershipId: "p-tv" });
    expect(atAlder).toMatchObject({ title: "Pilas", partnershipId: "p-ab" });
  });

  test("is kept for a check-in that is not set up yet, which is offered", async () => {
    await liaison.close();
    liaison = await openLiaison({ features: [checkInFeature], data: "empty" });
    await liaison.as(LIBRARIAN).say("topic Carts");

    expect(buttonsOf(liaison.as(LIBRARIAN).card()).map(({ action }) => action)).toContain(
      "check_in.set_up",
    );
  });

  test("is for partners", async () => {
    await liaison.as("u-ab-t4").say("topic Carts");

    expect(liaison.as("u-ab-t4").words()).toMatch(/for the partners of a library and IT team/u);
  });
});
