import type { story as source } from "../en/story.ts";
import { brief } from "../brief.ts";

export const story: typeof source = {
  summary: "Historias de éxito del distrito, sin nombres",
  tell: "Contarlo como historia",
  formTitle: brief("Historia de éxito"),
  formNote:
    "Sin nombres: ni de personas ni de la escuela. Se publica solo cuando los dos lados dan su consentimiento al mismo texto.",
  parts: {
    need: "Qué hacía falta",
    did: "Qué hicieron biblioteca e informática",
    result: "Qué se logró",
    next: "Qué sigue",
  },
  noNames: (names) => `Deja fuera los nombres: ${names}. Di qué se hizo, no quién.`,
  preview: "Vista previa: se verá exactamente esto",
  whoReads:
    "Lo leen los equipos de las escuelas del distrito y la coordinación de bibliotecas. Nada se publica antes de que consientan los dos lados.",
  consent: "Doy mi consentimiento",
  change: "Cambiarlo",
  changed: "Cambió desde que lo leíste. Así está ahora.",
  asked: "Diste tu consentimiento. Todavía no se publica nada",
  askedBody: (side) => `Pregunté a ${side}. Se publica cuando también dé su consentimiento.`,
  askTitle: (who, id) =>
    `${who} quiere contar ${id} como historia de éxito. ¿Das tu consentimiento?`,
  askWhy: "Recibes esto porque una historia se cuenta solo con el consentimiento de los dos lados.",
  published: (id) => `La historia de ${id} está publicada`,
  publishedBody: "Queda como está. Lee otras con /liaison stories",
  shelf: "Historias de éxito",
  none: "Todavía no hay historias",
  noneBody: "Cuando los dos lados reflexionaron sobre una meta, pueden contarla como historia.",
};
