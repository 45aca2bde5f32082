import type { lesson as kind } from "../../../kinds/lesson.ts";
import type { Says } from "../../../records/kind.ts";
import { coWorkers, standards, themes } from "./themes.ts";
import { brief } from "../../brief.ts";

export const lesson: Says<typeof kind> = {
  label: "Lessons",
  names: "lesson / lesson log / our lessons",
  sentences: "lesson log / list of lessons / lessons we taught together / co-taught lessons",
  addSentences: "log a lesson / write down a lesson we taught / note a class / we taught a lesson",
  summary: "Lessons that library and IT gave, with their aims",
  title: "Lessons",
  none: "No lessons are logged yet",
  noneBody: "A lesson takes a minute: class, aim, who led it. No names of students.",
  add: brief("Log a lesson"),
  saved: (id) => `The lesson is kept as ${id}`,
  fields: {
    title: "Which class, and what about?",
    day: "When?",
    subject: "Subject",
    led: "Who led it?",
    aim: "What were students to learn?",
    learning: "What are they learning these weeks?",
    fit: "Where do we fit into that?",
    along: "Who worked along?",
    themes: "Themes",
    standards: "Standards",
    tags: "Tags",
  },
  hints: {
    title: "Such as: Grade 4, sources on rivers. No names of students.",
    day: 'As you say it: "yesterday", "March 1".',
  },
  options: {
    led: { library: "The library", it: "IT", both: "Both together" },
    along: coWorkers,
    themes,
    standards,
  },
  states: {},
  press: {},
};
