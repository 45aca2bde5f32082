import type { district as source } from "../en/district.ts";

export const district: typeof source = {
  summary:
    "Où en sont les équipes du district, en chiffres ; pour la coordination des bibliothèques",
  title: (count: number) => `Équipes du district : ${String(count)}`,
  open: "Étapes ouvertes, toutes ensemble",
  overdue: "Dont la date est passée",
  tooFew: (fewest: number) =>
    `À moins de ${String(fewest)} équipes, je ne compte pas les étapes : un chiffre en désignerait une.`,
  note: "Des chiffres seulement, pour prévoir votre soutien. Ils ne nomment personne et ne servent pas à évaluer.",
  notYours: "Ces chiffres sont pour la coordination des bibliothèques du district.",
};
