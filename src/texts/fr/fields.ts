import type { fields as source } from "../en/fields.ts";

export const fields: typeof source = {
  tooLong: (length, max) =>
    `Cela fait ${length} caractères, et ${max} au plus tiennent ici. Raccourcissez un peu.`,
  count: (max) => `Écrivez un nombre entier de 0 à ${max}, par exemple 24.`,
  money: "Écrivez un montant en chiffres, par exemple 120 ou 1200.50.",
  address: {
    empty: () => "Écrivez une adresse web, par exemple library.example/maps.",
    too_long: () =>
      "Cette adresse est trop longue. Écrivez-en le début, jusqu'où la page en a besoin.",
    unclear: () =>
      "Écrivez une seule adresse web, par exemple library.example/maps, sans espace dedans.",
    other: (words) =>
      `Une adresse qui commence par ${words} n'est pas une page web. Écrivez-en une comme library.example/maps.`,
    secret: () =>
      "Un nom ou un mot de passe se trouve devant le @. Retirez-le et écrivez l'adresse seule.",
    number: () => "C'est le numéro d'un ordinateur. Écrivez plutôt le nom du site.",
    inside: () =>
      "Cette adresse est dans votre propre réseau, et aucun filtre ne se trouve devant. Écrivez-en une comme library.example/maps.",
  },
  mostAddresses: (max) =>
    `Une liste contient ${max} adresses au plus. Demandez les autres dans une deuxième.`,
  time: "Écrivez une heure, par exemple 10 h 45 ou 14 h 15.",
  bothDays: "Choisissez les deux jours, le premier et le dernier.",
  endsFirst: "Le dernier jour vient avant le premier. Choisissez-les dans l'autre sens.",
  mostTags: (max) => `Mettez ${max} étiquettes au plus.`,
  tagTooLong: (max) =>
    `Chaque étiquette a ${max} caractères au plus ; séparez-les par des virgules.`,
  tagsHint: "Des mots pour le retrouver, séparés par des virgules : rivières, cartes.",
  until: "Jusqu'au",
};
