import { expect, test } from "@jest/globals";
import { placeAddress, tenantAddress } from "../../../adapters/slack/address.ts";
import { withNames } from "../../../adapters/slack/names.ts";
import type { ChatEvent, ChatPlatform } from "../../../src/ports.ts";

const typed = (text: string): ChatEvent => ({
  id: "1",
  tenant: tenantAddress("T1"),
  from: placeAddress("T1", "U0AB"),
  channel: null,
  via: "{}",
  type: "command",
  text,
});
const profile: ChatPlatform["profile"] = async (address) =>
  await Promise.resolve(
    address === "slack:T1/U0ABIT000"
      ? { name: "IT technician", locale: "en", timezone: null, active: true }
      : undefined,
  );

test.each([
  ["goal Ask @U0ABIT000 about carts", "goal Ask @IT technician about carts"],
  ["goal Ask @U0NOBODY1 about carts", "goal Ask @U0NOBODY1 about carts"],
  ["goal Ask <@U0ABIT000> about carts", "goal Ask <@U0ABIT000> about carts"],
  ["goal Ask @Ben about carts", "goal Ask @Ben about carts"],
])("%j is read as %j", async (text, expected) => {
  expect(await withNames(typed(text), "T1", profile)).toMatchObject({ text: expected });
});
