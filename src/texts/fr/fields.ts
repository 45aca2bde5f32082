import type { fields as source } from "../en/fields.ts";

export const fields: typeof source = {
  tooLong: (length, max) =>
    `Cela fait ${length} caractères, et ${max} au plus tiennent ici. Raccourcissez un peu.`,
  count: (max) => `Écrivez un nombre entier de 0 à ${max}, par exemple 24.`,
  time: "Je ne lis pas d'heure ici. Écrivez-la comme 14 h 45.",
  money: "Écrivez un montant en chiffres, par exemple 120 ou 1200.50.",
  link: "Écrivez une adresse web, par exemple https://library.example/maps.",
  bothDays: "Choisissez les deux jours, le premier et le dernier.",
  endsFirst: "Le dernier jour vient avant le premier. Choisissez-les dans l'autre sens.",
  mostTags: (max) => `Mettez ${max} étiquettes au plus.`,
  tagTooLong: (max) =>
    `Chaque étiquette a ${max} caractères au plus ; séparez-les par des virgules.`,
  tagsHint: "Des mots pour le retrouver, séparés par des virgules : rivières, cartes.",
  until: "Jusqu'au",
};
