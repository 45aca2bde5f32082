import { describe, expect, test } from "@jest/globals";
import ICAL from "ical.js";
import { move, skip, type CheckIn } from "../../src/check-in/check-in.ts";
import { invitationFile } from "../../src/meetings/invitation.ts";
import { meetingAt, openSearch } from "../../src/meetings/search.ts";
import { day, time } from "../time/calendars.ts";

const search = openSearch({ id: "p-ab", cycle: "2026-27" }, "goal_sheet", [], {
  search: undefined,
  host: null,
});
const MEETING = meetingAt(search, { date: day("2027-03-10"), start: time("14:45") });
const fileOf = (meeting: CheckIn): string =>
  invitationFile({
    meeting,
    districtId: "d-tv",
    timezone: "America/Chicago",
    title: "Réunion 1; objectifs, école",
    place: "Alder Bend, library",
    agenda: ["1. Look; pair, write", "2. Très long ".repeat(20)],
    now: new Date("2027-03-02T15:00:00Z"),
  });
const read = (file: string) => {
  const calendar = new ICAL.Component(ICAL.parse(file) as never);
  const event = calendar.getFirstSubcomponent("vevent");
  const value = (name: string) => String(event?.getFirstPropertyValue(name));
  return { method: String(calendar.getFirstPropertyValue("method")), value };
};

describe("the calendar file of a meeting", () => {
  test("says when, where and what about, and can be read again", () => {
    const { method, value } = read(fileOf(MEETING));

    expect(method).toBe("PUBLISH");
    expect(value("summary")).toBe("Réunion 1; objectifs, école");
    expect(value("dtstart")).toBe("2027-03-10T20:45:00Z");
    expect(value("dtend")).toBe("2027-03-10T21:35:00Z");
    expect(value("location")).toBe("Alder Bend, library");
    expect(value("description")).toMatch(/^1\. Look; pair, write\n2\./u);
    expect(value("sequence")).toBe("0");
    expect(value("status")).toBe("CONFIRMED");
  });

  test("keeps its UID and counts up when the meeting moves, also over a change of clocks", () => {
    const moved = move(MEETING, { date: day("2027-03-24"), start: time("14:45"), reason: "Fair" });
    const [before, after] = [read(fileOf(MEETING)), read(fileOf(moved))];

    expect(after.value("uid")).toBe(before.value("uid"));
    expect(after.value("sequence")).toBe("1");
    expect(after.value("dtstart")).toBe("2027-03-24T19:45:00Z");
  });

  test("takes the entry out when the meeting is called off", () => {
    const { method, value } = read(fileOf(skip(MEETING, "Fair")));

    expect(method).toBe("CANCEL");
    expect(value("status")).toBe("CANCELLED");
    expect(value("sequence")).toBe("1");
  });

  test("ends its lines as the standard has it, none longer than 75 octets", () => {
    const lines = fileOf(MEETING).split("\r\n");

    expect(lines.at(-1)).toBe("");
    expect(lines.join("")).not.toContain("\n");
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});
