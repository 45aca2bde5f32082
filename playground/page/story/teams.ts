/** The libraries and IT with whom the story can be lived through: in Slack, in Teams, or in both. */
import type { PersonState, PlatformName } from "../../contract.ts";

export type Pair = readonly [left: string, right: string];

export interface Team {
  readonly label: string;
  readonly about: string;
  /** The librarian and the technician. */
  readonly pair: Pair;
  /** What the librarian wants to reach. */
  readonly goal: string;
  /** Days off that the story comes upon. */
  readonly free?: readonly string[];
  /** What is otherwise looked for in vain. */
  readonly hint?: string;
}

const IN_SLACK: Team = {
  label: "Slack",
  about: "Alder Bend",
  pair: ["u-ab-lib", "u-ab-it"],
  goal: "Every fourth grader can cite a source by May 14",
};

export const TEAMS: readonly Team[] = [
  IN_SLACK,
  {
    label: "Teams",
    about: "Wattle Creek",
    pair: ["u-wc-lib", "u-wc-it"],
    goal: "Every Year 7 class can check a source by June 11",
    free: ["2027-03-08"],
    hint: "Their calendar counts: 8 March is Labour Day, so that week's message comes on Tuesday. From 10 March pupils are tested and IT is left in peace: as the technician, type home to see what waits.",
  },
  {
    label: "Both",
    about: "Tamarack Valley High",
    pair: ["u-tv-lib", "u-tv-it@teams"],
    goal: "Every ninth grader can cite a source by May 14",
    hint: "The technician has an account in each. What is for them alone comes to the one in Slack: choose it at the top of the right side.",
  },
];

/** The team of the one who sits on the left, or else on the right; the first where neither has one. */
export function teamOf(seated: Pair, people: readonly PersonState[]): Team {
  const schoolOf = (person: string) => people.find(({ id }) => id === person)?.school ?? null;
  const ofSchool = (person: string) => {
    const school = schoolOf(person);
    return TEAMS.find(({ pair }) => school !== null && schoolOf(pair[0]) === school);
  };
  return ofSchool(seated[0]) ?? ofSchool(seated[1]) ?? IN_SLACK;
}

/** Where commands are typed: Teams has none with a slash, and `plan` is enough. */
export function asTyped(command: string, platform: PlatformName): string {
  return platform === "slack" ? command : command.replace(/\/(liaison )?/g, "");
}
