import { describe, expect, test } from "@jest/globals";
import { meetingOf, sharingMeeting } from "../../src/reflection/bundle.ts";
import type { WorkWeek } from "../../src/time/calendar.ts";
import { aReflection, day } from "../contracts/entities.ts";

const week: WorkWeek = {
  calendar: null,
  workingDays: ["mon", "tue", "wed", "thu", "fri"],
  contractMonths: 12,
};
const place = { timezone: "America/Chicago", week };
/** Finished on Tue 2 March 2027. */
const first = aReflection({ id: "rf-1" });

describe("the Meeting 3 of a finished goal", () => {
  test.each([
    ["the same day", "2027-03-02", true],
    ["ten working days later", "2027-03-16", true],
    ["eleven working days later", "2027-03-17", false],
    ["a day before", "2027-03-01", false],
  ])("is that of one finished %s: %s", (_, finishedOn, isShared) => {
    expect(meetingOf([first], day(finishedOn), place)).toBe(isShared ? first : undefined);
  });

  test("is counted from the first goal, not from the one before", () => {
    const second = aReflection({ id: "rf-2", meetsWith: "rf-1" });
    expect(meetingOf([second], day("2027-03-03"), place)).toBeUndefined();
  });

  test("is shared by all that were put to one", () => {
    const second = aReflection({ id: "rf-2", meetsWith: "rf-1" });
    const third = aReflection({ id: "rf-3", meetsWith: "rf-1" });
    const other = aReflection({ id: "rf-4" });
    const all = [first, second, third, other];
    expect(sharingMeeting(all, first)).toEqual([second, third]);
    expect(sharingMeeting(all, third)).toEqual([first, second]);
    expect(sharingMeeting(all, other)).toEqual([]);
  });
});
