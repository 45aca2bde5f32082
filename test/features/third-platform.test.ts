/** A platform that only this test knows works as it is: nothing in src/ names the platforms there are. */

import { expect, test } from "@jest/globals";
import type { Address } from "../../src/team/person.ts";
import { createTestPlatform, wordsOf } from "../rig/platform.ts";
import { openLiaison } from "../rig/index.ts";

const HARBOUR = "harbour:quay" as Address;
const PERSON = `${HARBOUR}/anna` as Address;
const CHANNEL = `${HARBOUR}/#library` as Address;

test("people on a new platform set up a team with those of Slack, and both see the same", async () => {
  const harbour = createTestPlatform("harbour");
  const liaison = await openLiaison({ platforms: ["slack", harbour] });
  await liaison.liaison.stores.link(HARBOUR, "d-tv");
  harbour.profiles.set(PERSON, {
    name: "Anna",
    locale: "en",
    timezone: "America/Denver",
    active: true,
  });
  const anna = liaison.at(PERSON);

  await anna.say("setup", CHANNEL);
  await anna.submit({
    school: "Quay School",
    library: [PERSON],
    "it-elsewhere": "+u-ab-it",
    channel: CHANNEL,
    timezone: "America/Denver",
    language: "en",
  });
  expect(anna.words()).toMatch(/^The team of Quay School is ready/u);
  const partnership = await liaison.stores.partnerships.atChannel(CHANNEL);
  expect(partnership?.itIds).toStrictEqual(["u-ab-it"]);

  await anna.say("checkin", CHANNEL);
  await anna.submit({ every: "1", weekday: "thu", start: "10:00", minutes: "25" });
  await liaison.advanceTo("2027-03-12T00:00:00Z");
  const shared = liaison.messages({ kind: "check_in.announcement" });
  const mine = shared.filter(({ key }) => key?.includes(partnership?.id ?? "-"));
  expect(mine.map(({ to }) => to)).toStrictEqual(
    expect.arrayContaining([CHANNEL, liaison.as("u-ab-it").address]),
  );
  const inChannel = mine.find(({ to }) => to === CHANNEL);
  expect(wordsOf(inChannel?.card ?? { title: "", body: [] })).toMatch(/^Check-in Thu/u);
  await liaison.close();
});
