import { line, link, one, optional } from "../fields/field.ts";
import { kind } from "../records/kind.ts";

/** What somebody belongs to, and where else colleagues find them: theirs alone (systems, rows 66, 115). */
export const membership = kind({
  name: "membership",
  prefix: "me",
  of: "person",
  commands: { list: "memberships", add: "membership add" },
  fields: {
    name: line(80),
    sort: one("association", "network"),
    link: optional(link),
    tell: one("yes", "no"),
  },
  title: "name",
  lines: ["sort", "link"],
  may: { see: ["writer"], add: ["writer"], change: ["writer"] },
  retention: "working",
  version: 1,
});
