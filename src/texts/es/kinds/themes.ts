import type * as source from "../../en/kinds/themes.ts";

export const themes: typeof source.themes = {
  digital_citizenship: "Ciudadanía digital",
  ai_literacy: "Alfabetización en IA",
  inquiry: "Indagación e investigación",
  making: "Crear y construir",
  reading: "Lectura",
  accessibility: "Acceso para todas las personas",
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
  teachers: "Docentes de aula",
  specialists: "Especialistas y asistentes",
  administrators: "Dirección",
  students: "El alumnado opinó",
};
