import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { checkInFeature } from "../../../src/features/check-in/index.ts";
import { nudgeFeature } from "../../../src/features/nudge/index.ts";
import type { LocalDate } from "../../../src/time/calendar.ts";
import { addressOf, channelOf, openLiaison, type Rig } from "../../rig/index.ts";
import { wordsOf } from "../../rig/platform.ts";

const CHANNEL = channelOf("s-ab");
const TECHNICIAN = "u-ab-it";
/** Friday 5 March and the two after it, 14:00 in Chicago; the week from 15 March is spring break. */
const [FIRST, SECOND, AFTER_BREAK] = [
  "2027-03-05T20:00:00Z",
  "2027-03-12T20:00:00Z",
  "2027-03-26T19:00:00Z",
] as const;

let liaison: Rig;
beforeEach(async () => {
  liaison = await openLiaison({ features: [checkInFeature, nudgeFeature] });
});
afterEach(async () => {
  await liaison.close();
});

const lines = () => liaison.messages({ kind: "nudge.line", to: CHANNEL });
const titles = () => lines().map(({ card }) => card.title);
const done = async (id: string, on: string): Promise<void> => {
  await liaison.stores.items.update(id, (item) => ({
    ...item,
    status: "done",
    doneOn: on as LocalDate,
  }));
};
const thank = async (visibility: "channel" | "private"): Promise<void> => {
  await liaison.stores.thanks.add({
    id: `k/${visibility}`,
    partnershipId: "p-ab",
    fromId: "u-ab-lib",
    toId: TECHNICIAN,
    text: "The cart works again",
    visibility,
    on: "2027-03-09" as LocalDate,
    origin: visibility,
  });
};

describe("N-10: the weekly line of a channel", () => {
  test("comes on the last school day of a week, with what moved, thanks and the next date", async () => {
    await liaison.advanceTo(FIRST);
    const before = lines().length;
    await done("a-10", "2027-03-09");
    await thank("channel");
    await liaison.advanceTo(new Date(Date.parse(SECOND) - 1000));
    expect(lines()).toHaveLength(before);
    await liaison.advanceTo(SECOND);

    const [line] = lines().slice(before);
    const words = line ? wordsOf(line.card) : "";
    expect(line?.card.locale).toBe("en");
    expect(words).toMatch(
      /^Since Fri 5 March: “Book the last four classes” is done; one thank-you\./u,
    );
    expect(words).toMatch(/Thanks from .+ to /u);
    expect(words).toMatch(/You meet next: /u);
    expect(words).not.toMatch(/overdue|was due|late:/iu);
  });

  test("does not come when nothing moved, and says nothing of what was said privately", async () => {
    await liaison.advanceTo(FIRST);
    const before = lines().length;
    await thank("private");
    await liaison.advanceTo(SECOND);

    expect(lines()).toHaveLength(before);
  });

  test("comes once, also after a restart, and leaves breaks out", async () => {
    await liaison.advanceTo(SECOND);
    await liaison.restart();
    await done("a-10", "2027-03-17");
    await liaison.advanceTo("2027-03-20T05:00:00Z");
    const before = lines().length;
    await liaison.advanceTo(AFTER_BREAK);

    expect(titles().slice(before)).toEqual([
      expect.stringContaining("“Book the last four classes” is done"),
    ]);
    expect(new Set(lines().map(({ key }) => key)).size).toBe(lines().length);
  });

  test("tells nobody privately, and can be turned off and on by either side", async () => {
    await liaison.advanceTo(FIRST);
    await done("a-10", "2027-03-09");
    await liaison.advanceTo(SECOND);
    const [line] = lines().slice(-1);
    expect(liaison.messages({ kind: "nudge.line", to: addressOf(TECHNICIAN) })).toEqual([]);

    const technician = liaison.as(TECHNICIAN);
    await technician.press("nudge.line", line);
    await technician.press("nudge.line");
    expect(await liaison.stores.partnerships.find("p-ab")).not.toHaveProperty("weeklyLine");

    await technician.press("nudge.line", line);
    await liaison.as("u-ab-t4").press("nudge.line", line);
    await done("a-01", "2027-03-24");
    const before = lines().length;
    await liaison.advanceTo(AFTER_BREAK);

    expect(await liaison.stores.partnerships.find("p-ab")).toHaveProperty("weeklyLine", "off");
    expect(lines()).toHaveLength(before);
  });
});
