import type { membership as kind } from "../../../kinds/membership.ts";
import type { Says } from "../../../records/kind.ts";
import { brief } from "../../brief.ts";

interface Both {
  readonly both: (name: string, group: string) => string;
  readonly bothBody: string;
  readonly bothWhy: string;
}

export const membership: Says<typeof kind> & Both = {
  label: "My memberships",
  names: "membership / my associations / my links",
  sentences: "my memberships / my professional network / my profile links",
  addSentences: "I belong to an association / add my ISTE membership / add a membership",
  summary: "Associations and networks you belong to, seen by you alone",
  title: "Your memberships",
  none: "Nothing stands here yet",
  noneBody: "Belong to AASL, ISTE or another group? You decide whether your partners hear of it.",
  add: brief("Add a membership"),
  saved: (id) => `It stands in your profile as ${id}`,
  fields: {
    name: "What do you belong to?",
    sort: "What is it?",
    link: "Web address",
    tell: "May a partner who belongs to it too hear of it?",
  },
  hints: { tell: "I say it once, to you both, and only when both of you said yes." },
  options: {
    sort: { association: "An association", network: "A network on the web" },
    tell: { yes: "Yes", no: "No" },
  },
  states: {},
  press: {},
  both: (name, group) => `You and ${name} both belong to ${group}`,
  bothBody: "It could be a good start for a talk, or for a conference you go to together.",
  bothWhy:
    "I say this once, because you both allowed it. Change it under /liaison memberships and I will not use it again.",
};
