import type * as source from "../../en/kinds/themes.ts";

export const themes: typeof source.themes = {
  digital_citizenship: "Citoyenneté numérique",
  ai_literacy: "Culture de l'IA",
  inquiry: "Enquête et recherche",
  making: "Créer et fabriquer",
  reading: "Lecture",
  accessibility: "Accès pour tout le monde",
};

export const standards: typeof source.standards = {
  aasl_inquire: "AASL I Inquire",
  aasl_include: "AASL II Include",
  aasl_collaborate: "AASL III Collaborate",
  aasl_curate: "AASL IV Curate",
  aasl_explore: "AASL V Explore",
  aasl_engage: "AASL VI Engage",
  iste_coach_41: "ISTE Coaches 4.1",
  iste_coach_43: "ISTE Coaches 4.3",
  iste_coach_45: "ISTE Coaches 4.5",
  iste_leader_31: "ISTE Leaders 3.1",
  leading_learning: "Leading Learning",
};

export const coWorkers: typeof source.coWorkers = {
  teachers: "Personnel enseignant",
  specialists: "Spécialistes et aides",
  administrators: "Direction",
  students: "Les élèves ont donné leur avis",
};
