/** When people are away, covered, on pause or gone for good. */

import type { Person } from "../../src/team/person.ts";
import { addDays, localDate, type LocalDate } from "../../src/time/calendar.ts";
import { acted, addressOf, at, dayOf, isDone, type Act } from "./act.ts";
import type { Chance } from "./chance.ts";
import type { Fact } from "./facts.ts";
import type { SimulatedDistrict, World } from "./world.ts";

/** Away, wanting no messages, covered, on pause, gone for good: some of them, for some people. */
export function absences(
  world: World,
  { tenant, people, schools }: SimulatedDistrict,
  person: Person,
  luck: Chance,
  gone: Set<string>,
  note: (fact: Fact) => void,
): readonly Act[] {
  const from = addressOf(person);
  const partner = schools
    .filter(({ partnership: { libraryIds, itIds } }) =>
      [...libraryIds, ...itIds].includes(person.id),
    )
    .flatMap(({ partnership: { libraryIds, itIds } }) => [...libraryIds, ...itIds])
    .find((id) => id !== person.id);
  const standIn = people.find(({ id }) => id === partner);
  const range = (date: LocalDate) => ({ start: date, end: addDays(date, luck.between(0, 6)) });
  const submit = (kind: "away" | "noContact" | "cover"): Act => {
    const days = range(dayOf(world, luck));
    const when = at(addDays(days.start, -luck.between(0, 9)), "12:00", person.timezone);
    return {
      at: when,
      run: async (running) => {
        if (gone.has(from) || (kind === "cover" && !standIn)) return;
        const outcome = await running.decide({
          type: "form",
          tenant,
          from,
          channel: null,
          form: kind === "cover" ? "absence.cover" : "absence.away",
          context: "",
          answers:
            kind === "cover"
              ? { who: [standIn ? addressOf(standIn) : ""], from: days.start, until: days.end }
              : { from: days.start, to: days.end, kind },
          instance: `${kind}/${person.id}/${days.start}`,
        });
        acted(person, when, note);
        if (!isDone(outcome)) return;
        const told = { from: when, personId: person.id, range: days };
        note(kind === "cover" ? { ...told, kind, byId: standIn?.id ?? "" } : { ...told, kind });
      },
    };
  };
  const type = (text: string, when: Date, told: (today: LocalDate) => Fact): Act => ({
    at: when,
    run: async (running) => {
      if (gone.has(from)) return;
      await running.decide({ type: "command", tenant, from, channel: null, text });
      acted(person, when, note);
      note(told(localDate(when, person.timezone)));
    },
  });
  const acts: Act[] = [];
  for (let n = luck.between(0, 3); n > 0; n--) acts.push(submit("away"));
  if (luck.often(0.3)) acts.push(submit("noContact"));
  if (luck.often(0.2)) acts.push(submit("cover"));
  if (luck.often(0.1)) {
    const { id: personId } = person;
    const pause = at(dayOf(world, luck), "10:00", person.timezone);
    acts.push(
      type("pause 2 weeks", pause, (today) => ({
        kind: "paused",
        from: pause,
        personId,
        until: addDays(today, 14),
      })),
    );
    const resume = new Date(pause.getTime() + 5 * 86_400_000);
    if (luck.often(0.3))
      acts.push(type("resume", resume, () => ({ kind: "resumed", from: resume, personId })));
  }
  if (luck.often(0.02)) {
    const when = at(dayOf(world, luck), "17:00", person.timezone);
    acts.push({
      at: when,
      run: async (running) => {
        gone.add(from);
        note({ kind: "left", from: when, personId: person.id });
        await running.decide({ type: "person", tenant, from, channel: null, change: "left" });
      },
    });
  }
  return acts;
}
