import { line, lines, one, optional, pastDay, some, tags } from "../fields/field.ts";
import { kind } from "../records/kind.ts";
import { CO_WORKERS, STANDARDS, THEMES } from "./themes.ts";

/** Lessons that library and IT gave, alone or together; no pupil is named (systems, rows 29, 75, 97). */
export const lesson = kind({
  name: "lesson",
  prefix: "le",
  of: "partnership",
  commands: { list: "lessons", add: "lesson add" },
  fields: {
    title: line(120),
    day: pastDay,
    subject: optional(line(60)),
    led: one("library", "it", "both"),
    aim: lines(300),
    learning: optional(lines(300)),
    fit: optional(lines(300)),
    along: some(...CO_WORKERS),
    themes: some(...THEMES),
    standards: some(...STANDARDS),
    tags,
  },
  title: "title",
  lines: ["day", "led", "subject"],
  may: { see: ["partners"], add: ["partners"], change: ["partners"] },
  report: "lessons",
  retention: "plan",
  version: 1,
});
