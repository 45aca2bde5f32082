/** A kind with every field and rule there is, which only tests have. */

import {
  count,
  days,
  goal,
  line,
  lines,
  link,
  money,
  one,
  optional,
  people,
  some,
  tags,
  day,
} from "../../src/fields/field.ts";
import { kind, type Says } from "../../src/records/kind.ts";
import type { Texts } from "../../src/texts/index.ts";
import { brief } from "../../src/texts/brief.ts";

export const proposal = kind({
  name: "proposal",
  prefix: "pr",
  of: "partnership",
  commands: { list: "proposals", add: "proposal add" },
  fields: {
    title: line(120),
    pitch: optional(lines(500)),
    venue: one("state", "national"),
    deadline: day,
    weeks: optional(days),
    seats: optional(count(50)),
    cost: optional(money),
    leads: people,
    serves: optional(goal),
    themes: some("ai", "inquiry"),
    link: optional(link),
    tags,
  },
  title: "title",
  lines: ["venue", "deadline"],
  states: {
    draft: { submitted: ["partners"], dropped: ["writer"] },
    submitted: { accepted: ["library"], dropped: ["writer"] },
    accepted: {},
    dropped: {},
  },
  may: { see: ["partners"], add: ["partners"], change: ["writer"] },
  remind: { before: "deadline", weeks: [8, 4, 1], in: ["draft"], to: ["writer", "named"] },
  waits: "draft",
  retention: "plan",
  version: 2,
  upgrade: (values) => ({ ...values, venue: values["venue"] === "county" ? "state" : "national" }),
});

/** Enough to be told apart from the product's own words, in any language. */
export const saysProposal = ({ locale }: Texts): Says<typeof proposal> => ({
  label: `Proposals (${locale})`,
  sentences: "conference proposals",
  addSentences: "submit a proposal",
  summary: `Conference proposals (${locale})`,
  title: `Proposals (${locale})`,
  none: "No proposals yet",
  noneBody: "Add the first one.",
  add: brief("Add a proposal"),
  saved: (id) => `Proposal ${id} is kept`,
  fields: {
    title: "Working title",
    pitch: "Pitch",
    venue: "Conference",
    deadline: "Deadline",
    weeks: "From",
    seats: "Seats",
    cost: "Cost",
    leads: "Who leads it?",
    serves: "Goal",
    themes: "Themes",
    link: "Link",
    tags: "Tags",
  },
  options: {
    venue: { state: "State", national: "National" },
    themes: { ai: "AI literacy", inquiry: "Inquiry" },
  },
  states: {
    draft: "draft",
    submitted: "submitted",
    accepted: "accepted",
    dropped: "dropped",
  },
  press: { draft: "Draft", submitted: "Submitted", accepted: "Accepted", dropped: "Drop it" },
  due: (title, date) => `“${title}” is due ${date}`,
  waiting: (waits) => `${waits} proposals wait for you`,
});
