import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { openLiaison, type Rig } from "../rig/index.ts";
import { buttonsOf } from "../rig/platform.ts";

let liaison: Rig;
beforeEach(async () => {
  liaison = await openLiaison();
});
afterEach(async () => {
  await liaison.close();
});

const situations = async (who: string): Promise<readonly (string | undefined)[]> => {
  const person = liaison.as(who);
  await person.say("menu");
  return buttonsOf(person.card()).map(({ about }) => about);
};

test("what a school switches off is in no menu, no help and no command, and is back as it was", async () => {
  const librarian = liaison.as("u-ab-lib");
  await librarian.say("lesson add Rivers and maps");
  await librarian.submit({ day: "March 1", aim: "Read a map", led: "both" });
  await librarian.say("lessons");
  const before = librarian.words();

  await librarian.say("modules");
  await librarian.press("Switch off: Teach together");
  const off = await situations("u-ab-lib");
  await librarian.say("lessons");
  const refused = librarian.card();
  await librarian.say("modules");
  await librarian.press("Switch on: Teach together");
  await librarian.say("lessons");

  expect(before).toContain("Rivers and maps");
  expect(off).not.toContain("Teach together");
  expect(buttonsOf(refused).map(({ value }) => value)).not.toContain("lessons");
  expect(librarian.words()).toBe(before);
});

test("a button from before says that its school does not use this now, and changes nothing", async () => {
  const librarian = liaison.as("u-ab-lib");
  await librarian.say("lessons");
  await liaison.stores.schools.update("s-ab", (school) => ({ ...school, modules: [] }));

  await librarian.press("Log a lesson");

  expect(librarian.card().title).toMatch(/^Your school does not use this/u);
});

test("a school begins with the core", async () => {
  await liaison.stores.schools.update("s-ab", (school) => ({ ...school, modules: [] }));

  expect(await situations("u-ab-lib")).not.toContain("Teach together");
  expect(await situations("u-ab-lib")).toContain("Our goals and plan");
});

test("whoever is in no team of a school switches nothing there", async () => {
  const librarian = liaison.as("u-ab-lib");
  await librarian.say("modules");
  const [button] = buttonsOf(librarian.card());
  const relief = liaison.as("u-ab-rel");

  await relief.say("modules");

  expect(button?.action).toBe("module.switch");
  expect(buttonsOf(relief.card()).map(({ action }) => action)).not.toContain("module.switch");
});

test("pressed twice it stays as it was pressed", async () => {
  const librarian = liaison.as("u-ab-lib");
  await librarian.say("modules");
  await librarian.press("Switch off: Teach together");
  await librarian.twice();

  expect((await liaison.stores.schools.find("s-ab"))?.modules).not.toContain("teaching");
});

test("the coordinator switches for every school, the IT director settles what policy permits", async () => {
  const coordinator = liaison.as("u-d-coord");
  await coordinator.say("modules");
  expect(buttonsOf(coordinator.card()).length).toBeGreaterThan(1);

  await coordinator.say("policy");
  expect(buttonsOf(coordinator.card())).toEqual([]);
});

test("a season is offered at home once, and not again when it is turned down", async () => {
  await liaison.advanceTo("2027-05-14T15:00:00Z");
  const librarian = liaison.as("u-ab-lib");
  const offered = (await librarian.home()).body.filter((block) =>
    JSON.stringify(block).includes("season.open"),
  );
  expect(offered.length).toBeGreaterThan(0);

  const [line] = offered;
  const button = line?.type === "item" ? line.button : undefined;
  await liaison.platform.deliver({
    id: "season-1",
    from: librarian.address,
    channel: null,
    via: "{}",
    type: "action",
    action: "season.no",
    value: button?.value ?? "",
    ...tenant(librarian.address),
  });

  const after = (await librarian.home()).body.filter((block) =>
    JSON.stringify(block).includes(button?.value ?? "nothing"),
  );
  expect(after).toEqual([]);
});

const tenant = (address: string) => ({ tenant: address.split("/")[0] as never });
