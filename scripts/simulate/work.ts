/** What the two sides of a school promise one another in a year, and finish. */

import type { Side } from "../../src/team/person.ts";
import { addDays } from "../../src/time/calendar.ts";
import { acted, addressOf, at, dayOf, SIDES, type Act } from "./act.ts";
import type { Chance } from "./chance.ts";
import type { Fact } from "./facts.ts";
import type { SimulatedDistrict, SimulatedSchool, World } from "./world.ts";

/** Two goals, and a new step of somebody's every fortnight or so while school is on. */
export function promises(
  world: World,
  { district, tenant, people }: SimulatedDistrict,
  { school, partnership, calendar }: SimulatedSchool,
  luck: Chance,
  note: (fact: Fact) => void,
): readonly Act[] {
  const ownerOf = (side: Side) =>
    (side === "library" ? partnership.libraryIds : partnership.itIds)[0] ?? "";
  const goalIds: string[] = [];
  const goals: Act = {
    at: at(addDays(world.from, 1), "09:00", school.timezone),
    run: async (running) => {
      for (const side of SIDES) {
        const goal = await running.of(district.id).goals.create({
          partnershipId: partnership.id,
          ownerId: ownerOf(side),
          department: side,
          title: `A goal of ${side} at ${school.id}`,
          horizon: "long",
          why: "",
          measure: null,
          start: world.from,
          due: addDays(world.from, 250),
          servesSchoolGoal: null,
          scope: "common",
          status: "on_track",
          claim: null,
          doneOn: null,
          stoppedReason: null,
          origin: `goal/${school.id}/${side}`,
          deleted: false,
          createdAt: running.clock.now(),
        });
        goalIds.push(goal.id);
      }
    },
  };
  const steps: Act[] = [];
  for (
    let date = addDays(world.from, 5);
    date < world.to;
    date = addDays(date, luck.between(6, 20))
  ) {
    const isOn = calendar.sessions.some(
      ({ type, start, end }) => type === "schoolYear" && start <= date && date <= end,
    );
    if (!isOn) continue;
    const [side, due, isCritical] = [
      luck.pick(SIDES),
      addDays(date, luck.between(4, 25)),
      luck.often(0.1),
    ];
    steps.push({
      at: at(date, "11:00", school.timezone),
      run: async (running) => {
        await running.of(district.id).items.create({
          partnershipId: partnership.id,
          goalId: goalIds[0] ?? "",
          direction: side === "library" ? "library_supports_it" : "it_supports_library",
          ownerId: ownerOf(side),
          title: `A step of ${side} from ${date}`,
          plan: "",
          due,
          status: "open",
          blockedReason: null,
          quietUntil: null,
          doneOn: null,
          overdueNudges: 0,
          origin: `step/${school.id}/${date}`,
          deleted: false,
          createdAt: running.clock.now(),
          ...(isCritical ? { timeCritical: true } : {}),
        });
      },
    });
  }
  return [goals, ...steps, ...finishes(world, { tenant, people }, ownerOf, goalIds, luck, note)];
}

/** Each side says once in the year that its goal is done: the other is asked, and both look back. */
const finishes = (
  world: World,
  { tenant, people }: Pick<SimulatedDistrict, "tenant" | "people">,
  ownerOf: (side: Side) => string,
  goalIds: readonly string[],
  luck: Chance,
  note: (fact: Fact) => void,
): readonly Act[] =>
  SIDES.flatMap((side, n): readonly Act[] => {
    const owner = people.find(({ id }) => id === ownerOf(side));
    if (!owner) return [];
    const when = at(dayOf(world, luck), "13:30", owner.timezone);
    return [
      {
        at: when,
        run: async (running) => {
          await running.decide({
            type: "command",
            tenant,
            from: addressOf(owner),
            channel: null,
            text: `goal done ${goalIds[n] ?? ""}`,
          });
          acted(owner, when, note);
        },
      },
    ];
  });
