import type { handover as source } from "../en/handover.ts";
import { brief } from "../brief.ts";

export const handover: typeof source = {
  title: (name, school) => `Ya no se llega a ${name} en ${school}`,
  body: "Los mensajes a esa persona pararon y no se pierde nada de lo guardado. Esto necesita a alguien nuevo:",
  nothing: "Los mensajes a esa persona pararon. No tenía nada abierto.",
  lastOfSide:
    "Nadie más está de su lado. Cuando llegue alguien nuevo, agrégalo con /liaison setup.",
  give: "Dar a…",
  more: (count) => `Y ${count} más. /liaison plan y /goal list las muestran todas.`,
  goal: "meta",
  item: "tarea",
  due: (date) => `para el ${date}`,
  why: "Recibes esto una vez porque eres parte de ese equipo.",
  formTitle: brief("Pasarlo a otra persona"),
  toWhom: "¿Quién lo toma?",
  hand: brief("Pasar"),
  given: (what, name) => `${what} ahora es de ${name}`,
  taken: (what) => `${what} ya es de alguien o está cerrado`,
  toldTitle: (by, what) => `${by} te pasó algo: ${what}`,
  toldBody: "Era de alguien que ya no está. Si no te toca, pulsa No me toca en el plan.",
};
