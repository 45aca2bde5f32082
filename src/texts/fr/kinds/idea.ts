import type { idea as kind } from "../../../kinds/idea.ts";
import type { Says } from "../../../records/kind.ts";
import { themes } from "./themes.ts";
import { brief } from "../../brief.ts";

export const idea: Says<typeof kind> = {
  label: "Idées de leçons",
  names: "idees / idees de lecons",
  sentences: "chercher des idées de leçons / étagère d'idées / idées de jeux",
  addSentences: "partager une idée de leçon / ajouter une idée / j'ai une idée de leçon",
  summary: "Les idées de leçons de tout le district, à parcourir",
  title: "Idées de leçons",
  none: "L'étagère est vide",
  noneBody: "Posez-y la première idée : un jeu, une enquête, quelque chose à fabriquer.",
  add: brief("Ajouter une idée"),
  saved: (id) => `L'idée est sur l'étagère sous ${id}`,
  fields: {
    title: "L'idée en une ligne",
    what: "Comment cela marche-t-il ?",
    sort: "Quelle sorte d'idée ?",
    themes: "Thèmes",
    link: "Adresse web",
    tags: "Étiquettes",
  },
  options: {
    sort: {
      game: "Jeu",
      inquiry: "Enquête",
      making: "Fabrication",
      reading: "Lecture",
      media: "Image, son, film",
      coding: "Programmation",
    },
    themes,
  },
  states: {},
  press: {},
};
