import type { pages as source } from "../en/pages.ts";

export const pages: typeof source = {
  about: "Bibliothèque et informatique",
  unknown: "Ce lien ne fonctionne pas. Demandez-en un nouveau dans la conversation.",
  expired:
    "Ce lien était valable une heure, et elle est passée. Demandez-en un nouveau dans la conversation.",
  tooLarge: (megabytes) =>
    `Ce fichier est trop volumineux. Un calendrier peut avoir jusqu’à ${megabytes} Mo.`,
};
