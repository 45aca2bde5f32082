import type { home as source } from "../en/home.ts";
import { counted } from "./grammar.ts";

export const home: typeof source = {
  title: "Votre accueil",
  myGoals: "Mes objectifs",
  noGoals:
    "Vous n'avez pas d'objectif en cours. Commencez par une seule chose à améliorer pour les élèves : une phrase et une date suffisent.",
  goals: (count) => counted(count, "# objectif ouvert à vous", "# objectifs ouverts à vous"),
  nothing: "Rien ne vous attend pour l’instant.",
  write: "Vous pouvez aussi m’écrire ce que vous voulez, avec vos mots.",
};
