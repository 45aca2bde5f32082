import type { common as source } from "../en/common.ts";
import { brief } from "../brief.ts";

export const common: typeof source = {
  setAside: (reference) =>
    `No pude terminar lo que pediste: tres veces tardó tanto que hubo que reiniciarme, así que dejé de intentarlo. Si era un texto largo, prueba con uno más corto. Dile a quien administra esta referencia: ${reference}.`,
  fault: (reference) =>
    `Algo falló de mi lado; no es por lo que escribiste. Inténtalo de nuevo en un minuto. Si vuelve a pasar, dale esta referencia a quien administra el sistema: ${reference}`,
  notInstalled:
    "Todavía no estoy configurado para este espacio de trabajo. Pregunta a quien me instaló.",
  outOfDate:
    "Este mensaje es antiguo y sus botones ya no funcionan. Escribe /liaison help para ver lo que puedo hacer.",
  notFound: (id) =>
    `No encuentro ${id} entre las cosas en las que trabajas. Revisa el número o mira en /goal list o /liaison plan.`,
  notFoundHere:
    "Esto es solo para quienes forman el equipo al que pertenece, o ya no existe. No se ha cambiado nada.",
  notPartner:
    "Esto es para quienes forman un equipo de biblioteca e informática, y todavía no estás en uno. Mira lo que hay para ti.",
  chooseSchool: "¿Para qué escuela es?",
  help: "Ver ayuda",
  save: brief("Guardar"),
  goOn: brief("Continuar"),
  cancel: brief("Cancelar"),
  undo: "Deshacer",
  undoTooLate: "Ya no se puede deshacer: alguien hizo algo con esto después.",
  /** Before the names of questions of a form. */
  needed: "Hay que llenar",
  none: "Ninguno",
  noDate: "sin fecha",
  everyone: "todos",
  library: "Biblioteca",
  it: "Informática",
  previous: "Anterior",
  next: "Más",
  page: (from, to, total) => `${from}–${to} de ${total}`,
  whyThis: "¿Por qué esto?",
  pause: "Pausar",
  heardOn: (when) => `Lo sabrán el ${when}.`,
  heardLater: "Por ahora no reciben mensajes; lo ven en su inicio.",
  tooLong: (max) => `Es demasiado largo. Usa como máximo ${max} caracteres.`,
  mustShorten: (length, max) =>
    `Son ${length} caracteres y caben como máximo ${max}. Todavía no se guardó nada: acórtalo aquí abajo.`,
  givenBack: (length) => `Son ${length} caracteres, demasiados, y no guardé nada`,
  givenBackBody: (max) =>
    `Caben como máximo ${max} caracteres. Aquí está tu texto, para que copies lo que necesites:`,
  empty: "Escribe unas palabras aquí.",
};
