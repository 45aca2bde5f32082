import type { working as source } from "../en/working.ts";
import { brief } from "../brief.ts";

export const working: typeof source = {
  summary: "L'entente de travail des deux côtés",
  balanceSummary: "Les promesses faites et tenues, dans les deux sens",
  title: (school) => `Entente de travail, ${school}`,
  none: "Pas encore d'entente de travail",
  noneBody:
    "Trois à cinq lignes sur votre façon de travailler ensemble, par exemple : on s'avertit des changements une semaine avant.",
  accepted: "Les deux côtés sont d'accord.",
  waits: { library: "Elle attend la bibliothèque.", it: "Elle attend l'informatique." },
  write: "L'écrire",
  change: "La changer",
  agree: "D'accord",
  formTitle: brief("Entente de travail"),
  label: "Comment travaillons-nous ensemble ?",
  hint: (from, to) => `${from} à ${to} lignes, une idée par ligne.`,
  lines: (from, to) => `Écrivez de ${from} à ${to} lignes, une idée par ligne.`,
  saved: "L'entente de travail est écrite",
  savedBody: (side) => `J'ai demandé à ${side} de convenir des mêmes mots.`,
  unchanged: "Rien n'y a changé",
  askTitle: (who) => `${who} a écrit l'entente de travail. Êtes-vous d'accord ?`,
  askWhy: "Vous recevez ceci parce qu'elle vaut pour les deux côtés.",
  agreed: "Les deux côtés conviennent de leur façon de travailler",
  changed: "Elle a changé depuis votre lecture. La voici telle qu'elle est maintenant.",

  balance: (school) => `Promesses des deux côtés, ${school}`,
  toIt: "De la bibliothèque à l'informatique",
  toLibrary: "De l'informatique à la bibliothèque",
  counts: (given, kept) => `${given} faites, ${kept} tenues`,
  emptyToIt: "La bibliothèque n'a encore rien promis à l'informatique. Qu'est-ce qui l'aiderait ?",
  emptyToLibrary:
    "L'informatique n'a encore rien promis à la bibliothèque. Qu'est-ce qui l'aiderait ?",
  balanceNote:
    "Ce sont les nombres des deux côtés, jamais d'une personne. Seuls les deux partenaires les voient.",
};
