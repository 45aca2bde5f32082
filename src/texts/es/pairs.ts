import type { pairs as source } from "../en/pairs.ts";
import { brief } from "../brief.ts";

export const pairs: typeof source = {
  summary: "Dónde se cruzan las metas de los dos lados",
  pairSummary: "Unir una meta de la biblioteca con una de informática",
  title: (school) => `Dónde se cruzan nuestras metas, ${school}`,
  made: "Parejas",
  none: "Todavía sin parejas",
  noneYet: (sides) => `«Todavía ninguna» lo dijo ${sides}. Eso también es una respuesta.`,
  common: (sentence) => `«${sentence}»`,
  accepted: "aceptada por los dos lados",
  waits: { library: "espera a la biblioteca", it: "espera a informática" },
  waitsBoth: "espera a los dos lados",
  suggestions: "Vale la pena mirar, por un dato, no por una suposición",
  bothServe: (goal) => `las dos sirven a «${goal}»`,
  bothDue: (one, other) => `para el ${one} y el ${other}`,
  pairThem: "Unirlas",
  newPair: "Unir dos metas",
  sayNone: "Todavía ninguna",
  saidNone: "Queda dicho: todavía ninguna",
  saidNoneBody: "Pueden unir metas cuando vean dónde se cruzan.",
  hasPairs: "Ya hay parejas, así que «todavía ninguna» ya no corresponde.",
  accept: "Acepto",
  change: "Cambiar las palabras",
  unpair: "Separar la pareja",
  unpaired: "La pareja está separada",
  unpairedBody: "Las dos metas quedan como están.",

  formTitle: brief("Unir dos metas"),
  formOne: "Una meta de la biblioteca",
  formOther: "Una meta de informática",
  formCommon: "La meta común, en una frase",
  formCommonHint: (max) => `Lo que quieren los dos lados, hasta ${max} caracteres.`,
  sameDepartment: {
    library:
      "Las dos metas son de la biblioteca. Una pareja necesita una de la biblioteca y una de informática.",
    it: "Las dos metas son de informática. Una pareja necesita una de la biblioteca y una de informática.",
  },
  sameGoal:
    "Es la misma meta dos veces. Una pareja necesita una de la biblioteca y una de informática.",
  writeCommon: "Escribe la meta común en una frase.",
  unknownGoal: "Elige una meta de este equipo.",
  howTo:
    "Escribe dos números y una frase, por ejemplo: /liaison pair g-01 g-08 Un agosto tranquilo",
  saved: (one, other) => `${one} y ${other} son pareja`,
  savedWaits: (side) => `Le pedí a ${side} que acepte la frase.`,
  askTitle: (who, one, other) => `${who} une ${one} y ${other}`,
  askBody: "¿Aceptas esta meta común? También puedes cambiar sus palabras.",
  askWhy: "Recibes esto porque una meta común necesita a los dos lados.",
  acceptedDone: "Los dos lados aceptan esta meta común",
  acceptedNews: (who) => `${who} acepta su meta común`,
  changed: "Las palabras cambiaron desde entonces. Así están ahora.",
};
