import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { addressOf, channelOf, openLiaison, type Actor, type Rig } from "../rig/index.ts";
import { wordsOf } from "../rig/platform.ts";

/** The morning of the check-in m-06, Wed 10 March, in Chicago. */
const WEDNESDAY = "2027-03-10T13:00:00Z";

let rig: Rig;
let technician: Actor;
beforeEach(async () => {
  rig = await openLiaison();
  technician = rig.as("u-ab-it");
});
afterEach(async () => {
  await rig.close();
});

const due = async (id: string) => (await rig.stores.items.find(id))?.due;
const notices = () => rig.messages({ kind: "closure" }).map(({ card }) => wordsOf(card));
const meeting = async () => await rig.stores.checkIns.find("m-06");

describe("school closed today", () => {
  beforeEach(async () => {
    await rig.advanceTo(WEDNESDAY);
    await technician.say("closed today");
  });

  test("leaves out the check-in, moves what is due, and says so once in the channel (CAL-15)", async () => {
    await technician.say("closed today");

    expect(await meeting()).toMatchObject({ status: "skipped" });
    expect(await due("a-24")).toBe("2027-03-11");
    expect(notices()).toHaveLength(1);
    expect(notices()[0]).toContain("Alder Bend Elementary: closed on Wed 10 March 2027");
    expect(rig.messages({ kind: "closure" })[0]?.to).toBe(channelOf("s-ab"));
  });

  test("lets nobody get a message that day", async () => {
    await rig.as("u-ab-lib").say("goal done g-05");
    await rig.advanceTo("2027-03-10T23:00:00Z");
    expect(rig.messages({ kind: "goal.confirm" })).toEqual([]);

    await rig.advanceTo("2027-03-11T14:10:00Z");

    expect(rig.messages({ kind: "goal.confirm" }).map(({ to }) => to)).toEqual([
      addressOf("u-ab-it"),
    ]);
  });

  test("is undone by either partner, on the notice, and everything is where it was", async () => {
    const [notice] = rig.messages({ kind: "closure" });
    await rig.as("u-ab-lib").press("Undo", notice);
    await rig.as("u-ab-lib").twice();

    expect((await rig.stores.schools.find("s-ab"))?.closures).toEqual([]);
    expect(await due("a-24")).toBe("2027-03-10");
    expect(await meeting()).toMatchObject({ status: "planned", date: "2027-03-10" });
    const calendar = rig.messages({ kind: "check_in.calendar", to: channelOf("s-ab") });
    expect(calendar.at(-1)?.card.title).toBe(
      "The check-in of Wed 10 March, 14:45 takes place after all",
    );
  });

  test("keeps what somebody planned anew since, when it is undone", async () => {
    await technician.say("item 24");
    await technician.press("Replanificar");
    await technician.submit({ due: "12 de marzo" });
    await technician.say("closed today");
    await technician.press("Deshacer");

    expect(await due("a-24")).toBe("2027-03-12");
  });

  test("is of that school alone, though others live by the same calendar", async () => {
    expect((await rig.stores.schools.find("s-tv"))?.closures).toBeUndefined();
    expect(
      (await rig.stores.calendars.find("cal-tv-2026"))?.days.some(({ kind }) => kind === "closure"),
    ).toBe(false);
  });
});

test("a coordinator chooses among the schools, or closes all", async () => {
  const coordinator = rig.as("u-d-coord");
  await coordinator.say("closed tomorrow");
  await coordinator.submit({ school: "all" });

  expect(coordinator.card().title).toContain("closed on Wed 3 March 2027");
  for (const id of ["s-ab", "s-tv"])
    expect((await rig.stores.schools.find(id))?.closures).toEqual([
      { date: "2027-03-03", byId: "u-d-coord" },
    ]);
});

test.each(["u-ab-prin", "u-ab-t4"])("%s cannot close a school, nor undo it", async (id) => {
  await technician.say("closed today");
  const [notice] = rig.messages({ kind: "closure" });
  await rig.as(id).say("closed today");
  await rig.as(id).press("Undo", notice);

  expect((await rig.stores.schools.find("s-ab"))?.closures).toHaveLength(1);
});

test.each(["closed yesterday", "closed 14 May 2031", "closed whenever"])(
  "%j closes nothing and opens the form",
  async (typed) => {
    await rig.as("u-ab-lib").say(typed);

    expect(rig.as("u-ab-lib").form().form).toBe("closure");
    expect((await rig.stores.schools.find("s-ab"))?.closures).toBeUndefined();
  },
);
