/** Which of the messages to people count as unasked, worked out from what people did themselves. */

import type { Person } from "../../src/team/person.ts";
import { localIn } from "./presence.ts";
import type { World } from "./world.ts";
import type { Told, Year } from "./year.ts";

export interface Unasked {
  readonly message: Told;
  readonly person: Person;
  /** On the reader's calendar. */
  readonly date: string;
  /** What was expected is one of its day, but does not count in the week. */
  readonly isCounted: boolean;
}

export const peopleIn = ({ districts }: World): ReadonlyMap<string, Person> =>
  new Map(
    districts
      .flatMap(({ people }) => people)
      .flatMap((person) => person.addresses.map((address) => [address, person] as const)),
  );

/**
 * In the order in which they were said. Answers are not unasked, nor is a question on a day on which
 * its reader did something themself.
 */
export function unaskedIn({ world, said, facts }: Year): readonly Unasked[] {
  const people = peopleIn(world);
  const zones = new Map([...people.values()].map(({ id, timezone }) => [id, timezone]));
  const actedOn = new Set(
    facts.flatMap((fact) =>
      fact.kind === "acted"
        ? [`${fact.personId} ${localIn(fact.from, zones.get(fact.personId) ?? "UTC").date}`]
        : [],
    ),
  );
  return said.flatMap((message): readonly Unasked[] => {
    const person = people.get(message.to);
    const { manner } = message;
    if (!person || manner === "answer" || manner === "now") return [];
    const { date } = localIn(message.at, person.timezone);
    if (manner === "question" && actedOn.has(`${person.id} ${date}`)) return [];
    return [{ message, person, date, isCounted: manner !== "expected" }];
  });
}
