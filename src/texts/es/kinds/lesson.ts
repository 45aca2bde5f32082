import type { lesson as kind } from "../../../kinds/lesson.ts";
import type { Says } from "../../../records/kind.ts";
import { coWorkers, standards, themes } from "./themes.ts";
import { brief } from "../../brief.ts";

export const lesson: Says<typeof kind> = {
  label: "Clases",
  names: "clases / registro de clases",
  sentences: "registro de clases / lista de clases / clases que dimos juntos",
  addSentences: "anotar una clase / registrar una clase / dimos una clase",
  summary: "Clases que dieron la biblioteca e informática, con su propósito",
  title: "Clases",
  none: "Todavía no hay clases registradas",
  noneBody:
    "Registrar una clase lleva un minuto: grupo, propósito, quién la dio. Sin nombres de estudiantes.",
  add: brief("Registrar una clase"),
  saved: (id) => `La clase quedó guardada como ${id}`,
  fields: {
    title: "¿Qué grupo y sobre qué?",
    day: "¿Cuándo?",
    subject: "Materia",
    led: "¿Quién la dio?",
    aim: "¿Qué debían aprender?",
    learning: "¿Qué están aprendiendo estas semanas?",
    fit: "¿Dónde encajamos ahí?",
    along: "¿Quién participó?",
    themes: "Temas",
    standards: "Estándares",
    tags: "Etiquetas",
  },
  hints: {
    title: "Por ejemplo: 4.º grado, fuentes sobre ríos. Sin nombres de estudiantes.",
    day: "Como lo dices: «ayer», «1 de marzo».",
  },
  options: {
    led: { library: "La biblioteca", it: "Informática", both: "Las dos partes" },
    along: coWorkers,
    themes,
    standards,
  },
  states: {},
  press: {},
};
