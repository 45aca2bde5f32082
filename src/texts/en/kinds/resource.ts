import type { resource as kind } from "../../../kinds/resource.ts";
import type { Says } from "../../../records/kind.ts";
import { counted } from "../grammar.ts";
import { brief } from "../../brief.ts";

interface Told {
  readonly told: (name: string) => string;
  readonly toldWhy: string;
}

export const resource: Says<typeof kind> & Told = {
  label: "Resources",
  names: "resource / share resource / articles",
  sentences: "resources shared with me / articles shared with me / links I shared",
  addSentences:
    "share an article / send a link to IT / share a resource / something interesting for my partner",
  summary: "Articles and pages you shared, or that were shared with you",
  title: "Resources",
  none: "No resources yet",
  noneBody: "Found something a colleague would like? Share it with one line why.",
  add: brief("Share a resource"),
  saved: (id) => `The resource is kept as ${id}`,
  fields: {
    title: "What is it?",
    link: "Web address",
    why: "Why would they like it?",
    to: "For whom?",
    tags: "Tags",
  },
  hints: { why: "One line is enough.", to: "I send each person at most one a week." },
  options: {},
  states: { fresh: "new", useful: "useful", used: "used" },
  press: { fresh: "New", useful: "Useful", used: "I used it" },
  waiting: (count) =>
    counted(count, "A resource was shared with you", "# resources were shared with you"),
  told: (name) => `${name} shared something with you`,
  toldWhy:
    "You get this because a colleague named you; at most one comes in a week. /liaison pause stops all of them.",
};
