/** The libraries and IT with whom the story can be lived through: in Slack, in Teams, or in both. */
import type { PersonState, PlatformName, StoryId } from "../../contract.ts";

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
  /** What is otherwise looked for in vain, at the step where it is. */
  readonly hints?: Partial<Record<StoryId, string>>;
}

/** Who has two accounts is written to at the first one. */
const TECHNICIAN_IN_SLACK =
  "The technician has an account in each, and is written to in Slack: choose it on the right.";

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
    hints: {
      nudge: "8 March is Labour Day there: that week's message comes on Tuesday.",
      survey:
        "From 10 March pupils are tested and IT is left in peace: as the technician, type home.",
    },
  },
  {
    label: "Both",
    about: "Tamarack Valley High",
    pair: ["u-tv-lib", "u-tv-it@teams"],
    goal: "Every ninth grader can cite a source by May 14",
    hints: { nudge: TECHNICIAN_IN_SLACK, "press-done": TECHNICIAN_IN_SLACK },
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
