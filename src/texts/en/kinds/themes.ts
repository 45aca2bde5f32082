import type { CO_WORKERS, STANDARDS, THEMES } from "../../../kinds/themes.ts";

type Named<L extends readonly string[]> = Readonly<Record<L[number], string>>;

export const themes: Named<typeof THEMES> = {
  digital_citizenship: "Digital citizenship",
  ai_literacy: "AI literacy",
  inquiry: "Inquiry and research",
  making: "Making",
  reading: "Reading",
  accessibility: "Access for everybody",
};

export const standards: Named<typeof STANDARDS> = {
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

export const coWorkers: Named<typeof CO_WORKERS> = {
  teachers: "Classroom teachers",
  specialists: "Specialists and aides",
  administrators: "Administrators",
  students: "Students had a say",
};
