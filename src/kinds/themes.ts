/** What lessons, ideas and goals are tagged with, so that reports can group them (systems, rows 34, 75, 114). */

/** Initiatives of the seed; their names stand in the catalogues. */
export const THEMES = [
  "digital_citizenship",
  "ai_literacy",
  "inquiry",
  "making",
  "reading",
  "accessibility",
] as const;

/** Codes only: the words of these standards belong to their authors. */
export const STANDARDS = [
  "aasl_inquire",
  "aasl_include",
  "aasl_collaborate",
  "aasl_curate",
  "aasl_explore",
  "aasl_engage",
  "iste_coach_41",
  "iste_coach_43",
  "iste_coach_45",
  "iste_leader_31",
  "leading_learning",
] as const;

/** Who worked along. */
export const CO_WORKERS = ["teachers", "specialists", "administrators", "students"] as const;
