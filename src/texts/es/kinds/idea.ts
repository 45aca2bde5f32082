import type { idea as kind } from "../../../kinds/idea.ts";
import type { Says } from "../../../records/kind.ts";
import { themes } from "./themes.ts";
import { brief } from "../../brief.ts";

export const idea: Says<typeof kind> = {
  label: "Ideas para clases",
  names: "ideas para clases / estante de ideas",
  sentences: "buscar ideas para clases / estante de ideas / ideas para juegos",
  addSentences: "compartir una idea para clase / agregar una idea / tengo una idea para una clase",
  summary: "Ideas para clases de todo el distrito, para hojear",
  title: "Ideas para clases",
  none: "El estante está vacío",
  noneBody: "Pon la primera idea: un juego, una indagación, algo para construir.",
  add: brief("Agregar una idea"),
  saved: (id) => `La idea está en el estante como ${id}`,
  fields: {
    title: "La idea en una línea",
    what: "¿Cómo funciona?",
    sort: "¿Qué tipo de idea es?",
    themes: "Temas",
    link: "Dirección web",
    tags: "Etiquetas",
  },
  options: {
    sort: {
      game: "Juego",
      inquiry: "Indagación",
      making: "Construcción",
      reading: "Lectura",
      media: "Imagen, sonido, vídeo",
      coding: "Programación",
    },
    themes,
  },
  states: {},
  press: {},
};
