import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  isChannel,
  isShared,
  messageAddress,
  placeAddress,
  readMessageAddress,
  readPlace,
  splitThread,
  tenantAddress,
  threadOf,
} from "../../../adapters/teams/address.ts";
import { hostsFor } from "../../../adapters/teams/hosts.ts";
import type { Address } from "../../../src/team/person.ts";
import type { MessageAddress } from "../../../src/ports.ts";
import { TENANT } from "./stand-in.ts";

const id = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text.trim() !== "");

describe("addresses", () => {
  test("read as Teams' own ids", () => {
    expect(tenantAddress(TENANT)).toBe(`teams:${TENANT}`);
    expect(placeAddress(TENANT, "29:1a_B-c")).toBe(`teams:${TENANT}/29:1a_B-c`);
    expect(placeAddress(TENANT, "19:x@thread.tacv2")).toBe(`teams:${TENANT}/19:x@thread.tacv2`);
  });

  test("come back as they went in, and hold together in a button's value", () => {
    fc.assert(
      fc.property(id, id, (conversation, activity) => {
        const place = placeAddress(TENANT, conversation);
        const message = messageAddress(TENANT, conversation, activity);

        expect(readPlace(place)).toEqual({ tenant: TENANT, id: conversation });
        expect(readMessageAddress(message)).toEqual({ tenant: TENANT, conversation, activity });
        expect(`${place}${message}`).not.toMatch(/[|\s]/u);
      }),
    );
  });

  test.each(["slack:T1/U1", "teams:", `teams:${TENANT}`, `teams:${TENANT}/a/b`, "teams:/29:1"])(
    "%s is no place",
    (address) => {
      expect(readPlace(address as Address)).toBeUndefined();
    },
  );

  test.each(["%FF", "%C3%28", "%E0%A4%A", "%"])(
    "hold %s, which nobody escaped so, without a fault",
    (id) => {
      expect(readPlace(`teams:${TENANT}/${id}` as Address)?.tenant).toBe(TENANT);
      expect(readMessageAddress(`teams:${TENANT}/${id}/${id}` as MessageAddress)?.tenant).toBe(
        TENANT,
      );
    },
  );

  test.each(["slack:T1/C1/1.2", `teams:${TENANT}/29:1`, `teams:${TENANT}/a/b/c`])(
    "%s is no message",
    (address) => {
      expect(readMessageAddress(address as MessageAddress)).toBeUndefined();
    },
  );

  test("tell people, channels and group chats apart", () => {
    expect([isShared("29:1"), isShared("19:x@thread.v2"), isShared("a:1")]).toEqual([
      false,
      true,
      false,
    ]);
    expect([isChannel("19:x@thread.v2"), isChannel("19:x@thread.tacv2")]).toEqual([false, true]);
    expect(splitThread(threadOf("19:x@thread.tacv2", "17"))).toEqual({
      id: "19:x@thread.tacv2",
      root: "17",
    });
  });
});

describe("servers", () => {
  test.each([
    "https://smba.trafficmanager.net/amer/",
    "https://smba.trafficmanager.net/teams/",
    "https://smba.infra.gcc.teams.microsoft.com/teams/",
    "https://smba.infra.gov.teams.microsoft.us/gcch/",
    "https://smba.infra.dod.teams.microsoft.us/dod/",
    "https://api.botframework.com/",
    "https://api.botframework.azure.us/",
    "https://api.botframework.azure.cn/",
  ])("%s is Microsoft's", (url) => {
    expect(hostsFor(undefined).isAllowed(url)).toBe(true);
  });

  test.each([
    "http://smba.trafficmanager.net/amer/",
    "https://smba.trafficmanager.net.evil.example/",
    "https://smba.trafficmanager.net@evil.example/",
    "https://evil.example/smba.trafficmanager.net/",
    "https://evilbotframework.com/",
    "https://other.trafficmanager.net/amer/",
    "https://smba.trafficmanager.net:8443/amer/",
    "http://127.0.0.1:3000/teams/",
    "http://169.254.169.254/latest/",
    "smba.trafficmanager.net",
    "",
  ])("%s is not", (url) => {
    expect(hostsFor(undefined).isAllowed(url)).toBe(false);
  });

  test("with a stand-in, only the stand-in may speak", () => {
    const hosts = hostsFor("http://127.0.0.1:3000/teams/");

    expect(hosts.isAllowed("http://127.0.0.1:3000/teams/")).toBe(true);
    expect(hosts.isAllowed("http://127.0.0.1:3000/")).toBe(false);
    expect(hosts.isAllowed("https://smba.trafficmanager.net/amer/")).toBe(false);
  });
});
