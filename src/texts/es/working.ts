import type { working as source } from "../en/working.ts";
import { brief } from "../brief.ts";

export const working: typeof source = {
  summary: "El acuerdo de trabajo de los dos lados",
  balanceSummary: "Promesas hechas y cumplidas, en ambos sentidos",
  title: (school) => `Acuerdo de trabajo, ${school}`,
  none: "Todavía no hay acuerdo de trabajo",
  noneBody:
    "De tres a cinco líneas sobre cómo trabajan juntos, por ejemplo: nos avisamos de los cambios con una semana.",
  accepted: "Los dos lados están de acuerdo.",
  waits: { library: "Espera a la biblioteca.", it: "Espera a informática." },
  write: "Escribirlo",
  change: "Cambiarlo",
  agree: "De acuerdo",
  formTitle: brief("Acuerdo de trabajo"),
  label: "¿Cómo trabajamos juntos?",
  hint: (from, to) => `De ${from} a ${to} líneas, una idea en cada una.`,
  lines: (from, to) => `Escribe de ${from} a ${to} líneas, una idea en cada una.`,
  saved: "El acuerdo de trabajo está escrito",
  savedBody: (side) => `Le pedí a ${side} que acepte las mismas palabras.`,
  unchanged: "No ha cambiado nada en él",
  askTitle: (who) => `${who} escribió el acuerdo de trabajo. ¿Estás de acuerdo?`,
  askWhy: "Recibes esto porque vale para los dos lados.",
  agreed: "Los dos lados acuerdan cómo trabajan juntos",
  changed: "Cambió desde que lo leíste. Así está ahora.",

  balance: (school) => `Promesas de ambos lados, ${school}`,
  toIt: "De la biblioteca a informática",
  toLibrary: "De informática a la biblioteca",
  counts: (given, kept) => `${given} hechas, ${kept} cumplidas`,
  emptyToIt: "La biblioteca todavía no le ha prometido nada a informática. ¿Qué le ayudaría?",
  emptyToLibrary: "Informática todavía no le ha prometido nada a la biblioteca. ¿Qué le ayudaría?",
  balanceNote: "Son números de los dos lados, nunca de una persona. Solo los ven las dos partes.",
};
