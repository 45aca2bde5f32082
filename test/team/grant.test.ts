import { describe, test } from "@jest/globals";
import fc from "fast-check";
import { mayGive, type Grant, type Right, RIGHTS } from "../../src/team/grant.ts";
import { NOW } from "../contracts/entities.ts";

const grant = (personId: string, right: Right, endedById?: string): Grant => ({
  id: `${personId}/${right}`,
  personId,
  right,
  givenById: null,
  givenAt: NOW,
  ended: endedById === undefined ? null : { byId: endedById, at: NOW },
});

describe("who may give", () => {
  const people = ["a", "b", "c"] as const;
  const someone = fc.constantFrom(...people);
  const right = fc.constantFrom(...RIGHTS);
  const grants = fc.array(
    fc
      .tuple(someone, right, fc.boolean())
      .map(([who, what, isOver]) => grant(who, what, isOver ? "x" : undefined)),
  );
  const active = fc.subarray([...people]).map((ids) => new Set<string>(ids));

  test("nobody gives what neither they hold nor administrate", () => {
    fc.assert(
      fc.property(grants, someone, right, active, (all, who, what, there) => {
        const mine = all.filter(({ personId, ended }) => personId === who && !ended);
        const isHolder = mine.some((one) => one.right === what || one.right === "administrator");
        return isHolder || !mayGive(all, who, what, there);
      }),
    );
  });

  test("only an administrator makes an administrator, and only they give where there is one", () => {
    fc.assert(
      fc.property(grants, someone, right, active, (all, who, what, there) => {
        const heads = all
          .filter((one) => one.right === "administrator" && !one.ended)
          .map(({ personId }) => personId);
        const isGoverned = heads.some((id) => there.has(id)) || what === "administrator";
        return !isGoverned || heads.includes(who) || !mayGive(all, who, what, there);
      }),
    );
  });
});
