import type { agree as source } from "../en/agree.ts";
import { counted } from "./grammar.ts";
import { brief } from "../brief.ts";

export const agree: typeof source = {
  summary: "Leer el texto del plan y acordarlo",
  versionsSummary: "Versiones acordadas del plan y qué cambió",
  title: (school) => `Texto del plan, ${school}`,
  intro:
    "Esto es lo que acuerdan los dos lados: metas, promesas, responsables y fechas. No cuánto se ha avanzado.",
  nobodyYet: "Nadie ha dicho todavía que está de acuerdo con este texto.",
  waitsFor: {
    library: "Informática está de acuerdo. Falta la biblioteca.",
    it: "La biblioteca está de acuerdo. Falta informática.",
  },
  isVersion: (number) =>
    `Esta es la versión ${number}. Nada ha cambiado desde que los dos lados la acordaron.`,
  empty: "El plan todavía no tiene metas",
  emptyBody: "Una meta entra en el plan en cuanto se registra: agrega una con /goal.",
  scope: "Alcance",
  scopes: {
    common: "Común",
    library: "Biblioteca",
    it: "Informática",
    school_wide: "De toda la escuela",
  },

  lacking: "Todavía falta",
  lacks: {
    support: {
      library: "todavía sin promesa de informática",
      it: "todavía sin promesa de la biblioteca",
    },
    support_open: {
      library: "la promesa de informática no tiene responsable o fecha",
      it: "la promesa de la biblioteca no tiene responsable o fecha",
    },
    own: {
      library: "todavía sin un paso de la propia biblioteca",
      it: "todavía sin un paso de la propia informática",
    },
    own_open: {
      library: "el paso de la biblioteca no tiene responsable o fecha",
      it: "el paso de informática no tiene responsable o fecha",
    },
    school_goal: "es compartida, así que necesita la meta de la escuela a la que sirve",
  },
  refused: (count) =>
    counted(
      count,
      "Todavía no hay acuerdo: a una meta le falta algo",
      "Todavía no hay acuerdo: a # metas les falta algo",
    ),
  addPromise: "Agregar una promesa",
  editGoal: "Editar",
  parked: (count) =>
    counted(
      count,
      "# oferta de ayuda sigue en espera: prométela o déjala.",
      "# ofertas de ayuda siguen en espera: promételas o déjalas.",
    ),
  leftOut: "Fuera del plan",

  press: "De acuerdo",
  change: "Alcance y lugar",
  changeTitle: brief("Alcance y lugar"),
  whose: "¿De quién es la meta?",
  department: { library: "Solo de la biblioteca", it: "Solo de informática" },
  place: "¿Forma parte de este plan?",
  keep: "Sí, se queda",
  leave: "No, queda fuera",
  placed: (id) => `${id} ha cambiado`,
  placedBody: "Si alguien ya estaba de acuerdo con el texto anterior, se le pregunta otra vez.",

  changedSince: "El texto cambió desde que lo leíste. Así está ahora.",
  alreadyVersion: (number) => `Los dos lados ya acordaron este texto: es la versión ${number}`,
  agreed: "Estás de acuerdo con este texto",
  agreedBody: (side) =>
    `Le pregunté a ${side}. Cualquier cambio anula tu acuerdo, y te pregunto otra vez.`,
  askTitle: (who) => `${who} está de acuerdo con el plan. ¿Y tú?`,
  askBody:
    "Lee el texto, cambia lo que quieras o pulsa De acuerdo. Los dos lados acuerdan las mismas palabras.",
  againTitle: (who) =>
    `El plan cambió después de tu acuerdo, y ${who} está de acuerdo con el texto nuevo`,
  againBody: "Tu acuerdo era con el texto anterior, así que te pregunto otra vez. Cambió esto:",
  askWhy: "Recibes esto porque un plan necesita el sí de los dos lados.",
  read: "Leer el texto",
  overtaken: "Este texto del plan cambió",
  overtakenBody: "Ya no hay ningún acuerdo sobre él.",
  frozen: (number) => `La versión ${number} del plan está acordada`,
  frozenBody: (goals) =>
    counted(
      goals,
      "Los dos lados acordaron el mismo texto: # meta, con promesas en ambos sentidos.",
      "Los dos lados acordaron el mismo texto: # metas, con promesas en ambos sentidos.",
    ),
  showVersion: "Abrir la versión",

  versions: (school) => `Versiones del plan, ${school}`,
  noVersions: "Todavía no hay ninguna versión acordada",
  noVersionsBody:
    "Una versión queda fijada cuando los dos lados pulsan De acuerdo sobre el mismo texto.",
  version: (number) => `Versión ${number}`,
  versionOf: (number, school) => `Versión ${number} del plan, ${school}`,
  agreedOn: (day, names) => `acordada el ${day} por ${names}`,
  noVersion: (number) => `No hay versión ${number}`,
  compare: (one, other) => `Qué cambió de la ${one} a la ${other}`,
  compareTitle: (one, other) => `La versión ${one} junto a la ${other}`,
  compareNone: "Todavía no hay dos versiones que comparar",
  compareNoneBody:
    "Cada vez que las dos partes acuerdan un texto cambiado, se guarda una versión. Desde la segunda se pueden comparar.",
  compareHow: "Escribe dos versiones, por ejemplo: /liaison plan compare 1 2",
  compareSummary: "Una versión del plan junto a otra",
  same: "No hay diferencias.",
  added: (name) => `Nueva: ${name}`,
  removed: (name) => `Ya no está en el plan: ${name}`,
  changed: (name) => name,
  moreChanges: (count) =>
    counted(count, "Y # cambio más en la versión misma.", "Y # cambios más en la versión misma."),
  share: "Compartir con supervisores",
  fields: {
    title: "Título",
    why: "Por qué importa",
    horizon: "Plazo",
    measure: "Medida",
    due: "Fecha",
    serves: "Sirve a la meta de la escuela",
    scope: "Alcance",
    common: "Meta común",
    owner: "Responsable",
    plan: "Cuándo y dónde",
    direction: "Sentido",
    agreed: "Lo que acordamos",
    decision: "Decisión",
    nextStep: "Próximo paso",
  },
  nothing: "(nada)",
  promiseField: (id, field) => `${id}, ${field}`,
};
