import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  claim,
  codeTyped,
  emptied,
  isTwice,
  join,
  merged,
  mustWait,
  newCode,
  oneMoreWrong,
  openLinking,
  refuse,
  stoodApart,
  type CodeTries,
} from "../../src/team/linking.ts";
import { NOW, aPartnership, aPerson, at, day } from "../contracts/entities.ts";

const FIRST = { personId: "u-1", address: at("slack:T1/U1") };
const SECOND = { personId: "u-2", address: at("teams:t/29:b") };
const later = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
const open = openLinking("K7M2QX", FIRST, NOW);

describe("a code", () => {
  test("is six letters and digits that nobody mixes up, and is found however it is typed", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (numbers) => {
        const left = [...numbers];
        const code = newCode((below) => (left.shift() ?? 0) % below);
        expect(code).toMatch(/^[2-9BCDFGHJKMNPQRTVWXZ]{6}$/u);
        const typed = ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `;
        expect(codeTyped(typed)).toBe(code);
      }),
    );
  });

  test("is taken once, by one, within 15 minutes", () => {
    const claimed = claim(open, SECOND, later(14));

    expect(claimed).toMatchObject({ status: "claimed", second: SECOND });
    expect(claim(claimed, FIRST, later(14))).toBe(claimed);
    expect(claim(open, SECOND, later(15))).toBe(open);
  });

  test("joins when the first says yes within an hour, and never after a no", () => {
    const claimed = claim(open, SECOND, later(1));

    expect(join(claimed, later(60)).status).toBe("joined");
    expect(join(claimed, later(61))).toBe(claimed);
    expect(join(open, NOW)).toBe(open);
    expect(join(refuse(claimed), NOW).status).toBe("refused");
    expect(refuse(join(claimed, NOW)).status).toBe("joined");
  });

  test("five wrong ones in a quarter of an hour are enough", () => {
    let tries: CodeTries = { id: "u-1", wrong: 0, until: NOW };
    for (let n = 0; n < 4; n++) tries = oneMoreWrong(tries, NOW);
    expect(mustWait(tries, NOW)).toBe(false);

    tries = oneMoreWrong(tries, later(1));
    expect(mustWait(tries, later(14))).toBe(true);
    expect(mustWait(tries, later(15))).toBe(false);
    expect(oneMoreWrong(tries, later(15)).wrong).toBe(1);
  });
});

describe("two that become one", () => {
  const first = aPerson();
  const second = aPerson({ id: "u-2", addresses: [SECOND.address], name: "B" });

  test("are reached in both places, the first one's before, and paused as long as either was", () => {
    const paused = { ...second, pausedUntil: later(5), unreachable: second.addresses };
    const one = merged(first, paused);

    expect(one).toMatchObject({
      id: "u-1",
      name: first.name,
      addresses: [...first.addresses, SECOND.address],
      unreachable: [SECOND.address],
      pausedUntil: later(5),
    });
    expect(merged(one, paused)).toStrictEqual(one);
    expect(emptied(paused)).toMatchObject({ addresses: [], active: false, pausedUntil: null });
  });

  test("keep what only one of them set, and nobody covers for themselves", () => {
    const range = { start: day("2027-03-08"), end: day("2027-03-12") };
    const away = { ...second, away: [range], cover: { byId: "u-1", ...range } };
    const covered = { ...second, cover: { byId: "u-9", ...range } };

    expect(merged(first, away)).toMatchObject({ away: [range] });
    expect(merged(first, away)).not.toHaveProperty("cover");
    expect(merged(first, covered)).toMatchObject({ cover: { byId: "u-9" } });
  });

  test("have the role of the one who had any", () => {
    const stranger = aPerson({ role: "staff", schoolId: null });
    const technician = aPerson({ id: "u-2", role: "it_technician", schoolId: "s-1" });

    expect(merged(stranger, technician)).toMatchObject({ role: "it_technician", schoolId: "s-1" });
    expect(merged(technician, stranger)).toMatchObject({ role: "it_technician", schoolId: "s-1" });
  });

  test("cannot have two accounts in one workspace, nor stand on both sides of a team", () => {
    const same = aPerson({ id: "u-3", addresses: [at("slack:T1/U9")] });
    const apart = aPartnership({ libraryIds: ["u-1"], itIds: ["u-2"] });

    expect(isTwice(first, same)).toBe(true);
    expect(isTwice(first, second)).toBe(false);
    expect(stoodApart(first, second, [apart])).toBe(apart);
    expect(
      stoodApart(first, second, [
        aPartnership({ libraryIds: ["u-1", "u-2"], itIds: ["u-3"] }),
        aPartnership({ libraryIds: ["u-3"] }),
      ]),
    ).toBeUndefined();
  });
});
