import type { resource as source } from "../../en/kinds/resource.ts";
import { counted } from "../grammar.ts";
import { brief } from "../../brief.ts";

export const resource: typeof source = {
  label: "Recursos",
  names: "recursos / compartir recurso",
  sentences: "recursos compartidos conmigo / artículos que compartí",
  addSentences: "compartir un artículo / enviar un enlace a informática / compartir un recurso",
  summary: "Artículos y páginas que compartiste o te compartieron",
  title: "Recursos",
  none: "Todavía no hay recursos",
  noneBody: "¿Encontraste algo que le gustaría a alguien? Compártelo y di en una línea por qué.",
  add: brief("Compartir un recurso"),
  saved: (id) => `El recurso quedó guardado como ${id}`,
  fields: {
    title: "¿Qué es?",
    link: "Dirección web",
    why: "¿Por qué le gustaría?",
    to: "¿Para quién?",
    tags: "Etiquetas",
  },
  hints: { why: "Basta una línea.", to: "A cada persona le envío uno por semana como máximo." },
  options: {},
  states: { fresh: "nuevo", useful: "útil", used: "usado" },
  press: { fresh: "Nuevo", useful: "Útil", used: "Lo usé" },
  waiting: (count) => counted(count, "Te compartieron un recurso", "Te compartieron # recursos"),
  told: (name) => `${name} compartió algo contigo`,
  toldWhy:
    "Recibes esto porque alguien te nombró; llega uno por semana como máximo. /liaison pause los detiene todos.",
};
