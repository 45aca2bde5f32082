import type { home as source } from "../en/home.ts";

export const home: typeof source = {
  title: "Votre accueil",
  myGoals: "Mes objectifs",
  noGoals:
    "Vous n'avez pas d'objectif en cours. Commencez par une seule chose à améliorer pour les élèves : une phrase et une date suffisent.",
  moreGoals: (count) => `${count} de plus dans la liste`,
};
