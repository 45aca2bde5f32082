import { lines, line, link, people, tags } from "../fields/field.ts";
import { kind } from "../records/kind.ts";

/** An article or page for somebody on the other side, with one line why (systems, rows 68, 118). */
export const resource = kind({
  name: "resource",
  prefix: "re",
  of: "district",
  commands: { list: "resources", add: "resource add" },
  fields: { title: line(120), link, why: lines(200), to: people, tags },
  title: "title",
  lines: ["link", "to"],
  states: {
    fresh: { useful: ["named"], used: ["named"] },
    useful: { used: ["named"] },
    used: { useful: ["named"] },
  },
  may: { see: ["writer", "named"], add: ["everyone"], change: ["writer"] },
  waits: "fresh",
  report: "resources",
  retention: "working",
  version: 1,
});
