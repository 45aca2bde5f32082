import type { offers as source } from "../en/offers.ts";
import { counted } from "./grammar.ts";
import { brief } from "../brief.ts";

export const offers: typeof source = {
  summary: "Ofertas de ayuda, para prometer o dejar",
  title: (school) => `Ofertas de ayuda, ${school}`,
  body: "En la reunión 1 una oferta no necesita responsable ni fecha. En la reunión 2 cada una pasa a ser promesa, o se deja.",
  none: "No hay ofertas en espera",
  noneBody: "Agrega una: ¿cómo podría ayudar tu lado con una meta del otro?",
  from: { library: "de la biblioteca", it: "de informática" },
  forGoal: (id, title) => `para ${id}: ${title}`,
  forNone: "para ninguna meta en particular",
  add: "Agregar una oferta",
  settle: "Prometer o dejar",
  settled: (promised, dropped) =>
    `Hasta ahora: ${counted(promised, "# es promesa", "# son promesas")} y ${counted(dropped, "# se dejó", "# se dejaron")}.`,

  addTitle: brief("Agregar una oferta"),
  addGoal: "¿A qué meta ayudaría?",
  addNone: "A ninguna en particular",
  addWords: "¿Cómo podría ayudar tu lado?",
  addHint: (max) => `Una idea, hasta ${max} caracteres.`,
  write: "Escribe la oferta en pocas palabras.",
  added: "La oferta queda guardada",
  addedBody: "Espera a la reunión 2. Nadie tiene que hacer nada todavía.",

  promise: "Hacerla promesa",
  drop: "Dejarla",
  dropped: "La oferta se deja",
  droppedBody: "Está bien: no toda idea tiene que ser promesa.",
  settledBefore: "Esta oferta ya estaba resuelta. No ha cambiado nada.",
  promiseTitle: brief("Hacerla promesa"),
  promiseGoal: "¿Para qué meta?",
  promiseWhat: "¿Qué se hará?",
  promised: (id) => `La oferta es ahora la promesa ${id}`,
  promisedBody: "Está en el plan, con su responsable y su fecha.",
};
