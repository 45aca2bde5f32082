import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  messageAddress,
  placeAddress,
  readMessageAddress,
  readPlace,
  tenantAddress,
} from "../../../adapters/slack/address.ts";
import type { Address } from "../../../src/team/person.ts";
import type { MessageAddress } from "../../../src/ports.ts";

const id = fc.stringMatching(/^[TUWCGD][A-Z0-9]{8,10}$/u);

test("addresses begin with the platform and the workspace", () => {
  expect(tenantAddress("T1")).toBe("slack:T1");
  expect(placeAddress("T1", "U2")).toBe("slack:T1/U2");
  expect(messageAddress("T1", "C2", "1.5")).toBe("slack:T1/C2/1.5");
});

test("a place and a message are read back as they were written", () => {
  fc.assert(
    fc.property(id, id, fc.stringMatching(/^\d{10}\.\d{6}$/u), (team, place, ts) => {
      expect(readPlace(placeAddress(team, place))).toEqual({ team, id: place });
      expect(readMessageAddress(messageAddress(team, place, ts))).toEqual({ channel: place, ts });
    }),
  );
});

test.each(["teams:abc/def", "slack:T1", "slack:T1/C1/1.5/9", "", "slack:T1/<script>"])(
  "%j is nobody's address in Slack",
  (address) => {
    expect(readPlace(address as Address)).toBeUndefined();
    expect(readMessageAddress(address as MessageAddress)).toBeUndefined();
  },
);
