import type { lesson as kind } from "../../../kinds/lesson.ts";
import type { Says } from "../../../records/kind.ts";
import { coWorkers, standards, themes } from "./themes.ts";
import { brief } from "../../brief.ts";

export const lesson: Says<typeof kind> = {
  label: "Leçons",
  names: "lecons / journal des lecons",
  sentences: "journal des leçons / liste des leçons / leçons données ensemble",
  addSentences: "noter une leçon / inscrire une leçon / nous avons donné une leçon",
  summary: "Les leçons de la bibliothèque et de l'informatique, avec leur but",
  title: "Leçons",
  none: "Aucune leçon n'est encore notée",
  noneBody: "Une minute suffit : la classe, le but, qui l'a menée. Sans nom d'élève.",
  add: brief("Noter une leçon"),
  saved: (id) => `La leçon est gardée sous ${id}`,
  fields: {
    title: "Quelle classe, et sur quoi ?",
    day: "Quand ?",
    subject: "Matière",
    led: "Qui l'a menée ?",
    aim: "Que devaient apprendre les élèves ?",
    learning: "Qu'apprennent-ils ces semaines-ci ?",
    fit: "Quelle est notre place là-dedans ?",
    along: "Qui a participé ?",
    themes: "Thèmes",
    standards: "Normes",
    tags: "Étiquettes",
  },
  hints: {
    title: "Par exemple : 4e année, sources sur les rivières. Sans nom d'élève.",
    day: "Comme vous le dites : « hier », « 1er mars ».",
  },
  options: {
    led: { library: "La bibliothèque", it: "L'informatique", both: "Les deux ensemble" },
    along: coWorkers,
    themes,
    standards,
  },
  states: {},
  press: {},
};
