import type { schoolYear as source } from "../en/school-year.ts";
import { counted } from "./grammar.ts";

export const schoolYear: typeof source = {
  endTitle: (year) => `L’année scolaire ${year} se termine aujourd’hui pour le personnel`,
  quietUntil: (date) =>
    `Dès demain, le personnel de dix mois ne reçoit rien de moi jusqu’au ${date}. Je demanderai alors si l’équipe est toujours la même.`,
  quietOpen:
    "Dès demain, le personnel de dix mois ne reçoit rien de moi. Je ne sais pas quand commence la prochaine année : importez son calendrier, et je reprends à sa première journée du personnel.",
  bringIn: "Importer la prochaine année",
  startTitle: (year) => `Une nouvelle année scolaire : ${year}`,
  startBody: (library, it) =>
    `L’équipe est-elle toujours la même ? Bibliothèque : ${library}. Informatique : ${it}.`,
  nobody: "personne",
  same: "Oui, la même",
  changeTeam: "Changer l’équipe",
  dates: "Déplacer les anciennes dates",
  sameTitle: (name) => `${name} dit que l’équipe est la même. Bonne année à vous !`,
  datesTitle: "Ce qui reste de l’an dernier, dans le calendrier de cette année",
  datesNone: "Rien d’ouvert ne garde une date de l’an dernier.",
  dateLine: (from, to) => `${from} → ${to}`,
  datesHint: "Le même jour de la même semaine d’école. Rien n’est encore changé.",
  andMore: (count) => `Et ${count} de plus, déplacées de la même façon.`,
  move: "Les déplacer",
  moved: (count) => counted(count, "# date a été déplacée", "# dates ont été déplacées"),
};
