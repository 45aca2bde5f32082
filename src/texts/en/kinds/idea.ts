import type { idea as kind } from "../../../kinds/idea.ts";
import type { Says } from "../../../records/kind.ts";
import { themes } from "./themes.ts";
import { brief } from "../../brief.ts";

export const idea: Says<typeof kind> = {
  label: "Lesson ideas",
  names: "idea / lesson ideas / idea shelf",
  sentences: "look for lesson ideas / idea shelf / ideas for games / inspiration for a lesson",
  addSentences: "share a lesson idea / add an idea to the shelf / I have an idea for a lesson",
  summary: "Lesson ideas from the whole district, to look through",
  title: "Lesson ideas",
  none: "The shelf is empty",
  noneBody: "Put the first idea on it: a game, an inquiry, something to make.",
  add: brief("Add an idea"),
  saved: (id) => `The idea is on the shelf as ${id}`,
  fields: {
    title: "The idea in one line",
    what: "How does it work?",
    sort: "What sort of idea is it?",
    themes: "Themes",
    link: "Web address",
    tags: "Tags",
  },
  options: {
    sort: {
      game: "Game",
      inquiry: "Inquiry",
      making: "Making",
      reading: "Reading",
      media: "Pictures, sound, film",
      coding: "Coding",
    },
    themes,
  },
  states: {},
  press: {},
};
