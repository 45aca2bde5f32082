/**
 * `npm run simulate`: a year of generated schools in all zones with the real features and the real
 * policy, checked against rules that the bot's own code has no part in, and drawn as a picture.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { ending } from "./ending.ts";
import { check } from "./simulate/check.ts";
import type { Fact } from "./simulate/facts.ts";
import { picture } from "./simulate/picture.ts";
import { tally, type Tally } from "./simulate/tally.ts";
import { playYear, type Wish, type Year } from "./simulate/year.ts";

const USAGE = `Usage: npm run simulate [-- --schools 300 --year 2026-27 --seed 1 --weeks 52 --out data/simulation.svg]

Plays a school year with generated schools in all time zones, absences, closed days, people who leave
and restarts. Prints messages per person-week and everything that is against the rules, and draws the
year. Ends with 1 when something is. 300 schools take some minutes. The same seed, the same year.
`;
const SHOWN = 5;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      schools: { type: "string", default: "300" },
      year: { type: "string", default: "2026-27" },
      seed: { type: "string", default: "1" },
      weeks: { type: "string", default: "52" },
      out: { type: "string", default: "data/simulation.svg" },
      help: { type: "boolean", default: false },
    },
  });
  const { year, out, help } = values;
  const [schools = 0, seed = 0, weeks = 0] = [values.schools, values.seed, values.weeks].map(
    Number,
  );
  if (help) {
    process.stdout.write(USAGE);
    return 0;
  }
  for (const [name, number] of Object.entries({ schools, seed, weeks }))
    if (!Number.isInteger(number) || number < 1)
      throw new Error(`Give --${name} as a whole number from 1 up.`);
  const [, from = "", to = ""] = /^20(\d\d)-(\d\d)$/u.exec(year) ?? [];
  if (from === "" || Number(to) !== Number(from) + 1) throw new Error("Give --year as 2026-27.");
  // A year takes minutes: where its picture goes is found out before.
  try {
    mkdirSync(dirname(out), { recursive: true });
  } catch (cause) {
    throw new Error(`There is no folder for ${out}. Choose another place with --out.`, { cause });
  }
  return await simulate({ schools, seed, weeks, year }, out);
}

/** Plays the year, says what was found and draws it; 1 when something is against the rules. */
async function simulate(wish: Wish, out: string): Promise<number> {
  const began = performance.now();
  const year = await playYear(wish, (date) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${date.toISOString().slice(0, 10)} `);
  });
  const seconds = (performance.now() - began) / 1000;
  const numbers = tally(year);
  const { from, to } = year.world;
  const about = `${String(wish.schools)} schools, ${String(numbers.people)} people, ${from} to ${to}, seed ${String(wish.seed)}`;
  say(`\n${about}; played in ${seconds.toFixed(0)} s`);
  say(lives(year));
  say(messages(numbers, year));
  const found = check(year);
  const rules = [
    ["Quiet-time violations", found.quiet],
    ["Messages above the caps", found.caps],
    ["Duplicates", found.duplicates],
    ["Missed occurrences", found.missed],
    ["Faults logged", found.faults],
  ] as const;
  for (const [name, all] of rules) {
    say(`${name}: ${String(all.length)}`);
    for (const one of all.slice(0, SHOWN)) say(`  ${one}`);
  }
  writeFileSync(out, picture(numbers, about));
  say(`The year as a picture: ${out}`);
  return rules.every(([, all]) => all.length === 0) ? 0 : 1;
}

function lives({ facts }: Year): string {
  const count = (...kinds: readonly Fact["kind"][]): number =>
    facts.filter(({ kind }) => kinds.includes(kind)).length;
  const hours = facts.flatMap((fact) => (fact.kind === "restarted" ? [fact.hours] : []));
  return [
    `Meanwhile: ${String(count("away", "noContact", "cover"))} absences`,
    `${String(count("closed"))} closed days`,
    `${String(count("paused"))} pauses`,
    `${String(count("left"))} people left`,
    `${String(count("acted"))} things done by people`,
    `${String(hours.length)} restarts, the longest after ${String(Math.max(0, ...hours))} h`,
  ].join(", ");
}

function messages({ average, most, shares, posts }: Tally, { said }: Year): string {
  const percent = shares.map((share, n) => `${String(n)}: ${(share * 100).toFixed(1)} %`);
  return [
    `Messages: ${String(said.length)}. Unasked, per person-week: ${average.toFixed(2)} on average, ${String(most)} at most`,
    `  Weeks by how many unasked messages they had: ${percent.join(", ")}`,
    `  Posts in a channel, per school-week: ${posts.toFixed(2)}`,
  ].join("\n");
}

process.exitCode = await ending(() => main(process.argv.slice(2)));
