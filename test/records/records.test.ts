import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { features } from "../../src/features/index.ts";
import { recordFeature } from "../../src/records/feature.ts";
import {
  moveTo,
  newRecord,
  refill,
  upgraded,
  wordsIn,
  type KeptRecord,
} from "../../src/records/record.ts";
import { reminderDays } from "../../src/records/times.ts";
import { addressOf, openLiaison, type Rig } from "../rig/index.ts";
import { proposal, saysProposal } from "./proposal.ts";

const AT = new Date("2027-03-02T15:00:00Z");
const row = (values: KeptRecord["values"]): KeptRecord => ({
  ...newRecord(proposal, { scopeId: "p-tv", byId: "u-1", values, origin: "o", at: AT }),
  id: "pr-01",
});

describe("a record", () => {
  test("begins in the first state, and goes only where a press leads from where it is", () => {
    const draft = row({ title: "Rivers" });
    const moved = { byId: "u-1", at: AT };

    expect(draft.state).toBe("draft");
    expect(moveTo(proposal, draft, { ...moved, to: "accepted" })).toBe(draft);
    expect(moveTo(proposal, draft, { ...moved, to: "submitted" })).toMatchObject({
      state: "submitted",
      history: [{ to: "submitted", byId: "u-1" }],
    });
  });

  test("is found by the words of its texts without accents, by tags and by whom it names", () => {
    expect(
      row({
        title: "Élèves & Rivières",
        tags: ["maps"],
        themes: ["ai"],
        leads: ["u-2"],
        pitch: "Été",
      }),
    ).toMatchObject({
      words: ["eleves", "rivieres", "ete", "maps"],
      tags: ["ai", "maps"],
      named: ["u-2"],
    });
  });

  test("that says the same after a change is the same", () => {
    const draft = row({ title: "Rivers" });

    expect(refill(proposal, draft, draft.values, new Date())).toBe(draft);
  });

  test("holds the fields of its kind and no others", () => {
    expect(Object.keys(row({ title: "x", stranger: "y" }).values)).toEqual(
      Object.keys(proposal.fields),
    );
  });

  test("of an older version is read as one of this", () => {
    const old = { ...row({ title: "x", venue: "county" }), version: 1 };

    expect(upgraded(proposal, old)).toMatchObject({ version: 2, values: { venue: "state" } });
    expect(upgraded(proposal, upgraded(proposal, old)).values).toEqual(
      upgraded(proposal, old).values,
    );
  });
});

test.each([
  ["draft", ["2027-04-06", "2027-05-04", "2027-05-25"]],
  ["submitted", []],
])("a %s is reminded of on %j", (state, days) => {
  expect(reminderDays(proposal, { ...row({ deadline: "2027-06-01" }), state })).toEqual(days);
});

test("words are compared in small letters, each once", () => {
  expect(wordsIn("Ríos, ríos & MAPS 2027!")).toEqual(["rios", "maps", "2027"]);
});

describe("reminders", () => {
  const every = [...features, recordFeature(proposal, saysProposal, { situation: "teach" })];
  let rig: Rig;
  beforeEach(async () => {
    rig = await openLiaison({ features: every, data: "empty" });
    await rig.as("u-tv-lib").say("proposal add");
    await rig.as("u-tv-lib").submit({
      title: "Rivers",
      venue: "state",
      deadline: "2027-06-01",
      leads: [addressOf("u-tv-it")],
    });
  });
  afterEach(async () => {
    await rig.close();
  });
  const reminded = () => rig.messages({ kind: "proposal.remind" });

  test("come to the writer and to whom it names, once each, also over a restart", async () => {
    await rig.restart();
    await rig.advanceTo("2027-04-10T15:00:00Z");

    expect(
      reminded()
        .map(({ to }) => to)
        .sort(),
    ).toEqual([addressOf("u-tv-lib"), addressOf("u-tv-it")].sort());
    expect(reminded()[0]?.card.title).toContain("Rivers");
  });

  test("stop when its state needs none any more", async () => {
    await rig.as("u-tv-lib").press("Submitted");
    await rig.advanceTo("2027-05-30T15:00:00Z");

    expect(reminded()).toEqual([]);
  });

  test("reach nobody who may no longer see it", async () => {
    await rig.stores.partnerships.update("p-tv", (known) => ({
      ...known,
      itIds: known.itIds.filter((id) => id !== "u-tv-it"),
    }));
    await rig.advanceTo("2027-04-10T15:00:00Z");

    expect(reminded().map(({ to }) => to)).toEqual([addressOf("u-tv-lib")]);
  });
});

describe("a record of somebody who left", () => {
  test("may be changed by the partners there", async () => {
    const every = [...features, recordFeature(proposal, saysProposal, { situation: "teach" })];
    const rig = await openLiaison({ features: every, data: "empty" });
    const record = await rig.stores.records.create("pr", row({ title: "Rivers" }));
    await rig.stores.records.update(record.id, (known) => ({ ...known, byId: "u-tv-its" }));
    const partner = rig.as("u-tv-lib");
    await partner.say(`proposals ${record.id}`);
    expect(JSON.stringify(partner.card())).not.toContain("proposal.edit");

    await rig.stores.people.update("u-tv-its", (person) => ({ ...person, active: false }));
    await partner.say(`proposals ${record.id}`);

    expect(JSON.stringify(partner.card())).toContain("proposal.edit");
    await rig.close();
  });
});
