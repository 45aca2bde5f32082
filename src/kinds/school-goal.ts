import { line, lines, one, optional } from "../fields/field.ts";
import { kind } from "../records/kind.ts";
import type { Role } from "../team/person.ts";

const KEEPERS: readonly Role[] = ["district_library_coordinator", "it_director"];

/** What the school wants to reach, and what the district puts first: goals serve them (systems, rows 23, 41). */
export const schoolGoal = kind({
  name: "school_goal",
  prefix: "sg",
  of: "school",
  commands: { list: "school goals", add: "school goal add" },
  fields: {
    title: line(140),
    sort: one("learning_goal", "priority"),
    note: optional(lines(300)),
  },
  title: "title",
  lines: ["sort"],
  states: {
    open: { closed: ["partners", { roles: KEEPERS }] },
    closed: { open: ["partners", { roles: KEEPERS }] },
  },
  may: {
    see: ["partners", { roles: KEEPERS }],
    add: ["partners", { roles: KEEPERS }],
    change: ["partners", { roles: KEEPERS }],
  },
  report: "school_goals",
  retention: "plan",
  version: 1,
});
