/** What people do in a year, from chance: they promise steps, are away, close schools, press buttons, leave. */

import type { Button } from "../../src/card.ts";
import type { Person } from "../../src/team/person.ts";
import { addDays } from "../../src/time/calendar.ts";
import { absences } from "./absences.ts";
import { acted, addressOf, at, dayOf, isDone, type Act } from "./act.ts";
import { chance, type Chance } from "./chance.ts";
import type { Fact } from "./facts.ts";
import type { Said } from "./outbox.ts";
import { promises } from "./work.ts";
import type { SimulatedDistrict, SimulatedSchool, World } from "./world.ts";

export interface Life {
  readonly planned: readonly Act[];
  /** What somebody does about a message, if anything. */
  reaction(said: Said): Act | undefined;
}

/** @param note is told everything that the checks have to know of. */
export function makeLife(
  world: World,
  seed: number,
  gone: Set<string>,
  note: (fact: Fact) => void,
): Life {
  const luck = chance(seed + 1);
  const planned = world.districts.flatMap((district) => [
    ...district.schools.flatMap((school) => [
      ...promises(world, district, school, luck, note),
      ...snowDays(world, district, school, luck, note),
    ]),
    ...district.people.flatMap((person) => absences(world, district, person, luck, gone, note)),
  ]);
  return {
    planned: [...planned, ...restarts(world, luck, note)],
    reaction: (said) => reactionTo(world, said, seed, gone, note),
  };
}

/** Up to three days in a year; a partner says so early in the morning. */
function snowDays(
  world: World,
  { tenant, people }: SimulatedDistrict,
  { school, partnership }: SimulatedSchool,
  luck: Chance,
  note: (fact: Fact) => void,
): readonly Act[] {
  const closer = people.find(({ id }) => partnership.itIds.includes(id));
  return Array.from({ length: luck.between(0, 3) }, (): Act => {
    const date = dayOf(world, luck);
    const when = at(date, "06:10", school.timezone);
    return {
      at: when,
      run: async (running) => {
        if (!closer) return;
        const outcome = await running.decide({
          type: "form",
          tenant,
          from: addressOf(closer),
          channel: null,
          form: "closure",
          context: "",
          answers: { school: school.id, date },
          instance: `closed/${school.id}/${date}`,
        });
        acted(closer, when, note);
        if (isDone(outcome)) note({ kind: "closed", from: when, schoolId: school.id, date });
      },
    };
  });
}

/** About every six weeks, sometimes down for the better part of a day. */
function restarts(world: World, luck: Chance, note: (fact: Fact) => void): readonly Act[] {
  const acts: Act[] = [];
  for (
    let date = addDays(world.from, 9);
    date < world.to;
    date = addDays(date, luck.between(30, 55))
  ) {
    const hours = luck.often(0.5) ? 0 : luck.between(1, 14);
    const when = at(date, `${String(luck.between(10, 19))}:09`, "UTC");
    acts.push({
      at: when,
      run: async (running) => {
        note({ kind: "restarted", from: when, hours });
        await running.restart(hours);
      },
    });
  }
  return acts;
}

/** Buttons that end a conversation which the simulation does not lead. */
const NOT_PRESSED = [
  "closure.undo",
  "absence.uncover",
  "nudge.pause",
  "item.not_mine",
  "check_in.skip",
];

/** Most people press something within a day or so; one in ten never does. Derived from the key alone. */
function reactionTo(
  world: World,
  said: Said,
  seed: number,
  gone: ReadonlySet<string>,
  note: (fact: Fact) => void,
): Act | undefined {
  const luck = chance(seed ^ hash(said.key));
  const district = world.districts.find(({ district: { id } }) => id === said.districtId);
  const person = district && whoSees(district, said, luck);
  if (!district || !person || hash(person.id) % 10 === 0 || !luck.often(0.65)) return undefined;
  const when = new Date(said.at.getTime() + luck.between(10, 30 * 60) * 60_000);
  return {
    at: when,
    run: async (running) => {
      const button = luckyButton(said, luck);
      if (!button || gone.has(addressOf(person))) return;
      await running.decide({
        type: "action",
        tenant: district.tenant,
        from: addressOf(person),
        channel: said.to.includes("/C") ? said.to : null,
        action: button.action,
        value: button.value,
      });
      acted(person, running.clock.now(), note);
    },
  };
}

/** The person it was for; in a channel, anybody of either side. */
function whoSees(
  { people, schools }: SimulatedDistrict,
  said: Said,
  luck: Chance,
): Person | undefined {
  const place = schools.find(({ partnership: { channels } }) => channels.includes(said.to));
  if (!place) return people.find((person) => person.addresses.includes(said.to));
  const id = luck.pick([...place.partnership.libraryIds, ...place.partnership.itIds]);
  return people.find((person) => person.id === id);
}

function luckyButton({ card }: Said, luck: Chance): Button | undefined {
  const buttons = card.body
    .flatMap((block) =>
      block.type === "actions"
        ? block.buttons
        : block.type === "item" && block.button
          ? [block.button]
          : [],
    )
    .filter(({ action, asks }) => !asks && !NOT_PRESSED.includes(action));
  const likely = buttons.filter(({ style }) => style === "primary");
  const among = likely.length > 0 && luck.often(0.7) ? likely : buttons;
  return among.length > 0 ? luck.pick(among) : undefined;
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}
