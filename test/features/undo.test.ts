/** What somebody pressed by mistake, they take back: until the other side acted on it (Done, Drop, Confirm …). */

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { tenantOf } from "../../src/team/person.ts";
import { channelOf, openLiaison, type Rig } from "../rig/index.ts";
import { buttonsOf, wordsOf, type Posted } from "../rig/platform.ts";

const LIBRARIAN = "u-ab-lib";
const TECHNICIAN = "u-ab-it";
const CHANNEL = channelOf("s-ab");
/** The technician's, open. */
const STEP = "a-07";

let rig: Rig;
beforeEach(async () => {
  rig = await openLiaison({ platforms: ["slack", "teams"] });
});
afterEach(async () => {
  await rig.close();
});

const step = async () => await rig.stores.items.find(STEP);
const goal = async () => await rig.stores.goals.find("g-12");
const actionsOf = (posted: Posted | undefined) =>
  posted ? buttonsOf(posted.card).map(({ action }) => action) : [];
const later = async (minutes: number) => {
  await rig.advanceTo(new Date(rig.clock.now().getTime() + minutes * 60_000));
};

describe.each(["done", "not_mine"] as const)("a step that was pressed as %s", (press) => {
  test("is as it was once whoever pressed takes it back, ten minutes later too", async () => {
    const before = await step();
    const technician = rig.as(TECHNICIAN);
    await technician.say(`item ${STEP}`);
    await technician.press(`item.${press}`);
    expect(await step()).not.toEqual(before);
    await later(10);

    await technician.press("Deshacer");

    expect(await step()).toEqual(before);
    expect(technician.words()).toContain("Deshecho. Está como estaba.");
    expect(buttonsOf(technician.card()).map(({ label }) => label)).not.toContain("Deshacer");
  });

  test("offers that to nobody else", async () => {
    await rig.as(TECHNICIAN).say(`item ${STEP}`);
    await rig.as(TECHNICIAN).press(`item.${press}`);
    const pressed = await step();
    const librarian = rig.as(LIBRARIAN);

    await librarian.say(`item ${STEP}`);
    expect(buttonsOf(librarian.card()).map(({ label }) => label)).not.toContain("Undo");
    await rig.platform.deliver({
      id: "forged",
      tenant: tenantOf(librarian.address),
      from: librarian.address,
      channel: null,
      via: "{}",
      type: "action",
      action: "item.undo",
      value: STEP,
    });

    expect(await step()).toEqual(pressed);
    expect(librarian.words()).toContain("Too late to take back");
  });
});

test("a step that somebody took meanwhile stays theirs, and it is said", async () => {
  const [librarian, technician] = [rig.as(LIBRARIAN), rig.as(TECHNICIAN)];
  await technician.say(`item ${STEP}`);
  await technician.press("item.not_mine");
  const old = rig.messages().findLast(({ to }) => to === technician.address);
  await librarian.say(`item ${STEP}`);
  await librarian.press("item.take");

  await technician.press("Deshacer", old);

  expect((await step())?.ownerId).toBe(LIBRARIAN);
  expect(technician.words()).toContain("Ya no se puede deshacer");
});

test("a line of the digest that was pressed is taken back in the digest", async () => {
  await rig.advanceTo("2027-03-08T16:00:00Z");
  const technician = rig.as(TECHNICIAN);
  const digest = rig.messages({ kind: "nudge.digest", to: technician.address }).at(-1);
  if (!digest) throw new Error("no digest");
  const before = wordsOf(digest.card);
  await technician.press("item.done", digest);
  expect(actionsOf(digest)).toContain("item.undo");

  await technician.press("item.undo", digest);

  expect(wordsOf(digest.card)).toBe(before);
  expect(actionsOf(digest)).not.toContain("item.undo");
});

describe("a goal that was said to be done", () => {
  test("goes on when whoever said so withdraws it, and those who were asked see that", async () => {
    const technician = rig.as(TECHNICIAN);
    await technician.say("goal done g-12");
    const [asked] = rig.messages({ kind: "goal.confirm" });
    await later(60);

    await technician.press("Deshacer");

    expect(await goal()).toMatchObject({ status: "on_track", claim: null });
    expect(asked?.card.title).toBe("Site technician, Alder Bend took it back: goal g-12 goes on");
    expect(actionsOf(asked)).toEqual([]);
    await rig.advanceTo("2027-03-15T15:00:00Z");
    expect((await goal())?.status).toBe("on_track");
  });

  test("is asked about anew when it is said again, and the old question answers nothing", async () => {
    const [librarian, technician] = [rig.as(LIBRARIAN), rig.as(TECHNICIAN)];
    await technician.say("goal done g-12");
    await technician.press("Deshacer");
    await technician.say("goal done g-12");

    const asked = rig.messages({ kind: "goal.confirm", to: librarian.address });
    expect(asked.map(({ card }) => buttonsOf(card).length)).toEqual([0, 2]);
    await librarian.press("Yes, done", asked.at(-1));
    expect((await goal())?.status).toBe("done");
  });

  test("stays so once the other side has answered, and it is said", async () => {
    const [librarian, technician] = [rig.as(LIBRARIAN), rig.as(TECHNICIAN)];
    await technician.say("goal done g-12");
    const old = rig.messages().findLast(({ to }) => to === technician.address);
    await librarian.press("Yes, done");

    await technician.press("Deshacer", old);

    expect((await goal())?.status).toBe("done");
    expect(technician.words()).toContain("Ya no se puede deshacer");
  });
});

describe("a goal that was confirmed", () => {
  beforeEach(async () => {
    await rig.as(TECHNICIAN).say("goal done g-12");
    await rig.as(LIBRARIAN).press("Yes, done");
  });

  test("waits for an answer again: no thanks, no survey, and silence still counts after three days", async () => {
    const librarian = rig.as(LIBRARIAN);
    await later(10);

    await librarian.press("Undo");

    expect((await goal())?.status).toBe("awaiting_confirmation");
    expect(buttonsOf(librarian.card()).map(({ label }) => label)).toEqual(["Yes, done", "Not yet"]);
    expect(
      rig.messages({ kind: "goal.thanks", to: CHANNEL }).map(({ card }) => card.title),
    ).toEqual(["Taken back: goal g-12 is not done yet"]);
    await rig.advanceTo("2027-03-04T23:00:00Z");
    expect(rig.messages({ kind: "survey.invitation" })).toEqual([]);
    await rig.advanceTo("2027-03-10T16:00:00Z");
    expect((await goal())?.status).toBe("done");
    expect(rig.messages({ kind: "survey.invitation" }).length).toBeGreaterThan(0);
  });

  test("can be confirmed again at once, with one survey", async () => {
    const librarian = rig.as(LIBRARIAN);
    await librarian.press("Undo");
    await librarian.press("Yes, done");
    await rig.advanceTo("2027-03-04T16:00:00Z");

    expect((await goal())?.status).toBe("done");
    expect(
      rig.messages({ kind: "survey.invitation", to: librarian.address }).length,
    ).toBeLessThanOrEqual(1);
    expect(await rig.stores.reflections.ofGoal("g-12")).toHaveLength(1);
  });

  test("stays so once the survey is out", async () => {
    const librarian = rig.as(LIBRARIAN);
    const old = rig.messages({ to: librarian.address }).at(-1);
    const undo = old && buttonsOf(old.card).find(({ action }) => action === "goal.unconfirm");
    await rig.advanceTo("2027-03-04T16:00:00Z");

    expect(undo).toBeDefined();
    await librarian.press("goal.unconfirm", old);

    expect((await goal())?.status).toBe("done");
    expect(librarian.words()).toContain("Too late to take back");
  });
});

describe("a check-in that was called off", () => {
  const meeting = async () => await rig.stores.checkIns.find("m-06");
  const skip = async () => {
    const librarian = rig.as(LIBRARIAN);
    await librarian.say("checkin");
    await librarian.press("check_in.skip");
    await librarian.submit({ reason: "Assembly" });
  };

  test("takes place after all, everybody hears it, and it is announced and asked about", async () => {
    await skip();
    const librarian = rig.as(LIBRARIAN);

    await librarian.press("Undo");

    expect(await meeting()).toMatchObject({ status: "planned", reason: null, date: "2027-03-10" });
    const said = rig.messages({ kind: "check_in.changed", to: CHANNEL });
    expect(said.at(-1)?.card.title).toBe(
      "The check-in of Wed 10 March, 14:45 takes place after all",
    );
    await rig.advanceTo("2027-03-10T23:00:00Z");
    expect(
      rig.messages({ kind: "check_in.after", to: CHANNEL }).map(({ card }) => card.title),
    ).toEqual(["How was the check-in of Wed 10 March?"]);
  });

  test("stays so once it would have begun", async () => {
    await skip();
    const old = rig.messages().findLast(({ to }) => to === rig.as(LIBRARIAN).address);
    await rig.advanceTo("2027-03-11T16:00:00Z");

    await rig.as(LIBRARIAN).press("Undo", old);

    expect((await meeting())?.status).toBe("skipped");
    expect(rig.as(LIBRARIAN).words()).toContain("Too late to take back");
  });
});

test("a meeting of the three that was called off takes place after all, on either platform", async () => {
  await rig.close();
  rig = await openLiaison({ data: "empty", platforms: ["slack", "teams"] });
  const both = rig;
  const [librarian, technician] = [both.as("u-tv-lib@teams"), both.as("u-tv-it@teams")];
  const channel = channelOf("s-tv", "teams");
  const shown = () => both.messages({ kind: "meeting.time", to: channel }).at(-1);
  const found = async () => await both.stores.checkIns.find("m/p-tv/2026-27/goal_sheet/1");
  await librarian.say("meet");
  await librarian.press("meeting.pick", shown());
  await technician.press("meeting.pick", shown());
  const planned = await found();
  await librarian.press("meeting.cancel", shown());
  await librarian.submit({ reason: "Assembly" });
  expect((await found())?.status).toBe("skipped");

  await librarian.press("meeting.uncancel");

  expect(await found()).toMatchObject({ status: "planned", date: planned?.date });
  expect(both.messages({ kind: "meeting.on", to: channel }).map(({ card }) => card.title)).toEqual([
    expect.stringMatching(/^Meeting 1 .* takes place after all$/u),
  ]);
  expect(actionsOf(shown())).toContain("meeting.cancel");
  await librarian.say("status");
  expect(librarian.words()).not.toContain("meeting.find");
});
