import type { schoolGoal as kind } from "../../../kinds/school-goal.ts";
import type { Says } from "../../../records/kind.ts";
import { brief } from "../../brief.ts";

export const schoolGoal: Says<typeof kind> = {
  label: "Metas de la escuela",
  names: "metas de la escuela / prioridades",
  sentences:
    "qué quiere lograr la escuela / prioridades de enseñanza / metas de aprendizaje de la escuela",
  addSentences: "anotar una meta de la escuela / agregar una prioridad de enseñanza",
  summary: "Lo que la escuela quiere lograr; tus metas pueden servir a ello",
  title: "Metas de la escuela",
  none: "Todavía no hay metas de la escuela",
  noneBody: "Registra lo que la escuela quiere lograr. Así cada meta puede decir a cuál sirve.",
  add: brief("Agregar meta escolar"),
  saved: (id) => `La meta de la escuela quedó guardada como ${id}`,
  fields: { title: "¿Qué quiere lograr la escuela?", sort: "¿Qué es?", note: "Nota" },
  options: {
    sort: { learning_goal: "Una meta de aprendizaje", priority: "Una prioridad de enseñanza" },
  },
  states: { open: "vigente", closed: "ya no vigente" },
  press: { open: "Vigente otra vez", closed: "Ya no vigente" },
};
