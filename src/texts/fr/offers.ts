import type { offers as source } from "../en/offers.ts";
import { counted } from "./grammar.ts";
import { brief } from "../brief.ts";

export const offers: typeof source = {
  summary: "Offres d'aide, à promettre ou à laisser",
  title: (school) => `Offres d'aide, ${school}`,
  body: "À la rencontre 1, une offre ne demande ni responsable ni date. À la rencontre 2, chacune devient une promesse, ou est laissée.",
  none: "Aucune offre n'attend",
  noneBody: "Ajoutez-en une : comment votre côté pourrait-il aider un objectif de l'autre ?",
  from: { library: "de la bibliothèque", it: "de l'informatique" },
  forGoal: (id, title) => `pour ${id} : ${title}`,
  forNone: "pour aucun objectif en particulier",
  add: "Ajouter une offre",
  settle: "Promettre ou laisser",
  settled: (promised, dropped) =>
    `Jusqu'ici : ${counted(promised, "# devenue promesse", "# devenues promesses")}, ${counted(dropped, "# laissée", "# laissées")}.`,

  addTitle: brief("Ajouter une offre"),
  addGoal: "Quel objectif aiderait-elle ?",
  addNone: "Aucun en particulier",
  addWords: "Comment votre côté pourrait-il aider ?",
  addHint: (max) => `Une idée, jusqu'à ${max} caractères.`,
  write: "Écrivez l'offre en quelques mots.",
  added: "L'offre est gardée",
  addedBody: "Elle attend la rencontre 2. Personne n'a encore rien à faire.",

  promise: "En faire une promesse",
  drop: "La laisser",
  dropped: "L'offre est laissée",
  droppedBody: "C'est très bien : une idée ne doit pas toujours devenir une promesse.",
  settledBefore: "Cette offre était déjà réglée. Rien n'a changé.",
  promiseTitle: brief("En faire une promesse"),
  promiseGoal: "Pour quel objectif ?",
  promiseWhat: "Que va-t-on faire ?",
  promised: (id) => `L'offre est maintenant la promesse ${id}`,
  promisedBody: "Elle est dans le plan, avec la personne responsable et sa date.",
};
