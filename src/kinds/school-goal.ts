import { line, lines, one, optional } from "../fields/field.ts";
import { kind } from "../records/kind.ts";
import { CALENDAR_KEEPERS } from "../team/grant.ts";

const KEEPERS = { rights: CALENDAR_KEEPERS };

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
    open: { closed: ["partners", KEEPERS] },
    closed: { open: ["partners", KEEPERS] },
  },
  may: {
    see: ["partners", KEEPERS],
    add: ["partners", KEEPERS],
    change: ["partners", KEEPERS],
  },
  report: "school_goals",
  retention: "plan",
  version: 1,
});
