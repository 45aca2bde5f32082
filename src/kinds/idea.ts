import { line, lines, link, optional, some, tags } from "../fields/field.ts";
import { kind } from "../records/kind.ts";
import { THEMES } from "./themes.ts";

/** A shelf of lesson ideas for the whole district (systems, rows 32, 118). */
export const idea = kind({
  name: "idea",
  prefix: "id",
  of: "district",
  commands: { list: "ideas", add: "idea add" },
  fields: {
    title: line(120),
    what: optional(lines(600)),
    sort: some("game", "inquiry", "making", "reading", "media", "coding"),
    themes: some(...THEMES),
    link: optional(link),
    tags,
  },
  title: "title",
  lines: ["sort", "tags"],
  may: { see: ["everyone"], add: ["everyone"], change: ["writer"] },
  report: "ideas",
  retention: "working",
  version: 1,
});
