import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { FILL_COMMAND, RUN_COMMAND } from "../../src/commands.ts";
import { features } from "../../src/features/index.ts";
import type { Answers } from "../../src/card.ts";
import type { ChatEvent } from "../../src/ports.ts";
import { tenantOf, type Address } from "../../src/team/person.ts";
import { addressOf, openLiaison, type Rig } from "../rig/index.ts";
import { demoData } from "../rig/demo.ts";

/** A partner of each side, somebody of the district, a reader, and nobody's colleague; on both platforms. */
const PEOPLE = [
  "u-tv-lib",
  "u-tv-it",
  "u-tv-prin",
  "u-d-itdir",
  "u-stranger",
  "u-tv-lib@teams",
  "u-stranger@teams",
].map(addressOf);

/** More than any input or title takes. */
const LONG = "x".repeat(3000);

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return /^[\w:/.-]{1,60}$/u.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Ids, days and names of states that there are, each of which stands where another one should. */
const known = fc.constantFrom(...new Set(stringsIn(demoData)));
const odd = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "0",
    "-1",
    "1.5",
    "1e308",
    "NaN",
    "Infinity",
    "99999999999999999999",
    "2027-02-30",
    "9999-99-99",
    "+275760-09-13",
    "0000-00-00",
    "25:61",
    "null",
    "undefined",
    "true",
    "[]",
    "{}",
    '{"a":',
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "%FF",
    "../../x",
    "\u0000",
    "\u2028",
    "\ud800",
    "🦉",
    LONG,
    "$where",
    "Etc/Nowhere",
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const carried = fc.oneof(
  odd,
  known,
  fc
    .tuple(
      fc.array(fc.oneof(known, odd), { minLength: 2, maxLength: 5 }),
      fc.constantFrom("|", "|", "|", "/", ",", ":", "||"),
    )
    .map(([parts, between]) => parts.join(between)),
);

/** Whatever a form is asked for, it says something; what, goes by the name of the input. */
const answersOf = (says: readonly (string | readonly string[])[]): Answers =>
  new Proxy<Record<string, string | readonly string[]>>(
    {},
    {
      get: (_, name) =>
        typeof name === "string"
          ? says[
              Array.from(name).reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % says.length
            ]
          : undefined,
      has: () => true,
    },
  );
const said = fc.array(
  fc.oneof(known, odd, carried, fc.array(fc.oneof(known, odd), { maxLength: 4 })),
  {
    minLength: 1,
    maxLength: 7,
  },
);

let n = 0;
const arrival = (from: Address) => ({
  id: `any-${String(++n)}`,
  tenant: tenantOf(from),
  from,
  channel: null,
  via: "{}",
});

let rig: Rig;
beforeAll(async () => {
  rig = await openLiaison({ platforms: ["slack", "teams"] });
});
afterAll(async () => {
  await rig.close();
});

const RUNS = Number(process.env["RUNS"] ?? 20);

async function hold(
  make: (from: Address, value: string, answers: Answers) => ChatEvent,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...PEOPLE), carried, said, async (from, value, says) => {
      const before = rig.log.length;
      const platform = rig.on(from.startsWith("teams") ? "teams" : "slack");
      await platform.deliver(make(from, value, answersOf(says)));
      const faults = rig.log.slice(before).filter(({ level }) => level === "error");

      expect(faults).toEqual([]);
    }),
    {
      numRuns: RUNS,
      examples: PEOPLE.map((person): [Address, string, string[]] => [person, LONG, [LONG]]),
    },
  );
}

const named = (key: "actions" | "forms" | "shortcuts" | "commands"): readonly string[] =>
  features.flatMap((feature) => Object.keys(feature[key] ?? {}));

test.each([...named("actions"), RUN_COMMAND, FILL_COMMAND, "no such button"])(
  "whatever the button %s carries, nothing breaks",
  async (action) => {
    await hold((from, value) => ({ ...arrival(from), type: "action", action, value }));
  },
);

test.each(named("forms"))("whatever the form %s says, nothing breaks", async (form) => {
  await hold((from, context, answers) => ({
    ...arrival(from),
    type: "form",
    form,
    context,
    answers,
    instance: `i-${String(n)}`,
  }));
  await hold((from, context, answers) => ({
    ...arrival(from),
    type: "change",
    form,
    context,
    answers,
  }));
});

test.each(named("shortcuts"))("whatever %s is used on, nothing breaks", async (shortcut) => {
  await hold((from, text) => ({ ...arrival(from), type: "shortcut", shortcut, text }));
});

test.each(named("commands"))("whatever follows %j, nothing breaks", async (words) => {
  await hold((from, text) => ({ ...arrival(from), type: "command", text: `${words} ${text}` }));
});
