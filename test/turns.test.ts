import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { createPersonRate, TooMuchError } from "../src/person-rate.ts";
import type { ChatEvent } from "../src/ports.ts";
import { createReception } from "../src/reception.ts";
import type { Address } from "../src/team/person.ts";
import { createTurns } from "../src/turns.ts";

const at = (text: string): Address => text as Address;
let count = 0;
const command = (from: string, tenant = "slack:T1", id = `e-${String(++count)}`): ChatEvent => ({
  id,
  tenant: at(tenant),
  from: at(`${tenant}/${from}`),
  channel: null,
  via: "",
  type: "command",
  text: "goal list",
});

describe("turns", () => {
  test("one person's 600 commands do not delay another's first", async () => {
    const decided: string[] = [];
    const inbox = {
      accept: () => Promise.resolve(true),
      finish: () => Promise.resolve(),
      abandoned: () => Promise.resolve([]),
    };
    const reception = createReception(inbox, async ({ from }) => {
      await new Promise(setImmediate);
      decided.push(from);
      return { type: "nothing" };
    });
    const all = Array.from({ length: 600 }, () => reception.decide(command("many")));
    const other = reception.decide(command("one"));
    await other;
    expect(decided.indexOf(at("slack:T1/one"))).toBeLessThan(10);
    await Promise.all(all);
    expect(decided).toHaveLength(601);
  });

  test("a busy district does not delay another: each has every second turn", async () => {
    const turns = createTurns(1);
    const done: string[] = [];
    const work = (tenant: string, from: string) =>
      turns({ tenant: at(tenant), from: at(from) }, async () => {
        await Promise.resolve();
        done.push(tenant);
      });
    const busy = Array.from({ length: 100 }, (_, n) => work("busy", `p-${String(n)}`));
    await Promise.all([...busy, work("calm", "a"), work("calm", "b")]);
    expect(done.slice(0, 5).filter((tenant) => tenant === "calm")).toHaveLength(2);
  });

  test("everything is done once, each person's in its order, and what fails stops nobody", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 3 }), fc.boolean()), { maxLength: 60 }),
        fc.integer({ min: 1, max: 5 }),
        async (all, atOnce) => {
          const turns = createTurns(atOnce);
          const begun: number[] = [];
          const results = await Promise.allSettled(
            all.map(([tenant, from, fails], n) =>
              turns({ tenant: at(String(tenant)), from: at(`${tenant}/${from}`) }, async () => {
                begun.push(n);
                await Promise.resolve();
                if (fails) throw new Error("It fails");
                return n;
              }),
            ),
          );
          expect([...begun].sort((a, b) => a - b)).toEqual(all.map((_, n) => n));
          for (const [n, result] of results.entries())
            expect(result.status).toBe(all[n]?.[2] ? "rejected" : "fulfilled");
          const of = (n: number) => all[n]?.slice(0, 2).join("/");
          for (const person of new Set(all.map((_, n) => of(n)))) {
            const theirs = begun.filter((n) => of(n) === person);
            expect(theirs).toEqual([...theirs].sort((a, b) => a - b));
          }
        },
      ),
    );
  });
});

describe("a person's rate", () => {
  const refusal = (admit: (event: ChatEvent) => void, event: ChatEvent): boolean | undefined => {
    try {
      admit(event);
      return undefined;
    } catch (error) {
      if (error instanceof TooMuchError) return error.isFirst;
      throw error;
    }
  };

  test("lets a burst in, says once that the rest is too much, and then takes two a second", () => {
    let now = 0;
    const admit = createPersonRate(10, () => now);
    const said = Array.from({ length: 600 }, () => refusal(admit, command("many")));
    expect(said.filter((told) => told === undefined)).toHaveLength(10);
    expect(said.filter((told) => told === true)).toHaveLength(1);
    expect(refusal(admit, command("other"))).toBeUndefined();
    now += 1000;
    expect([1, 2, 3].map(() => refusal(admit, command("many")))).toEqual([
      undefined,
      undefined,
      false,
    ]);
    now += 60_000;
    const again = Array.from({ length: 12 }, () => refusal(admit, command("many")));
    expect(again.filter((told) => told === true)).toHaveLength(1);
  });

  test("counts a platform's repetition once, and nothing that a platform tells by itself", () => {
    const admit = createPersonRate(2, () => 0);
    const first = command("a");
    for (let n = 0; n < 20; n++) expect(refusal(admit, first)).toBeUndefined();
    expect(refusal(admit, command("a"))).toBeUndefined();
    expect(refusal(admit, command("a"))).toBe(true);
    const told = { ...command("a"), type: "person", change: "left" } as unknown as ChatEvent;
    expect(refusal(admit, told)).toBeUndefined();
  });

  test("is no limit when it is 0", () => {
    const admit = createPersonRate(0, () => 0);
    for (let n = 0; n < 1000; n++) expect(refusal(admit, command("a"))).toBeUndefined();
  });
});
