import type { schoolGoal as kind } from "../../../kinds/school-goal.ts";
import type { Says } from "../../../records/kind.ts";
import { brief } from "../../brief.ts";

export const schoolGoal: Says<typeof kind> = {
  label: "Objectifs de l'école",
  names: "objectifs de l'ecole / priorites",
  sentences:
    "ce que l'école veut atteindre / priorités pédagogiques / objectifs d'apprentissage de l'école",
  addSentences: "inscrire un objectif de l'école / ajouter une priorité pédagogique",
  summary: "Ce que l'école veut atteindre ; vos objectifs peuvent y servir",
  title: "Objectifs de l'école",
  none: "Aucun objectif de l'école n'est encore inscrit",
  noneBody: "Inscrivez ce que l'école veut atteindre. Chaque objectif pourra dire auquel il sert.",
  add: brief("Objectif de l'école"),
  saved: (id) => `L'objectif de l'école est gardé sous ${id}`,
  fields: {
    title: "Que veut atteindre l'école ?",
    sort: "Qu'est-ce que c'est ?",
    note: "Remarque",
  },
  options: {
    sort: {
      learning_goal: "Un objectif d'apprentissage",
      priority: "Une priorité pédagogique",
    },
  },
  states: { open: "en cours", closed: "plus en cours" },
  press: { open: "De nouveau en cours", closed: "Plus en cours" },
};
