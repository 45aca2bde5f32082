import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readTicket, VALID_MS, writeTicket } from "../../../adapters/pages/ticket.ts";

const SECRET = Buffer.alloc(32, 7);
const NOW = new Date("2027-03-02T15:00:00Z");
const TICKET = { page: "calendar", districtId: "d-tv", personId: "u-1", about: "s-ab" };

describe("a link", () => {
  test("opens what it was made for, for an hour", () => {
    const written = writeTicket(TICKET, SECRET, NOW);
    const at = (ms: number) => readTicket(written, SECRET, new Date(NOW.getTime() + ms));

    expect(at(0)).toEqual(TICKET);
    expect(at(VALID_MS - 1000)).toEqual(TICKET);
    expect(at(VALID_MS)).toBe("expired");
  });

  test("of another secret, changed anywhere or made up, opens nothing", () => {
    const written = writeTicket(TICKET, SECRET, NOW);

    expect(readTicket(written, Buffer.alloc(32, 8), NOW)).toBe("unknown");
    fc.assert(
      fc.property(fc.nat(written.length - 1), fc.constantFrom("A", "z", "0", "."), (at, sign) => {
        const changed = written.slice(0, at) + sign + written.slice(at + 1);
        fc.pre(changed !== written);
        expect(readTicket(changed, SECRET, NOW)).toBe("unknown");
      }),
    );
    fc.assert(
      fc.property(fc.string(), (made) => {
        expect(readTicket(made, SECRET, NOW)).toBe("unknown");
      }),
    );
  });

  test("holds any name, in signs that a web address takes", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (personId, about) => {
        const written = writeTicket({ ...TICKET, personId, about }, SECRET, NOW);
        expect(written).toMatch(/^[\w.-]+$/u);
        expect(readTicket(written, SECRET, NOW)).toEqual({ ...TICKET, personId, about });
      }),
    );
  });
});
